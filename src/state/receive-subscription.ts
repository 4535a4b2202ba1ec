import type { Presence } from '../protocol/presence.js';
import type { XmlElement } from '../protocol/xml.js';
import type { AccountState } from './account-state.js';

const SUBSCRIPTION: ReadonlySet<string | undefined> = new Set(['subscribe', 'subscribed', 'unsubscribe', 'unsubscribed']);

/** Presence that is about who may see whom (RFC 6121 §3). */
export function isSubscriptionStanza({ name, attrs }: XmlElement): boolean {
  return name === 'presence' && SUBSCRIPTION.has(attrs.type);
}

/** Presence of any type but available and unavailable came from that bare address. */
export function receiveSubscription(account: AccountState, jid: string, presence: Presence): void {
  const { requests, requestErrors, nicks, roster } = account;
  // One's own account asks nobody, and is no contact.
  if (jid === account.jid) return;
  if (presence.type === 'subscribe') {
    requests.receive(jid, presence);
    if (presence.nick) nicks.set(jid, presence.nick);
  } else if (presence.type === 'unsubscribe') {
    // RFC 6121 A.3.2: an unsubscribe takes back the request that waits.
    requests.settle(jid);
  } else if (presence.type === 'error' && presence.error && roster.get(jid)?.ask) {
    requestErrors.set(jid, presence.error);
  } else {
    return;
  }
  account.touch([jid]);
}
