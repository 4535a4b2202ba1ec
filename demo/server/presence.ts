import { noteCapabilities } from './capabilities.js';
import type { Core } from './core.js';
import { deliverPresence, deliverTo, deliverToAvailable, presenceStanza } from './deliver.js';
import { StanzaError } from './errors.js';
import type { Jid } from './jid.js';
import { sendLastItems } from './personal-events.js';
import { answerProbe, probeContacts } from './probes.js';
import { isSubscribedToUs } from './roster.js';
import type { Session } from './session.js';
import { isSubscriptionType, sendSubscription } from './subscriptions.js';
import { type Element, NS, readdress, withChild, xml } from './xml.js';

/** RFC 6121 §3 and §4: presence from one of our users; `from` is stamped already. @throws StanzaError */
export function handlePresence(core: Core, session: Session, stanza: Element, to: Jid | undefined): void {
  const { type } = stanza.attrs;
  if (isSubscriptionType(type)) return sendSubscription(core, session, type, stanza, to);
  if (type === 'probe') return to && answerProbe(core, session, to);
  if (type === 'error') return to && deliverPresence(core, to, stanza);
  // RFC 6121 §4.7.1: there is no other type.
  if (type !== undefined && type !== 'unavailable') throw new StanzaError('bad-request', 'There is no such type of presence.');
  if (to !== undefined) sendDirected(core, session, stanza, to);
  else if (type === 'unavailable') becomeUnavailable(core, session, stanza);
  else becomeAvailable(core, session, stanza);
}

/** RFC 6121 §4.2.2 (initial presence) and §4.4.2 (every later one). */
function becomeAvailable(core: Core, session: Session, received: Element): void {
  const isInitial = !session.isAvailable;
  const priority = priorityOf(received);
  // RFC 6121 §4.7.2.3: the client learns by the echo what became of its priority.
  const stanza = priority.isAsSent ? received : withChild(received, xml('priority', {}, String(priority.value)));
  session.presence = { stanza, priority: priority.value, at: core.now() };
  broadcast(core, session, stanza);
  if (!isInitial) return;
  sendOwnResources(session);
  probeContacts(core, session);
  deliverRequests(core, session);
  noteCapabilities(core, session, stanza, () => sendLastItems(core, session));
}

/** RFC 6121 §4.5.2; also what the server does for a client that vanished (§4.5.1). */
export function becomeUnavailable(core: Core, session: Session, stanza: Element): void {
  const directed = [...session.directed.values()].filter(({ to }) => !seesBroadcasts(session, to));
  if (session.isAvailable) {
    broadcast(core, session, stanza);
    session.account.lastUnavailable = { stanza, at: core.now() };
    session.presence = undefined;
  }
  // RFC 6121 §4.6.3: and to those who saw directed presence; the list is void then.
  for (const { to } of directed) deliverPresence(core, to, readdress(stanza, { to: to.full }));
  session.directed.clear();
}

/** To every subscriber, and to all our own available resources, the sender among them. */
function broadcast(core: Core, session: Session, stanza: Element): void {
  const { account } = session;
  for (const item of account.roster.items()) {
    if (isSubscribedToUs(item)) deliverToAvailable(core, item.jid, readdress(stanza, { to: item.jid }));
  }
  for (const own of account.availableSessions) own.send(readdress(stanza, { to: own.jid }));
}

/** RFC 6121 §4.2.2: a user sees his own other resources without asking. */
function sendOwnResources(session: Session): void {
  for (const other of session.account.availableSessions) {
    if (other !== session && other.presence !== undefined) session.send(readdress(other.presence.stanza, { to: session.jid }));
  }
}

/** RFC 6121 §3.1.3: a request is delivered again at each log-in until it is answered. */
function deliverRequests(core: Core, session: Session): void {
  for (const request of session.account.requests.values()) deliverTo(core, session, request);
}

/** RFC 6121 §4.6.3: the server remembers who has to be told when we go. */
function sendDirected(core: Core, session: Session, stanza: Element, to: Jid): void {
  if (stanza.attrs.type === 'unavailable') session.directed.delete(to.full);
  else if (!seesBroadcasts(session, to)) session.directed.set(to.full, { to, stanza });
  deliverPresence(core, to, readdress(stanza, { to: to.full }));
}

/** Whether they see what the resource broadcasts, and so need no word of their own when it goes. */
function seesBroadcasts({ account, isAvailable }: Session, { bare }: Jid): boolean {
  return isAvailable && (bare === account.jid || isSubscribedToUs(account.roster.get(bare)));
}

/** RFC 6121 §4.7.2.3: an integer from −128 to 127; 0 where there is none or something else. */
function priorityOf(stanza: Element): { value: number; isAsSent: boolean } {
  const text = stanza.getChildText('priority', NS.client)?.trim();
  if (text === undefined) return { value: 0, isAsSent: true };
  const sent = /^[+-]?\d+$/.test(text) ? Number(text) : 0;
  const value = Math.min(127, Math.max(-128, sent));
  return { value, isAsSent: String(value) === text };
}

/** The server's own word for a client that went without one. */
export function vanished(session: Session): Element {
  return presenceStanza('unavailable', session.jid, session.account.jid);
}
