import type { TemplateResult } from 'lit';
import { words } from '../../messages/messages.js';
import { quoted } from '../../words.js';
import { sectionTitle } from '../section-title.js';
import type { ContactRow, GroupRow, RosterRow } from '../roster-rows.js';
import type { Carried } from './drop-target.js';
import { contactMenuParts, groupMenuParts } from './menu-items.js';
import { PopupMenu, type MenuPlace } from './popup-menu.js';
import type { RosterMoving } from './roster-moving.js';

/** The menu of a row: by right click, by a long press, by keyboard, or by the button in the row. */
export class RowMenu {
  readonly #popup: PopupMenu;

  constructor(private readonly moving: RosterMoving) {
    this.#popup = new PopupMenu(moving.host, () => moving.focusBack());
  }

  render(): TemplateResult {
    return this.#popup.render();
  }

  /** The row that the event is on. */
  rowOf(event: Event): RosterRow | undefined {
    const row = event.composedPath().find((node) => node instanceof HTMLElement && node.dataset.index !== undefined);
    return row instanceof HTMLElement ? this.moving.list.rows().at(Number(row.dataset.index)) : undefined;
  }

  openFor(carried: Carried, place: MenuPlace): void {
    const { list } = this.moving;
    const row = list.rows().at(list.rows().indexOf(carried as ContactRow));
    if (row) this.open(row, place);
  }

  open(row: RosterRow, place: MenuPlace): void {
    this.moving.list.active.choose(row);
    if (row.kind === 'group') this.#openForGroup(row, place);
    else this.#openForContact(row, place);
  }

  #openForGroup(row: GroupRow, place: MenuPlace): void {
    const { host, edits, list } = this.moving;
    const group = row.group ?? '';
    const canEdit = row.group !== null && !host.readOnly && this.moving.lockOf(group) === undefined;
    const parts = groupMenuParts(host.readOnly ? null : row.group, { canEdit }, {
      rename: () => void edits.renameGroup(group),
      remove: () => void edits.removeGroup(group),
      expandAll: (expanded) => list.setExpanded('all', expanded),
    });
    void this.#popup.show(words().moving.menu.label(quoted(sectionTitle(row.section))), parts, place);
  }

  #openForContact(row: ContactRow, place: MenuPlace): void {
    const { host, mover, edits, list, selection } = this.moving;
    const session = list.session();
    if (!session) return;
    const rows = this.moving.rowsFor(row);
    const contacts = [...new Set(rows.map(({ jid }) => jid))].map((jid) => session.contact(jid));
    const canLeave = rows.some(({ group }) => group !== null && this.moving.lockOf(group) === undefined);
    const own = host.contactMenu?.(contacts, row.group) ?? [];
    const parts = contactMenuParts({ rows, isSelected: selection.has(row), isReadOnly: host.readOnly, canLeave, own }, {
      open: () => list.open(row),
      choose: (copy) => void mover.choose(rows, copy),
      leave: () => void mover.move({ rows, target: null, copy: false }),
      lift: () => this.moving.lift(row),
      select: () => selection.toggle(row),
      rename: () => void edits.renameContact(row.jid),
      remove: () => void edits.removeContacts(rows),
    });
    void this.#popup.show(words().moving.menu.label(this.moving.who(rows)), parts, place);
  }
}
