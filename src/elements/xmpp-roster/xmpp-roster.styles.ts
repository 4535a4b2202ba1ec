import { css } from 'lit';

export const rosterStyles = css`
  :host {
    --_group-height: var(--xmpp-roster-group-height, 2.25rem);
    --_contact-height: var(--xmpp-roster-contact-height, 3.25rem);
    --_row-hover: var(--xmpp-roster-hover-background, var(--_hover));
    display: flex;
    flex-direction: column;
    position: relative;
    min-inline-size: 0;
    max-block-size: var(--xmpp-roster-max-height, 100dvh);
    border: 1px solid var(--xmpp-roster-border-color, var(--_border));
    border-radius: var(--xmpp-roster-border-radius, calc(var(--_radius) + 4px));
    background: var(--xmpp-roster-background, var(--_surface));
    overflow: hidden;
  }

  .requests {
    flex: none;
    max-block-size: min(50%, 22rem);
  }

  .requests:not(:state(empty)) {
    border-block-end: 1px solid var(--_border);
  }

  .list {
    position: relative;
    flex: 1 1 auto;
    min-block-size: 0;
    overflow: hidden auto;
    overflow-anchor: none;
    scrollbar-width: thin;
    scrollbar-color: var(--_border) transparent;
  }

  .list.dragging,
  .list.dragging .row {
    cursor: grabbing;
  }

  .rows {
    position: relative;
    margin-block: 0.375rem;
  }

  .row {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0.375rem;
    border-radius: var(--_radius);
    scroll-margin-block: 0.375rem;
    cursor: default;
    user-select: none;
    -webkit-user-select: none;
    contain: layout style;
  }

  .row:hover {
    background: var(--_row-hover);
  }

  .cell {
    display: flex;
    align-items: center;
    block-size: 100%;
    padding-inline: calc(0.5rem + min(var(--_depth, 0), 6) * var(--xmpp-roster-indent, 0.875rem)) 0.5rem;
  }

  .group {
    block-size: var(--_group-height);
    color: var(--xmpp-roster-group-color, var(--_muted));
    font-size: 0.8125em;
    font-weight: 600;
    letter-spacing: 0.01em;
  }

  .chevron {
    flex: none;
    inline-size: 1rem;
    block-size: 1rem;
    margin-inline-end: 0.375rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .chevron:dir(rtl) {
    transform: scaleX(-1);
  }

  .group[aria-expanded='true'] .chevron {
    transform: rotate(90deg);
  }

  .title {
    min-inline-size: 0;
    overflow: clip visible;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .count {
    margin-inline-start: auto;
    padding-inline-start: 0.5rem;
    color: var(--_text);
    font-variant-numeric: tabular-nums;
  }

  .total {
    color: var(--_muted);
    font-weight: 400;
  }

  .contact.target {
    border-radius: 0;
    background: var(--_accent-soft);
  }

  .group.target {
    background: var(--_accent-soft);
    color: var(--_accent);
    box-shadow: inset 0 0 0 2px var(--_accent);
  }

  /* On its way, but as readable as the others. */
  .dragged .avatar,
  .pending .avatar {
    outline: 1px dashed;
    outline-offset: -1px;
    background: none;
  }

  .dragged .picture,
  .pending .picture {
    opacity: 0.5;
  }

  .dragged .name,
  .pending .name {
    font-style: italic;
  }

  .dragged:not(:focus-visible),
  .pending:not(:focus-visible) {
    outline: 1px dashed var(--_muted);
    outline-offset: -1px;
  }

  .ruler {
    visibility: hidden;
  }

  .notice {
    padding: 0.625rem 0.875rem;
    color: var(--_muted);
    font-size: 0.875em;
  }

  /* A live region that is not there says nothing when something comes into it. */
  .notice.silent {
    padding-block: 0;
    border: 0;
  }

  .notice.over-list:not(.silent) {
    border-block-end: 1px solid var(--_border);
  }

  .drag-image {
    position: fixed;
    inset: 0 auto auto 0;
    margin: 0;
    max-inline-size: 18rem;
    padding: 0.5rem 0.875rem 0.5rem 0.5rem;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_raised);
    color: inherit;
    box-shadow: var(--_shadow);
    pointer-events: none;
  }

  .drag-image:popover-open {
    display: flex;
    align-items: center;
  }

  .drag-image .lines {
    display: grid;
  }

  .drag-image .line {
    color: var(--_accent);
    font-weight: 500;
  }

  @media (prefers-reduced-motion: no-preference) {
    .chevron {
      transition: transform 120ms ease;
    }
  }

  @media (pointer: coarse) {
    :host {
      --_group-height: var(--xmpp-roster-group-height, 2.75rem);
    }
  }

  @media (forced-colors: active) {
    .group.target,
    .contact.target {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
