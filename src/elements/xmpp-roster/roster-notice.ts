import type { Session } from '../../state/session.js';
import { words } from '../messages/messages.js';
import { momentWords } from '../words.js';

/** What there is to say of the list as a whole; `''` when it speaks for itself. */
export function rosterNotice(session: Session | undefined, listed: boolean): string {
  const { phrases, roster } = words();
  if (!session) return phrases.unconnected;
  if (session.ready) return readyNotice(session, listed);
  switch (session.connectionStatus) {
    case 'online':
      return listed ? '' : roster.notice.loading;
    case 'connecting':
      return roster.notice.connecting;
    case 'reconnecting':
      return roster.notice.reconnecting + unknownSince(session);
    case 'offline':
      return roster.notice.unconnected + unknownSince(session);
  }
}

function readyNotice({ presence }: Session, listed: boolean): string {
  const { notice } = words().roster;
  if (presence.type === 'unavailable') return notice.unavailable;
  return listed ? '' : notice.empty;
}

function unknownSince({ disconnectedSince }: Session): string {
  return disconnectedSince ? ` ${words().roster.notice.unknownSince(momentWords(disconnectedSince))}` : '';
}
