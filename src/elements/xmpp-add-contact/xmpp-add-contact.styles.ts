import { css } from 'lit';

export const addContactStyles = css`
  :host {
    display: block;
  }

  form,
  .field {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }

  form {
    gap: 0.75rem;
    margin: 0;
  }

  .field > label {
    margin-block-end: 0.25rem;
  }

  label {
    font-size: 0.8667em;
    font-weight: 500;
  }

  .optional {
    color: var(--_muted);
    font-weight: 400;
  }

  .note {
    margin: 0.25rem 0 0;
    color: var(--_muted);
    font-size: 0.8667em;
    overflow-wrap: anywhere;
  }

  .note.wrong {
    color: var(--_danger);
  }

  .note.warning {
    padding: 0.375rem 0.5rem;
    border-inline-start: 3px solid var(--_danger);
    border-radius: 4px;
    background: var(--_danger-soft);
    color: var(--_text);
  }

  .suggestion {
    justify-self: start;
    margin-block-start: 0.375rem;
    max-inline-size: 100%;
    overflow-wrap: anywhere;
    text-align: start;
  }

  .subscribe {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    justify-self: start;
    font-size: 0.9333em;
    font-weight: 400;
    cursor: pointer;
  }

  .message {
    margin-block-start: -0.25rem;
    padding-inline-start: 1.5625rem;
  }

  .submit {
    justify-self: start;
  }

  .submit:disabled {
    background: var(--_hover);
  }

  .notice {
    margin: 0;
    font-size: 0.875em;
    overflow-wrap: anywhere;
  }

  .notice:not(:empty) {
    margin-block-start: 0.75rem;
    padding: 0.5rem 0.75rem;
    border-radius: var(--_control-radius);
    background: var(--_accent-soft);
  }

  .error {
    margin-block-start: 0.75rem;
    border: 1px solid color-mix(in srgb, var(--_danger) 40%, transparent);
    border-radius: var(--_control-radius);
  }

  @media (pointer: coarse) {
    .subscribe {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .notice:not(:empty) {
      border: 1px solid CanvasText;
    }

    .note.warning {
      border-inline-start-color: CanvasText;
    }
  }
`;
