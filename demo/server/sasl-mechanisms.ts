import type { Core } from './core.js';
import { foldCase } from './jid.js';
import { failure, isOwnAuthzid, type Mechanism, type SaslStep } from './sasl.js';
import { ScramMechanism } from './scram.js';

/** In order of preference. SCRAM needs WebCrypto's `subtle`, which a page without TLS does not have. */
export function mechanismNames(): string[] {
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle;
  return subtle === undefined ? ['PLAIN'] : ['SCRAM-SHA-256', 'SCRAM-SHA-1', 'PLAIN'];
}

export function createMechanism(name: string, core: Core): Mechanism | undefined {
  if (!mechanismNames().includes(name)) return undefined;
  if (name === 'PLAIN') return new PlainMechanism(core);
  return new ScramMechanism(core, name === 'SCRAM-SHA-1' ? 'SHA-1' : 'SHA-256');
}

/** RFC 4616 */
class PlainMechanism implements Mechanism {
  readonly #core: Core;

  constructor(core: Core) {
    this.#core = core;
  }

  step(message: string): SaslStep {
    const [authzid, authcid, password, ...rest] = message.split('\0');
    if (authzid === undefined || !authcid || !password || rest.length > 0) return failure('malformed-request');
    const username = foldCase(authcid);
    this.#core.countAuthAttempt(username);
    if (!isOwnAuthzid(this.#core, authzid, username)) return failure('invalid-authzid');
    return this.#core.credentials(username).matches(password) ? { kind: 'success', username } : failure('not-authorized');
  }
}
