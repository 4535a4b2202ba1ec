import { css } from 'lit';

export const groupFieldStyles = css`
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    margin: 0 0 0.375rem;
    padding: 0;
    list-style: none;
  }

  .chip {
    display: inline-flex;
    align-items: center;
    max-inline-size: 100%;
    padding-inline-start: 0.625rem;
    border-radius: 1rem;
    background: var(--_accent-soft);
    font-size: 0.8667em;
  }

  .chip-name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .chip button {
    display: grid;
    flex: none;
    place-items: center;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    padding: 0;
    border: 0;
    border-radius: 50%;
    background: transparent;
    cursor: pointer;
  }

  .chip button:hover {
    background: color-mix(in srgb, var(--_accent) 18%, transparent);
  }

  .chip svg {
    inline-size: 0.875rem;
    block-size: 0.875rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.6;
    stroke-linecap: round;
  }

  .combobox {
    position: relative;
  }

  .choices {
    position: absolute;
    inset-block-start: calc(100% + 2px);
    inset-inline: 0;
    z-index: 1;
    max-block-size: 13rem;
    padding: 0.25rem;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    box-shadow: var(--_shadow);
  }

  .choices[hidden] {
    display: none;
  }

  .choice {
    display: block;
    inline-size: 100%;
    padding: 0.375rem 0.5rem;
    border: 0;
    background: transparent;
    text-align: start;
    border-radius: var(--_control-radius);
    overflow-wrap: anywhere;
    cursor: pointer;
  }

  .choice:hover {
    background: var(--_hover);
  }

  .choice[aria-selected='true'] {
    background: var(--_accent-soft);
  }

  @media (pointer: coarse) {
    .chip button {
      inline-size: 44px;
      block-size: 44px;
    }

    .chip {
      border-radius: 22px;
    }

    .choice {
      min-block-size: 44px;
      align-content: center;
    }
  }

  @media (forced-colors: active) {
    .chip {
      border: 1px solid CanvasText;
    }

    .choice[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
