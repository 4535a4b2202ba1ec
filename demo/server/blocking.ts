import type { Account } from './account.js';
import { BlockList } from './block-list.js';
import type { Core } from './core.js';
import { StanzaError } from './errors.js';
import { type Jid, parseJid } from './jid.js';
import type { Session } from './session.js';
import { hideFrom, showTo } from './visibility.js';
import { type Element, NS, randomName, xml } from './xml.js';

/** XEP-0191, "User Retrieves Block List"; who asks is told of every change from then on. */
export function getBlockList(session: Session): Element {
  session.wantsBlockList = true;
  return xml('blocklist', { xmlns: NS.blocking }, session.account.blocked.entries().map(itemElement));
}

/** XEP-0191, "User Blocks JID". All of it or nothing. @throws StanzaError */
export function block(core: Core, { account }: Session, request: Element): void {
  const entries = entriesOf(account, request);
  if (entries.length === 0) throw new StanzaError('bad-request', 'There is nobody to block.');
  // The last they are to see of us, while they still may.
  hideFrom(core, account, new BlockList(entries));
  for (const entry of entries) account.blocked.add(entry);
  push(account, 'block', entries);
}

/** XEP-0191, "User Unblocks JID"; without any, all of them. @throws StanzaError */
export function unblock(core: Core, { account }: Session, request: Element): void {
  const entries = entriesOf(account, request);
  const unblocked = entries.length === 0 ? account.blocked.entries() : entries.filter((entry) => account.blocked.has(entry));
  for (const entry of unblocked) account.blocked.delete(entry);
  push(account, 'unblock', entries);
  showTo(core, account, new BlockList(unblocked));
}

function entriesOf(account: Account, request: Element): Jid[] {
  return request.getChildren('item', NS.blocking).map((item) => entryOf(account, item));
}

function entryOf(account: Account, { attrs }: Element): Jid {
  if (attrs.jid === undefined) throw new StanzaError('bad-request', 'An item has a JID.');
  const jid = parseJid(attrs.jid);
  if (jid === undefined) throw new StanzaError('jid-malformed');
  if (jid.bare === account.jid) throw new StanzaError('not-allowed', 'You cannot block yourself.');
  return jid;
}

function push(account: Account, name: 'block' | 'unblock', entries: readonly Jid[]): void {
  const change = xml(name, { xmlns: NS.blocking }, entries.map(itemElement));
  for (const session of account.sessions.values()) {
    if (session.wantsBlockList) session.send(xml('iq', { xmlns: NS.client, type: 'set', id: `push-${randomName()}`, to: session.jid }, change));
  }
}

function itemElement({ full }: Jid): Element {
  return xml('item', { jid: full });
}
