import { css } from 'lit';

/** Public variables inherit from the page; `--_…` are these with their defaults. They follow the page's `color-scheme`. */
export const themeVariables = css`
  --_text: var(--xmpp-text-color, light-dark(#1d2129, #e8eaee));
  --_muted: var(--xmpp-muted-color, light-dark(#5b6472, #a3abb8));
  --_surface: var(--xmpp-surface-color, light-dark(#ffffff, #1b1e24));
  --_raised: var(--xmpp-raised-color, light-dark(#ffffff, #262a32));
  --_border: var(--xmpp-border-color, light-dark(#dfe3e9, #363c47));
  --_hover: var(--xmpp-hover-color, light-dark(#f1f4f8, #272c35));
  --_accent: var(--xmpp-accent-color, light-dark(#1a5fd0, #82b1ff));
  --_accent-soft: var(--xmpp-accent-soft-color, light-dark(#e6effd, #22344f));
  --_danger: var(--xmpp-danger-color, light-dark(#b3261e, #ff9a93));
  --_danger-soft: var(--xmpp-danger-soft-color, light-dark(#fdecea, #43211f));
  --_on-accent: var(--xmpp-on-accent-color, var(--_surface));
  --_focus: var(--xmpp-focus-color, var(--_accent));
  --_focus-width: var(--xmpp-focus-width, 2px);
  --_radius: var(--xmpp-radius, 8px);
  --_control-radius: var(--xmpp-control-radius, calc(var(--_radius) - 2px));
  --_control-border: var(--xmpp-control-border-color, color-mix(in srgb, var(--_muted) 75%, var(--_border)));
  --_shadow: var(--xmpp-shadow, 0 6px 24px light-dark(rgb(20 30 50 / 0.18), rgb(0 0 0 / 0.5)));
`;

/** What all elements have in common. */
export const themeStyles = css`
  :host {
    ${themeVariables}
    color: var(--_text);
    font-family: var(--xmpp-font-family, inherit);
    font-size: var(--xmpp-font-size, 0.9375rem);
    line-height: var(--xmpp-line-height, 1.4);
  }

  :host([hidden]) {
    display: none;
  }

  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }

  button,
  input {
    color: inherit;
    font: inherit;
  }

  :focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: -2px;
  }

  /* For assistive technology alone. */
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
