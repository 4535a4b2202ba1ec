import { availabilityRank, isOnline, type Contact } from './contact.js';
import { groupsOf, type GroupName } from './roster-edits.js';

/** A group as a list shows it. */
export interface GroupView {
  /** `null` for those in no group. */
  readonly name: GroupName;
  /** Addresses, the most available first, then by name. */
  readonly contacts: readonly string[];
  /** How many of them are online. */
  readonly online: number;
}

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

/** In the reader's language; one for all, because the first takes a browser 10 ms and more. */
const { compare: compareNames } = new Intl.Collator(undefined, { numeric: true });

interface Entry {
  readonly contact: Contact;
  readonly groups: readonly GroupName[];
}

/**
 * The roster in groups, sorted. An update costs what it touches: the addresses that changed and the groups they are
 * in. Names are compared only where somebody came, went or was renamed; a change of presence just deals them out anew.
 */
export class GroupedRoster {
  readonly #entries = new Map<string, Entry>();
  readonly #members = new Map<GroupName, Set<string>>();
  /** The members in order of their names, as long as that holds. */
  readonly #byName = new Map<GroupName, readonly string[]>();
  readonly #views = new Map<GroupName, GroupView>();
  readonly #pending = new Map<string, PendingMove>();
  #order: readonly GroupName[] = [];

  constructor(private readonly source: RosterSource) {}

  /** By name, those in no group last. */
  get groups(): readonly GroupView[] {
    return this.#order.map((name) => this.#views.get(name)).filter((view) => view !== undefined);
  }

  pendingMove(jid: string): PendingMove | undefined {
    return this.#pending.get(jid);
  }

  /** Shows the contact where it will be; `undefined` shows it where the server says it is. */
  setPending(jid: string, move: PendingMove | undefined): void {
    if (move) this.#pending.set(jid, move);
    else this.#pending.delete(jid);
    this.update([jid]);
  }

  /** Starts anew from another source's contacts. */
  reset(jids: Iterable<string>): void {
    for (const map of [this.#entries, this.#members, this.#byName, this.#views, this.#pending]) map.clear();
    this.update(jids);
  }

  /** Takes in what changed about these addresses. */
  update(jids: Iterable<string>): void {
    const touched = new Set<GroupName>();
    for (const jid of jids) this.#updateEntry(jid, touched);
    if (this.#settleGroups(touched)) this.#orderGroups();
  }

  #updateEntry(jid: string, touched: Set<GroupName>): void {
    const before = this.#entries.get(jid);
    const contact = this.source.contact(jid);
    const groups = contact.item ? this.#groupsOf(contact) : [];
    if (contact.item) this.#entries.set(jid, { contact, groups });
    else this.#entries.delete(jid);
    const isPlaceKept = before && contact.name === before.contact.name && areSame(before.groups, groups);
    if (isPlaceKept && contact.availability === before.contact.availability) return;
    for (const group of new Set([...(before?.groups ?? []), ...groups])) {
      touched.add(group);
      if (!isPlaceKept) this.#resettle(jid, group, groups.includes(group));
    }
  }

  #resettle(jid: string, group: GroupName, isMember: boolean): void {
    const members = this.#membersOf(group);
    if (isMember) members.add(jid);
    else members.delete(jid);
    this.#byName.delete(group);
  }

  #groupsOf({ jid, item }: Contact): readonly GroupName[] {
    const groups = groupsOf(item?.groups ?? []);
    const move = this.#pending.get(jid);
    if (!move) return groups;
    const left = groups.filter((group) => group !== null && (move.copy || group !== move.from));
    return groupsOf([...new Set([...left, ...(move.to === null ? [] : [move.to])])].filter((group) => group !== null));
  }

  #membersOf(group: GroupName): Set<string> {
    const members = this.#members.get(group) ?? new Set();
    this.#members.set(group, members);
    return members;
  }

  /** @returns whether a group came or went */
  #settleGroups(touched: ReadonlySet<GroupName>): boolean {
    let changed = false;
    for (const name of touched) {
      const members = this.#membersOf(name);
      changed ||= this.#views.has(name) !== members.size > 0;
      if (members.size > 0) this.#views.set(name, this.#view(name, members));
      else this.#views.delete(name);
    }
    return changed;
  }

  #view(name: GroupName, members: ReadonlySet<string>): GroupView {
    const byRank: string[][] = [];
    let online = 0;
    for (const jid of this.#inNameOrder(name, members)) {
      const contact = this.#entries.get(jid)?.contact;
      if (!contact) continue;
      (byRank[availabilityRank(contact.availability)] ??= []).push(jid);
      if (isOnline(contact)) online++;
    }
    return { name, contacts: byRank.flat(), online };
  }

  #inNameOrder(group: GroupName, members: ReadonlySet<string>): readonly string[] {
    const known = this.#byName.get(group);
    if (known) return known;
    const contacts = [...members].map((jid) => this.#entries.get(jid)?.contact).filter((contact) => contact !== undefined);
    contacts.sort((a, b) => compareNames(a.name, b.name) || (a.jid < b.jid ? -1 : 1));
    const ordered = contacts.map(({ jid }) => jid);
    this.#byName.set(group, ordered);
    return ordered;
  }

  #orderGroups(): void {
    this.#order = [...this.#views.keys()].sort((a, b) => {
      if (a === null || b === null) return a === null ? 1 : -1;
      return compareNames(a, b) || (a < b ? -1 : 1);
    });
  }
}

function areSame(before: readonly GroupName[], now: readonly GroupName[]): boolean {
  return before.length === now.length && before.every((group, index) => group === now[index]);
}
