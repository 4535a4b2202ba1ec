import { block, getBlockList, unblock } from './blocking.js';
import { receiveCapabilities } from './capabilities.js';
import type { Core } from './core.js';
import { accountInfo, serverInfo } from './disco.js';
import { StanzaError } from './errors.js';
import type { Jid } from './jid.js';
import { lastActivity } from './last-activity.js';
import { getItems, publish, sendLastItems } from './personal-events.js';
import { getPrivate, setPrivate } from './private-storage.js';
import { getRoster, setRoster } from './roster-iq.js';
import type { Session } from './session.js';
import { getVCard, setVCard } from './vcard.js';
import { type Element, NS, readdress, xml } from './xml.js';

/** @returns the payload of the result, if it has one. @throws StanzaError */
type Answer = (core: Core, session: Session, payload: Element) => Element | undefined | void;

const granted: Answer = () => undefined;

/** Requests to the server itself, by type, name and namespace. */
const SERVER_ANSWERS: ReadonlyMap<string, Answer> = new Map([
  [`get query ${NS.discoInfo}`, (_core, _session, query) => serverInfo(query)],
  // XEP-0199 §4.2
  [`get ping ${NS.ping}`, granted],
  [`set session ${NS.session}`, granted],
]);

/** Requests to the own account. */
const ACCOUNT_ANSWERS: ReadonlyMap<string, Answer> = new Map([
  [`get query ${NS.discoInfo}`, (_core, _session, query) => accountInfo(query)],
  [`get ping ${NS.ping}`, granted],
  [`set session ${NS.session}`, granted],
  [`get query ${NS.roster}`, (_core, session, query) => getRoster(session, query)],
  [`set query ${NS.roster}`, setRoster],
  [`get blocklist ${NS.blocking}`, (_core, session) => getBlockList(session)],
  [`set block ${NS.blocking}`, block],
  [`set unblock ${NS.blocking}`, unblock],
  [`get query ${NS.private}`, (_core, session, query) => getPrivate(session, query)],
  [`set query ${NS.private}`, (_core, session, query) => setPrivate(session, query)],
  [`get query ${NS.last}`, (core, session) => lastActivity(core, session, session.address)],
  [`get vCard ${NS.vCard}`, (core, session) => getVCard(core, session.address)],
  [`set vCard ${NS.vCard}`, (_core, session, vCard) => setVCard(session, vCard)],
  [`get pubsub ${NS.pubsub}`, (core, session, pubsub) => getItems(core, session, pubsub, session.address)],
  [`set pubsub ${NS.pubsub}`, publish],
]);

type OthersAnswer = (core: Core, session: Session, payload: Element, to: Jid) => Element;

/** Requests to somebody else's account. */
const OTHERS_ANSWERS: ReadonlyMap<string, OthersAnswer> = new Map<string, OthersAnswer>([
  [`get query ${NS.last}`, (core, session, _query, to) => lastActivity(core, session, to)],
  [`get vCard ${NS.vCard}`, (core, _session, _vCard, to) => getVCard(core, to)],
  [`get pubsub ${NS.pubsub}`, getItems],
]);

const PERSONAL: ReadonlySet<string | undefined> = new Set([NS.roster, NS.blocking, NS.private]);

/** RFC 6120 §8.2.3, RFC 6121 §8. @throws StanzaError */
export function handleIq(core: Core, session: Session, stanza: Element, to: Jid | undefined): void {
  const { id, type } = stanza.attrs;
  const isRequest = type === 'get' || type === 'set';
  if (id === undefined || !(isRequest || type === 'result' || type === 'error')) throw new StanzaError('bad-request');
  if (to !== undefined && to.domain !== core.domain) throw new StanzaError('remote-server-not-found');
  // XEP-0191, "User Blocks JID"; answers are dropped by the way.
  if (to !== undefined && core.account(to.bare)?.blocks(session.address)) throw new StanzaError('service-unavailable');
  if (to !== undefined && to.resource !== '') return toResource(core, stanza, to);
  // Results for the account or the server, such as those of pushes, end here.
  if (!isRequest) return takeResult(core, session, stanza);
  const [payload, ...others] = stanza.getChildElements();
  if (payload === undefined || others.length > 0) throw new StanzaError('bad-request');
  const result = answer(core, session, `${type} ${payload.getName()} ${payload.getNS()}`, payload, to) ?? undefined;
  session.send(xml('iq', { xmlns: NS.client, type: 'result', id, from: to?.bare, to: session.jid }, result));
}

function takeResult(core: Core, session: Session, stanza: Element): void {
  if (receiveCapabilities(core, session, stanza)) sendLastItems(core, session);
}

function toResource(core: Core, stanza: Element, to: Jid): void {
  const recipient = core.account(to.bare)?.sessions.get(to.resource);
  if (recipient !== undefined) recipient.send(readdress(stanza, { to: to.full }));
  // RFC 6121 §8.5.3.2.3; an answer to an answer there is not.
  else if (stanza.attrs.type === 'get' || stanza.attrs.type === 'set') throw new StanzaError('service-unavailable');
}

function answer(core: Core, session: Session, request: string, payload: Element, to: Jid | undefined): ReturnType<Answer> {
  const isOwnAccount = to === undefined || to.bare === session.account.jid;
  const known = isOwnAccount ? ACCOUNT_ANSWERS.get(request) : to.bare === core.domain ? SERVER_ANSWERS.get(request) : undefined;
  if (known !== undefined) return known(core, session, payload);
  // RFC 6121 §2.3.3: a roster is its owner's alone; so are a block list and what is kept in private.
  if (!isOwnAccount && PERSONAL.has(payload.getNS())) throw new StanzaError('forbidden');
  const others = isOwnAccount ? undefined : OTHERS_ANSWERS.get(request);
  if (others !== undefined && to !== undefined) return others(core, session, payload, to);
  if (payload.is('bind', NS.bind)) throw new StanzaError('not-allowed', 'This stream has its resource.');
  throw new StanzaError('service-unavailable');
}
