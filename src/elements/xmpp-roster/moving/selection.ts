import type { ReactiveControllerHost } from 'lit';
import type { Session } from '../../../state/session.js';
import { XmppContactSelectEvent } from '../../events.js';
import type { ContactRow, RosterRow, RosterRows } from '../roster-rows.js';

/** Which rows are selected: a contact in one of its groups may be, and not in another. */
export class Selection {
  #rows = new Map<string, ContactRow>();
  /** Where a range begins. */
  #anchor: string | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {}

  get size(): number {
    return this.#rows.size;
  }

  get rows(): readonly ContactRow[] {
    return [...this.#rows.values()];
  }

  has({ key }: Pick<RosterRow, 'key'>): boolean {
    return this.#rows.has(key);
  }

  toggle(row: ContactRow): void {
    const rows = new Map(this.#rows);
    if (!rows.delete(row.key)) rows.set(row.key, row);
    this.#anchor = row.key;
    this.#select(rows);
  }

  /** Selects all from where the range began, and nobody else. */
  extend(rows: RosterRows, from: number, to: number): void {
    const begun = this.#anchor === undefined ? -1 : indexOfKey(rows, this.#anchor);
    const start = begun < 0 ? from : begun;
    this.#anchor = rows.at(start)?.key;
    this.#select(rowsBetween(rows, Math.min(start, to), Math.max(start, to)));
  }

  /** All of the row's section; all of the list, if these are selected already. */
  selectAll(rows: RosterRows, { section }: RosterRow): void {
    const everybody = rowsBetween(rows, 0, rows.length - 1);
    const around = new Map([...everybody].filter(([, row]) => row.section === section));
    const isDone = [...around.keys()].every((key) => this.#rows.has(key));
    this.#select(isDone ? everybody : around);
  }

  /** What is done with it begins: from here on others are selected. */
  use(rows: readonly Pick<RosterRow, 'key'>[]): void {
    if (rows.some((row) => this.has(row))) this.clear();
  }

  clear(): void {
    this.#anchor = undefined;
    if (this.#rows.size > 0) this.#select(new Map());
  }

  /** Whoever is no longer in the group, or in the list, is not selected there. To be called in an update, after which the page hears of it. */
  settle(session: Session | undefined): void {
    const rows = new Map([...this.#rows].filter(([, row]) => isThere(row, session)));
    if (rows.size === this.#rows.size) return;
    this.#rows = rows;
    void this.host.updateComplete.then(() => this.#tell());
  }

  #select(rows: Map<string, ContactRow>): void {
    this.#rows = rows;
    this.host.requestUpdate();
    this.#tell();
  }

  #tell(): void {
    this.host.dispatchEvent(new XmppContactSelectEvent({ contacts: this.rows.map(({ jid, group }) => ({ jid, group })) }));
  }
}

/** Whether the contact is still in the section; those of `pending` and `unavailable` come and go. */
function isThere({ jid, section, group }: ContactRow, session: Session | undefined): boolean {
  const groups = session?.contact(jid).item?.groups;
  if (!groups) return false;
  if (section === 'favourites') return session.viewSettings.favourites.has(jid);
  return group === null ? section !== 'ungrouped' || groups.length === 0 : groups.includes(group);
}

function indexOfKey(rows: RosterRows, key: string): number {
  for (let index = 0; index < rows.length; index++) if (rows.at(index)?.key === key) return index;
  return -1;
}

function rowsBetween(rows: RosterRows, first: number, last: number): Map<string, ContactRow> {
  const found = new Map<string, ContactRow>();
  for (let index = first; index <= last; index++) {
    const row = rows.at(index);
    if (row?.kind === 'contact') found.set(row.key, row);
  }
  return found;
}
