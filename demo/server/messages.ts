import type { Core } from './core.js';
import { StanzaError } from './errors.js';
import type { Jid } from './jid.js';
import type { Session } from './session.js';
import { type Element, readdress } from './xml.js';

/** RFC 6121 §5 and §8.5, without offline storage. @throws StanzaError */
export function handleMessage(core: Core, session: Session, stanza: Element, to: Jid | undefined): void {
  const target = to?.bare ?? session.account.jid;
  if (to !== undefined && to.domain !== core.domain) throw new StanzaError('remote-server-not-found');
  // XEP-0191, "User Blocks JID": it looks as if nobody were there.
  if (core.account(target)?.blocks(session.address)) throw new StanzaError('service-unavailable');
  const recipients = recipientsOf(core, target, to?.resource ?? '', stanza.attrs.type);
  for (const recipient of recipients) recipient.send(readdress(stanza, { to: to?.full ?? target }));
  // RFC 6121 §8.5.2.2.1: what cannot be delivered comes back; headlines may be lost.
  if (recipients.length === 0 && stanza.attrs.type !== 'headline') throw new StanzaError('service-unavailable');
}

function recipientsOf(core: Core, bare: string, resource: string, type: string | undefined): Session[] {
  const account = core.account(bare);
  const addressed = account?.sessions.get(resource);
  if (addressed !== undefined) return [addressed];
  // RFC 6121 §8.5.2.1.1: groupchat and errors never go to a bare JID; §8.5.3.2.1: nor do they fall back from a full one.
  if (account === undefined || type === 'groupchat' || type === 'error') return [];
  // RFC 6121 §8.5.2.1: never to a negative priority.
  const willing = account.availableSessions.filter((session) => priorityOf(session) >= 0);
  const best = Math.max(...willing.map(priorityOf));
  return type === 'headline' ? willing : willing.filter((session) => priorityOf(session) === best);
}

function priorityOf(session: Session): number {
  return session.presence?.priority ?? -1;
}
