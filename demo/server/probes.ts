import type { Core } from './core.js';
import { presenceStanza } from './deliver.js';
import type { Account } from './account.js';
import { type Jid, parseJid } from './jid.js';
import { areWeSubscribedTo, isSubscribedToUs } from './roster.js';
import type { Session } from './session.js';
import { receiveSubscription } from './subscriptions.js';
import { delay, readdress, withChild } from './xml.js';

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
  const proberJid = prober.account.jid;
  const isAllowed = proberJid === contact.bare || isSubscribedToUs(account?.roster.get(proberJid));
  // Rule 1: whoever may not see us is told that he is not subscribed.
  if (account === undefined || !isAllowed) receiveSubscription(core, proberJid, 'unsubscribed', presenceStanza('unsubscribed', contact.bare, proberJid));
  else if (account.availableSessions.length === 0) sendLastUnavailable(prober, account);
  else sendCurrent(prober, account);
}

/** Rule 3: from the bare JID, with the time of the last unavailable presence. */
function sendLastUnavailable(prober: Session, account: Account): void {
  const last = account.lastUnavailable;
  const stanza = readdress(last?.stanza ?? presenceStanza('unavailable', account.jid, prober.jid), { from: account.jid, to: prober.jid });
  prober.send(last === undefined ? stanza : withChild(stanza, delay(account.jid, last.at)));
}

/** Rule 4: what each resource last said, and when. */
function sendCurrent(prober: Session, account: Account): void {
  for (const { jid, presence } of account.availableSessions) {
    if (presence !== undefined) prober.send(withChild(readdress(presence.stanza, { to: prober.jid }), delay(jid, presence.at)));
  }
}
