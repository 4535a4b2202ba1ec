import type { Core } from './core.js';
import { errorReply, StanzaError, StreamError } from './errors.js';
import { handleIq } from './iq.js';
import { type Jid, parseJid } from './jid.js';
import { handleMessage } from './messages.js';
import { handlePresence } from './presence.js';
import type { Session } from './session.js';
import { type Element, NS, readdress, xml } from './xml.js';

const HANDLERS = { iq: handleIq, message: handleMessage, presence: handlePresence } as const;

/** A stanza from a bound resource. @throws StreamError when the stream cannot go on */
export function routeStanza(core: Core, session: Session, received: Element): void {
  checkSender(session, received);
  // RFC 6120 §8.1.2.1: the server says who sent it.
  const stanza = readdress(received, { from: session.jid });
  try {
    const to = recipientOf(stanza);
    if (to !== undefined && session.account.blocks(to)) throw blockedError();
    handlerFor(stanza)(core, session, stanza, to);
  } catch (error) {
    if (!(error instanceof StanzaError)) throw error;
    // RFC 6120 §8.3.1: an error is never answered with an error, and a result is no question.
    if (stanza.attrs.type !== 'error' && stanza.attrs.type !== 'result') session.send(errorReply(stanza, error));
  }
}

function handlerFor(stanza: Element): (typeof HANDLERS)[keyof typeof HANDLERS] {
  const { name } = stanza;
  if (stanza.attrs.xmlns === NS.client && (name === 'iq' || name === 'message' || name === 'presence')) return HANDLERS[name];
  throw new StreamError('unsupported-stanza-type');
}

function recipientOf(stanza: Element): Jid | undefined {
  const { to } = stanza.attrs;
  if (to === undefined) return undefined;
  const jid = parseJid(to);
  if (jid === undefined) throw new StanzaError('jid-malformed');
  return jid;
}

/** XEP-0191, "User Blocks JID": who blocks somebody does not write to him. */
function blockedError(): StanzaError {
  return new StanzaError('not-acceptable', 'You have blocked this address.', { type: 'cancel', specific: xml('blocked', { xmlns: NS.blockingErrors }) });
}

function checkSender(session: Session, stanza: Element): void {
  const { from } = stanza.attrs;
  if (from === undefined) return;
  const jid = parseJid(from);
  // RFC 6120 §8.1.2.1
  if (jid?.full !== session.jid && jid?.full !== session.account.jid) throw new StreamError('invalid-from');
}
