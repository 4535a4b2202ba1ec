import { bareJid } from '../protocol/jid.js';
import { readPresence } from '../protocol/presence.js';
import type { XmlElement } from '../protocol/xml.js';
import type { AccountState } from './account-state.js';
import type { OwnPresenceSender } from './own-presence.js';

/** Another tab sent that over the stream we share: what follows from it here is the same as there. */
export function notePresenceSent(stanza: XmlElement, account: AccountState, own: OwnPresenceSender): void {
  const { to, type } = stanza.attrs;
  if (to === undefined) return noteOwn(stanza, account, own);
  const bare = bareJid(to) ?? to;
  if (type === undefined) account.directed.begin(to, own.state.type === 'available');
  else if (type === 'unavailable') account.directed.end(to);
  else noteSubscription(type, bare, account);
  account.touch([bare]);
}

function noteOwn(stanza: XmlElement, account: AccountState, own: OwnPresenceSender): void {
  const said = readPresence(stanza, { now: 0, languages: [] });
  if (said?.type !== 'available' && said?.type !== 'unavailable') return;
  const { type, show, status, priority } = said;
  own.noteSent(type, { priority, ...(show ? { show } : {}), ...(status ? { status } : {}) });
  if (type === 'unavailable') account.touch(account.directed.endAll().all.map((to) => bareJid(to) ?? to));
}

function noteSubscription(type: string, jid: string, { requests, requestErrors, presences }: AccountState): void {
  if (type === 'subscribed' || type === 'unsubscribed') requests.settle(jid);
  else requestErrors.delete(jid);
  // RFC 6121 §3.3.3: their presence is void at once.
  if (type === 'unsubscribe') presences.forget(jid);
}
