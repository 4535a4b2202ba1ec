import { css } from 'lit';

/** What was done, said on the list's lower edge. */
export const toastStyles = css`
  /* It has no height of its own: the toast stands on the list's lower edge. */
  .toasts {
    position: relative;
    flex: none;
    block-size: 0;
    z-index: 2;
  }

  .toast {
    position: absolute;
    inset-inline: 0.5rem;
    inset-block-end: 0.5rem;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    padding: 0.375rem 0.375rem 0.375rem 0.75rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
    font-size: 0.875em;
  }

  .toast-text {
    flex: 1 1 8rem;
    max-block-size: 6em;
    overflow: auto;
    overflow-wrap: anywhere;
  }

  .toast-progress {
    inline-size: 100%;
    accent-color: var(--_accent);
  }

  .toast-action,
  .toast-close {
    flex: none;
    min-inline-size: 2rem;
    min-block-size: 2rem;
    padding: 0.125rem 0.5rem;
    border: 0;
    border-radius: var(--_control-radius);
    background: transparent;
    cursor: pointer;
  }

  .toast-action {
    color: var(--_accent);
    font-weight: 600;
  }

  .toast-action:hover,
  .toast-close:hover {
    background: var(--_hover);
  }

  @media (pointer: coarse) {
    .toast-action,
    .toast-close {
      min-block-size: 44px;
    }
  }
`;
