/** What did not happen, and why. Whole sentences, unless it says otherwise. */
export const errors = {
  dismiss: 'Dismiss',
  /** @param action what was being done: "Moving Ann to Friends" */
  unconnected: (action: string) => `${action} is not possible while there is no connection.`,
  unanswered: (action: string) => `${action}: no answer came. It may or may not have taken effect.`,
  failed: (action: string, reason: string) => `${action} did not work: ${reason}`,
  /** Why a server refused, by the error's condition (RFC 6120 §8.3.3): the second half of a sentence. */
  condition: {
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
  },
  otherCondition: (condition: string) => `the server says “${condition}”`,
  /** @param text the server's own, `''` for none */
  reason: (reason: string, text: string) => `${reason}.${text && ` (${text})`}`,
};

/** The connection's own line: how it is and why it failed. Whole sentences. */
export const connection = {
  retry: 'Try again',
  lost: 'Connection lost. Reconnecting…',
  retrying: (reason: string) => `${reason} Trying again…`,
  connecting: 'Connecting',
  /** By SASL's condition (RFC 6120 §6.5). */
  authentication: {
    'not-authorized': 'The address or the password is wrong.',
    'account-disabled': 'This account is disabled. Please ask your administrator.',
    'credentials-expired': 'The password has expired. Please set a new one.',
    'temporary-auth-failure': 'The server cannot check passwords just now.',
  },
  otherAuthentication: (condition: string) => `The server refused the sign-in (${condition || 'no reason given'}).`,
  noMechanism: 'The server offers no way to sign in that this page may use. On a page without HTTPS only a wss: connection helps.',
  serverSignature: 'The server could not prove that it is the right one, so the sign-in was stopped.',
  configuration: 'The connection is not set up correctly.',
  timeout: 'The server did not answer in time.',
  noNetwork: 'This computer has no network connection.',
  /** By the stream error's condition (RFC 6120 §4.9.3). */
  streamError: {
    conflict: 'Signed in elsewhere under the same resource name; this page was disconnected.',
    'host-unknown': 'The server does not know this domain.',
    'policy-violation': 'The server ended the connection: a policy was violated.',
    'system-shutdown': 'The server is shutting down.',
    'connection-timeout': 'The server no longer heard from this page.',
  },
  otherStreamError: (condition: string) => `The server ended the connection (${condition || 'no reason given'}).`,
  malformed: 'The server sent something that is not XMPP.',
  unreachable: 'The server could not be reached. Is its WebSocket switched on, and is the address right?',
};
