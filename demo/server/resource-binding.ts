import type { Account } from './account.js';
import { errorReply, StanzaError, StreamError } from './errors.js';
import { parseJid } from './jid.js';
import { type ClientLink, Session } from './session.js';
import { type Element, NS, randomName, xml } from './xml.js';

export interface Binding {
  readonly reply: Element;
  /** Absent when the request was refused. */
  readonly session?: Session;
}

/** RFC 6120 §7: the first stanza after the log-in. @throws StreamError when it is something else */
export function bindResource(account: Account, link: ClientLink, stanza: Element): Binding {
  const request = stanza.getChild('bind', NS.bind);
  // RFC 6120 §7.1: nothing else is processed before.
  if (!stanza.is('iq') || stanza.attrs.type !== 'set' || request === undefined) throw new StreamError('not-authorized');
  const resource = request.getChildText('resource') ?? `demo-${randomName()}`;
  const jid = parseJid(`${account.jid}/${resource}`);
  if (jid === undefined) return { reply: errorReply(stanza, new StanzaError('bad-request')) };
  // RFC 6120 §7.7.2.2: the newer stream wins; the older one is told why and closed.
  account.sessions.get(jid.resource)?.link.end('conflict');
  const session = new Session(account, jid, link);
  account.sessions.set(jid.resource, session);
  const bound = xml('bind', { xmlns: NS.bind }, xml('jid', {}, session.jid));
  return { reply: xml('iq', { xmlns: NS.client, type: 'result', id: stanza.attrs.id }, bound), session };
}
