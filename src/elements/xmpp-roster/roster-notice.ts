import type { Session } from '../../state/session.js';
import { momentWords } from '../words.js';

/** What there is to say of the list as a whole; `''` when it speaks for itself. */
export function rosterNotice(session: Session | undefined, listed: boolean): string {
  if (!session) return 'There is no connection on this page.';
  if (session.ready) return readyNotice(session, listed);
  switch (session.connectionStatus) {
    case 'online':
      return listed ? '' : 'Loading contacts…';
    case 'connecting':
      return 'Connecting…';
    case 'reconnecting':
      return `Reconnecting…${unknownSince(session)}`;
    case 'offline':
      return `Not connected.${unknownSince(session)}`;
  }
}

function readyNotice({ presence }: Session, listed: boolean): string {
  if (presence.type === 'unavailable') return 'You are offline. Others’ availability is not shown meanwhile.';
  return listed ? '' : 'No contacts yet.';
}

function unknownSince({ disconnectedSince }: Session): string {
  return disconnectedSince ? ` Availability is unknown since ${momentWords(disconnectedSince)}.` : '';
}
