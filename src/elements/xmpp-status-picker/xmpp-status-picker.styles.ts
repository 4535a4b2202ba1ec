import { css } from 'lit';

export const statusPickerStyles = css`
  :host {
    display: block;
  }

  .opener {
    display: flex;
    align-items: center;
    gap: 0.65rem;
    inline-size: 100%;
    max-inline-size: var(--xmpp-status-picker-button-max-inline-size, 22rem);
    min-block-size: 3rem;
    padding-block: 0.25rem;
    padding-inline: 0.75rem 0.65rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    text-align: start;
    cursor: pointer;
  }

  .opener:hover,
  .opener[aria-expanded='true'] {
    background: var(--_hover);
  }

  .opener:disabled {
    color: var(--_muted);
    cursor: default;
  }

  .opener:disabled:hover {
    background: var(--_surface);
  }

  .picture {
    position: relative;
    display: flex;
    flex: none;
  }

  .picture .icon {
    --xmpp-presence-badge-size: var(--xmpp-status-picker-badge-size, 1.125rem);
  }

  .texts {
    flex: 1;
    min-inline-size: 0;
    line-height: 1.3;
  }

  /* Clipped at the side alone: letters of some scripts go far below the line. */
  .title,
  .line {
    display: block;
    overflow: clip visible;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .title {
    font-weight: 600;
  }

  .line {
    color: var(--_muted);
    font-size: 0.8667em;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .chevron {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .opener:disabled .chevron {
    visibility: hidden;
  }

  .spinner {
    position: absolute;
    inset: -0.25rem;
    border: 2px solid transparent;
    border-block-start-color: var(--_accent);
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }

  .dots {
    display: none;
  }

  @keyframes turn {
    to {
      rotate: 1turn;
    }
  }

  @media (prefers-reduced-motion: reduce) {
    .spinner {
      display: none;
    }

    .dots {
      display: inline;
    }
  }

  .error {
    max-inline-size: var(--xmpp-status-picker-button-max-inline-size, 22rem);
    margin-block: 0.5rem 0;
    border: 1px solid color-mix(in srgb, var(--_danger) 40%, transparent);
    border-radius: var(--_radius);
  }

  @media (forced-colors: active) {
    .chevron {
      stroke: ButtonText;
    }

    .spinner {
      border-block-start-color: Highlight;
      forced-color-adjust: none;
    }
  }
`;
