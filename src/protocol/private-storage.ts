import { child, element, textOf, type XmlElement } from './xml.js';

/** Private XML storage (XEP-0049): what an account's clients keep at its server for each other. */
const PRIVATE_NS = 'jabber:iq:private';

/** XEP-0049 §2.2: what is kept under that name and namespace. */
export function privateGet(name: string, ns: string): XmlElement {
  return element('iq', { type: 'get' }, element('query', { xmlns: PRIVATE_NS }, element(name, { xmlns: ns })));
}

/** XEP-0049 §2.1: replaces what is kept under the element's name and namespace. */
export function privateSet(kept: XmlElement): XmlElement {
  return element('iq', { type: 'set' }, element('query', { xmlns: PRIVATE_NS }, kept));
}

/** What was asked for; `undefined` where nothing of that name and namespace came. */
export function readPrivate(iq: XmlElement, name: string, ns: string): XmlElement | undefined {
  const query = child(iq, 'query', PRIVATE_NS);
  return query && child(query, name, ns);
}

const DELIMITER = ['roster', 'roster:delimiter'] as const;

/** XEP-0083: what stands between the names of a group and of one within it. */
export function groupDelimiterGet(): XmlElement {
  return privateGet(...DELIMITER);
}

/** `undefined` where none was set, or one that is no delimiter: a single letter or digit (XEP-0083 §2). */
export function readGroupDelimiter(iq: XmlElement): string | undefined {
  const kept = readPrivate(iq, ...DELIMITER);
  const text = kept ? textOf(kept) : '';
  return text === '' || /^[\p{L}\p{N}]$/u.test(text) ? undefined : text;
}
