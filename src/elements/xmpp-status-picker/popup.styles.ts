import { css } from 'lit';

export const popupStyles = css`
  .popup {
    --_popup-inline-size: max(var(--xmpp-status-picker-popup-inline-size, 17rem), var(--_button-width, 0px));
  }

  .menu {
    padding: 0.375rem;
  }

  .notice {
    margin: 0;
    padding: 0.6rem 0.875rem;
    border-block-end: 1px solid var(--_border);
    color: var(--_muted);
    font-size: 0.8667em;
  }

  .item {
    display: flex;
    align-items: center;
    gap: 0.65rem;
    inline-size: 100%;
    min-block-size: 2.25rem;
    padding: 0.25rem 0.5rem;
    border: 0;
    border-radius: var(--_control-radius);
    background: transparent;
    text-align: start;
    cursor: pointer;
  }

  .item:hover {
    background: var(--_hover);
  }

  .item[aria-checked='true'] {
    background: var(--_accent-soft);
  }

  .item span:not(.icon) {
    flex: 1;
  }

  .tick {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
    visibility: hidden;
  }

  .item[aria-checked='true'] .tick {
    visibility: visible;
  }

  @media (pointer: coarse) {
    .item {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .item[aria-checked='true'] {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }

    .item:focus-visible {
      outline: 2px solid Highlight;
    }

    .tick {
      stroke: ButtonText;
    }
  }
`;
