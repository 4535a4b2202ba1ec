import type { TemplateResult } from 'lit';
import { words } from '../../messages/messages.js';
import { quoted } from '../../words.js';
import { sectionTitle } from '../section-title.js';
import type { ContactRow, GroupRow, RosterRow } from '../roster-rows.js';
import { contactMenuParts, groupMenuParts, type GroupActions } from './menu-items.js';
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

  /** If what the row stands for is still in the list. */
  openFor(pressed: RosterRow, place: MenuPlace): void {
    const { list } = this.moving;
    const row = list.rows().at(list.rows().indexOf(pressed));
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
    const canEdit = this.moving.lockOf(group) === undefined;
    const parts = groupMenuParts(row.group, { canEdit, isReadOnly: host.readOnly }, {
      rename: () => void edits.renameGroup(group),
      remove: () => void edits.removeGroup(group),
      expandAll: list.setAllExpanded,
      unlock: this.#unlocking(group),
      ...this.#ordering(row),
    });
    void this.#popup.show(words().moving.menu.label(quoted(sectionTitle(row.section))), parts, place);
  }

  /** What was learned from the server may have been another client's doing. */
  #unlocking(group: string): (() => void) | undefined {
    const session = this.moving.list.session();
    const condition = session?.lockedGroups.get(group)?.condition;
    return condition === undefined || condition === 'page' ? undefined : () => session?.unlockGroup(group);
  }

  #ordering(row: GroupRow): Pick<GroupActions, 'up' | 'down' | 'orderByName'> {
    const { list } = this.moving;
    const view = list.session()?.viewSettings;
    const level = list.rows().headers().filter(({ parent, group }) => parent === row.parent && group !== null).map(({ group }) => group);
    const at = level.indexOf(row.group);
    const moveBefore = (index: number): void => view?.moveGroup(row.group ?? '', level[index] ?? null);
    return {
      up: at > 0 ? () => moveBefore(at - 1) : undefined,
      down: at < level.length - 1 ? () => moveBefore(at + 2) : undefined,
      orderByName: view?.order ? () => view.orderGroupsByName() : undefined,
    };
  }

  #openForContact(row: ContactRow, place: MenuPlace): void {
    const { host, mover, edits, list, selection } = this.moving;
    const session = list.session();
    if (!session) return;
    const rows = this.moving.rowsFor(row);
    const contacts = [...new Set(rows.map(({ jid }) => jid))].map((jid) => session.contact(jid));
    const canLeave = rows.some(({ group }) => group !== null && this.moving.lockOf(group) === undefined);
    const { viewSettings: view } = session;
    const isPinned = contacts.every(({ jid }) => view.favourites.has(jid));
    const isAnnounced = contacts.every(({ jid }) => view.announced.has(jid));
    const own = host.contactMenu?.(contacts, row.group) ?? [];
    const parts = contactMenuParts({ rows, isSelected: selection.has(row), isPinned, isAnnounced, isReadOnly: host.readOnly, canLeave, own }, {
      open: () => list.open(row),
      choose: (copy) => void mover.choose(rows, copy),
      leave: () => void mover.move({ rows, target: null, copy: false }),
      lift: () => this.moving.lift(row),
      select: () => selection.toggle(row),
      pin: () => contacts.forEach(({ jid }) => view.setFavourite(jid, !isPinned)),
      announce: () => contacts.forEach(({ jid }) => view.setAnnounced(jid, !isAnnounced)),
      rename: () => void edits.renameContact(row.jid),
      remove: () => void edits.removeContacts(rows),
    });
    void this.#popup.show(words().moving.menu.label(this.moving.who(rows)), parts, place);
  }
}
