import { css } from 'lit';

export const badgeStyles = css`
  :host {
    display: inline-flex;
    vertical-align: -0.125em;
  }

  :host([hidden]) {
    display: none;
  }

  .opener {
    position: relative;
    display: inline-flex;
    padding: 0;
    border: 0;
    border-radius: 4px;
    background: transparent;
    font: inherit;
    cursor: pointer;
  }

  .opener:focus-visible {
    outline: var(--xmpp-focus-width, 2px) solid var(--xmpp-focus-color, var(--xmpp-accent-color, light-dark(#1a5fd0, #82b1ff)));
    outline-offset: 2px;
  }

  /* To be hit with a finger, however small the text. */
  .opener::after {
    --_target: 24px;
    content: '';
    position: absolute;
    inset: min(0px, (100% - var(--_target)) / 2);
  }

  @media (pointer: coarse) {
    .opener::after {
      --_target: 44px;
    }
  }
`;
