import type { StanzaError } from '../protocol/errors.js';
import { localPart } from '../protocol/jid.js';
import type { Show } from '../protocol/presence.js';
import type { RosterItem } from '../protocol/roster.js';

/** What can be said of a person now. `unknown` is no guess of `unavailable`: nothing can be said. */
export type Availability = 'available' | Show | 'unavailable' | 'unknown';

/**
 * Why an availability is unknown: we are not subscribed to it; we are, but nothing has come yet; we block the person;
 * our connection is down; or we made ourselves unavailable, so that the server tells us nothing.
 */
export type UnknownReason = 'not-subscribed' | 'no-presence' | 'blocked' | 'disconnected' | 'own-unavailable';

/** One connected client of a person (RFC 6121 §4.1). */
export interface ResourcePresence {
  readonly resource: string;
  /** Absent: plainly available. */
  readonly show?: Show | undefined;
  /** The text of `<status/>`. */
  readonly status?: string | undefined;
  /** −128…127. */
  readonly priority: number;
  /** Since when the person has been idle (XEP-0319). */
  readonly idleSince?: Date | undefined;
}

/** A person, as far as this session knows them: from the roster, from presence, or by address alone. */
export interface Contact {
  /** Prepared bare address. */
  readonly jid: string;
  /** What is shown: the handle in the roster, else the address. */
  readonly name: string;
  /** The roster item as the server last stated it; absent for strangers. */
  readonly item?: RosterItem | undefined;
  readonly availability: Availability;
  /** Only with `unknown`. */
  readonly reason?: UnknownReason | undefined;
  /** The text of the `<status/>` that counts: of the best resource, or of going unavailable. */
  readonly status?: string | undefined;
  /** When the person was last available, if they are not. */
  readonly lastSeen?: Date | undefined;
  readonly idleSince?: Date | undefined;
  /** When they last did something that their presence told of: came, went, changed it, or fell idle. */
  readonly lastActivity?: Date | undefined;
  /** The available ones, best first. */
  readonly resources: readonly ResourcePresence[];
  /** What the person calls themselves (XEP-0172): a claim that anybody can make, not an identity. */
  readonly nick?: string | undefined;
  /** Whether they ask to see our presence and wait for an answer. */
  readonly requested?: boolean | undefined;
  /** Why our last request to see theirs could not be delivered, or was refused by their server. */
  readonly requestError?: StanzaError | undefined;
  /** Whether we block them (XEP-0191). */
  readonly blocked?: boolean | undefined;
  /** Whether they see our presence for now, without a subscription (RFC 6121 §4.6). */
  readonly directed?: boolean | undefined;
}

/** Best first: whom one can ask now. */
const ORDER: readonly Availability[] = ['chat', 'available', 'away', 'xa', 'dnd', 'unavailable', 'unknown'];
const RANKS = new Map(ORDER.map((availability, rank) => [availability, rank]));

/** The place of an availability when the best come first; `chat` and `available` are equals. */
export function availabilityRank(availability: Availability): number {
  return Math.max(1, RANKS.get(availability) ?? ORDER.length);
}

/** What somebody says of themselves, to be compared with what they said before. */
export function presenceMark({ availability, status = '' }: Contact): string {
  return `${availability} ${status}`;
}

/** Whether the person has a resource that is available, in whatever way. */
export function isOnline({ availability }: Pick<Contact, 'availability'>): boolean {
  return availability !== 'unavailable' && availability !== 'unknown';
}

/** Which resource counts: the highest priority, then the most available show. */
export function compareResources(a: ResourcePresence, b: ResourcePresence): number {
  const rank = ({ show }: ResourcePresence) => RANKS.get(show ?? 'available') ?? 0;
  return b.priority - a.priority || rank(a) - rank(b);
}

/** Whether the server sends us their presence (RFC 6121 §2.1.2.5). */
export function isSubscribedTo(item: RosterItem | undefined): boolean {
  return item?.subscription === 'to' || item?.subscription === 'both';
}

/** Signs, as opposed to controls, spaces, marks without a letter, and letters that look like nothing at all. */
const VISIBLE = /[^\p{C}\p{Z}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u;

/** Whether there is anything to be seen of that text. */
export function isVisible(text: string): boolean {
  return VISIBLE.test(text);
}

/** The handle in the roster; where there is none, or nothing to be seen of it, the address. */
export function displayName(jid: string, item: RosterItem | undefined): string {
  return item?.name !== undefined && isVisible(item.name) ? item.name : jid;
}

/** One or two letters that stand for the person where there is little room. */
export function initials(name: string): string {
  // "Garry (IT)" is GI.
  const words = localPart(name).split(/[\s._-]+/).map((word) => word.replace(/^\p{P}+(?=.)/u, '')).filter((word) => word !== '');
  const first = (word: string | undefined) => [...(word ?? '')][0] ?? '';
  return (first(words[0]) + (words.length > 1 ? first(words.at(-1)) : '')).toLocaleUpperCase();
}
