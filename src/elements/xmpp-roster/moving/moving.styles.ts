import { css } from 'lit';

/** Moving contacts: what shows in rows, below the list, and at the pointer. */
export const movingStyles = css`
  .row {
    -webkit-touch-callout: none;
  }

  .row.pressed {
    background: var(--_row-hover);
  }

  .contact.selected {
    background: var(--_accent-soft);
    box-shadow: inset 3px 0 0 var(--_accent);
  }

  .contact.selected:dir(rtl) {
    box-shadow: inset -3px 0 0 var(--_accent);
  }

  .drag-handle {
    display: none;
    flex: none;
    align-self: stretch;
    place-items: center;
    margin-inline: -0.375rem 0.125rem;
    inline-size: 1.5rem;
    color: var(--_muted);
    cursor: grab;
    touch-action: none;
  }

  .drag-handle svg,
  .menu-button svg {
    inline-size: 1rem;
    block-size: 1rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 2;
    stroke-linecap: round;
  }

  .lock {
    flex: none;
    inline-size: 0.875rem;
    block-size: 0.875rem;
    margin-inline-start: 0.375rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.5;
    stroke-linejoin: round;
  }

  .menu-button {
    display: grid;
    place-items: center;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    padding: 0;
    border: 0;
    border-radius: var(--_control-radius);
    background: none;
    color: var(--_muted);
    cursor: pointer;
  }

  .menu-button:hover {
    background: color-mix(in srgb, currentcolor 12%, transparent);
    color: var(--_text);
  }

  /* A long press is the finger's way to the menu. */
  @media (pointer: coarse) {
    .menu-button {
      display: none;
    }
  }

  .list.dragging.refused,
  .list.dragging.refused .row {
    cursor: not-allowed;
  }

  .list.dragging .menu-button {
    visibility: hidden;
  }

  .extra-targets {
    display: grid;
    flex: none;
    gap: 0.25rem;
    padding: 0.375rem;
    border-block-start: 1px solid var(--_border);
    user-select: none;
    -webkit-user-select: none;
  }

  .extra-target {
    min-block-size: var(--_group-height);
    padding: 0.25rem 0.75rem;
    border: 1px dashed var(--_control-border);
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 600;
    text-align: start;
  }

  .extra-target.target {
    border-color: transparent;
    background: var(--_accent-soft);
    color: var(--_accent);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }

  .drag-image.refused .line {
    color: var(--_danger);
  }

  .drag-image.idle .line {
    color: var(--_muted);
  }

  .drag-image .more-names {
    color: var(--_muted);
    font-size: 0.8125em;
  }

  .drag-count {
    display: grid;
    place-items: center;
    min-inline-size: 1.75rem;
    block-size: 1.75rem;
    margin-inline-end: 0.5rem;
    padding-inline: 0.375rem;
    border-radius: 1rem;
    background: var(--_accent);
    color: var(--_on-accent);
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }

  .menu-anchor {
    position: fixed;
    inline-size: 0;
    block-size: 0;
  }

  .menu {
    --_popup-inline-size: 15rem;
    padding: 0.25rem;
  }

  .menu .menu-item {
    padding-inline: 0.75rem;
  }

  /* The pointer takes the focus along, and arrows take it from there. */
  .menu .menu-item:focus {
    background: var(--_hover);
  }

  .menu-item.danger {
    color: var(--_danger);
  }

  .menu-line {
    margin: 0.25rem 0.5rem;
    border: 0;
    border-block-start: 1px solid var(--_border);
  }

  @media (pointer: coarse) {
    .extra-target {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .contact.selected:not(:focus-visible),
    .extra-target.target {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
