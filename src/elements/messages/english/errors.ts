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
