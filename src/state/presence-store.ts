import type { Presence } from '../protocol/presence.js';
import { BoundedMap } from './bounded-map.js';
import { compareResources, type ResourcePresence } from './contact.js';

/** What is known of one address. A record is replaced, never changed. */
export interface PresenceRecord {
  /** The available resources, best first. */
  readonly resources: readonly ResourcePresence[];
  /** When something of theirs changed last, in ms since 1970; only while they are available. */
  readonly changedAt?: number | undefined;
  /** When the last resource went, or when the server says it did. */
  readonly lastSeen?: Date | undefined;
  /** What was said on going. */
  readonly lastStatus?: string | undefined;
}

/** One client may claim any number of resources; the list and memory stay bounded. */
const MAX_RESOURCES = 100;
/** Anybody may send presence; of strangers so many are remembered, the oldest are forgotten first. */
const MAX_STRANGERS = 1_000;
const NOTHING: PresenceRecord = { resources: [] };

/** Who is available, from the presence that came in during this session (RFC 6121 §4). */
export class PresenceStore {
  readonly #records = new Map<string, PresenceRecord>();
  /** Those who were no contacts when they were last heard of: before the roster has come, that is everybody. */
  readonly #strangers = new BoundedMap<string, true>(MAX_STRANGERS, (jid) => this.#forgetStranger(jid));

  constructor(
    private readonly isContact: (jid: string) => boolean = () => false,
    /** Called with a stranger of whom nothing is known any more, because there are too many. */
    private readonly forgotten: (jid: string) => void = () => undefined,
  ) {}

  get(jid: string): PresenceRecord | undefined {
    return this.#records.get(jid);
  }

  /** Of whom anything is known. */
  jids(): readonly string[] {
    return [...this.#records.keys()];
  }

  /** Everything that is known, by address. */
  entries(): readonly (readonly [jid: string, record: PresenceRecord])[] {
    return [...this.#records];
  }

  /** What was known to somebody else of this same session. */
  restore(entries: readonly (readonly [jid: string, record: PresenceRecord])[]): void {
    this.clear();
    for (const [jid, record] of entries) {
      this.#records.set(jid, record);
      if (!this.isContact(jid)) this.#strangers.set(jid, true);
    }
  }

  /** Takes in an available or unavailable presence of that bare address. */
  receive(jid: string, presence: Presence, now: number): void {
    const before = this.#records.get(jid) ?? NOTHING;
    const after = presence.type === 'available' ? arrive(before, presence, now) : leave(before, presence, now);
    this.#records.set(jid, after);
    if (!this.isContact(jid)) this.#strangers.set(jid, true);
  }

  /** @returns puts back what is known now */
  hold(): () => void {
    const [records, strangers] = [[...this.#records], this.#strangers.keys()];
    return () => {
      this.clear();
      for (const [jid, record] of records) this.#records.set(jid, record);
      for (const jid of strangers) this.#strangers.set(jid, true);
    };
  }

  /** What was said about the address holds no more (RFC 6121 §3.3.3). */
  forget(jid: string): void {
    this.#records.delete(jid);
  }

  /** A new session begins, or ours ended. @returns the addresses concerned */
  clear(): readonly string[] {
    const known = this.jids();
    this.#records.clear();
    this.#strangers.clear();
    return known;
  }

  #forgetStranger(jid: string): void {
    if (this.isContact(jid)) return;
    this.#records.delete(jid);
    this.forgotten(jid);
  }
}

function arrive(before: PresenceRecord, presence: Presence, now: number): PresenceRecord {
  const { resource, show, status, priority, idleSince } = presence;
  const others = before.resources.filter((other) => other.resource !== resource);
  // Of equals the newest comes first: sort is stable.
  const resources = [{ resource, show, status, priority, idleSince }, ...others].sort(compareResources);
  return { resources: resources.slice(0, MAX_RESOURCES), changedAt: presence.delay?.getTime() ?? now };
}

/** RFC 6121 §4.5.4: from a full address one resource went, from the bare one all of them. */
function leave(before: PresenceRecord, { resource, status, delay }: Presence, now: number): PresenceRecord {
  const resources = resource === '' ? [] : before.resources.filter((other) => other.resource !== resource);
  if (resources.length > 0) return { resources, changedAt: now };
  const wasHere = before.resources.length > 0;
  const lastSeen = delay ?? (wasHere ? new Date(now) : before.lastSeen);
  return { resources, lastSeen, lastStatus: status ?? (wasHere ? undefined : before.lastStatus) };
}
