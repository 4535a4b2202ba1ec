import { css } from 'lit';

export const cardStyles = css`
  :host {
    --_card: var(--xmpp-contact-card-background, var(--_around-card, var(--_surface)));
    --_padding: var(--xmpp-contact-card-padding, 1rem);
    display: block;
    box-sizing: border-box;
    min-inline-size: 0;
    border: 1px solid var(--xmpp-contact-card-border-color, var(--_border));
    border-radius: var(--xmpp-contact-card-border-radius, calc(var(--_radius) + 4px));
    background: var(--_card);
    /* For its corners; not hidden, because what it says at its end sticks to the page's edge. */
    overflow: clip;
    overflow-wrap: anywhere;
  }

  h2,
  h3,
  p,
  ul {
    margin: 0;
  }

  .card > * {
    padding-inline: var(--_padding);
  }

  section {
    padding-block: 0.75rem 0.875rem;
    border-block-start: 1px solid var(--_border);
  }

  h3,
  legend,
  .title {
    display: block;
    padding: 0;
    margin-block-end: 0.5rem;
    color: var(--_muted);
    font-size: 0.8125em;
    font-weight: 600;
    letter-spacing: 0.01em;
  }

  /* Told to assistive technology by the focus that went there. */
  :is(h2, h3, legend, p)[tabindex]:focus {
    outline: none;
  }

  :is(h2, h3, legend, p)[tabindex]:focus-visible {
    border-radius: 3px;
    outline: var(--_focus-width) solid var(--_focus);
    outline-offset: 2px;
  }

  .head {
    display: flex;
    align-items: center;
    gap: 0.875rem;
    padding-block: 1rem 0.75rem;
    padding-inline-end: calc(var(--_padding) + var(--_header-end, 0px));
  }

  .head .avatar {
    inline-size: 3.5rem;
    block-size: 3.5rem;
    font-size: 1.25rem;
  }

  .head .avatar .icon {
    --xmpp-presence-badge-size: 1.125rem;
    --_around: var(--_card);
    inset-block-end: 0;
    inset-inline-end: -0.125rem;
  }

  .who {
    flex: 1;
    min-inline-size: 0;
  }

  h2 {
    font-size: 1.1875em;
    font-weight: 650;
    line-height: 1.25;
  }

  .name {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }

  .address {
    display: block;
    max-block-size: 8em;
    overflow: auto;
    color: var(--_muted);
    font-size: 0.9333em;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    user-select: text;
    -webkit-user-select: text;
  }

  h2 .address {
    color: inherit;
    font-size: 0.875em;
  }

  .note {
    color: var(--_muted);
    font-size: 0.8667em;
  }

  .nick {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
  }

  .now,
  .devices li {
    display: flex;
    align-items: start;
    gap: 0.625rem;
  }

  .now {
    padding-block-end: 0.875rem;
  }

  .now > .icon {
    --xmpp-presence-badge-size: 1.125rem;
    margin-block-start: 0.125rem;
  }

  .state {
    flex: 1;
    min-inline-size: 0;
  }

  .availability {
    font-weight: 600;
  }

  .foreign {
    max-block-size: 8.5em;
    overflow: auto;
    scrollbar-width: thin;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    white-space: pre-line;
  }

  .devices {
    display: grid;
    gap: 0.625rem;
    padding: 0;
    list-style: none;
  }

  .devices .icon {
    --xmpp-presence-badge-size: 1rem;
    margin-block-start: 0.1875rem;
  }

  .devices .foreign {
    color: var(--_muted);
    font-size: 0.8667em;
  }

  .device-line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.125rem 0.5rem;
  }

  .device-name {
    display: -webkit-box;
    overflow: hidden;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    font-weight: 500;
  }

  .counts {
    padding: 0 0.4375rem;
    border-radius: 1em;
    background: var(--_accent-soft);
    color: light-dark(color-mix(in srgb, var(--_accent) 85%, var(--_text)), var(--_accent));
    font-size: 0.8em;
    font-weight: 600;
  }

  .notice {
    padding-block-end: 1rem;
    color: var(--_muted);
  }

  /* In sight, wherever one is in a card that scrolls. */
  .notes {
    position: sticky;
    inset-block-end: 0;
    padding: 0 !important;
    border-end-start-radius: inherit;
    border-end-end-radius: inherit;
  }

  .done:not(:empty) {
    display: flex;
    gap: 0.5rem;
    padding: 0.5rem var(--_padding);
    border-block-start: 1px solid var(--_border);
    background: var(--_accent-soft);
    font-size: 0.9333em;
  }

  .done:not(:empty)::before {
    content: '✓' / '';
    color: var(--_accent);
    font-weight: 700;
  }

  .error {
    padding-inline: var(--_padding);
  }

  @media (forced-colors: active) {
    .counts {
      outline: 1px solid CanvasText;
    }
  }
`;
