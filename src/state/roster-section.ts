import { availabilityRank, type Availability, type Contact } from './contact.js';
import { compareNames } from './name-order.js';
import type { SectionId } from './sections.js';

/** By what contacts are ordered within a section; those who are equal, by name. */
export type RosterSort = 'availability' | 'name' | 'activity';

/** A contact and where it stands. */
export interface RosterEntry {
  readonly contact: Contact;
  readonly sections: readonly SectionId[];
  /** The availability by which it is placed: for a while that of before. */
  readonly place: Availability;
}

/** A section as a list shows it, until the roster's next update. */
export interface SectionView {
  readonly id: SectionId;
  readonly size: number;
  /** How many of them are online. */
  readonly online: number;
  /** Addresses, in order. Sorted when first asked for: most sections are out of sight. */
  readonly contacts: readonly string[];
  /** The same in no order, and at no cost. */
  readonly members: ReadonlySet<string>;
}

/** How the sections of a list stand at the moment. */
export interface Arrangement {
  readonly sort: RosterSort;
  /** Whether everybody keeps their place and who is new comes last. */
  readonly isHeld: boolean;
}

/** The members of one section, and the view of them that holds until the next change. */
export class RosterSection {
  readonly #members = new Set<string>();
  /** The members in order of their names, as long as that holds. */
  #byName: readonly string[] | undefined;
  /** The order that was given out last; while it holds also of those who have left since, so that whoever comes back has their place. */
  #places: readonly string[] | undefined;
  #online = 0;
  view: SectionView | undefined;

  constructor(
    private readonly id: SectionId,
    private readonly entry: (jid: string) => RosterEntry | undefined,
    private readonly arrangement: () => Arrangement,
  ) {}

  get size(): number {
    return this.#members.size;
  }

  add(jid: string): void {
    this.#members.add(jid);
    this.#byName = undefined;
  }

  delete(jid: string): void {
    this.#members.delete(jid);
    this.#byName = undefined;
  }

  /** So many more are online, or fewer. */
  count(step: number): void {
    this.#online += step;
  }

  /** Members came, went, changed their presence, or are ordered otherwise. */
  settle(): void {
    this.view = new SortedWhenAsked(this.id, this.#members, this.#online, () => this.#order());
  }

  /** The contacts are to be ordered otherwise, even if they keep their places else. */
  resort(): void {
    this.#places = undefined;
    this.settle();
  }

  #order(): readonly string[] {
    const { sort, isHeld } = this.arrangement();
    if (!isHeld || !this.#places) return (this.#places = this.#sort(sort, this.#inNameOrder()));
    const placed = new Set(this.#places);
    const added = this.#inNameOrder().filter((jid) => !placed.has(jid));
    if (added.length > 0) this.#places = [...this.#places, ...this.#sort(sort, added)];
    return this.#places.filter((jid) => this.#members.has(jid));
  }

  #sort(sort: RosterSort, byName: readonly string[]): readonly string[] {
    if (sort === 'name') return byName;
    if (sort === 'activity') return [...byName].sort((a, b) => this.#activity(b) - this.#activity(a));
    const byRank: string[][] = [];
    for (const jid of byName) (byRank[this.#rank(jid)] ??= []).push(jid);
    return byRank.flat();
  }

  #rank(jid: string): number {
    return availabilityRank(this.entry(jid)?.place ?? 'unknown');
  }

  #activity(jid: string): number {
    return this.entry(jid)?.contact.lastActivity?.getTime() ?? 0;
  }

  #inNameOrder(): readonly string[] {
    if (this.#byName) return this.#byName;
    const contacts = [...this.#members].map((jid) => this.entry(jid)?.contact).filter((contact) => contact !== undefined);
    contacts.sort((a, b) => compareNames(a.name, b.name) || (a.jid < b.jid ? -1 : 1));
    return (this.#byName = contacts.map(({ jid }) => jid));
  }
}

class SortedWhenAsked implements SectionView {
  #contacts: readonly string[] | undefined;
  readonly size: number;

  constructor(
    readonly id: SectionId,
    readonly members: ReadonlySet<string>,
    readonly online: number,
    private readonly order: () => readonly string[],
  ) {
    this.size = members.size;
  }

  get contacts(): readonly string[] {
    return (this.#contacts ??= this.order());
  }
}
