import { css } from 'lit';

export const connectionStyles = css`
  :host {
    display: block;
  }

  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
    margin-block-end: 0.75rem;
    padding: 0.6rem 0.85rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
  }

  .error {
    border-color: color-mix(in srgb, var(--_danger) 45%, transparent);
    background: var(--_danger-soft);
  }

  .text {
    flex: 1 1 14rem;
  }

  button {
    padding: 0.25rem 0.75rem;
    border: 1px solid currentcolor;
    border-radius: var(--_control-radius);
    background: transparent;
    cursor: pointer;
  }

  @media (pointer: coarse) {
    button {
      min-block-size: 2.75rem;
    }
  }
`;
