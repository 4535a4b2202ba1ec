import type { ConnectionStatus } from '../../protocol/stream.js';
import type { Availability } from '../../state/contact.js';
import type { Session } from '../../state/session.js';
import { words } from '../messages/messages.js';
import { capitalized } from '../words.js';
import { choiceOf } from './choices.js';

/** What the button says of ourselves. */
export interface OwnWords {
  /** The shape of the badge. */
  readonly availability: Availability;
  readonly title: string;
  /** The message; while there is no connection what will be sent with the next one; `''` for nothing. */
  readonly line: string;
  /** Whether the server has yet to confirm it. */
  readonly pending: boolean;
}

type Read = Pick<Session, 'connectionStatus' | 'presence'>;

const connectionTitles: Readonly<Record<Exclude<ConnectionStatus, 'online'>, string>> = {
  offline: 'Not connected',
  connecting: 'Connecting…',
  reconnecting: 'Reconnecting…',
};

/** Without a connection nobody is shown as online, ourselves included: the choice is what will be sent, not what is. */
export function ownWords(session: Read | undefined): OwnWords {
  if (!session) return { availability: 'unknown', title: connectionTitles.offline, line: '', pending: false };
  const { connectionStatus, presence } = session;
  const choice = choiceOf(presence);
  const title = capitalized(words().presence.availability[choice]);
  const message = presence.status ?? '';
  if (connectionStatus === 'online') return { availability: choice, title, line: message, pending: !presence.confirmed };
  return {
    availability: connectionStatus === 'offline' ? 'unavailable' : 'unknown',
    title: connectionTitles[connectionStatus],
    line: `Then: ${[title, message].filter(Boolean).join(' – ')}`,
    pending: false,
  };
}

/** What assistive technology says of the button: "Your presence: away, at lunch, waiting for the server". */
export function ownLabel({ title, line, pending }: OwnWords): string {
  return `Your presence: ${[title, line, pending && 'waiting for the server'].filter(Boolean).join(', ')}`;
}
