import type { Mechanism } from '@xmpp/client';
import type { SaslFactory } from '@xmpp/sasl';
import { hasWebCrypto, utf8Bytes } from './bytes.js';
import { Scram, type PasswordCredentials } from './scram.js';

/** RFC 4616, in UTF-8. */
class Plain implements Mechanism {
  readonly name = 'PLAIN';
  readonly clientFirst = true;

  response({ username, password }: PasswordCredentials): string {
    return utf8Bytes(`\0${username}\0${password}`);
  }

  challenge(): void {}
}

/** RFC 4505, without a trace. */
class Anonymous implements Mechanism {
  readonly name = 'ANONYMOUS';
  readonly clientFirst = true;

  response(): string {
    return '';
  }

  challenge(): void {}
}

/** One attempt's mechanisms, best first, and the one that was used. */
export class SaslMechanisms implements SaslFactory {
  /** What the client library reads the names from. */
  readonly _mechs: readonly { readonly name: string; create(): Mechanism }[];
  #used: Mechanism | undefined;

  /**
   * @param anonymous whether no account is meant; a password never turns into an anonymous log-in
   * @param secure whether the socket may carry a password as it stands: TLS, or this machine
   */
  constructor(anonymous: boolean, secure: boolean) {
    this._mechs = anonymous ? [{ name: 'ANONYMOUS', create: () => new Anonymous() }] : passwordMechanisms(secure);
  }

  create([name]: readonly string[]): Mechanism | null {
    this.#used = this._mechs.find((mechanism) => mechanism.name === name)?.create();
    return this.#used ?? null;
  }

  /** To be called with the text of `<success/>`. @throws ScramError */
  verify(success: string): void {
    if (this.#used instanceof Scram) this.#used.verify(success);
  }
}

function passwordMechanisms(secure: boolean): SaslMechanisms['_mechs'] {
  // crypto.subtle exists only in secure contexts: on a plain http page TLS to the server has to carry PLAIN.
  const scram = hasWebCrypto() ? (['SHA-256', 'SHA-1'] as const) : [];
  const mechanisms = scram.map((hash) => ({ name: `SCRAM-${hash}`, create: (): Mechanism => new Scram(hash) }));
  return [...mechanisms, ...(secure ? [{ name: 'PLAIN', create: () => new Plain() }] : [])];
}
