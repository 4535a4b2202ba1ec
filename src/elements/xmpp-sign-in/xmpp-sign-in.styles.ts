import { css } from 'lit';

export const signInStyles = css`
  :host {
    display: none;
    max-inline-size: 24rem;
  }

  :host(:state(needed)),
  :host(:state(signed-in)) {
    display: block;
    /* As below the connection's own line; what follows would touch a button. */
    margin-block-end: 0.75rem;
  }

  :host(:state(signed-in)) {
    max-inline-size: none;
  }

  .account {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
  }

  .who {
    flex: 1 1 8rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }

  form {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.875rem;
    margin: 0;
  }

  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25rem;
  }

  .field label {
    font-size: 0.8667em;
    font-weight: 500;
  }

  .note {
    margin: 0;
    color: var(--_muted);
    font-size: 0.8667em;
    overflow-wrap: anywhere;
  }

  .note:empty {
    display: none;
  }

  .note.wrong {
    color: var(--_danger);
  }

  .stay {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: center;
    gap: 0.125rem 0.5rem;
    justify-self: start;
    cursor: pointer;
  }

  .stay .note {
    grid-column: 2;
  }

  .failure {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    padding: 0.6rem 0.75rem;
    border: 1px solid color-mix(in srgb, var(--_danger) 45%, transparent);
    border-radius: var(--_control-radius);
    background: var(--_danger-soft);
    font-size: 0.9333em;
    overflow-wrap: anywhere;
  }

  .failure.passing {
    border-color: var(--_border);
    background: var(--_raised);
  }

  @media (pointer: coarse) {
    .stay {
      min-block-size: 44px;
    }
  }
`;
