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
  /** Whether a contact is listed at all. */
  readonly isListed?: ((jid: string) => boolean) | undefined;
}

function groupKey(group: GroupName): string {
  return group === null ? 'ungrouped' : `group ${group}`;
}

/** No address and no XML holds a NUL, so that no two rows share a key. */
function contactKey(group: GroupName, jid: string): string {
  return `${groupKey(group)}\0${jid}`;
}

/** A group's rows: its header, then its contacts unless it is collapsed. */
interface Section {
  readonly header: GroupRow;
  /** The index of the header. */
  readonly start: number;
  /** How many contacts are listed below the header. */
  readonly size: number;
  /** Asked for only where the rows are looked at. */
  readonly contacts: () => readonly string[];
  has(jid: string): boolean;
}

/** All rows of the list, by index. Of thousands only those that are asked for are made. */
export class RosterRows {
  readonly length: number;
  readonly #sections: readonly Section[];

  constructor(groups: readonly GroupView[] = [], { collapsed, isListed }: RowFilter = { collapsed: new Set() }) {
    let start = 0;
    this.#sections = groups.map((view, index) => {
      const section = sectionOf(view, { start, expanded: !collapsed.has(view.name), position: index + 1, setSize: groups.length }, isListed);
      start += 1 + section.size;
      return section;
    });
    this.length = start;
  }

  at(index: number): RosterRow | undefined {
    const section = this.#sectionAt(index);
    if (!section) return undefined;
    const { header, start, size } = section;
    if (index === start) return header;
    const jid = section.contacts()[index - start - 1];
    if (jid === undefined) return undefined;
    return { kind: 'contact', key: contactKey(header.group, jid), jid, group: header.group, position: index - start, setSize: size };
  }

  /** How many of the rows before that index are headers of groups. */
  headersBefore(index: number): number {
    let low = 0;
    let high = this.#sections.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sections[middle]?.start ?? 0) < index) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The index of what that row stands for, −1 for none. */
  indexOf({ group, jid }: { readonly group: GroupName; readonly jid?: string }): number {
    const section = this.#section(group);
    if (!section || jid === undefined) return section?.start ?? -1;
    return section.has(jid) ? section.start + 1 + section.contacts().indexOf(jid) : -1;
  }

  /** The groups in which the contact has a row. */
  groupsOf(jid: string): GroupName[] {
    return this.#sections.filter((section) => section.has(jid)).map(({ header }) => header.group);
  }

  #section(group: GroupName): Section | undefined {
    return this.#sections.find(({ header }) => header.group === group);
  }

  #sectionAt(index: number): Section | undefined {
    return this.#sections[this.headersBefore(index + 1) - 1];
  }
}

type HeaderPlace = Pick<GroupRow, 'expanded' | 'position' | 'setSize'> & { readonly start: number };

function sectionOf(view: GroupView, { start, ...place }: HeaderPlace, isListed: RowFilter['isListed']): Section {
  const header: GroupRow = { kind: 'group', key: groupKey(view.name), group: view.name, view, ...place };
  if (!place.expanded) return { header, start, size: 0, contacts: () => [], has: () => false };
  if (!isListed) return { header, start, size: view.size, contacts: () => view.contacts, has: (jid) => view.has(jid) };
  const listed = view.contacts.filter(isListed);
  return { header, start, size: listed.length, contacts: () => listed, has: (jid) => listed.includes(jid) };
}
