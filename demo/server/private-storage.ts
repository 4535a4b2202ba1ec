import { StanzaError } from './errors.js';
import type { Session } from './session.js';
import { type Element, NS, xml } from './xml.js';

/** As much as one account may keep, in characters of XML. */
const MAX_KEPT = 200_000;

/** XEP-0049 §2.2: what is kept under each of the names asked for, or the empty element. @throws StanzaError */
export function getPrivate(session: Session, query: Element): Element {
  return xml('query', { xmlns: NS.private }, entriesOf(query).map((asked) => session.account.kept.get(keyOf(asked)) ?? xml(asked.name, { xmlns: asked.getNS() })));
}

/** XEP-0049 §2.1: replaces what was kept under that name and namespace. @throws StanzaError */
export function setPrivate(session: Session, query: Element): void {
  const { kept } = session.account;
  const changed = new Map([...kept, ...entriesOf(query).map((entry) => [keyOf(entry), entry] as const)]);
  if ([...changed.values()].join('').length > MAX_KEPT) throw new StanzaError('resource-constraint', 'That is more than can be kept.');
  for (const [key, entry] of changed) kept.set(key, entry);
}

function entriesOf(query: Element): Element[] {
  const entries = query.getChildElements();
  // XEP-0049 §2.3
  if (entries.length === 0) throw new StanzaError('bad-request');
  if (entries.some((entry) => entry.getNS() === NS.private || entry.getNS() === NS.client)) throw new StanzaError('not-acceptable');
  return entries;
}

function keyOf(entry: Element): string {
  return `${entry.getName()} ${entry.getNS()}`;
}
