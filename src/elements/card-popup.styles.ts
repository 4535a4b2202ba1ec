import { css } from 'lit';

/** With `themeStyles` and `popupFrameStyles`: the popup that a contact's card shows in. */
export const cardPopupStyles = css`
  .card-popup {
    --_popup-inline-size: var(--xmpp-card-popup-inline-size, 23rem);
    text-align: start;
    white-space: normal;
  }

  xmpp-contact-card {
    --_around-card: var(--_raised);
    --_header-end: 1.5rem;
    border: 0;
    border-radius: 0;
  }

  .close {
    position: absolute;
    inset-block-start: 0.5rem;
    inset-inline-end: 0.5rem;
    z-index: 1;
    display: grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) - 2px);
    background: transparent;
    cursor: pointer;
  }

  .close:hover {
    background: var(--_hover);
  }

  .close svg {
    inline-size: 0.9375rem;
    block-size: 0.9375rem;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.8;
    stroke-linecap: round;
  }

  .close:hover svg {
    stroke: var(--_text);
  }

  @media (pointer: coarse) {
    .close {
      inline-size: 44px;
      block-size: 44px;
    }

    xmpp-contact-card {
      --_header-end: 2.5rem;
    }
  }

  @media (forced-colors: active) {
    .close svg {
      stroke: ButtonText;
    }
  }
`;
