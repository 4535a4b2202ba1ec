import { randomName } from './xml.js';

export type Hash = 'SHA-1' | 'SHA-256';

/** RFC 5802 §3: what the server keeps of a password. */
export interface ScramKeys {
  readonly salt: Bytes;
  readonly iterations: number;
  readonly storedKey: Bytes;
  readonly serverKey: Bytes;
}

export type Bytes = Uint8Array<ArrayBuffer>;

// RFC 7677 §4 asks for at least 4096.
const ITERATIONS = 4096;
const KEY_BITS = { 'SHA-1': 160, 'SHA-256': 256 } as const;

/** A user's password in the forms the SASL mechanisms ask for. Without a password nothing ever matches. */
export class Credentials {
  readonly #password: string | undefined;
  readonly #keys = new Map<Hash, Promise<ScramKeys>>();

  constructor(password?: string) {
    this.#password = password === undefined ? undefined : prepare(password);
  }

  matches(password: string): boolean {
    return this.#password !== undefined && this.#password === prepare(password);
  }

  /** Derived at the first log-in and kept, since it costs milliseconds. */
  scramKeys(hash: Hash): Promise<ScramKeys> {
    let keys = this.#keys.get(hash);
    if (keys === undefined) {
      keys = deriveKeys(this.#password ?? randomName(), hash);
      this.#keys.set(hash, keys);
    }
    return keys;
  }
}

/** SASLprep (RFC 4013) as far as it matters: compatibility normalisation. */
function prepare(password: string): string {
  return password.normalize('NFKC');
}

async function deriveKeys(password: string, hash: Hash): Promise<ScramKeys> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await crypto.subtle.importKey('raw', utf8(password), 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash, salt, iterations: ITERATIONS }, key, KEY_BITS[hash]);
  const salted = new Uint8Array(bits);
  const clientKey = await hmac(hash, salted, utf8('Client Key'));
  return { salt, iterations: ITERATIONS, storedKey: await digest(hash, clientKey), serverKey: await hmac(hash, salted, utf8('Server Key')) };
}

export async function hmac(hash: Hash, key: Bytes, data: Bytes): Promise<Bytes> {
  const hmacKey = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash }, false, ['sign']);
  return new Uint8Array(await crypto.subtle.sign('HMAC', hmacKey, data));
}

export async function digest(hash: Hash, data: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest(hash, data));
}

export function utf8(text: string): Bytes {
  return new TextEncoder().encode(text);
}
