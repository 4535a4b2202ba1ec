import type { Account } from './account.js';
import type { Core } from './core.js';
import type { Jid } from './jid.js';
import { type Element, NS, readdress, xml } from './xml.js';

/** A presence stanza of the server's own making. */
export function presenceStanza(type: string, from: string, to: string): Element {
  return xml('presence', { xmlns: NS.client, type, from, to });
}

/** RFC 6121 §8.5.2.1.2: presence for a bare JID goes to all its available resources, else nowhere. */
export function deliverToAvailable(core: Core, bareJid: string, stanza: Element): void {
  for (const session of core.account(bareJid)?.availableSessions ?? []) session.send(stanza);
}

/** RFC 6121 §8.5.3: presence for a full JID goes to that resource, else nowhere. */
export function deliverPresence(core: Core, to: Jid, stanza: Element): void {
  if (to.resource === '') deliverToAvailable(core, to.bare, stanza);
  else core.account(to.bare)?.sessions.get(to.resource)?.send(stanza);
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
