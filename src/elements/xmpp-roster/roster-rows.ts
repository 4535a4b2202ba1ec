import type { GroupName } from '../../state/roster-edits.js';
import { groupOfSection, type SectionId } from '../../state/sections.js';
import { membersOf, type SectionNode } from '../../state/section-tree.js';

interface RowPlace {
  /** Stays the same as long as the row stands for the same thing. */
  readonly key: string;
  readonly section: SectionId;
  /** The group that the section stands for, `null` for any that is none: who is moved from there leaves no group. */
  readonly group: GroupName;
  /** From 1. */
  readonly level: number;
  /** From 1, among the rows of its level. */
  readonly position: number;
  readonly setSize: number;
}

/** The header of a section. */
export interface GroupRow extends RowPlace {
  readonly kind: 'group';
  readonly node: SectionNode;
  /** The section around it. */
  readonly parent: SectionId | undefined;
  readonly expanded: boolean;
}

export interface ContactRow extends RowPlace {
  readonly kind: 'contact';
  readonly jid: string;
}

export type RosterRow = GroupRow | ContactRow;

/** What of the roster is left out of the list. */
export interface RowFilter {
  readonly collapsed?: ReadonlySet<SectionId> | undefined;
  /** Whether a contact is listed at all. */
  readonly isListed?: ((jid: string) => boolean) | undefined;
  /** Whether sections that list nobody are left out. */
  readonly hidesEmpty?: boolean | undefined;
  /** Whether what is collapsed is open, as long as contacts are looked for. */
  readonly opensAll?: boolean | undefined;
}

/** A section's rows: its header, then its contacts unless it is collapsed. */
interface Section {
  readonly header: GroupRow;
  /** The index of the header. */
  readonly start: number;
  /** How many contacts are listed below the header. */
  readonly size: number;
  /** Of the contacts and the sections below it. */
  readonly setSize: number;
  /** Asked for only where the rows are looked at. */
  readonly contacts: () => readonly string[];
  has(jid: string): boolean;
}

/** All rows of the list, by index. Of thousands only those that are asked for are made. */
export class RosterRows {
  readonly #sections: Section[] = [];
  readonly #byId = new Map<SectionId, Section>();
  readonly #filter: RowFilter;
  #length = 0;

  constructor(nodes: readonly SectionNode[] = [], filter: RowFilter = {}) {
    this.#filter = filter;
    this.#add(this.#listed(nodes), { level: 1, before: 0, setSize: 0, parent: undefined });
  }

  get length(): number {
    return this.#length;
  }

  at(index: number): RosterRow | undefined {
    const section = this.#sectionAt(index);
    if (!section) return undefined;
    const { header, start, setSize } = section;
    if (index === start) return header;
    const jid = section.contacts()[index - start - 1];
    if (jid === undefined) return undefined;
    const { group, level } = header;
    // No address and no XML holds a NUL, so that no two rows share a key.
    return { kind: 'contact', key: `${header.key}\0${jid}`, jid, section: header.section, group, level: level + 1, position: index - start, setSize };
  }

  /** How many of the rows before that index are headers. */
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
  indexOf({ section: id, jid }: { readonly section: SectionId; readonly jid?: string }): number {
    const section = this.#byId.get(id);
    if (!section || jid === undefined) return section?.start ?? -1;
    return section.has(jid) ? section.start + 1 + section.contacts().indexOf(jid) : -1;
  }

  /** The sections in which the contact has a row. */
  sectionsOf(jid: string): SectionId[] {
    return this.#sections.filter((section) => section.has(jid)).map(({ header }) => header.section);
  }

  /** The headers, from top to bottom. */
  headers(): GroupRow[] {
    return this.#sections.map(({ header }) => header);
  }

  #sectionAt(index: number): Section | undefined {
    return this.#sections[this.headersBefore(index + 1) - 1];
  }

  #add(nodes: readonly SectionNode[], { level, before, setSize, parent }: Level): void {
    for (const [index, node] of nodes.entries()) {
      const { id } = node.view;
      const expanded = this.#filter.opensAll === true || !this.#filter.collapsed?.has(id);
      const place = { level, position: before + index + 1, setSize: setSize + nodes.length };
      const header: GroupRow = { kind: 'group', key: id, section: id, group: groupOfSection(id) ?? null, node, parent, expanded, ...place };
      const inner = expanded ? this.#listed(node.children) : [];
      const section = this.#open(header, this.#length, inner.length);
      this.#sections.push(section);
      this.#byId.set(id, section);
      this.#length += 1 + section.size;
      this.#add(inner, { level: level + 1, before: section.size, setSize: section.size, parent: id });
    }
  }

  #open(header: GroupRow, start: number, inner: number): Section {
    const { isListed } = this.#filter;
    const { view } = header.node;
    if (!header.expanded) return { header, start, size: 0, setSize: 0, contacts: () => [], has: () => false };
    if (!isListed) return { header, start, size: view.size, setSize: view.size + inner, contacts: () => view.contacts, has: (jid) => view.members.has(jid) };
    let size = 0;
    view.members.forEach((jid) => (size += isListed(jid) ? 1 : 0));
    let listed: readonly string[] | undefined;
    const contacts = (): readonly string[] => (listed ??= view.contacts.filter(isListed));
    return { header, start, size, setSize: size + inner, contacts, has: (jid) => view.members.has(jid) && isListed(jid) };
  }

  #listed(nodes: readonly SectionNode[]): readonly SectionNode[] {
    const { hidesEmpty, isListed } = this.#filter;
    return hidesEmpty && isListed ? nodes.filter((node) => [...membersOf(node)].some(isListed)) : nodes;
  }
}

/** Where the headers of one level stand: after so many contacts, in a set that has them too. */
interface Level {
  readonly level: number;
  readonly before: number;
  readonly setSize: number;
  readonly parent: SectionId | undefined;
}
