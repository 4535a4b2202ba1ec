import type { Account } from './account.js';
import type { Core } from './core.js';
import { deliverToAvailable, presenceStanza, sendPresenceOf, sendUnavailableOf } from './deliver.js';
import { errorReply, StanzaError } from './errors.js';
import { type Jid, parseJid } from './jid.js';
import { areWeSubscribedTo, isSubscribedToUs } from './roster.js';
import type { Session } from './session.js';
import { enterState, setPreApproval, stateOf } from './subscription-state.js';
import { INBOUND, OUTBOUND, PRE_APPROVED, type SubscriptionType } from './subscription-table.js';
import { type Element, readdress } from './xml.js';

export function isSubscriptionType(type: string | undefined): type is SubscriptionType {
  return type === 'subscribe' || type === 'subscribed' || type === 'unsubscribe' || type === 'unsubscribed';
}

/** RFC 6121 §3: one of our users sends a subscription stanza. @throws StanzaError */
export function sendSubscription(core: Core, session: Session, type: SubscriptionType, stanza: Element, to: Jid | undefined): void {
  const { account } = session;
  if (to === undefined) throw new StanzaError('bad-request');
  if (to.bare === account.jid) throw new StanzaError('not-allowed', 'You always see your own presence.');
  const step = OUTBOUND[type][stateOf(account, to.bare)];
  const wasSubscribed = isSubscribedToUs(account.roster.get(to.bare));
  // RFC 6121 §3.2.2: first the last presence the contact will see …
  if (wasSubscribed && type === 'unsubscribed') sendUnavailableOf(core, account, to.bare);
  if (step.instead === 'pre-approve') setPreApproval(account, to.bare, true);
  if (type === 'unsubscribed') setPreApproval(account, to.bare, false);
  if (step.state !== undefined) enterState(account, to.bare, step.state);
  // RFC 6121 §3.1.2: from and to are bare JIDs, whatever the client wrote.
  if (step.pass) route(core, session, type, readdress(stanza, { from: account.jid, to: to.bare }), to);
  // RFC 6121 §3.1.5: … and after an approval the first.
  if (!wasSubscribed && isSubscribedToUs(account.roster.get(to.bare))) sendPresenceOf(core, account, to.bare);
}

function route(core: Core, session: Session, type: SubscriptionType, stanza: Element, to: Jid): void {
  if (to.domain === core.domain) receiveSubscription(core, to.bare, type, stanza);
  else if (type === 'subscribe') session.send(readdress(errorReply(stanza, new StanzaError('remote-server-not-found')), { to: session.jid }));
}

/** RFC 6121 §3: a subscription stanza arrives for one of our users; for a user there is not it is dropped silently (§8.5.1). */
export function receiveSubscription(core: Core, to: string, type: SubscriptionType, stanza: Element): void {
  const account = core.account(to);
  const { from } = stanza.attrs;
  if (account === undefined || from === undefined || isBlocked(account, from)) return;
  const state = stateOf(account, from);
  const step = INBOUND[type][state];
  if (step.instead === 'answer subscribed') return answerSubscribed(core, account, from);
  const ahead = type === 'subscribe' && account.roster.get(from)?.approved ? PRE_APPROVED[state] : undefined;
  if (ahead !== undefined) {
    enterState(account, from, ahead);
    return answerSubscribed(core, account, from);
  }
  const sawUs = isSubscribedToUs(account.roster.get(from));
  if (step.pass) deliver(core, account, type, stanza);
  if (step.state !== undefined) enterState(account, from, step.state, stanza);
  // RFC 6121 §3.3.3: who unsubscribes is told that we are gone for him; who only withdraws a request never saw us.
  if (type === 'unsubscribe' && sawUs) sendUnavailableOf(core, account, from);
}

/** XEP-0191, "User Blocks JID": dropped without a word. */
function isBlocked(account: Account, from: string): boolean {
  const jid = parseJid(from);
  return jid !== undefined && account.blocks(jid);
}

/** RFC 6121 §3.1.3: requests go to the available resources; §3.1.6, §3.2.3, §3.3.3: all else to the interested ones. */
function deliver(core: Core, account: Account, type: SubscriptionType, stanza: Element): void {
  const sessions = type === 'subscribe' ? account.availableSessions : account.interestedSessions;
  for (const session of sessions) session.send(stanza);
  if (type === 'subscribe' && sessions.length > 0) acknowledge(core, account, stanza);
}

/** RFC 6121 §3.1.3: an acknowledgement, which says nothing about presence: it comes before any approval. */
function acknowledge(core: Core, account: Account, request: Element): void {
  const { from } = request.attrs;
  if (from !== undefined) deliverToAvailable(core, from, presenceStanza('unavailable', account.jid, from));
}

/** RFC 6121 §3.1.3 rules 1 and 2: the user has said yes before, so the server says it in his place. */
function answerSubscribed(core: Core, account: Account, to: string): void {
  receiveSubscription(core, to, 'subscribed', presenceStanza('subscribed', account.jid, to));
  sendPresenceOf(core, account, to);
}

/** RFC 6121 §2.5.2: the item goes, and with it what was granted or asked in both directions. */
export function removeContact(core: Core, account: Account, contact: Jid): void {
  const old = account.roster.get(contact.bare);
  const tell = (type: SubscriptionType): void => {
    receiveSubscription(core, contact.bare, type, presenceStanza(type, account.jid, contact.bare));
  };
  if (isSubscribedToUs(old)) sendUnavailableOf(core, account, contact.bare);
  account.removeItem(contact.bare);
  if (areWeSubscribedTo(old) || old?.ask !== undefined) tell('unsubscribe');
  if (isSubscribedToUs(old)) tell('unsubscribed');
}
