import type { Core } from './core.js';
import { StanzaError } from './errors.js';
import { byteLength, type Jid, parseJid } from './jid.js';
import { itemElement, type RosterItem } from './roster.js';
import type { Session } from './session.js';
import { removeContact } from './subscriptions.js';
import { type Element, NS, xml } from './xml.js';

const MAX_BYTES = 1023;

/** RFC 6121 §2.1.3–2.2, §2.6.3. `undefined` is the empty result that means "what you have is current". */
export function getRoster(session: Session, query: Element): Element | undefined {
  const { roster } = session.account;
  const { ver } = query.attrs;
  session.isInterested = true;
  session.usesVersions = ver !== undefined;
  if (ver === roster.version) return undefined;
  return xml('query', { xmlns: NS.roster, ver: session.usesVersions ? roster.version : undefined }, roster.items().map(itemElement));
}

/** RFC 6121 §2.3–2.5. @throws StanzaError */
export function setRoster(core: Core, session: Session, query: Element): void {
  const item = onlyItem(query);
  const jid = contactJid(session, item);
  // RFC 6121 §2.1.2.5: in a set no value of `subscription` but this one means something.
  if (item.attrs.subscription === 'remove') removeItem(core, session, jid);
  else writeItem(core, session, jid, item);
}

function writeItem(core: Core, session: Session, jid: Jid, item: Element): void {
  const { account } = session;
  const old = account.roster.get(jid.bare);
  const groups = groupsOf(item);
  const name = nameOf(item);
  refuseGovernedChange(core, old, groups);
  const { subscription = 'none' as const, ask, approved } = old ?? {};
  account.putItem({ jid: jid.bare, ...(name && { name }), subscription, ...(ask && { ask }), ...(approved && { approved }), groups });
}

function removeItem(core: Core, session: Session, jid: Jid): void {
  const old = session.account.roster.get(jid.bare);
  if (old === undefined) throw new StanzaError('item-not-found');
  refuseGovernedChange(core, old, []);
  removeContact(core, session.account, jid);
}

function onlyItem(query: Element): Element {
  const [item, ...others] = query.getChildElements();
  // RFC 6121 §2.3.3: exactly one item in a set
  if (item === undefined || others.length > 0 || !item.is('item', NS.roster)) throw new StanzaError('bad-request', 'A roster set has exactly one item.');
  return item;
}

function contactJid(session: Session, item: Element): Jid {
  const jid = parseJid(item.attrs.jid ?? '');
  if (jid === undefined || jid.resource !== '') throw new StanzaError('bad-request', 'A roster item has a bare JID.');
  if (jid.bare === session.account.jid) throw new StanzaError('not-allowed', 'You cannot be your own contact.');
  return jid;
}

function nameOf(item: Element): string | undefined {
  const name = item.attrs.name ?? '';
  if (byteLength(name) > MAX_BYTES) throw new StanzaError('not-acceptable', 'The name is too long.');
  return name === '' ? undefined : name;
}

function groupsOf(item: Element): string[] {
  const groups = item.getChildren('group', NS.roster).map((group) => group.getText());
  // RFC 6121 §2.3.3: an empty or overlong group is not acceptable, a repeated one a bad request.
  if (groups.some((group) => group === '' || byteLength(group) > MAX_BYTES)) throw new StanzaError('not-acceptable', 'A group name is empty or too long.');
  if (new Set(groups.map((group) => group.normalize('NFKC'))).size < groups.length) throw new StanzaError('bad-request', 'A group is named twice.');
  return groups;
}

/** A company's groups are the company's: their members come and go by its directory, not by a drag. */
function refuseGovernedChange(core: Core, old: RosterItem | undefined, groups: readonly string[]): void {
  const before = old?.groups ?? [];
  const changed = [...before.filter((group) => !groups.includes(group)), ...groups.filter((group) => !before.includes(group))];
  const governed = changed.find((group) => core.governedGroups.has(group));
  if (governed !== undefined) throw new StanzaError('not-allowed', `The group “${governed}” is managed by your company's directory.`);
}
