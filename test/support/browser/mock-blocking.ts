import { BLOCKING_NS } from '../../../src/protocol/blocking.js';
import { childElements, element } from '../../../src/protocol/xml.js';
import { resultOf, type Responder } from './mock-stream.js';

const DISCO_INFO_NS = 'http://jabber.org/protocol/disco#info';

/** A server that can block and has nobody blocked (XEP-0191); what it is asked to block is left to the test. */
export const canBlock: Responder = (stanza) => {
  const [query] = childElements(stanza);
  if (stanza.attrs.type !== 'get') return undefined;
  const { xmlns } = query?.attrs ?? {};
  if (xmlns === BLOCKING_NS) return resultOf(stanza, element('blocklist', { xmlns }));
  if (xmlns !== DISCO_INFO_NS) return undefined;
  return resultOf(stanza, element('query', { xmlns }, element('feature', { var: BLOCKING_NS })));
};
