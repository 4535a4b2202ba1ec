import type { Core } from './core.js';
import { StanzaError } from './errors.js';
import type { Jid } from './jid.js';
import { getRoster, setRoster } from './roster-iq.js';
import type { Session } from './session.js';
import { type Element, NS, readdress, xml } from './xml.js';

/** RFC 6120 §8.2.3, RFC 6121 §8. @throws StanzaError */
export function handleIq(core: Core, session: Session, stanza: Element, to: Jid | undefined): void {
  const { id, type } = stanza.attrs;
  const isRequest = type === 'get' || type === 'set';
  if (id === undefined || !(isRequest || type === 'result' || type === 'error')) throw new StanzaError('bad-request');
  if (to !== undefined && to.domain !== core.domain) throw new StanzaError('remote-server-not-found');
  if (to !== undefined && to.resource !== '') return toResource(core, stanza, to);
  // Results for the account or the server, such as those of pushes, end here.
  if (!isRequest) return;
  const [payload, ...others] = stanza.getChildElements();
  if (payload === undefined || others.length > 0) throw new StanzaError('bad-request');
  const result = answer(core, session, stanza, payload, to);
  session.send(xml('iq', { xmlns: NS.client, type: 'result', id, from: to?.bare, to: session.jid }, result));
}

function toResource(core: Core, stanza: Element, to: Jid): void {
  const recipient = core.account(to.bare)?.sessions.get(to.resource);
  if (recipient !== undefined) recipient.send(readdress(stanza, { to: to.full }));
  // RFC 6121 §8.5.3.2.3; an answer to an answer there is not.
  else if (stanza.attrs.type === 'get' || stanza.attrs.type === 'set') throw new StanzaError('service-unavailable');
}

function answer(core: Core, session: Session, stanza: Element, payload: Element, to: Jid | undefined): Element | undefined {
  const isOwnAccount = to === undefined || to.bare === session.account.jid;
  const isServer = to?.bare === core.domain;
  const request = `${stanza.attrs.type} ${payload.getName()} ${payload.getNS()}`;
  if (request === `get query ${NS.discoInfo}` && (isOwnAccount || isServer)) return discoInfo(isServer, payload);
  // XEP-0199 §4.2
  if (request === `get ping ${NS.ping}` && (isOwnAccount || isServer)) return undefined;
  if (request === `set session ${NS.session}` && (isOwnAccount || isServer)) return undefined;
  if (payload.is('query', NS.roster)) return answerRoster(core, session, stanza, payload, isOwnAccount);
  if (payload.is('bind', NS.bind)) throw new StanzaError('not-allowed', 'This stream has its resource.');
  throw new StanzaError('service-unavailable');
}

function answerRoster(core: Core, session: Session, stanza: Element, query: Element, isOwnAccount: boolean): Element | undefined {
  // RFC 6121 §2.3.3: a roster is its owner's alone.
  if (!isOwnAccount) throw new StanzaError('forbidden');
  if (stanza.attrs.type === 'get') return getRoster(session, query);
  setRoster(core, session, query);
  return undefined;
}

/** XEP-0030 §3.1 */
function discoInfo(isServer: boolean, query: Element): Element {
  const identity = isServer ? { category: 'server', type: 'im', name: 'xmpp-elements demo' } : { category: 'account', type: 'registered' };
  const features = [NS.discoInfo, NS.ping, NS.roster].map((namespace) => xml('feature', { var: namespace }));
  return xml('query', { xmlns: NS.discoInfo, node: query.attrs.node }, xml('identity', identity), features);
}
