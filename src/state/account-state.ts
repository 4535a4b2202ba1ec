import type { StanzaError } from '../protocol/errors.js';
import type { RosterItem, RosterResult } from '../protocol/roster.js';
import { domainOf } from '../protocol/jid.js';
import { BlockList } from './block-list.js';
import { BoundedMap } from './bounded-map.js';
import { displayName, isSubscribedTo, type Availability, type Contact, type ResourcePresence, type UnknownReason } from './contact.js';
import { DirectedPresence } from './directed-presence.js';
import { Namesakes } from './namesakes.js';
import { Notifier } from './notifier.js';
import { PresenceStore, type PresenceRecord } from './presence-store.js';
import { Readiness } from './readiness.js';
import { RosterStore } from './roster-store.js';
import { SubscriptionRequests } from './subscription-requests.js';

const NO_RECORD: PresenceRecord = { resources: [] };
/** Anybody may claim a name or cause an error; so many addresses are remembered. */
const MAX_STRANGERS = 1_000;

/** Why nobody's presence can be known just now, whoever it is. */
type Blindness = Extract<UnknownReason, 'disconnected' | 'own-unavailable'>;

/** What is true now of one account: its roster, the presence that came, and the requests that wait. */
export class AccountState {
  readonly roster = new RosterStore();
  readonly namesakes = new Namesakes(this.roster);
  readonly presences = new PresenceStore(
    (jid) => jid === this.jid || this.roster.get(jid) !== undefined,
    (jid) => this.touch([jid]),
  );
  readonly requests = new SubscriptionRequests();
  readonly blockList = new BlockList();
  readonly directed = new DirectedPresence();
  /** What people call themselves. */
  readonly nicks = new BoundedMap<string, string>(MAX_STRANGERS);
  /** Why our requests to see somebody failed. */
  readonly requestErrors = new BoundedMap<string, StanzaError>(MAX_STRANGERS);
  readonly readiness = new Readiness();
  readonly notifier: Notifier;
  /** Records are made when first asked for, and again only when something about the address changed. */
  readonly #contacts = new Map<string, Contact>();
  /** The same of those who are in no roster: anybody may be asked about, and every stranger who sends something is. */
  readonly #strangers = new BoundedMap<string, Contact>(MAX_STRANGERS);
  #blindness: Blindness | undefined = 'disconnected';
  /** Whether our own server has said of its people what it has to say. */
  #settled = false;
  /** Our own prepared bare address, once known. */
  jid: string | undefined;

  constructor(reportError: (error: unknown) => void) {
    this.notifier = new Notifier(reportError);
  }

  /** Whether the address is prepared: it is the key of something. */
  knows(jid: string): boolean {
    return this.roster.get(jid) !== undefined || this.#known(jid) !== undefined;
  }

  contact(jid: string): Contact {
    const known = this.#known(jid);
    if (known) return known;
    // Some servers keep one's own account in the roster; it is no contact.
    const item = jid === this.jid ? undefined : this.roster.get(jid);
    const contact = this.#read(jid, item, this.presences.get(jid) ?? NO_RECORD);
    (item ? this.#contacts : this.#strangers).set(jid, contact);
    return contact;
  }

  /** Everybody in the roster but ourselves: one's own account is no contact. */
  contacts(): Contact[] {
    return this.jids().map((jid) => this.contact(jid));
  }

  jids(): string[] {
    return [...this.roster.items()].map(({ jid }) => jid).filter((jid) => jid !== this.jid);
  }

  /** Whether the server tells that bare address of our presence. */
  isSeenBy(jid: string): boolean {
    const subscription = this.roster.get(jid)?.subscription;
    return subscription === 'from' || subscription === 'both' || this.directed.has(jid);
  }

  /** Something about these addresses changed. */
  touch(jids: readonly string[]): void {
    for (const jid of jids) {
      this.#contacts.delete(jid);
      this.#strangers.delete(jid);
    }
    this.notifier.notify(jids);
  }

  /** Something changed that concerns everybody. */
  touchAll(): void {
    const known = new Set([...this.jids(), ...this.#contacts.keys(), ...this.#strangers.keys()]);
    this.#contacts.clear();
    this.#strangers.clear();
    this.notifier.notifyAll([...known]);
  }

  /** The roster as a whole; a request that is no longer pending cannot have failed. */
  replaceRoster(roster: RosterResult): void {
    this.roster.replace(roster);
    for (const jid of this.requestErrors.keys()) if (!this.roster.get(jid)?.ask) this.requestErrors.delete(jid);
  }

  /** Forgets all presence: nobody is shown as online on old news. */
  goBlind(blindness: Blindness): void {
    this.#blindness = blindness;
    this.#settled = false;
    this.presences.clear();
    this.touchAll();
  }

  see(): void {
    if (this.#blindness === undefined) return;
    this.#blindness = undefined;
    this.touchAll();
  }

  /** Whether our own server has said of its people what it has to say. */
  get isSettled(): boolean {
    return this.#settled;
  }

  /** Our own server has had its time: those of its people whom it said nothing of are not there. */
  settle(): void {
    this.#settled = true;
    this.touchAll();
  }

  /** Another account, or none: nothing of the former one's is left. */
  reset(jid: string | undefined): void {
    if (this.jid !== undefined) this.readiness.changeAccount();
    const former = this.roster.clear();
    this.presences.clear();
    this.forgetSession();
    for (const map of [this.nicks, this.requestErrors]) map.clear();
    this.jid = jid;
    this.touch(former);
    this.touchAll();
  }

  /** What holds for one session of the server's only: it tells it all again in the next. */
  forgetSession(): void {
    this.requests.clear();
    this.blockList.clear();
    this.directed.endAll();
  }

  /** For a session of which it is not known whether it goes on. @returns puts back what holds for it */
  hold(): () => void {
    const settled = this.#settled;
    const parts = [this.presences, this.requests, this.blockList, this.directed].map((part) => part.hold());
    return () => {
      for (const putBack of parts) putBack();
      this.#settled = settled;
      this.touchAll();
    };
  }

  #known(jid: string): Contact | undefined {
    return this.#contacts.get(jid) ?? this.#strangers.get(jid);
  }

  #read(jid: string, item: RosterItem | undefined, record: PresenceRecord): Contact {
    const [best] = record.resources;
    const reason = best ? undefined : this.#reason(jid, item);
    return {
      jid,
      name: displayName(jid, item),
      item,
      availability: reason ? 'unknown' : availabilityOf(record),
      reason,
      status: best ? best.status : record.lastStatus,
      lastSeen: best ? undefined : record.lastSeen,
      idleSince: best?.idleSince,
      lastActivity: best ? activityOf(best, record) : record.lastSeen,
      resources: record.resources,
      nick: this.nicks.get(jid),
      requested: this.requests.has(jid),
      requestError: this.requestErrors.get(jid),
      blocked: this.blockList.blocks(jid),
      directed: this.directed.has(jid),
    };
  }

  #reason(jid: string, item: RosterItem | undefined): UnknownReason | undefined {
    if (this.#blindness) return this.#blindness;
    if (jid === this.jid) return undefined;
    if (this.blockList.blocks(jid)) return 'blocked';
    // The unavailable that acknowledges a request (RFC 6121 §3.1.3) is not presence: without a subscription nothing is known.
    if (!isSubscribedTo(item)) return 'not-subscribed';
    return this.presences.get(jid) || (this.#settled && this.#isOfOurDomain(jid)) ? undefined : 'no-presence';
  }

  #isOfOurDomain(jid: string): boolean {
    return this.jid !== undefined && domainOf(jid) === domainOf(this.jid);
  }
}

function availabilityOf({ resources: [best] }: PresenceRecord): Availability {
  return best ? (best.show ?? 'available') : 'unavailable';
}

/** Whoever is idle did nothing since; the machine has said so later. */
function activityOf({ idleSince }: ResourcePresence, { changedAt }: PresenceRecord): Date | undefined {
  return idleSince ?? (changedAt === undefined ? undefined : new Date(changedAt));
}
