import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from '../../state/contact.js';
import { renderAvatar } from '../avatar.js';
import { words } from '../messages/messages.js';
import { capitalized, contactLabel, contactLine } from '../words.js';
import { markedText } from './finding/marked-text.js';
import type { ContactRowContext } from './own-content.js';
import type { RowContent } from './row-contents.js';
import type { ContactRow } from './roster-rows.js';
import { unreadBadge, unreadLabel } from './unread.js';

/** A person as rows show them. */
export function renderPerson(contact: Contact, content: RowContent): TemplateResult {
  return html`${renderAvatar(contact, content.picture)} ${renderLines(contact, content)} ${renderUnread(content)}`;
}

function renderLines(contact: Contact, { idle, distinction, terms }: RowContent): TemplateResult {
  const line = contactLine(contact);
  return html`<span class="lines">
    <span class="who"
      ><bdi class="name" part="name">${markedText(contact.name, terms)}</bdi>${distinction ? html` <bdi class="distinction" part="distinction">${distinction}</bdi>` : nothing}</span
    >
    ${line || idle
      ? html`<span class="more"
          >${line ? html`<bdi class="line" part="status">${line}</bdi>` : nothing}${idle ? html`<span class="idle-time" part="idle">${line ? idle : capitalized(idle)}</span>` : nothing}</span
        >`
      : nothing}
  </span>`;
}

function renderUnread({ unread }: RowContent): TemplateResult | typeof nothing {
  return unread > 0 ? html`<span class="unread" part="unread"><bdi>${unreadBadge(unread)}</bdi></span>` : nothing;
}

/** What the page's own template is given. */
export function rowContext(row: ContactRow, contact: Contact, content: RowContent, pending: boolean): ContactRowContext {
  const { unread, idle, distinction } = content;
  return { group: row.group, unread, idle, distinction, pending, avatar: renderAvatar(contact, content.picture), standard: renderPerson(contact, content) };
}

/** What assistive technology says of a row: "Ann Lee (alee), away, in a meeting, idle for 12 min, 3 unread". */
export function rowLabel(contact: Contact, { distinction, idle, unread }: RowContent): string {
  const { phrases, rows } = words();
  const name = distinction ? rows.distinct(contact.name, distinction) : contact.name;
  return phrases.series([contactLabel({ ...contact, name }), idle, unread > 0 ? unreadLabel(unread) : ''].filter(Boolean));
}
