import { css } from 'lit';

/** Text fields, check boxes and buttons as forms have them. `.primary` is what one most likely wants, `.danger` what cannot be undone. */
export const controlStyles = css`
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.375rem;
    min-block-size: 2.125rem;
    padding: 0.25rem 0.8rem;
    border: 1px solid var(--_control-border);
    border-radius: var(--_control-radius);
    background: var(--_surface);
    cursor: pointer;
  }

  .button:hover {
    background: var(--_hover);
  }

  .button:focus-visible {
    outline-offset: 1px;
  }

  .button:disabled {
    color: var(--_muted);
    cursor: default;
  }

  .button.primary {
    border-color: transparent;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
  }

  .button.primary:hover {
    background: color-mix(in srgb, var(--_accent) 88%, var(--_text));
  }

  .button.danger {
    border-color: color-mix(in srgb, var(--_danger) 60%, transparent);
    color: var(--_danger);
  }

  .button.danger:hover {
    background: var(--_danger-soft);
  }

  .input {
    inline-size: 100%;
    min-block-size: 2.125rem;
    padding: 0.25rem 0.5rem;
    border: 1px solid var(--_control-border);
    border-radius: var(--_control-radius);
    background: var(--_surface);
    text-overflow: ellipsis;
  }

  .input[aria-invalid='true'] {
    border-color: var(--_danger);
  }

  /* With nothing in it, dir=auto would mean left to right. */
  .input:placeholder-shown {
    direction: inherit;
  }

  .input::placeholder {
    color: var(--_muted);
    opacity: 1;
  }

  .checkbox {
    flex: none;
    inline-size: 1.0625rem;
    block-size: 1.0625rem;
    margin: 0;
    accent-color: var(--_accent);
  }

  .checkbox:focus-visible {
    outline-offset: 2px;
  }

  @media (pointer: coarse) {
    .button,
    .input {
      min-block-size: 44px;
    }

    /* Smaller than this, and phones zoom in on it. */
    .input {
      font-size: max(16px, 1em);
    }
  }

  @media (forced-colors: active) {
    .button {
      border-color: ButtonText;
    }
  }
`;
