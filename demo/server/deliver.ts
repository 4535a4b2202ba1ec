import type { Account } from './account.js';
import type { Core } from './core.js';
import { type Jid, parseJid } from './jid.js';
import type { Session } from './session.js';
import { type Element, NS, readdress, xml } from './xml.js';

/** A presence stanza of the server's own making. */
export function presenceStanza(type: string, from: string, to: string): Element {
  return xml('presence', { xmlns: NS.client, type, from, to });
}

/** XEP-0191: while one of them blocks the other, neither is shown anything of the other. */
export function deliverTo(core: Core, recipient: Session, stanza: Element): void {
  const from = parseJid(stanza.attrs.from ?? '');
  if (from === undefined || recipient.account.blocks(from) || core.account(from.bare)?.blocks(recipient.address)) return;
  recipient.send(stanza);
}

/** RFC 6121 §8.5.2.1.2: presence for a bare JID goes to all its available resources, else nowhere. */
export function deliverToAvailable(core: Core, bareJid: string, stanza: Element): void {
  for (const session of core.account(bareJid)?.availableSessions ?? []) deliverTo(core, session, stanza);
}

export function deliverPresence(core: Core, to: Jid, stanza: Element): void {
  for (const session of recipientsOf(core, to)) deliverTo(core, session, stanza);
}

/** RFC 6121 §8.5.3: presence for a full JID goes to that resource, else nowhere. */
export function recipientsOf(core: Core, to: Jid): Session[] {
  const account = core.account(to.bare);
  if (to.resource === '') return account?.availableSessions ?? [];
  const session = account?.sessions.get(to.resource);
  return session === undefined ? [] : [session];
}

/** Shows somebody all the account's available resources as they are now. */
export function sendPresenceOf(core: Core, account: Account, toBareJid: string): void {
  for (const { presence } of account.availableSessions) {
    if (presence !== undefined) deliverToAvailable(core, toBareJid, readdress(presence.stanza, { to: toBareJid }));
  }
}

/** Tells somebody that all the account's available resources are gone for him. */
export function sendUnavailableOf(core: Core, account: Account, toBareJid: string): void {
  for (const session of account.availableSessions) deliverToAvailable(core, toBareJid, presenceStanza('unavailable', session.jid, toBareJid));
}
