import type { Core } from './core.js';
import { parseJid } from './jid.js';

/** RFC 6120 §6.5 */
export type SaslCondition = 'aborted' | 'incorrect-encoding' | 'invalid-authzid' | 'invalid-mechanism' | 'malformed-request' | 'not-authorized';

/** What the server says next. `data` are the mechanism's own octets as text, before base64. */
export type SaslStep =
  | { readonly kind: 'challenge'; readonly data: string }
  | { readonly kind: 'success'; readonly username: string; readonly data?: string }
  | { readonly kind: 'failure'; readonly condition: SaslCondition };

/** One attempt to authenticate; takes what the client says and answers. */
export interface Mechanism {
  step(message: string): SaslStep | Promise<SaslStep>;
}

export const failure = (condition: SaslCondition): SaslStep => ({ kind: 'failure', condition });

/** RFC 6120 §6.3.8: nobody may act for somebody else here. */
export function isOwnAuthzid(core: Core, authzid: string, username: string): boolean {
  return authzid === '' || parseJid(authzid)?.full === `${username}@${core.domain}`;
}
