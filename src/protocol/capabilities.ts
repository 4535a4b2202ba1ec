import { DISCO_INFO_NS } from './disco.js';
import { AVATAR_NOTIFY } from './user-avatar.js';
import { child, element, type XmlElement } from './xml.js';

const CAPS_NS = 'http://jabber.org/protocol/caps';
const NODE = 'https://www.npmjs.com/package/xmpp-elements';
const NAME = 'xmpp-elements';
/** In the order of their bytes, as the hash wants them (XEP-0115 §5.1). */
const FEATURES = [CAPS_NS, DISCO_INFO_NS, AVATAR_NOTIFY, 'urn:xmpp:ping'] as const;
/** SHA-1 of what `discoInfo` says (XEP-0115 §5.1), in base64; a test works it out anew. */
const VERIFICATION = 'f1rGm01aOLGI09gVdrddiGnts3Y=';

/** An available presence with what we can do (XEP-0115 §6); anything else as it is. */
export function withCapabilities(stanza: XmlElement): XmlElement {
  if (stanza.name !== 'presence' || stanza.attrs.type !== undefined) return stanza;
  const caps = element('c', { xmlns: CAPS_NS, hash: 'sha-1', node: NODE, ver: VERIFICATION });
  return { ...stanza, children: [...stanza.children, caps] };
}

/** What we can do, for those who may know that we are here (XEP-0030 §3.1); `undefined` for a node that is not ours. */
export function discoInfo(iq: XmlElement): XmlElement | undefined {
  const node = child(iq, 'query', DISCO_INFO_NS)?.attrs.node;
  if (node !== undefined && node !== `${NODE}#${VERIFICATION}`) return undefined;
  const identity = element('identity', { category: 'client', type: 'web', name: NAME });
  return element('query', { xmlns: DISCO_INFO_NS, node }, identity, ...FEATURES.map((feature) => element('feature', { var: feature })));
}
