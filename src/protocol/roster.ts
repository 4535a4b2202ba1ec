import { bareJid } from './jid.js';
import { child, childElements, children, element, textOf, type XmlElement } from './xml.js';
import { xmlText } from './xml-text.js';

export const ROSTER_NS = 'jabber:iq:roster';
/** The stream feature that announces roster versioning (RFC 6121 §2.6.1). */
export const ROSTER_VERSIONING_NS = 'urn:xmpp:features:rosterver';

/** RFC 6121 §2.1.2.5: who sees whose presence. `to`: we see theirs; `from`: they see ours. */
export type Subscription = 'none' | 'to' | 'from' | 'both';

/** A roster item as the server last stated it (RFC 6121 §2.1.2). */
export interface RosterItem {
  /** Prepared bare address. */
  readonly jid: string;
  /** The handle the user gave; absent when there is none. */
  readonly name?: string;
  readonly subscription: Subscription;
  /** `subscribe` while our request waits for an answer. */
  readonly ask?: 'subscribe';
  /** Whether a request of theirs is approved in advance (RFC 6121 §3.4). */
  readonly approved?: boolean;
  /** A set without order; byte for byte as the server holds them. */
  readonly groups: readonly string[];
}

/** What a roster set may state: the item as a whole (RFC 6121 §2.3). */
export interface RosterItemEdit {
  readonly jid: string;
  readonly name?: string;
  readonly groups: readonly string[];
}

export interface RosterResult {
  readonly ver?: string;
  readonly items: readonly RosterItem[];
}

export interface RosterPush {
  readonly ver?: string;
  readonly jid: string;
  /** Absent when the item was removed. */
  readonly item?: RosterItem;
}

export const SUBSCRIPTIONS: ReadonlySet<unknown> = new Set<Subscription>(['none', 'to', 'from', 'both']);

/** RFC 6121 §2.1.3; `ver` only where the server offers versioning. */
export function rosterGet(ver?: string): XmlElement {
  return element('iq', { type: 'get' }, element('query', { xmlns: ROSTER_NS, ver }));
}

/** RFC 6121 §2.3: exactly one item, with its name and all its groups; what is left out is erased. */
export function rosterSet({ jid, name, groups }: RosterItemEdit): XmlElement {
  // What XML cannot carry is lost on the way, and with it what may tell two groups apart.
  const distinct = [...new Set(groups.map(xmlText))].filter((group) => group !== '');
  return setOf(element('item', { jid, name }, ...distinct.map((group) => element('group', {}, group))));
}

/** RFC 6121 §2.5. */
export function rosterRemove(jid: string): XmlElement {
  return setOf(element('item', { jid, subscription: 'remove' }));
}

function setOf(item: XmlElement): XmlElement {
  return element('iq', { type: 'set' }, element('query', { xmlns: ROSTER_NS }, item));
}

/** The roster in an IQ result; `undefined` for an empty result: "what you have is current" (RFC 6121 §2.6.3). */
export function readRosterResult(iq: XmlElement): RosterResult | undefined {
  const query = child(iq, 'query', ROSTER_NS);
  if (!query) return undefined;
  const items = children(query, 'item', ROSTER_NS).map(readItem).filter((item) => item !== undefined);
  return withVersion({ items }, query);
}

/** The change in a roster push; `undefined` unless it holds exactly one item with an address (RFC 6121 §2.1.6). */
export function readRosterPush(iq: XmlElement): RosterPush | undefined {
  const query = child(iq, 'query', ROSTER_NS);
  const node = query && childElements(query).length === 1 ? child(query, 'item', ROSTER_NS) : undefined;
  const item = node && readItem(node);
  if (!query || !item) return undefined;
  const removed = node.attrs.subscription === 'remove';
  return withVersion(removed ? { jid: item.jid } : { jid: item.jid, item }, query);
}

function withVersion<T extends object>(read: T, query: XmlElement): T & { ver?: string } {
  return query.attrs.ver === undefined ? read : { ...read, ver: query.attrs.ver };
}

function readItem(node: XmlElement): RosterItem | undefined {
  const jid = bareJid(node.attrs.jid);
  if (jid === undefined) return undefined;
  const { name, subscription = '', ask, approved } = node.attrs;
  // RFC 6121 §2.1.2.5: ignore a value other than the four, not the item.
  const known = SUBSCRIPTIONS.has(subscription) ? (subscription as Subscription) : 'none';
  const item: { -readonly [Key in keyof RosterItem]: RosterItem[Key] } = { jid, subscription: known, groups: readGroups(node) };
  if (name) item.name = name;
  if (ask === 'subscribe') item.ask = ask;
  if (approved === 'true' || approved === '1') item.approved = true;
  return item;
}

/** An empty group is none, and one that is repeated is one (RFC 6121 §2.1.2.6). */
function readGroups(item: XmlElement): string[] {
  const groups = new Set(children(item, 'group', ROSTER_NS).map(textOf));
  groups.delete('');
  return [...groups];
}
