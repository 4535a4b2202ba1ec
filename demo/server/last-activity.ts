import type { Core } from './core.js';
import { StanzaError } from './errors.js';
import type { Jid } from './jid.js';
import { isSubscribedToUs } from './roster.js';
import type { Session } from './session.js';
import { type Element, NS, xml } from './xml.js';

/** XEP-0012, "Offline User Query": how long ago the user went, and with which words. @throws StanzaError */
export function lastActivity(core: Core, session: Session, of: Jid): Element {
  const asker = session.account;
  const account = core.account(of.bare);
  // RFC 6121 §8.5.1
  if (account === undefined) throw new StanzaError('service-unavailable');
  if (account !== asker && !isSubscribedToUs(account.roster.get(asker.jid))) throw new StanzaError('forbidden');
  if (account.availableSessions.length > 0) return answer(0);
  if (account.lastUnavailable === undefined) throw new StanzaError('item-not-found', 'Nobody was ever there.');
  const { at, stanza } = account.lastUnavailable;
  return answer(Math.max(0, Math.floor((core.now() - at) / 1000)), stanza.getChildText('status') ?? undefined);
}

function answer(seconds: number, status?: string): Element {
  return xml('query', { xmlns: NS.last, seconds: String(seconds) }, status);
}
