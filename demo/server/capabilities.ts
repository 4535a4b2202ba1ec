import type { Core } from './core.js';
import type { Session } from './session.js';
import { type Element, NS, xml } from './xml.js';

const PREFIX = 'capabilities ';

/** XEP-0115 §5.4: what a client can do is asked of the first that says so, and known of all that say the same. */
export function noteCapabilities(core: Core, session: Session, presence: Element, known: () => void): void {
  const { node, ver } = presence.getChild('c', NS.caps)?.attrs ?? {};
  if (node === undefined || ver === undefined) return;
  session.capabilities = `${node}#${ver}`;
  if (core.features.has(session.capabilities)) return known();
  const query = xml('query', { xmlns: NS.discoInfo, node: session.capabilities });
  session.send(xml('iq', { xmlns: NS.client, type: 'get', id: PREFIX + session.capabilities, from: core.domain, to: session.jid }, query));
}

/** @returns whether the answer was one to that question */
export function receiveCapabilities(core: Core, session: Session, iq: Element): boolean {
  const { id, type } = iq.attrs;
  if (type !== 'result' || session.capabilities === undefined || id !== PREFIX + session.capabilities) return false;
  const features = iq.getChild('query', NS.discoInfo)?.getChildren('feature') ?? [];
  core.features.set(session.capabilities, new Set(features.map(({ attrs }) => attrs.var ?? '')));
  return true;
}

/** Whether the client has said that it wants to hear of that. */
export function wants(core: Core, { capabilities }: Session, feature: string): boolean {
  return capabilities !== undefined && core.features.get(capabilities)?.has(feature) === true;
}
