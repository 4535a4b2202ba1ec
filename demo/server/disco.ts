import { StanzaError } from './errors.js';
import { type Element, NS, xml } from './xml.js';

const FEATURES = [NS.discoInfo, NS.roster, NS.blocking, NS.last, NS.ping, NS.private, NS.vCard];

/** XEP-0030 §3.1 @throws StanzaError */
export function serverInfo(query: Element): Element {
  return info(query, { category: 'server', type: 'im', name: 'xmpp-elements demo' });
}

/** @throws StanzaError */
export function accountInfo(query: Element): Element {
  const result = info(query, { category: 'account', type: 'registered' });
  // XEP-0163 §6.1
  result.append(xml('identity', { category: 'pubsub', type: 'pep' }));
  return result;
}

function info(query: Element, identity: Record<string, string>): Element {
  // XEP-0030 §3.2: there are no nodes here.
  if (query.attrs.node !== undefined) throw new StanzaError('item-not-found');
  return xml('query', { xmlns: NS.discoInfo }, xml('identity', identity), FEATURES.map((namespace) => xml('feature', { var: namespace })));
}
