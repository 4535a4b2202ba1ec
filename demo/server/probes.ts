import type { Core } from './core.js';
import { deliverTo, presenceStanza } from './deliver.js';
import type { Account } from './account.js';
import { type Jid, parseJid } from './jid.js';
import { areWeSubscribedTo, isSubscribedToUs } from './roster.js';
import type { DirectedPresence, Session } from './session.js';
import { receiveSubscription } from './subscriptions.js';
import { delay, type Element, readdress, withChild } from './xml.js';

/** RFC 6121 §4.3: at log-in the server asks for the presence of everybody the user is subscribed to. */
export function probeContacts(core: Core, session: Session): void {
  for (const item of session.account.roster.items()) {
    const contact = parseJid(item.jid);
    if (contact !== undefined && areWeSubscribedTo(item)) answerProbe(core, session, contact);
  }
}

/** RFC 6121 §4.3.2. Other domains never answer: this server knows no other. */
export function answerProbe(core: Core, prober: Session, contact: Jid): void {
  if (contact.domain !== core.domain || contact.local === '') return;
  const account = core.account(contact.bare);
  const directed = account === undefined ? [] : directedTo(account, prober);
  // XEP-0191, "User Blocks JID": there is no answer at all.
  if (account?.blocks(prober.address)) return;
  if (account !== undefined && isSeenBy(account, prober.account.jid)) sendPresence(core, prober, account);
  // RFC 6121 §4.6.6: what was shown to them in particular, they may see again.
  else if (directed.length > 0) for (const { stanza } of directed) deliverTo(core, prober, readdress(stanza, { to: prober.jid }));
  else refuse(core, prober.account.jid, contact.bare);
}

function isSeenBy(account: Account, proberJid: string): boolean {
  return proberJid === account.jid || isSubscribedToUs(account.roster.get(proberJid));
}

function directedTo(account: Account, { jid, account: { jid: bareJid } }: Session): DirectedPresence[] {
  return [...account.sessions.values()].flatMap(({ directed }) => directed.get(jid) ?? directed.get(bareJid) ?? []);
}

/** Rule 1: whoever may not see us is told that he is not subscribed. */
function refuse(core: Core, proberJid: string, contactJid: string): void {
  receiveSubscription(core, proberJid, 'unsubscribed', presenceStanza('unsubscribed', contactJid, proberJid));
}

function sendPresence(core: Core, prober: Session, account: Account): void {
  if (account.availableSessions.length === 0) deliverTo(core, prober, lastUnavailable(account, prober.jid));
  for (const { jid, presence } of account.availableSessions) {
    // Rule 4: what each resource last said, and when
    if (presence !== undefined) deliverTo(core, prober, withChild(readdress(presence.stanza, { to: prober.jid }), delay(jid, presence.at)));
  }
}

/** Rule 3: from the bare JID, with the time of the last unavailable presence. */
function lastUnavailable({ jid: from, lastUnavailable: last }: Account, to: string): Element {
  if (last === undefined) return presenceStanza('unavailable', from, to);
  return withChild(readdress(last.stanza, { from, to }), delay(from, last.at));
}
