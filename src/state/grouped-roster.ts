import { isOnline, isSubscribedTo, type Availability, type Contact } from './contact.js';
import { GracePeriod, type Clock } from './grace-period.js';
import { compareDistinct } from './name-order.js';
import { groupsOf, type GroupName } from './roster-edits.js';
import { RosterSection, type RosterEntry, type RosterSort, type SectionView } from './roster-section.js';
import { groupOfSection, sectionOfGroup, sectionRank, type OptionalSection, type SectionId } from './sections.js';

/** A picture of a move that the server has not confirmed yet. */
export interface PendingMove {
  readonly from: GroupName;
  readonly to: GroupName;
  /** Whether the contact stays in `from` too. */
  readonly copy: boolean;
}

export interface RosterSource {
  contact(jid: string): Contact;
}

/** How contacts are dealt out to sections and ordered in them. */
export interface RosterArrangement {
  readonly sort: RosterSort;
  /** Prepared addresses; they stand in their groups, too. */
  readonly favourites: ReadonlySet<string>;
  readonly sections: ReadonlySet<OptionalSection>;
}

const PLAIN: RosterArrangement = { sort: 'availability', favourites: new Set(), sections: new Set() };

/**
 * The roster in sections. An update costs what it touches: the addresses that changed and the sections they are in.
 * Sorted are those that somebody looks into. Names are compared only where somebody came, went or was renamed; a change
 * of presence just deals them out anew.
 */
export class GroupedRoster {
  readonly #entries = new Map<string, RosterEntry>();
  readonly #sections = new Map<SectionId, RosterSection>();
  readonly #pending = new Map<string, PendingMove>();
  readonly #grace: GracePeriod;
  #order: readonly SectionId[] = [];
  #arrangement = PLAIN;
  /** What changed while the list was held; `undefined` while it is not. */
  #held: { readonly jids: Set<string>; readonly sections: Set<SectionId> } | undefined;

  /** @param changed called when time alone has changed something */
  constructor(
    private readonly source: RosterSource,
    clock: Clock,
    changed: () => void = () => undefined,
  ) {
    this.#grace = new GracePeriod(clock, (jids) => {
      this.update(jids);
      changed();
    });
  }

  /** Favourites first, the groups by name, those in no group, then the sections that were asked for. Nobody's section is left out. */
  get sections(): readonly SectionView[] {
    return this.#order.map((id) => this.#sections.get(id)?.view).filter((view) => view !== undefined);
  }

  /** Whether the contact is online, and by which availability it is placed: for a while that of before. */
  entry(jid: string): Pick<RosterEntry, 'contact' | 'place'> | undefined {
    return this.#entries.get(jid);
  }

  /** Everybody's address, in no order. */
  jids(): IterableIterator<string> {
    return this.#entries.keys();
  }

  /** Shows the contact where it will be; `undefined` shows it where the server says it is. */
  setPending(jid: string, move: PendingMove | undefined): void {
    if (move) this.#pending.set(jid, move);
    else this.#pending.delete(jid);
    this.update([jid]);
  }

  /** Orders and deals out otherwise; what stays the same costs nothing. */
  arrange(arrangement: RosterArrangement): void {
    const before = this.#arrangement;
    this.#arrangement = arrangement;
    if (!isSameSet(before.sections, arrangement.sections)) this.update([...this.#entries.keys()]);
    else if (before.favourites !== arrangement.favourites) this.update(new Set([...before.favourites, ...arrangement.favourites]));
    if (before.sort !== arrangement.sort) for (const section of this.#sections.values()) section.resort();
  }

  /** While it is held everybody keeps their place, whatever their presence; whoever is new comes last. */
  hold(isHeld: boolean): void {
    if (isHeld === (this.#held !== undefined)) return;
    const { jids = [], sections = [] } = this.#held ?? {};
    this.#held = isHeld ? { jids: new Set(), sections: new Set() } : undefined;
    this.update(jids);
    for (const id of sections) this.#sections.get(id)?.settle();
  }

  /** Ends what it waits for. */
  close(): void {
    this.#grace.clear();
  }

  /** Takes in what changed about these addresses. */
  update(jids: Iterable<string>): void {
    const touched = new Set<SectionId>();
    for (const jid of jids) this.#updateEntry(jid, touched);
    touched.forEach((id) => this.#held?.sections.add(id));
    if (this.#settleSections(touched)) this.#orderSections();
  }

  #updateEntry(jid: string, touched: Set<SectionId>): void {
    const before = this.#entries.get(jid);
    const after = this.#read(this.source.contact(jid), before);
    if (after) this.#entries.set(jid, after);
    else this.#entries.delete(jid);
    const isMember = before && after && before.contact.name === after.contact.name && areSame(before.sections, after.sections);
    if (isMember && !this.#isMoved(before, after)) return;
    this.#count(before, -1, touched);
    this.#count(after, 1, touched);
    if (isMember) return;
    for (const id of before?.sections ?? []) this.#sections.get(id)?.delete(jid);
    for (const id of after?.sections ?? []) this.#sections.get(id)?.add(jid);
  }

  #count(entry: RosterEntry | undefined, step: 1 | -1, touched: Set<SectionId>): void {
    if (!entry) return;
    for (const id of entry.sections) this.#touch(id, touched).count(isOnline(entry.contact) ? step : 0);
  }

  /** Whether it may stand elsewhere in its sections, or counts otherwise. */
  #isMoved(before: RosterEntry, after: RosterEntry): boolean {
    if (before.place !== after.place || isOnline(before.contact) !== isOnline(after.contact)) return true;
    return this.#arrangement.sort === 'activity' && before.contact.lastActivity?.getTime() !== after.contact.lastActivity?.getTime();
  }

  #read(contact: Contact, before: RosterEntry | undefined): RosterEntry | undefined {
    if (!contact.item) return undefined;
    const place = this.#place(contact, before);
    return { contact, place, sections: this.#sectionsOf(contact, place) };
  }

  #place({ jid, availability }: Contact, before: RosterEntry | undefined): Availability {
    if (availability !== 'unavailable') this.#grace.forget(jid);
    const hasGone = before && isOnline({ availability: before.place }) && availability === 'unavailable';
    if (hasGone && this.#grace.covers(jid)) return before.place;
    if (before && this.#held) {
      this.#held.jids.add(jid);
      return before.place;
    }
    this.#grace.forget(jid);
    return availability;
  }

  #sectionsOf(contact: Contact, place: Availability): readonly SectionId[] {
    const { favourites, sections } = this.#arrangement;
    const pinned: readonly SectionId[] = favourites.has(contact.jid) ? ['favourites'] : [];
    if (sections.has('pending') && contact.item?.ask && !isSubscribedTo(contact.item)) return [...pinned, 'pending'];
    if (sections.has('unavailable') && place === 'unavailable') return [...pinned, 'unavailable'];
    return [...pinned, ...this.#groupsOf(contact).map(sectionOfGroup)];
  }

  #groupsOf({ jid, item }: Contact): readonly GroupName[] {
    const groups = groupsOf(item?.groups ?? []);
    const move = this.#pending.get(jid);
    if (!move) return groups;
    const left = groups.filter((group) => group !== null && (move.copy || group !== move.from));
    return groupsOf([...new Set([...left, ...(move.to === null ? [] : [move.to])])].filter((group) => group !== null));
  }

  #touch(id: SectionId, touched: Set<SectionId>): RosterSection {
    touched.add(id);
    const known = this.#sections.get(id);
    if (known) return known;
    const arrangement = () => ({ sort: this.#arrangement.sort, isHeld: this.#held !== undefined });
    const section = new RosterSection(id, (jid) => this.#entries.get(jid), arrangement);
    this.#sections.set(id, section);
    return section;
  }

  /** @returns whether a section came or went */
  #settleSections(touched: ReadonlySet<SectionId>): boolean {
    let changed = false;
    for (const id of touched) {
      const section = this.#sections.get(id);
      changed ||= (section?.view !== undefined) !== (section !== undefined && section.size > 0);
      section?.settle();
      if (section?.size === 0) this.#sections.delete(id);
    }
    return changed;
  }

  #orderSections(): void {
    this.#order = [...this.#sections.keys()].sort((a, b) => sectionRank(a) - sectionRank(b) || compareDistinct(groupOfSection(a) ?? '', groupOfSection(b) ?? ''));
  }
}

function areSame(before: readonly SectionId[], now: readonly SectionId[]): boolean {
  return before.length === now.length && before.every((id, index) => id === now[index]);
}

function isSameSet(before: ReadonlySet<unknown>, now: ReadonlySet<unknown>): boolean {
  return before === now || (before.size === now.size && [...before].every((value) => now.has(value)));
}
