import { fullJid, parseJid } from './jid.js';
import { child, childElements, children, element, localName, type XmlElement } from './xml.js';

/** Blocking (XEP-0191); also the feature by which a server offers it. */
export const BLOCKING_NS = 'urn:xmpp:blocking';

/** A change of the block list, as the server pushes it; without addresses, everybody is unblocked. */
export interface BlockPush {
  readonly kind: 'block' | 'unblock';
  readonly jids: readonly string[];
}

export function blockListGet(): XmlElement {
  return element('iq', { type: 'get' }, element('blocklist', { xmlns: BLOCKING_NS }));
}

export function blockSet(kind: BlockPush['kind'], jid: string): XmlElement {
  return element('iq', { type: 'set' }, element(kind, { xmlns: BLOCKING_NS }, element('item', { jid })));
}

/** Prepared addresses: bare, full, or domains. */
export function readBlockList(iq: XmlElement): readonly string[] {
  const list = child(iq, 'blocklist', BLOCKING_NS);
  return list ? readItems(list) : [];
}

/** `undefined` when it makes no sense; a block of nobody does not (XEP-0191 §3.3). */
export function readBlockPush(iq: XmlElement): BlockPush | undefined {
  const [payload, ...others] = childElements(iq);
  const kind = payload && localName(payload);
  if (!payload || others.length > 0 || (kind !== 'block' && kind !== 'unblock')) return undefined;
  const jids = readItems(payload);
  const isEmpty = childElements(payload).length === 0;
  return jids.length > 0 || (kind === 'unblock' && isEmpty) ? { kind, jids } : undefined;
}

function readItems(list: XmlElement): string[] {
  const parsed = children(list, 'item', BLOCKING_NS).map(({ attrs }) => (attrs.jid === undefined ? undefined : parseJid(attrs.jid)));
  return parsed.filter((jid) => jid !== undefined).map(fullJid);
}
