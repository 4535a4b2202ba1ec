import { css } from 'lit';

/** Moving contacts: what shows in rows, below the list, and over the page. */
export const movingStyles = css`
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  .row.contact {
    -webkit-touch-callout: none;
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

  .group:is(:hover, :focus-visible) .menu-button,
  .menu-button:focus-visible {
    visibility: visible;
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

  .menu-anchor {
    position: fixed;
    inline-size: 0;
    block-size: 0;
  }

  .menu {
    --_popup-inline-size: 15rem;
    padding: 0.25rem;
  }

  .menu-item {
    display: block;
    inline-size: 100%;
    min-block-size: 2.125rem;
    padding: 0.25rem 0.75rem;
    border: 0;
    border-radius: var(--_control-radius);
    background: transparent;
    text-align: start;
    overflow-wrap: anywhere;
    cursor: default;
  }

  .menu-item:focus {
    outline: none;
    background: var(--_hover);
  }

  .menu-item:focus-visible {
    outline: var(--_focus-width) solid var(--_focus);
  }

  .menu-item[aria-disabled] {
    color: var(--_muted);
    opacity: 0.7;
  }

  .menu-item.danger {
    color: var(--_danger);
  }

  .menu-line {
    margin: 0.25rem 0.5rem;
    border: 0;
    border-block-start: 1px solid var(--_border);
  }

  .dialog {
    inline-size: min(22rem, 100% - 2rem);
    max-block-size: calc(100% - 2rem);
    padding: 1rem;
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) + 4px);
    background: var(--_raised);
    box-shadow: var(--_shadow);
    color: var(--_text);
  }

  .dialog::backdrop {
    background: rgb(0 0 0 / 0.35);
  }

  .dialog h2 {
    margin: 0 0 0.5rem;
    font-size: 1.0625em;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }

  .dialog p {
    margin: 0 0 0.75rem;
    color: var(--_muted);
    overflow-wrap: anywhere;
  }

  .dialog .problem {
    margin-block-start: 0.375rem;
    color: var(--_danger);
  }

  .dialog .field {
    display: grid;
    gap: 0.25rem;
    margin-block-end: 0.75rem;
    font-weight: 500;
  }

  .dialog .buttons {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.5rem;
    margin-block-start: 0.75rem;
  }

  .chooser[open] {
    display: flex;
    flex-direction: column;
  }

  .chooser-list {
    flex: 1 1 auto;
    min-block-size: 6rem;
    max-block-size: 18rem;
    margin-block-start: 0.5rem;
    overflow: auto;
  }

  .chooser .choice {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    align-items: center;
    inline-size: 100%;
    min-block-size: 2.125rem;
    padding: 0.25rem 0.625rem;
    border: 0;
    border-radius: var(--_control-radius);
    background: transparent;
    text-align: start;
    cursor: default;
  }

  .choice-name {
    overflow-wrap: anywhere;
  }

  .choice-problem {
    color: var(--_muted);
    font-size: 0.8125em;
  }

  .chooser .choice:hover {
    background: var(--_hover);
  }

  .chooser .choice[aria-selected='true'] {
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }

  .chooser .choice.none {
    font-style: italic;
  }

  @media (pointer: coarse) {
    .menu-item,
    .chooser .choice,
    .toast-action,
    .toast-close,
    .extra-target {
      min-block-size: 44px;
    }
  }

  @media (forced-colors: active) {
    .contact.selected {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }

    .extra-target.target,
    .chooser .choice[aria-selected='true'],
    .menu-item:focus {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
