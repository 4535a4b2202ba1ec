import { discoInfo } from '../protocol/capabilities.js';
import { DISCO_INFO_NS } from '../protocol/disco.js';
import { errorElement } from '../protocol/errors.js';
import { bareJid, domainOf, parseJid } from '../protocol/jid.js';
import type { Stream } from '../protocol/stream.js';
import type { XmlElement } from '../protocol/xml.js';
import type { AccountState } from './account-state.js';
import type { OwnPresenceSender } from './own-presence.js';

/** Answers what others ask of this client: whether it is there, and what it can do. */
export function answerQuestions(stream: Stream, account: AccountState, own: OwnPresenceSender): void {
  // XEP-0199 §4: our server is answered; others hear what they would hear if nobody were here.
  stream.answer('get', 'urn:xmpp:ping', ({ attrs: { from } }) => (isOurServer(account, from) ? undefined : errorElement('cancel', 'service-unavailable')));
  stream.answer('get', DISCO_INFO_NS, (iq) => answerDiscoInfo(iq, account, own));
}

/** Whether a stanza comes from our own account, or is said by the server in its name (RFC 6120 §8.1.2.1). */
export function isOurAccount({ jid }: AccountState, from: string | undefined): boolean {
  return from === undefined || (parseJid(from)?.resource === '' && bareJid(from) === jid);
}

/** XEP-0030 §3.1: whoever sees our presence may ask; to others nobody is here (RFC 6121 §8.5.3.2.3). */
function answerDiscoInfo(iq: XmlElement, account: AccountState, own: OwnPresenceSender): XmlElement {
  const { from } = iq.attrs;
  const bare = bareJid(from) ?? '';
  const isKnown = isOurServer(account, from) || bare === account.jid || account.isSeenBy(bare);
  if (!isKnown || own.state.type !== 'available') return errorElement('cancel', 'service-unavailable');
  return discoInfo(iq) ?? errorElement('cancel', 'item-not-found');
}

function isOurServer(account: AccountState, from: string | undefined): boolean {
  return isOurAccount(account, from) || from === (account.jid && domainOf(account.jid));
}
