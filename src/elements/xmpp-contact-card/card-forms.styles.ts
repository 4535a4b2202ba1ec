import { css } from 'lit';

/** What one can do in a card: buttons, checkboxes and fields. */
export const cardFormStyles = css`
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }

  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem 0.5rem;
  }

  .button {
    font-size: 0.9333em;
    line-height: 1.25;
    text-align: center;
  }

  .button.quiet {
    min-block-size: 1.75rem;
    margin-inline-start: -0.375rem;
    padding-inline: 0.375rem;
    border-color: transparent;
    background: transparent;
    color: var(--_accent);
  }

  .button.quiet:hover {
    background: var(--_hover);
  }

  /* Words and buttons side by side where there is room. */
  .side {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
  }

  .side p {
    flex: 1 1 auto;
    max-inline-size: 100%;
  }

  .side + .side,
  .quote + .side {
    margin-block-start: 0.75rem;
  }

  .side .buttons:empty {
    display: none;
  }

  .without {
    margin-block: 0.75rem 0.25rem;
  }

  .without ~ .side {
    margin-block-start: 0;
  }

  .side.request,
  .side.blocked {
    padding: 0.625rem 0.75rem 0.75rem;
    border-radius: var(--_radius);
    background: var(--_accent-soft);
  }

  .side.blocked {
    background: var(--_danger-soft);
  }

  .quote {
    margin-block-start: 0.875rem;
    padding-inline-start: 0.625rem;
    border-inline-start: 3px solid var(--_border);
  }

  .groups {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 1rem;
    max-block-size: 14rem;
    margin-block-end: 0.625rem;
    overflow: auto;
  }

  .groups:empty {
    display: none;
  }

  .group {
    display: flex;
    align-items: center;
    gap: 0.4375rem;
    min-inline-size: 0;
    max-inline-size: 100%;
    min-block-size: 1.75rem;
    cursor: pointer;
  }

  .group input {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    margin: 0;
    margin-inline-start: 2px;
    accent-color: var(--_accent);
    cursor: inherit;
  }

  .group input:focus-visible {
    outline-offset: 1px;
  }

  .group bdi {
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .group.pending {
    font-style: italic;
    cursor: progress;
  }

  .field-row {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }

  .field-row .input {
    flex: 1 1 7rem;
    min-inline-size: 0;
  }

  .field-row .button {
    flex: none;
  }

  .question {
    display: grid;
    gap: 0.625rem;
  }

  .question bdi {
    font-weight: 600;
  }

  @media (pointer: coarse) {
    .button.quiet,
    .group {
      min-block-size: 44px;
      min-inline-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .button.quiet {
      border-color: ButtonText;
    }

    .side.request,
    .side.blocked {
      outline: 1px solid CanvasText;
    }
  }
`;
