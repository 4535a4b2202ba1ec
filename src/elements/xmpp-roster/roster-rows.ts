import type { GroupView } from '../../state/grouped-roster.js';
import type { GroupName } from '../../state/roster-edits.js';

interface RowPlace {
  /** Stays the same as long as the row stands for the same thing. */
  readonly key: string;
  readonly group: GroupName;
  /** From 1, among the rows of its level. */
  readonly position: number;
  readonly setSize: number;
}

export interface GroupRow extends RowPlace {
  readonly kind: 'group';
  readonly view: GroupView;
  readonly expanded: boolean;
}

export interface ContactRow extends RowPlace {
  readonly kind: 'contact';
  readonly jid: string;
}

export type RosterRow = GroupRow | ContactRow;

/** What of the roster is left out of the list. */
export interface RowFilter {
  readonly collapsed: ReadonlySet<GroupName>;
  /** Whether a contact is listed at all; must be the same function as long as it answers the same. */
  readonly isListed?: ((jid: string) => boolean) | undefined;
}

function groupKey(group: GroupName): string {
  return group === null ? 'ungrouped' : `group ${group}`;
}

/** No address and no XML holds a NUL, so that no two rows share a key. */
export function contactKey(group: GroupName, jid: string): string {
  return `${groupKey(group)}\0${jid}`;
}

/** Flattens groups to rows. The rows of a group that did not change are the same objects as before. */
export class RosterRows {
  #contactRows = new WeakMap<GroupView, readonly ContactRow[]>();
  #isListed: RowFilter['isListed'];

  flatten(groups: readonly GroupView[], { collapsed, isListed }: RowFilter): RosterRow[] {
    if (isListed !== this.#isListed) this.#contactRows = new WeakMap();
    this.#isListed = isListed;
    const rows: RosterRow[] = [];
    for (const [index, view] of groups.entries()) {
      const expanded = !collapsed.has(view.name);
      rows.push({ kind: 'group', key: groupKey(view.name), group: view.name, view, expanded, position: index + 1, setSize: groups.length });
      if (expanded) for (const row of this.#rowsOf(view)) rows.push(row);
    }
    return rows;
  }

  #rowsOf(view: GroupView): readonly ContactRow[] {
    const known = this.#contactRows.get(view);
    if (known) return known;
    const listed = this.#isListed ? view.contacts.filter(this.#isListed) : view.contacts;
    const rows = listed.map((jid, index): ContactRow => ({
      kind: 'contact', key: contactKey(view.name, jid), jid, group: view.name, position: index + 1, setSize: listed.length,
    }));
    this.#contactRows.set(view, rows);
    return rows;
  }
}
