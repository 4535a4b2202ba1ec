import { fromBase64, toBase64, utf8Bytes } from './bytes.js';
import type { KeyCredentials, PasswordCredentials, ScramHash, ScramKey } from './credentials.js';
import { SignInError } from './sign-in-error.js';

const HASH_BITS: Readonly<Record<ScramHash, number>> = { 'SHA-1': 160, 'SHA-256': 256, 'SHA-512': 512 };
/** RFC 7677 §4 asks for at least 4096; more than ten million would only be there to block the page. */
const ITERATIONS = { min: 4096, max: 10_000_000 };

/** The server did not prove that it knows the password, or broke the exchange. */
export class ScramError extends Error {
  override readonly name = 'ScramError';
}

/**
 * SCRAM (RFC 5802, RFC 7677) through WebCrypto, in the shape the client library asks of a mechanism.
 * The caller hands the text of `<success/>` to `verify`; without that the server is not authenticated.
 */
export class Scram {
  readonly name: string;
  readonly clientFirst = true;
  #nonce = toBase64(crypto.getRandomValues(new Uint8Array(18)));
  #clientFirstBare = '';
  #serverFirst = '';
  #expected = '';
  #verified = false;
  #scramKey: ScramKey | undefined;

  constructor(readonly hash: ScramHash) {
    this.name = `SCRAM-${hash}`;
  }

  /** What signs in without the password next time; once the server has proved that it is the right one. */
  get scramKey(): ScramKey | undefined {
    return this.#verified ? this.#scramKey : undefined;
  }

  async response(credentials: PasswordCredentials | KeyCredentials): Promise<string> {
    if (this.#clientFirstBare === '') {
      // RFC 5802 §5.1: "=" and "," are escaped in the name; no channel binding in a browser: "n".
      const name = credentials.username.normalize('NFC').replaceAll('=', '=3D').replaceAll(',', '=2C');
      this.#clientFirstBare = utf8Bytes(`n=${name},r=${this.#nonce}`);
      return `n,,${this.#clientFirstBare}`;
    }
    return this.#verified ? '' : this.#clientFinal(credentials);
  }

  challenge(message: string): void {
    // Some servers send the signature as a challenge and an empty success after it.
    if (this.#expected === '') this.#serverFirst = message;
    else this.verify(message);
  }

  /** Checks the server's signature. @throws ScramError */
  verify(serverFinal: string): void {
    if (this.#verified && serverFinal === '') return;
    if (this.#expected === '' || attribute(serverFinal, 'v') !== this.#expected) {
      throw new ScramError('The server did not prove that it knows the password.');
    }
    this.#verified = true;
  }

  async #clientFinal(credentials: PasswordCredentials | KeyCredentials): Promise<string> {
    const nonce = attribute(this.#serverFirst, 'r') ?? '';
    const salt = attribute(this.#serverFirst, 's') ?? '';
    const iterations = Number(attribute(this.#serverFirst, 'i'));
    if (!nonce.startsWith(this.#nonce) || nonce.length === this.#nonce.length) throw new ScramError('The server sent a wrong nonce.');
    // RFC 5802 §5.1: what begins with "m" asks for something we do not know.
    if (salt === '' || this.#serverFirst.startsWith('m=')) throw new ScramError('The server broke the exchange.');
    if (!(iterations >= ITERATIONS.min && iterations <= ITERATIONS.max)) {
      throw new ScramError(`The server asks for ${iterations} iterations; ${ITERATIONS.min} to ${ITERATIONS.max} are allowed.`);
    }
    this.#scramKey = await this.#keyFor(credentials, salt, iterations);
    const withoutProof = `c=biws,r=${nonce}`;
    const message = Uint8Array.from(`${this.#clientFirstBare},${this.#serverFirst},${withoutProof}`, (c) => c.charCodeAt(0));
    const { key } = this.#scramKey;
    this.#expected = toBase64(await this.#hmac(await sign(key, ascii('Server Key')), message));
    return `${withoutProof},p=${toBase64(await this.#proof(key, message))}`;
  }

  async #keyFor(credentials: PasswordCredentials | KeyCredentials, salt: string, iterations: number): Promise<ScramKey> {
    // The client library adds a `password` of null to whatever it is given.
    if (!('scramKey' in credentials)) return { hash: this.hash, salt, iterations, key: await this.#salt(credentials.password, fromBase64(salt), iterations) };
    const { scramKey } = credentials;
    // Another salt comes with another password; some servers take a new one at each sign-in.
    if (scramKey.salt !== salt || scramKey.iterations !== iterations) throw new SignInError({ kind: 'authentication', condition: 'key-outdated', final: true });
    return scramKey;
  }

  /** The salted password is made into a key where it is computed: no script ever holds its bytes. */
  async #salt(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
    // RFC 8265 §4.2.2: a password is composed, its spaces mapped, and otherwise left as typed.
    const prepared = new TextEncoder().encode(password.replace(/\p{Zs}/gu, ' ').normalize('NFC'));
    const key = await crypto.subtle.importKey('raw', prepared, 'PBKDF2', false, ['deriveKey']);
    const hmac = { name: 'HMAC', hash: this.hash, length: HASH_BITS[this.hash] } as const;
    return crypto.subtle.deriveKey({ name: 'PBKDF2', hash: this.hash, salt, iterations }, key, hmac, false, ['sign']);
  }

  async #proof(salted: CryptoKey, message: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    const clientKey = await sign(salted, ascii('Client Key'));
    const storedKey = new Uint8Array(await crypto.subtle.digest(this.hash, clientKey));
    const signature = await this.#hmac(storedKey, message);
    return clientKey.map((byte, index) => byte ^ (signature[index] ?? 0));
  }

  async #hmac(key: Uint8Array<ArrayBuffer>, data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    return sign(await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: this.hash }, false, ['sign']), data);
  }
}

async function sign(key: CryptoKey, data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, data));
}

function ascii(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** The value of one attribute of a SCRAM message (RFC 5802 §5.1). */
function attribute(message: string, name: string): string | undefined {
  return message.split(',').find((part) => part.startsWith(`${name}=`))?.slice(2);
}
