import { availabilityRank, isOnline, type Contact } from './contact.js';
import { groupsOf, type GroupName } from './roster-edits.js';

/** A group as a list shows it, until the roster's next update. */
export interface GroupView {
  /** `null` for those in no group. */
  readonly name: GroupName;
  readonly size: number;
  /** How many of them are online. */
  readonly online: number;
  /** Addresses, the most available first, then by name. Sorted when first asked for: most groups are out of sight. */
  readonly contacts: readonly string[];
  has(jid: string): boolean;
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

let collator: Intl.Collator | undefined;

/** Orders names as the reader's language does, and numbers in them by their value. */
export function compareNames(a: string, b: string): number {
  collator ??= new Intl.Collator(undefined, { numeric: true });
  return collator.compare(a, b);
}

interface Entry {
  readonly contact: Contact;
  readonly groups: readonly GroupName[];
}

/**
 * The roster in groups. An update costs what it touches: the addresses that changed and the groups they are in. Sorted
 * are the groups that somebody looks into. Names are compared only where somebody came, went or was renamed; a change
 * of presence just deals them out anew.
 */
export class GroupedRoster {
  readonly #entries = new Map<string, Entry>();
  readonly #groups = new Map<GroupName, Group>();
  readonly #pending = new Map<string, PendingMove>();
  #order: readonly GroupName[] = [];

  constructor(private readonly source: RosterSource) {}

  /** By name, those in no group last. */
  get groups(): readonly GroupView[] {
    return this.#order.map((name) => this.#groups.get(name)?.view).filter((view) => view !== undefined);
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
    for (const map of [this.#entries, this.#groups, this.#pending]) map.clear();
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
    for (const name of before?.groups ?? []) this.#touch(name, touched).count(before, -1);
    for (const name of groups) this.#touch(name, touched).count({ contact }, 1);
    if (isPlaceKept) return;
    for (const name of before?.groups ?? []) this.#groups.get(name)?.delete(jid);
    for (const name of groups) this.#groups.get(name)?.add(jid);
  }

  #touch(name: GroupName, touched: Set<GroupName>): Group {
    touched.add(name);
    const known = this.#groups.get(name);
    if (known) return known;
    const group = new Group(name, (jid) => this.#entries.get(jid)?.contact);
    this.#groups.set(name, group);
    return group;
  }

  #groupsOf({ jid, item }: Contact): readonly GroupName[] {
    const groups = groupsOf(item?.groups ?? []);
    const move = this.#pending.get(jid);
    if (!move) return groups;
    const left = groups.filter((group) => group !== null && (move.copy || group !== move.from));
    return groupsOf([...new Set([...left, ...(move.to === null ? [] : [move.to])])].filter((group) => group !== null));
  }

  /** @returns whether a group came or went */
  #settleGroups(touched: ReadonlySet<GroupName>): boolean {
    let changed = false;
    for (const name of touched) {
      const group = this.#groups.get(name);
      changed ||= (group?.view !== undefined) !== (group !== undefined && group.size > 0);
      group?.settle();
      if (group?.size === 0) this.#groups.delete(name);
    }
    return changed;
  }

  #orderGroups(): void {
    this.#order = [...this.#groups.keys()].sort((a, b) => {
      if (a === null || b === null) return a === null ? 1 : -1;
      return compareNames(a, b) || (a < b ? -1 : 1);
    });
  }
}

/** The members of one group, and the view of them that holds until the next change. */
class Group {
  readonly #members = new Set<string>();
  /** The members in order of their names, as long as that holds. */
  #byName: readonly string[] | undefined;
  #online = 0;
  view: GroupView | undefined;

  constructor(
    private readonly name: GroupName,
    private readonly contact: (jid: string) => Contact | undefined,
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

  /** Counts a member in or out, if they are online. */
  count(member: Pick<Entry, 'contact'> | undefined, step: 1 | -1): void {
    if (member && isOnline(member.contact)) this.#online += step;
  }

  /** Members came, went, or changed their presence. */
  settle(): void {
    this.view = new SortedWhenAsked(this.name, this.#members, this.#online, () => this.#sort());
  }

  #sort(): string[] {
    this.#byName ??= this.#inNameOrder();
    const byRank: string[][] = [];
    for (const jid of this.#byName) (byRank[this.#rank(jid)] ??= []).push(jid);
    return byRank.flat();
  }

  #rank(jid: string): number {
    return availabilityRank(this.contact(jid)?.availability ?? 'unknown');
  }

  #inNameOrder(): string[] {
    const contacts = [...this.#members].map((jid) => this.contact(jid)).filter((contact) => contact !== undefined);
    contacts.sort((a, b) => compareNames(a.name, b.name) || (a.jid < b.jid ? -1 : 1));
    return contacts.map(({ jid }) => jid);
  }
}

class SortedWhenAsked implements GroupView {
  #contacts: readonly string[] | undefined;

  constructor(
    readonly name: GroupName,
    private readonly members: ReadonlySet<string>,
    readonly online: number,
    private readonly sort: () => readonly string[],
  ) {}

  get size(): number {
    return this.members.size;
  }

  get contacts(): readonly string[] {
    return (this.#contacts ??= this.sort());
  }

  has(jid: string): boolean {
    return this.members.has(jid);
  }
}

function areSame(before: readonly GroupName[], now: readonly GroupName[]): boolean {
  return before.length === now.length && before.every((group, index) => group === now[index]);
}
