import { css } from 'lit';

/** With `menuItemStyles`: what the picker opens. */
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

  .menu-item[aria-checked='true'] {
    background: var(--_accent-soft);
  }

  .menu-item span:not(.icon) {
    flex: 1;
  }

  @media (forced-colors: active) {
    .menu-item[aria-checked='true'] {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
  }
`;
