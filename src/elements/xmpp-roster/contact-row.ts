import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from '../style-map.js';
import { isOnline, type Contact } from '../../state/contact.js';
import { groupOfSection, type SectionId } from '../../state/sections.js';
import { words } from '../messages/messages.js';
import { numberWords } from '../words.js';
import { renderPerson, rowContext, rowLabel } from './contact-person.js';
import { ownContent } from './own-content.js';
import type { MovingLook } from './moving/roster-moving.js';
import { renderDragHandle, renderLock, renderMenuButton } from './moving/row-extras.js';
import type { ContactRow, GroupRow, RosterRow } from './roster-rows.js';
import { renderRowActions } from './row-actions.js';
import type { RowContent } from './row-contents.js';
import { groupTitle, sectionTitle } from './section-title.js';

/** What a row shows besides its data. */
export interface RowLook extends MovingLook {
  readonly index: number;
  /** Distance from the top of the list, in CSS px. */
  readonly top: number;
  /** Whether it is the list's one tab stop. */
  readonly active: boolean;
}

export interface GroupLook extends RowLook {
  /** How many are in the section and in those within it, and how many of them are online. */
  readonly size: number;
  readonly online: number;
}

export interface ContactLook extends RowLook {
  readonly content: RowContent;
}

function parts(...names: readonly (string | false)[]): string {
  return names.filter((name) => name !== false).join(' ');
}

function place({ level, kind }: RosterRow, { top }: RowLook): ReturnType<typeof styleMap> {
  return styleMap({ transform: `translateY(${top}px)`, '--_depth': String(kind === 'group' ? level - 1 : level - 2) });
}

/** The section's id where it stands for neither a group nor "no group". */
function specialSection({ section }: RosterRow): SectionId | typeof nothing {
  return groupOfSection(section) === undefined ? section : nothing;
}

export function renderGroupRow(row: GroupRow, look: GroupLook): TemplateResult {
  const title = row.node.name === undefined ? sectionTitle(row.section) : groupTitle(row.node.name);
  return html`<div
    class="row group ${look.target ? 'target' : ''} ${look.pressed ? 'pressed' : ''}"
    part=${parts('group-header', look.target && 'drop-target', look.lock !== undefined && 'locked')}
    role="row"
    aria-level=${row.level}
    aria-expanded=${row.expanded ? 'true' : 'false'}
    aria-posinset=${row.position}
    aria-setsize=${row.setSize}
    aria-rowindex=${look.index + 1}
    aria-label=${groupLabel(row, title, look)}
    tabindex=${look.active ? 0 : -1}
    data-index=${look.index}
    data-group=${row.group ?? nothing}
    data-section=${specialSection(row)}
    style=${place(row, look)}
  >
    <div class="cell" role="gridcell">
      <svg class="chevron" part="chevron" viewBox="0 0 16 16" aria-hidden="true"><path d="m6 4 4 4-4 4" /></svg>
      <bdi class="title" part="group-name">${title}</bdi>${renderLock(look.lock)}${renderMenuButton(title)}
      <span class="count" part="group-count">${renderCount(row, look)}</span>
    </div>
  </div>`;
}

/** Sections of people who cannot be online are counted as a whole. */
function isWithoutPresence({ section }: GroupRow): boolean {
  return section === 'pending' || section === 'unavailable';
}

function groupLabel(row: GroupRow, title: string, { online, size, lock }: GroupLook): string {
  const { groupLabel, sectionLabel } = words().roster;
  const label = isWithoutPresence(row) ? sectionLabel(title, size) : groupLabel(title, online, size);
  return lock === undefined ? label : words().phrases.series([label, words().moving.lock.label]);
}

function renderCount(row: GroupRow, { online, size }: GroupLook): TemplateResult {
  return isWithoutPresence(row) ? html`<span class="total" part="group-total">${numberWords(size)}</span>` : html`${numberWords(online)}<span class="total" part="group-total">/${numberWords(size)}</span>`;
}

function contactParts(online: boolean, { pending, selected, dragged, target, content }: ContactLook): string {
  const states = [pending && 'pending', selected && 'selected', dragged && 'dragged', content.unread > 0 && 'has-unread', target && 'drop-target'] as const;
  return parts('contact', online ? 'online' : 'offline', ...states);
}

export function renderContactRow(row: ContactRow, contact: Contact, look: ContactLook): TemplateResult {
  const online = isOnline(contact);
  return html`<div
    class="row contact ${online ? 'online' : ''} ${look.target ? 'target' : ''} ${look.pending ? 'pending' : ''} ${look.selected ? 'selected' : ''} ${look.dragged ? 'dragged' : ''} ${look.pressed ? 'pressed' : ''}"
    part=${contactParts(online, look)}
    role="row"
    aria-level=${row.level}
    aria-posinset=${row.position}
    aria-setsize=${row.setSize}
    aria-rowindex=${look.index + 1}
    aria-label=${rowLabel(contact, look.content)}
    aria-selected=${look.selected ? 'true' : 'false'}
    aria-busy=${look.pending ? 'true' : nothing}
    tabindex=${look.active ? 0 : -1}
    data-index=${look.index}
    data-jid=${row.jid}
    data-group=${row.group ?? nothing}
    data-section=${specialSection(row)}
    style=${place(row, look)}
  >
    ${renderInside(row, contact, look)} ${renderRowActions(look.content.actions, { jid: row.jid, group: row.group, active: look.active }, renderMenuButton(contact.name))}
  </div>`;
}

function renderInside(row: ContactRow, contact: Contact, { content, pending }: ContactLook): TemplateResult {
  const { renderer } = content;
  if (!renderer) return html`<div class="cell" role="gridcell">${renderDragHandle()}${renderPerson(contact, content)}</div>`;
  return html`<div class="cell" role="gridcell" ${ownContent(renderer, contact, rowContext(row, contact, content, pending))}></div>`;
}
