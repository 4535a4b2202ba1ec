import { css } from 'lit';

/** The lines of a menu or of a list of choices, over the full width: `.menu-item`; in it the `.tick` of the one that is chosen. */
export const menuItemStyles = css`
  .menu-item {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    inline-size: 100%;
    min-block-size: 2.125rem;
    padding: 0.25rem 0.5rem;
    border: 0;
    border-radius: var(--_control-radius);
    background: transparent;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .menu-item:hover {
    background: var(--_hover);
  }

  .menu-item[aria-disabled] {
    color: var(--_muted);
    cursor: default;
    opacity: 0.7;
  }

  .tick {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 1.8;
    stroke-linecap: round;
    stroke-linejoin: round;
    visibility: hidden;
  }

  .menu-item[aria-checked='true'] .tick {
    visibility: visible;
  }

  @media (pointer: coarse) {
    .menu-item {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .menu-item:focus-visible,
    .menu-item[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .tick {
      stroke: ButtonText;
    }
  }
`;
