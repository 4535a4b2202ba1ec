import { css } from 'lit';

/** With `controlStyles`: the search box and the menu beside it, and what was found. */
export const findingStyles = css`
  .tools {
    display: flex;
    flex: none;
    gap: 0.25rem;
    padding: 0.5rem 0.5rem 0.375rem;
  }

  .search-box {
    position: relative;
    display: flex;
    flex: 1;
    min-inline-size: 0;
    align-items: center;
  }

  .search-box > .glyph {
    position: absolute;
    inset-inline-start: 0.5rem;
    color: var(--_muted);
    pointer-events: none;
  }

  .search {
    padding-inline: 2rem;
    appearance: none;
  }

  .search:placeholder-shown {
    padding-inline-end: 0.5rem;
  }

  .search::-webkit-search-cancel-button {
    display: none;
  }

  .tool {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    min-inline-size: 2.125rem;
    min-block-size: 2.125rem;
    padding: 0;
    border: 0;
    border-radius: var(--_control-radius);
    background: transparent;
    color: var(--_muted);
    cursor: pointer;
  }

  .tool:hover,
  .tool[aria-expanded='true'] {
    background: var(--_hover);
    color: var(--_text);
  }

  .search-box .tool {
    position: absolute;
    inset-inline-end: 0;
  }

  .tool.filtering {
    background: var(--_accent-soft);
    color: var(--_accent);
  }

  .tools .glyph {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .found {
    padding: 0.125rem 0.875rem 0.375rem;
    color: var(--_muted);
    font-size: 0.8125em;
  }

  .found:empty {
    padding-block: 0;
  }

  .view-menu {
    --_popup-inline-size: 14rem;
    font-size: 0.9375em;
  }

  .view-set {
    padding: 0.375rem;
  }

  .view-set + .view-set {
    border-block-start: 1px solid var(--_border);
  }

  .view-label {
    padding: 0.125rem 0.5rem;
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 600;
  }

  .match {
    border-radius: 2px;
    background: var(--xmpp-roster-match-background, light-dark(#ffe9a8, #5c4a10));
    color: inherit;
  }

  @media (pointer: coarse) {
    .tool {
      min-inline-size: 44px;
      min-block-size: 44px;
    }

    .search {
      padding-inline-end: 44px;
    }
  }

  @media (forced-colors: active) {
    .match {
      background: Mark;
      color: MarkText;
    }

    .tool.filtering {
      outline: 1px solid Highlight;
      outline-offset: -1px;
    }
  }
`;
