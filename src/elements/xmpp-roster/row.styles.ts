import { css } from 'lit';

/** A contact's row: picture, name and what is said under it, unread count, buttons. */
export const rowStyles = css`
  .contact {
    display: flex;
    block-size: var(--_contact-height);
  }

  .contact .cell {
    flex: 1;
    min-inline-size: 0;
  }

  .avatar {
    margin-inline-end: 0.75rem;
  }

  .lines {
    flex: 1;
    min-inline-size: 0;
  }

  /* At the list's side, not at that of their own script. */
  .who,
  .more {
    display: flex;
    align-items: baseline;
    min-inline-size: 0;
  }

  /* Clipped at the side alone: letters of some scripts go far below the line. */
  .name,
  .distinction,
  .line,
  .idle-time {
    min-inline-size: 0;
    overflow: clip visible;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .name {
    font-weight: 500;
  }

  .contact:not(.online) .name {
    color: var(--_muted);
  }

  .who {
    gap: 0.375rem;
  }

  .distinction {
    flex-shrink: 2;
  }

  .distinction,
  .line,
  .idle-time {
    color: var(--_muted);
    font-size: 0.8125em;
  }

  .line {
    max-inline-size: 100%;
  }

  /* Where there is no room for both, what they say themselves goes on. */
  .more {
    flex-wrap: wrap;
    block-size: 1.15em;
    overflow: hidden;
  }

  .line + .idle-time::before {
    content: ' · ';
    white-space: pre;
  }

  .unread {
    flex: none;
    min-inline-size: 1.25rem;
    margin-inline-start: 0.5rem;
    padding-inline: 0.375rem;
    border-radius: 1rem;
    background: var(--xmpp-roster-unread-background, var(--_accent));
    color: var(--xmpp-roster-unread-color, var(--_on-accent));
    font-size: 0.75rem;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
    line-height: 1.25rem;
    text-align: center;
  }

  .contact[part~='has-unread'] .name {
    color: var(--_text);
    font-weight: 700;
  }

  .actions {
    position: absolute;
    inset-block: 0.125rem;
    inset-inline-end: 0.25rem;
    display: flex;
    align-items: center;
    gap: 0.125rem;
    background: linear-gradient(var(--_row-hover), var(--_row-hover)), var(--xmpp-roster-background, var(--_surface));
    opacity: 0;
    pointer-events: none;
  }

  /* What they cover fades out instead of being cut. */
  .actions::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-end: 100%;
    inline-size: 1.25rem;
    background: inherit;
    mask-image: linear-gradient(to right, transparent, #000);
  }

  .actions:dir(rtl)::before {
    mask-image: linear-gradient(to left, transparent, #000);
  }

  .list:not(.dragging) .contact:hover .actions,
  .list:not(.dragging) .contact:focus-within .actions {
    opacity: 1;
    pointer-events: auto;
  }

  .action {
    display: grid;
    place-items: center;
    min-inline-size: 1.75rem;
    block-size: 1.75rem;
    padding: 0 0.5rem;
    border: 0;
    border-radius: var(--_control-radius);
    background: none;
    color: var(--_text);
    font-size: 0.8125em;
    white-space: nowrap;
    cursor: pointer;
  }

  .action.icon-only {
    padding: 0.25rem;
    font-size: 1rem;
  }

  .action:hover {
    background: var(--_accent-soft);
    color: var(--_accent);
  }

  .action svg {
    inline-size: 1.125rem;
    block-size: 1.125rem;
  }

  :host([density='compact']) {
    --_group-height: var(--xmpp-roster-group-height, 1.75rem);
    --_contact-height: var(--xmpp-roster-contact-height, 2rem);

    & .avatar {
      inline-size: 1.5rem;
      block-size: 1.5rem;
      margin-inline-end: 0.625rem;
      font-size: 0.5625rem;
    }

    & .avatar .icon {
      --xmpp-presence-badge-size: 0.75rem;
    }

    & .contact .lines {
      display: flex;
      align-items: baseline;
      gap: 0.5rem;
    }

    & .contact .who {
      flex-shrink: 0;
      max-inline-size: 100%;
    }

    & .contact .more {
      flex: 1;
    }

    & .action {
      block-size: 1.5rem;
    }
  }

  /* Without a pointer that hovers they would be out of reach. */
  @media (hover: none) and (pointer: coarse) {
    .actions {
      position: static;
      background: none;
      opacity: 1;
      pointer-events: auto;
    }

    .actions::before {
      content: none;
    }
  }

  @media (pointer: coarse) {
    :host([density='compact']) {
      --_contact-height: var(--xmpp-roster-contact-height, 2.75rem);
      --_group-height: var(--xmpp-roster-group-height, 2.75rem);
    }

    .action,
    :host([density='compact']) .action {
      min-inline-size: 2.75rem;
      block-size: 2.75rem;
    }
  }

  @media (forced-colors: active) {
    .unread {
      border: 1px solid;
    }

    .action:hover {
      outline: 1px solid Highlight;
    }
  }
`;
