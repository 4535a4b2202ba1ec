import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from '../style-map.js';
import { isOnline, type Contact } from '../../state/contact.js';
import type { GroupName } from '../../state/roster-edits.js';
import { renderAvatar } from '../avatar.js';
import { words } from '../messages/messages.js';
import { contactLabel, contactLine, numberWords } from '../words.js';
import type { ContactRow, GroupRow } from './roster-rows.js';

/** What a row shows besides its data. */
export interface RowLook {
  readonly index: number;
  /** Distance from the top of the list, in CSS px. */
  readonly top: number;
  /** Whether it is the list's one tab stop. */
  readonly active: boolean;
  /** Whether a drop now would land in its group. */
  readonly target: boolean;
}

export interface ContactLook extends RowLook {
  readonly pending: boolean;
  readonly dragged: boolean;
}

function parts(...names: readonly (string | false)[]): string {
  return names.filter((name) => name !== false).join(' ');
}

function place({ top }: RowLook): ReturnType<typeof styleMap> {
  return styleMap({ transform: `translateY(${top}px)` });
}

/** "Friends" or what stands for no group. */
export function groupTitle(group: GroupName): string {
  return group ?? words().roster.noGroup;
}

export function renderGroupRow(row: GroupRow, look: RowLook): TemplateResult {
  const { size, online } = row.view;
  const title = groupTitle(row.group);
  return html`<div
    class="row group ${look.target ? 'target' : ''}"
    part=${parts('group-header', look.target && 'drop-target')}
    role="row"
    aria-level="1"
    aria-expanded=${row.expanded ? 'true' : 'false'}
    aria-posinset=${row.position}
    aria-setsize=${row.setSize}
    aria-label=${words().roster.groupLabel(title, online, size)}
    tabindex=${look.active ? 0 : -1}
    data-index=${look.index}
    data-group=${row.group ?? nothing}
    style=${place(look)}
  >
    <div class="cell" role="gridcell">
      <svg class="chevron" viewBox="0 0 16 16" aria-hidden="true"><path d="m6 4 4 4-4 4" /></svg>
      <bdi class="title" part="group-name">${title}</bdi>
      <span class="count" part="group-count">${numberWords(online)}<span class="total">/${numberWords(size)}</span></span>
    </div>
  </div>`;
}

export function renderContactRow(row: ContactRow, contact: Contact, look: ContactLook): TemplateResult {
  const online = isOnline(contact);
  return html`<div
    class="row contact ${online ? 'online' : ''} ${look.target ? 'target' : ''} ${look.pending ? 'pending' : ''} ${look.dragged ? 'dragged' : ''}"
    part=${parts('contact', online ? 'online' : 'offline', look.pending && 'pending', look.dragged && 'dragged', look.target && 'drop-target')}
    role="row"
    aria-level="2"
    aria-posinset=${row.position}
    aria-setsize=${row.setSize}
    aria-label=${contactLabel(contact)}
    aria-busy=${look.pending ? 'true' : nothing}
    tabindex=${look.active ? 0 : -1}
    data-index=${look.index}
    data-jid=${row.jid}
    data-group=${row.group ?? nothing}
    style=${place(look)}
  >
    <div class="cell" role="gridcell">${renderPerson(contact)}</div>
  </div>`;
}

/** A person as rows and the drag picture show them. */
export function renderPerson(contact: Contact): TemplateResult {
  const line = contactLine(contact);
  return html`${renderAvatar(contact)}
    <span class="lines">
      <bdi class="name" part="name">${contact.name}</bdi>
      ${line ? html`<bdi class="line" part="status">${line}</bdi>` : nothing}
    </span>`;
}
