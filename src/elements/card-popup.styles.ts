import { css } from 'lit';
import { themeVariables } from './theme.styles.js';

/** With `popupFrameStyles`: the popup that a contact's card shows in, whatever the text around it looks like. */
export const cardPopupStyles = css`
  .card-popup {
    ${themeVariables}
    --_popup-inline-size: var(--xmpp-card-popup-inline-size, 23rem);
    box-sizing: border-box;
    font-family: var(--xmpp-font-family, inherit);
    font-size: var(--xmpp-font-size, 0.9375rem);
    font-style: normal;
    font-weight: 400;
    letter-spacing: normal;
    line-height: var(--xmpp-line-height, 1.4);
    text-align: start;
    text-transform: none;
    white-space: normal;
    cursor: auto;
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
    border-radius: var(--_control-radius);
    background: transparent;
    cursor: pointer;
  }

  .close:focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: -2px;
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
