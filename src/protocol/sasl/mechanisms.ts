import type { Mechanism } from '@xmpp/client';
import type { SaslFactory } from '@xmpp/sasl';
import { hasWebCrypto, utf8Bytes } from './bytes.js';
import type { PasswordCredentials, SaslCredentials, SaslOutcome, ScramHash, TokenCredentials } from './credentials.js';
import { Scram } from './scram.js';
import { SignInError } from './sign-in-error.js';

type Factory = readonly [name: string, create: () => Mechanism];

/** RFC 4616, in UTF-8. Servers that take tokens take them for passwords, too. */
class Plain implements Mechanism {
  readonly name = 'PLAIN';
  readonly clientFirst = true;

  response(credentials: PasswordCredentials | TokenCredentials): string {
    return utf8Bytes(`\0${credentials.username}\0${'token' in credentials ? credentials.token : credentials.password}`);
  }

  challenge(): void {}
}

/** RFC 7628 §3.1. */
class OAuthBearer implements Mechanism {
  readonly name = 'OAUTHBEARER';
  readonly clientFirst = true;
  #refused = false;

  response({ token }: TokenCredentials): string {
    // §3.2.3: the server says why it refuses, and waits for this before it does.
    return this.#refused ? '\x01' : utf8Bytes(`n,,\x01auth=Bearer ${token}\x01\x01`);
  }

  challenge(): void {
    this.#refused = true;
  }
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

export interface SaslOptions {
  /** `undefined`: no account is meant; a password never turns into an anonymous log-in. */
  readonly credentials?: SaslCredentials | undefined;
  /** Whether the socket may carry a password as it stands: TLS, or this machine. */
  readonly secure: boolean;
  /** The strongest mechanism that this server has offered for passwords before. */
  readonly strongest?: string | undefined;
}

/** One attempt's mechanisms, best first, and the one that was used. */
export class SaslMechanisms implements SaslFactory {
  /** What the client library reads the names from. */
  readonly _mechs: readonly { readonly name: string; create(): Mechanism }[];
  #used: Mechanism | undefined;
  #strongest: string | undefined;

  constructor(private readonly options: SaslOptions) {
    this._mechs = factories(options).map(([name, create]) => ({ name, create }));
  }

  create([name]: readonly string[]): Mechanism | null {
    this.#used = this._mechs.find((mechanism) => mechanism.name === name)?.create();
    return this.#used ?? null;
  }

  /**
   * @param offered those of ours that the server offers, best first
   * @throws SignInError when none of them will do
   */
  choose(offered: readonly string[]): string {
    const { credentials } = this.options;
    if (credentials && !('token' in credentials)) this.#checkStrength(offered);
    const wanted = credentials && wantedBy(credentials);
    const chosen = offered.find((name) => wanted === undefined || name === wanted);
    if (chosen !== undefined) return chosen;
    const isKey = credentials !== undefined && 'scramKey' in credentials;
    throw new SignInError(isKey ? { kind: 'authentication', condition: 'key-outdated', final: true } : { kind: 'no-mechanism', final: true });
  }

  /** To be called with the text of `<success/>`. @throws ScramError */
  verify(success: string): SaslOutcome {
    const used = this.#used;
    if (used instanceof Scram) used.verify(success);
    return { mechanism: used?.name ?? '', strongest: this.#strongest, scramKey: used instanceof Scram ? used.scramKey : undefined };
  }

  /** Whoever is between us and the server could leave the stronger ones out of its offer, to get at the password. */
  #checkStrength([strongest = '']: readonly string[]): void {
    const names = this._mechs.map(({ name }) => name);
    const before = this.options.strongest ?? '';
    if (names.includes(before) && names.indexOf(strongest) > names.indexOf(before)) {
      throw new SignInError({ kind: 'no-mechanism', condition: 'weaker', text: `${before} → ${strongest}`, final: true });
    }
    this.#strongest = strongest;
  }
}

function wantedBy(credentials: SaslCredentials): string | undefined {
  return 'scramKey' in credentials ? `SCRAM-${credentials.scramKey.hash}` : credentials.mechanism;
}

function factories({ credentials, secure }: SaslOptions): Factory[] {
  if (!credentials) return [['ANONYMOUS', () => new Anonymous()]];
  const plain: Factory[] = secure ? [['PLAIN', () => new Plain()]] : [];
  if (!('token' in credentials)) return [...scram(), ...plain];
  return secure ? [['OAUTHBEARER', () => new OAuthBearer()], ...plain] : [];
}

/** WebCrypto exists only in secure contexts: on a plain http page TLS to the server has to carry PLAIN. */
function scram(): Factory[] {
  const hashes: readonly ScramHash[] = hasWebCrypto() ? ['SHA-512', 'SHA-256', 'SHA-1'] : [];
  return hashes.map((hash) => [`SCRAM-${hash}`, () => new Scram(hash)]);
}
