/** The connection's own line: how it is, why it failed, and what to do about it. Whole sentences. */
export const connection = {
  retry: 'Try again',
  lost: 'Connection lost. Reconnecting…',
  retrying: (reason: string) => `${reason} Trying again…`,
  connecting: 'Connecting',
  /** By SASL's condition (RFC 6120 §6.5), and of our own: a token, and what this browser kept of the last visit. */
  authentication: {
    'not-authorized': 'The address or the password is wrong. Please check both and sign in again.',
    'account-disabled': 'This account is disabled. Please ask your administrator.',
    'credentials-expired': 'The password has expired. Please set a new one.',
    'temporary-auth-failure': 'The server cannot check passwords just now.',
    'token-refused': 'This page’s permission to sign in has expired or was refused. Please reload the page; if that does not help, ask its administrator.',
    'key-outdated': 'You could not stay signed in: the password was changed, or the server does not allow it. Please enter your password again.',
  },
  otherAuthentication: (condition: string) => `The server refused the sign-in (${condition || 'no reason given'}).`,
  noMechanism: 'The server offers no way to sign in that this page may use. On a page without HTTPS only a wss: connection helps.',
  /** @param change what it was and what it is: "SCRAM-SHA-256 → PLAIN" */
  weaker: (change: string) => `The server offers only a less secure way to sign in than before (${change}). Somebody may be reading along, so nothing was sent. Please ask your administrator first.`,
  serverSignature: 'The server could not prove that it is the right one, so the sign-in was stopped. Please tell your administrator.',
  configuration: 'The connection is not set up correctly.',
  timeout: 'The server did not answer in time.',
  noNetwork: 'This computer has no network connection. This page connects as soon as there is one.',
  /** By the stream error's condition (RFC 6120 §4.9.3). */
  streamError: {
    conflict: 'Signed in elsewhere under the same resource name; this page was disconnected. Try again to go on here.',
    'host-unknown': 'The server does not know this domain. Please check what follows the @ in the address.',
    'not-authorized': 'The server has ended the session: the account was removed or its password changed. Please sign in again, or ask your administrator.',
    'policy-violation': 'The server ended the connection: a policy was violated.',
    'system-shutdown': 'The server is shutting down.',
    'connection-timeout': 'The server no longer heard from this page.',
  },
  /** @param reason in the server's words */
  ended: (reason: string) => `The server has ended the session: “${reason}”. Try again to go on here; if that does not help, ask your administrator.`,
  otherStreamError: (condition: string) => `The server ended the connection (${condition || 'no reason given'}).`,
  malformed: 'The server sent something that is not XMPP.',
  unreachable: 'The server could not be reached. Is its WebSocket switched on, and is the address right?',
  /** The page's server takes its user for signed out. @param url of what was asked */
  pageSignIn: (url: string) => `This page’s own sign-in is over (${url}). Please reload the page and sign in to it again.`,
  /** What was found out about a server that cannot be reached. */
  unreached: {
    noTls: (url: string) => `No secure connection to ${url} could be made: nothing answers there, or this browser does not accept its certificate. Open that address in a tab: the browser says which.`,
    badCertificate: (url: string) => `A server answers at ${url}, but this browser does not accept its certificate, or it has none. Open that address in a tab: the browser says what is wrong.`,
    notEnabled: (url: string) => `The server answers, but there is no WebSocket at ${url}. Please ask its administrator to switch the WebSocket on.`,
    wrongPath: (url: string, instead: string) => `There is no WebSocket at ${url}, but there is one at ${instead}. Please ask whoever runs this page to correct the address.`,
    /** @param reasons sentences about what was asked */
    noService: (domain: string, reasons: string) => `No WebSocket address was found for ${domain}. ${reasons} Please check the address, or ask the administrator.`,
    noCredentials: (url: string) => `This page’s own server does not answer (${url}).`,
    /** @param reason in the page's words, without a full stop */
    credentialsFailed: (reason: string) => `No credentials could be had: ${reason}.`,
  },
  /** What was missing where a domain's servers are asked for (XEP-0156). */
  lookUp: {
    status: (url: string, status: string) => `${url} answered ${status}.`,
    cors: (url: string) => `${url} may not be read by this page: the header Access-Control-Allow-Origin is missing.`,
    silent: (url: string) => `${url} does not answer.`,
    'no-link': (url: string) => `${url} names no wss: address.`,
    malformed: (url: string) => `${url} cannot be understood.`,
  },
};
