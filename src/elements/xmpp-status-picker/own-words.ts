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

type Read = Pick<Session, 'connectionStatus' | 'disconnectedSince' | 'presence'>;

/** What the button says where there is no connection. */
function connectionTitle(status: Exclude<ConnectionStatus, 'online'>): string {
  const { picker } = words();
  return { offline: picker.unconnected, connecting: picker.connecting, reconnecting: picker.reconnecting }[status];
}

/** Without a connection nobody is shown as online, ourselves included: the choice is what will be sent, not what is. */
export function ownWords(session: Read | undefined): OwnWords {
  if (!session) return { availability: 'unknown', title: connectionTitle('offline'), line: '', pending: false };
  const { connectionStatus, disconnectedSince, presence } = session;
  const { picker, presence: { availability } } = words();
  const choice = choiceOf(presence);
  const title = capitalized(availability[choice]);
  const message = presence.status ?? '';
  if (connectionStatus === 'online') return { availability: choice, title, line: message, pending: !presence.confirmed };
  return {
    availability: connectionStatus === 'offline' ? 'unavailable' : 'unknown',
    // A first connection may take several attempts.
    title: connectionTitle(connectionStatus === 'reconnecting' && !disconnectedSince ? 'connecting' : connectionStatus),
    line: picker.then(message === '' ? title : picker.choice(title, message)),
    pending: false,
  };
}

/** What assistive technology says of the button: "Your presence: away, at lunch, waiting for the server". */
export function ownLabel({ title, line, pending }: OwnWords): string {
  const { phrases, picker } = words();
  return picker.label(phrases.series([title, line, pending ? picker.waiting : ''].filter((part) => part !== '')));
}
