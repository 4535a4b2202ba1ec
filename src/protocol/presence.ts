import { readDateTime } from './date-time.js';
import { readStanzaError, type StanzaError } from './errors.js';
import { parseJid } from './jid.js';
import { child, children, CLIENT_NS, element, textOf, type XmlElement } from './xml.js';

const DELAY_NS = 'urn:xmpp:delay';
const IDLE_NS = 'urn:xmpp:idle:1';
const NICK_NS = 'http://jabber.org/protocol/nick';

/** RFC 6121 §4.7.2.1: the four kinds of availability that are said aloud; none of them means plainly available. */
export type Show = 'chat' | 'away' | 'xa' | 'dnd';

/** RFC 6121 §4.7.1; `available` stands for the absence of a type. */
export type PresenceType =
  | 'available' | 'unavailable' | 'error' | 'probe'
  | 'subscribe' | 'subscribed' | 'unsubscribe' | 'unsubscribed';

/** A presence stanza that came in. */
export interface Presence {
  /** Prepared bare address of the sender; absent when it is our own account (RFC 6120 §8.1.2.1). */
  readonly from?: string | undefined;
  /** `''` when it came from the bare address. */
  readonly resource: string;
  readonly type: PresenceType;
  readonly show?: Show | undefined;
  /** The text of `<status/>`, of which 2,000 characters. */
  readonly status?: string | undefined;
  /** −128…127, 0 when none was given (RFC 6121 §4.7.2.3). */
  readonly priority: number;
  /** When the server says this was sent (XEP-0203): on an unavailable presence, when the contact was last seen. */
  readonly delay?: Date | undefined;
  /** Since when the person has been idle (XEP-0319). */
  readonly idleSince?: Date | undefined;
  /** What the sender calls themselves (XEP-0172), 200 characters of it: a claim, not an identity. */
  readonly nick?: string | undefined;
  readonly error?: StanzaError | undefined;
}

/** What the user says of their own availability. */
export interface OwnPresence {
  readonly show?: Show;
  /** The text of `<status/>`. */
  readonly status?: string;
  /** −128…127; 0 when left out. */
  readonly priority?: number;
}

/** As much of what somebody says of themselves is kept, in UTF-16 units: the session goes from page to page whole. */
const MAX_STATUS = 2_000;
const MAX_NICK = 200;

export const SHOWS: ReadonlySet<unknown> = new Set<Show>(['chat', 'away', 'xa', 'dnd']);
const TYPES: ReadonlySet<string> = new Set<PresenceType>([
  'unavailable', 'error', 'probe', 'subscribe', 'subscribed', 'unsubscribe', 'unsubscribed',
]);

/** Our presence (RFC 6121 §4.2–4.4), broadcast when `to` is left out. An empty status is not sent. */
export function availablePresence({ show, status, priority }: OwnPresence = {}, to?: string): XmlElement {
  return element(
    'presence',
    { to },
    show && element('show', {}, show),
    status ? element('status', {}, status) : undefined,
    priority ? element('priority', {}, String(clampPriority(priority))) : undefined,
  );
}

/** RFC 6121 §4.5.1: an unavailable presence bears no show and no priority. */
export function unavailablePresence(status?: string, to?: string): XmlElement {
  return element('presence', { type: 'unavailable', to }, status ? element('status', {}, status) : undefined);
}

/** What may go along with a request to see somebody (RFC 6121 §3.1.1, XEP-0172 §4.1). */
export interface RequestWords {
  readonly status?: string | undefined;
  /** What we call ourselves. */
  readonly nick?: string | undefined;
}

/** One of the four stanzas of the subscription handshake (RFC 6121 §3). */
export function subscriptionPresence(
  type: 'subscribe' | 'subscribed' | 'unsubscribe' | 'unsubscribed',
  to: string,
  id: string,
  { status, nick }: RequestWords = {},
): XmlElement {
  const words = status ? element('status', {}, status) : undefined;
  return element('presence', { type, to, id }, words, nick ? element('nick', { xmlns: NICK_NS }, nick) : undefined);
}

/** Whole numbers in −128…127 (RFC 6121 §4.7.2.3); what is no number is 0. */
export function clampPriority(value: number): number {
  return Number.isFinite(value) ? Math.max(-128, Math.min(127, Math.trunc(value))) : 0;
}

function readType(attribute: string | undefined): PresenceType | undefined {
  // There is no type "available" in RFC 6121 §4.7.1; read leniently, never sent.
  if (attribute === undefined || attribute === 'available') return 'available';
  return TYPES.has(attribute) ? (attribute as PresenceType) : undefined;
}

function readShow(stanza: XmlElement): Show | undefined {
  const node = child(stanza, 'show', CLIENT_NS);
  const show = node && textOf(node).trim();
  return SHOWS.has(show) ? (show as Show) : undefined;
}

function readPriority(stanza: XmlElement): number {
  const node = child(stanza, 'priority', CLIENT_NS);
  const text = node ? textOf(node).trim() : '';
  return /^[+-]?\d+$/.test(text) ? clampPriority(Number(text)) : 0;
}

/** Of several texts the one in the reader's language, else the one without a language, else the first. */
function readStatus(stanza: XmlElement, languages: readonly string[]): string | undefined {
  const nodes = children(stanza, 'status', CLIENT_NS);
  // RFC 6120 §8.1.5: what declares no language is in the stanza's.
  const languageOf = ({ attrs }: XmlElement) => primary(attrs['xml:lang'] ?? stanza.attrs['xml:lang']);
  const inLanguage = (wanted: string) => nodes.find((node) => languageOf(node) === primary(wanted));
  const best = nodes.length < 2 ? undefined : languages.map(inLanguage).find((node) => node !== undefined);
  const node = best ?? nodes.find(({ attrs }) => attrs['xml:lang'] === undefined) ?? nodes[0];
  return readText(node, MAX_STATUS);
}

/** `undefined` where nothing is said; cut where too much is, but not through a character. */
function readText(node: XmlElement | undefined, max: number): string | undefined {
  const text = node ? textOf(node).trim() : '';
  return text.length > max ? `${text.slice(0, max).replace(/[\ud800-\udbff]$/, '')}…` : text || undefined;
}

function primary(language: string | undefined): string | undefined {
  return language?.split('-', 1)[0]?.toLowerCase();
}

/** What reading depends on besides the stanza. */
export interface PresenceReading {
  /** Now, in ms since 1970. */
  readonly now: number;
  /** The reader's languages (BCP 47), best first. */
  readonly languages: readonly string[];
}

/**
 * Reads a presence, long texts cut; `undefined` when its sender or type makes no sense, which changes nothing
 * (RFC 6121 §4.7.1).
 */
export function readPresence(stanza: XmlElement, { now, languages }: PresenceReading): Presence | undefined {
  const type = readType(stanza.attrs.type);
  const from = stanza.attrs.from === undefined ? undefined : parseJid(stanza.attrs.from);
  if (type === undefined || (stanza.attrs.from !== undefined && !from)) return undefined;
  return {
    from: from?.bare,
    resource: from?.resource ?? '',
    type,
    show: readShow(stanza),
    status: readStatus(stanza, languages),
    priority: readPriority(stanza),
    delay: readDateTime(child(stanza, 'delay', DELAY_NS)?.attrs.stamp, now),
    idleSince: readDateTime(child(stanza, 'idle', IDLE_NS)?.attrs.since, now),
    nick: readText(child(stanza, 'nick', NICK_NS), MAX_NICK),
    error: type === 'error' ? readStanzaError(stanza) : undefined,
  };
}
