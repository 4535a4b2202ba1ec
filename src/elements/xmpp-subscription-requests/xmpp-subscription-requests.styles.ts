import { css } from 'lit';

export const subscriptionRequestsStyles = css`
  :host {
    display: block;
    max-block-size: var(--xmpp-subscription-requests-max-height, none);
    overflow: auto;
    scrollbar-width: thin;
    scrollbar-color: var(--_border) transparent;
  }

  .heading {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin: 0;
    padding: 0.625rem 0.875rem 0.25rem;
    font-size: 0.875em;
    font-weight: 600;
  }

  .count {
    min-inline-size: 1.375rem;
    padding-inline: 0.375rem;
    border-radius: 1rem;
    background: var(--_accent);
    color: var(--_on-accent);
    font-size: 0.8571em;
    font-variant-numeric: tabular-nums;
    line-height: 1.375rem;
    text-align: center;
  }

  .list {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  .request + .request {
    border-block-start: 1px solid var(--_border);
  }

  .entry {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.625rem 0.75rem;
    padding: 0.625rem 0.875rem 0.5rem;
  }

  .entry > .avatar .icon {
    display: none;
  }

  .lines {
    display: grid;
    align-content: center;
    gap: 0.125rem;
    min-block-size: 2.25rem;
  }

  /* At the list's side, not at that of their own script. */
  .lines > * {
    justify-self: start;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
  }

  .address {
    font-weight: 600;
  }

  .note {
    color: var(--_muted);
    font-size: 0.8667em;
  }

  .words {
    margin-block-start: 0.125rem;
    padding-inline-start: 0.625rem;
    border-inline-start: 3px solid var(--_border);
    font-size: 0.9333em;
    quotes: none;
  }

  .warning {
    display: flex;
    gap: 0.375rem;
    margin-block-start: 0.25rem;
    padding: 0.375rem 0.5rem;
    border-radius: var(--_control-radius);
    background: var(--_danger-soft);
    font-size: 0.8667em;
  }

  .warning svg {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    margin-block-start: 0.1em;
    fill: none;
    stroke: var(--_danger);
    stroke-width: 1.4;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .answers,
  .grant,
  .refuse {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.375rem;
  }

  .answers {
    grid-column: 1 / -1;
    justify-content: space-between;
  }

  .answers .button {
    padding-inline: 0.7rem;
    font-size: 0.9333em;
  }

  /* Quieter than to approve, and its words in line with what is above. */
  .refuse {
    gap: 0.25rem;
    margin-inline: -0.5rem;
  }

  .refuse .button {
    padding-inline: 0.5rem;
    border-color: transparent;
    background: transparent;
  }

  .refuse .button:hover {
    background: var(--_hover);
  }

  .refuse .danger:hover {
    background: var(--_danger-soft);
  }

  .more {
    margin: 0 0.875rem 0.75rem;
  }

  /* Always there, so that assistive technology notices when it says something. */
  .notice {
    margin: 0;
    color: var(--_muted);
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  .notice:not(:empty) {
    padding: 0.625rem 0.875rem;
  }

  @media (forced-colors: active) {
    .refuse {
      margin-inline: 0;
    }

    .refuse .button {
      border-color: ButtonText;
    }

    .count {
      border: 1px solid CanvasText;
    }

    .warning {
      border: 1px solid CanvasText;
    }

    .warning svg {
      stroke: CanvasText;
    }
  }
`;
