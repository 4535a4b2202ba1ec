import { css, html, type TemplateResult } from 'lit';
import { initials, isOnline, type Contact } from '../state/contact.js';
import { presenceIcon } from './presence-icon.js';
import { styleMap } from './style-map.js';

/** The circle that stands for a person, with the presence icon at its edge: their picture, else their initials; `avatarStyles` and `presenceIconStyles` belong to it. */
export function renderAvatar(contact: Contact, picture?: string): TemplateResult {
  const look = styleMap({ '--_hue': String(hue(contact.jid)) });
  return html`<span class="avatar ${isOnline(contact) ? '' : 'absent'}" part="avatar" aria-hidden="true" style=${look}
    >${picture ? html`<img class="picture" part="picture" src=${picture} alt="" draggable="false" />` : initials(contact.name)} ${presenceIcon(contact.availability)}</span
  >`;
}

/** A colour of one's own: the same address always has the same, in degrees. */
function hue(jid: string): number {
  // FNV-1a, spread by the golden angle so that neighbours differ.
  let hash = 0x811c9dc5;
  for (let index = 0; index < jid.length; index++) hash = Math.imul(hash ^ jid.charCodeAt(index), 0x01000193);
  return Math.round(((hash >>> 0) * 137.508) % 360);
}

export const avatarStyles = css`
  .avatar {
    position: relative;
    flex: none;
    display: grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    border-radius: 50%;
    background: light-dark(oklch(0.9 0.055 var(--_hue)), oklch(0.38 0.07 var(--_hue)));
    color: light-dark(oklch(0.36 0.09 var(--_hue)), oklch(0.93 0.04 var(--_hue)));
    font-size: 0.8125rem;
    font-weight: 600;
    letter-spacing: 0.02em;
  }

  .avatar.absent {
    background: light-dark(oklch(0.93 0.012 var(--_hue)), oklch(0.32 0.015 var(--_hue)));
    color: var(--_muted);
  }

  .picture {
    grid-area: 1 / 1;
    inline-size: 100%;
    block-size: 100%;
    border-radius: inherit;
    object-fit: cover;
    user-select: none;
  }

  .absent .picture {
    filter: grayscale(0.85);
    opacity: 0.75;
  }

  .avatar .icon {
    --xmpp-presence-badge-size: 0.875rem;
    --_around: var(--xmpp-roster-background, var(--_surface));
    position: absolute;
    inset-block-end: -0.125rem;
    inset-inline-end: -0.1875rem;
    border-radius: 50%;
    background: var(--_around);
    box-shadow: 0 0 0 2px var(--_around);
  }
`;
