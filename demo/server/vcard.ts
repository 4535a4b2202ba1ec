import type { Core } from './core.js';
import { StanzaError } from './errors.js';
import type { Jid } from './jid.js';
import type { Session } from './session.js';
import { type Element, NS, xml } from './xml.js';

/** XEP-0054 §3.3: anybody may read it. Of somebody without one, and of nobody, the same is said. @throws StanzaError */
export function getVCard(core: Core, of: Jid): Element {
  const vCard = core.account(of.bare)?.vCard;
  if (vCard === undefined) throw new StanzaError('item-not-found');
  return vCard;
}

/** XEP-0054 §3.1: one's own; there is nothing in it that the server understands. */
export function setVCard(session: Session, vCard: Element): void {
  session.account.vCard = xml('vCard', { xmlns: NS.vCard }, vCard.children);
}
