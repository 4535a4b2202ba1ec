import { css } from 'lit';

/** With `controlStyles`: the message of one's own and the priority. */
export const presenceFormStyles = css`
  .form {
    padding: 0.625rem 0.875rem 0.75rem;
    border-block-start: 1px solid var(--_border);
  }

  label {
    display: block;
    margin-block-end: 0.25rem;
    color: var(--_muted);
    font-size: 0.8667em;
  }

  .row {
    display: flex;
    gap: 0.5rem;
  }

  .field {
    position: relative;
    flex: 1;
    min-inline-size: 0;
  }

  .field .input {
    padding-inline-end: 2rem;
  }

  .clear {
    position: absolute;
    inset-block: 1px;
    inset-inline-end: 1px;
    display: grid;
    place-items: center;
    inline-size: 1.875rem;
    padding: 0;
    border: 0;
    border-radius: calc(var(--_radius) - 3px);
    background: transparent;
    cursor: pointer;
  }

  .clear svg {
    inline-size: 0.875rem;
    block-size: 0.875rem;
    fill: none;
    stroke: var(--_muted);
    stroke-width: 1.8;
    stroke-linecap: round;
  }

  .clear:hover svg {
    stroke: var(--_text);
  }

  .priority {
    margin-block-start: 0.5rem;
    font-size: 0.8667em;
  }

  summary {
    inline-size: fit-content;
    padding: 0.125rem 0.25rem;
    margin-inline-start: -0.25rem;
    border-radius: 4px;
    color: var(--_muted);
    cursor: pointer;
  }

  summary:hover {
    color: var(--_text);
  }

  .priority-row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.375rem 0.75rem;
    margin-block-start: 0.375rem;
  }

  .priority-row .input {
    flex: none;
    inline-size: 5.5rem;
    font-size: 1.154em;
  }

  .hint {
    flex: 1 1 9rem;
    margin: 0;
    color: var(--_muted);
    line-height: 1.35;
  }

  @media (pointer: coarse) {
    summary {
      align-content: center;
      min-block-size: 44px;
    }

    .clear {
      inline-size: 44px;
    }

    .field .input {
      padding-inline-end: 46px;
    }

    /* Smaller than this, and phones zoom in on it. */
    .priority-row .input {
      font-size: max(16px, 1em);
    }
  }

  @media (forced-colors: active) {
    .clear svg {
      stroke: ButtonText;
    }
  }
`;
