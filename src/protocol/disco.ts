import { child, children, element, type XmlElement } from './xml.js';

export const DISCO_INFO_NS = 'http://jabber.org/protocol/disco#info';

/** Asks what an entity can do (XEP-0030 §3.1). */
export function discoInfoGet(to: string): XmlElement {
  return element('iq', { type: 'get', to }, element('query', { xmlns: DISCO_INFO_NS }));
}

/** The features named in the answer. */
export function readFeatures(iq: XmlElement): ReadonlySet<string> {
  const query = child(iq, 'query', DISCO_INFO_NS);
  const features = query ? children(query, 'feature', DISCO_INFO_NS) : [];
  return new Set(features.map(({ attrs }) => attrs.var ?? ''));
}
