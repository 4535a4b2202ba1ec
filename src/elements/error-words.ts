import type { ConnectionFailure } from '../protocol/stream.js';

const authentication: Readonly<Record<string, string>> = {
  'not-authorized': 'The address or the password is wrong.',
  'account-disabled': 'This account is disabled. Please ask your administrator.',
  'credentials-expired': 'The password has expired. Please set a new one.',
  'temporary-auth-failure': 'The server cannot check passwords just now.',
};

const streamErrors: Readonly<Record<string, string>> = {
  conflict: 'Signed in elsewhere under the same resource name; this page was disconnected.',
  'host-unknown': 'The server does not know this domain.',
  'policy-violation': 'The server ended the connection: a policy was violated.',
  'system-shutdown': 'The server is shutting down.',
  'connection-timeout': 'The server no longer heard from this page.',
};

/** Why there is no connection, and what to do about it, in a sentence or two. */
export function failureText({ kind, condition = '', text }: ConnectionFailure): string {
  switch (kind) {
    case 'authentication':
      return authentication[condition] ?? `The server refused the sign-in (${condition || 'no reason given'}). ${text ?? ''}`.trim();
    case 'no-mechanism':
      return 'The server offers no way to sign in that this page may use. On a page without HTTPS only a wss: connection helps.';
    case 'server-signature':
      return `The server could not prove that it is the right one, so the sign-in was stopped. ${text ?? ''}`.trim();
    case 'configuration':
      return text ?? 'The connection is not set up correctly.';
    case 'timeout':
      return 'The server did not answer in time.';
    case 'stream-error':
      return streamErrors[condition] ?? `The server ended the connection (${condition || 'no reason given'}). ${text ?? ''}`.trim();
    case 'malformed':
      return 'The server sent something that is not XMPP.';
    case 'unreachable':
      return text?.startsWith('No ') ? text : 'The server could not be reached. Is its WebSocket switched on, and is the address right?';
  }
}

interface StanzaErrorLike extends Error {
  readonly condition?: string | undefined;
  readonly text?: string | undefined;
}

const conditions: Readonly<Record<string, string>> = {
  'not-allowed': 'the server does not allow it',
  forbidden: 'the server does not allow it',
  'not-acceptable': 'the server does not accept that name',
  'item-not-found': 'the contact is no longer in the list',
  'service-unavailable': 'the server does not offer this',
  'internal-server-error': 'the server had a fault',
  'resource-constraint': 'the server is short of room or busy',
  'jid-malformed': 'the address is malformed',
  'bad-request': 'the server did not understand it',
  'remote-server-not-found': 'their server could not be found',
  'remote-server-timeout': 'their server did not answer',
};

/** Why a server refused, as the second half of a sentence. */
export function refusalText({ condition = '', message, text }: StanzaErrorLike): string {
  const reason = conditions[condition] ?? `the server says “${condition || message}”`;
  return `${reason}.${text ? ` (${text})` : ''}`;
}

/** Why what the user asked for did not happen. */
export function errorText(action: string, error: StanzaErrorLike): string {
  if (error.name === 'NotConnectedError') return `${action} is not possible while there is no connection.`;
  if (error.name === 'NoResponseError') return `${action}: no answer came. It may or may not have taken effect.`;
  return `${action} did not work: ${refusalText(error)}`;
}
