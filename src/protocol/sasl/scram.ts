import { fromBase64, toBase64, utf8Bytes } from './bytes.js';

export type ScramHash = 'SHA-1' | 'SHA-256';

const HASH_BITS: Readonly<Record<ScramHash, number>> = { 'SHA-1': 160, 'SHA-256': 256 };
/** RFC 7677 §4 asks for at least 4096; more than ten million would only be there to block the page. */
const ITERATIONS = { min: 4096, max: 10_000_000 };

export interface PasswordCredentials {
  readonly username: string;
  readonly password: string;
}

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

  constructor(readonly hash: ScramHash) {
    this.name = `SCRAM-${hash}`;
  }

  async response({ username, password }: PasswordCredentials): Promise<string> {
    if (this.#clientFirstBare === '') {
      // RFC 5802 §5.1: "=" and "," are escaped in the name; no channel binding in a browser: "n".
      const name = username.normalize('NFC').replaceAll('=', '=3D').replaceAll(',', '=2C');
      this.#clientFirstBare = utf8Bytes(`n=${name},r=${this.#nonce}`);
      return `n,,${this.#clientFirstBare}`;
    }
    return this.#verified ? '' : this.#clientFinal(password);
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

  async #clientFinal(password: string): Promise<string> {
    const nonce = attribute(this.#serverFirst, 'r') ?? '';
    const salt = attribute(this.#serverFirst, 's') ?? '';
    const iterations = Number(attribute(this.#serverFirst, 'i'));
    if (!nonce.startsWith(this.#nonce) || nonce.length === this.#nonce.length) throw new ScramError('The server sent a wrong nonce.');
    // RFC 5802 §5.1: what begins with "m" asks for something we do not know.
    if (salt === '' || this.#serverFirst.startsWith('m=')) throw new ScramError('The server broke the exchange.');
    if (!(iterations >= ITERATIONS.min && iterations <= ITERATIONS.max)) {
      throw new ScramError(`The server asks for ${iterations} iterations; ${ITERATIONS.min} to ${ITERATIONS.max} are allowed.`);
    }
    const salted = await this.#salt(password, fromBase64(salt), iterations);
    const withoutProof = `c=biws,r=${nonce}`;
    const message = Uint8Array.from(`${this.#clientFirstBare},${this.#serverFirst},${withoutProof}`, (c) => c.charCodeAt(0));
    this.#expected = toBase64(await this.#hmac(await this.#hmac(salted, ascii('Server Key')), message));
    return `${withoutProof},p=${toBase64(await this.#proof(salted, message))}`;
  }

  async #salt(password: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<Uint8Array<ArrayBuffer>> {
    // RFC 8265 §4.2.2: a password is composed, its spaces mapped, and otherwise left as typed.
    const prepared = new TextEncoder().encode(password.replace(/\p{Zs}/gu, ' ').normalize('NFC'));
    const key = await crypto.subtle.importKey('raw', prepared, 'PBKDF2', false, ['deriveBits']);
    const parameters = { name: 'PBKDF2', hash: this.hash, salt, iterations };
    return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, HASH_BITS[this.hash]));
  }

  async #proof(salted: Uint8Array<ArrayBuffer>, message: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    const clientKey = await this.#hmac(salted, ascii('Client Key'));
    const storedKey = new Uint8Array(await crypto.subtle.digest(this.hash, clientKey));
    const signature = await this.#hmac(storedKey, message);
    return clientKey.map((byte, index) => byte ^ (signature[index] ?? 0));
  }

  async #hmac(key: Uint8Array<ArrayBuffer>, data: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
    const hmacKey = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: this.hash }, false, ['sign']);
    return new Uint8Array(await crypto.subtle.sign('HMAC', hmacKey, data));
  }
}

function ascii(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** The value of one attribute of a SCRAM message (RFC 5802 §5.1). */
function attribute(message: string, name: string): string | undefined {
  return message.split(',').find((part) => part.startsWith(`${name}=`))?.slice(2);
}
