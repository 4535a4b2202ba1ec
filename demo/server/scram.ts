import type { Core } from './core.js';
import { type Bytes, digest, type Hash, hmac, type ScramKeys, utf8 } from './credentials.js';
import { foldCase } from './jid.js';
import { failure, isOwnAuthzid, type Mechanism, type SaslStep } from './sasl.js';
import { randomName } from './xml.js';

interface FirstExchange {
  readonly gs2Header: string;
  readonly username: string;
  readonly nonce: string;
  readonly keys: ScramKeys;
  /** client-first-message-bare "," server-first-message */
  readonly transcript: string;
}

/** RFC 5802, and RFC 7677 for SHA-256; without channel binding. */
export class ScramMechanism implements Mechanism {
  readonly #core: Core;
  readonly #hash: Hash;
  #first: FirstExchange | undefined;

  constructor(core: Core, hash: Hash) {
    this.#core = core;
    this.#hash = hash;
  }

  step(message: string): Promise<SaslStep> {
    return this.#first === undefined ? this.#readFirst(message) : this.#readFinal(message, this.#first);
  }

  async #readFirst(message: string): Promise<SaslStep> {
    // RFC 5802 §7: gs2-header, then client-first-message-bare; "m=" extensions have to be refused, which this pattern does.
    const parts = /^([ny],(?:a=([^,]*))?,)(n=([^,]+),r=([!-+\--~]+)(?:,.*)?)$/u.exec(message);
    const [, gs2Header, authzid = '', bare, name, clientNonce] = parts ?? [];
    if (gs2Header === undefined || bare === undefined || name === undefined || clientNonce === undefined) return failure('malformed-request');
    const username = foldCase(unescapeName(name));
    this.#core.countAuthAttempt(username);
    if (!isOwnAuthzid(this.#core, unescapeName(authzid), username)) return failure('invalid-authzid');
    const keys = await this.#core.credentials(username).scramKeys(this.#hash);
    const nonce = clientNonce + randomName();
    const data = `r=${nonce},s=${toBase64(keys.salt)},i=${keys.iterations}`;
    this.#first = { gs2Header, username, nonce, keys, transcript: `${bare},${data}` };
    return { kind: 'challenge', data };
  }

  async #readFinal(message: string, first: FirstExchange): Promise<SaslStep> {
    const [, withoutProof, binding, nonce, proof] = /^(c=([^,]+),r=([^,]+)(?:,.*)?),p=([^,]+)$/u.exec(message) ?? [];
    if (withoutProof === undefined || proof === undefined) return failure('malformed-request');
    if (binding !== btoa(first.gs2Header) || nonce !== first.nonce) return failure('not-authorized');
    const authMessage = utf8(`${first.transcript},${withoutProof}`);
    const signature = await hmac(this.#hash, first.keys.storedKey, authMessage);
    const clientKey = xor(fromBase64(proof), signature);
    if (toBase64(await digest(this.#hash, clientKey)) !== toBase64(first.keys.storedKey)) return failure('not-authorized');
    const verifier = await hmac(this.#hash, first.keys.serverKey, authMessage);
    return { kind: 'success', username: first.username, data: `v=${toBase64(verifier)}` };
  }
}

function unescapeName(name: string): string {
  return name.replace(/=2C/g, ',').replace(/=3D/g, '=');
}

function xor(left: Bytes, right: Bytes): Bytes {
  return left.map((byte, index) => byte ^ (right[index] ?? 0));
}

function toBase64(bytes: Bytes): string {
  return btoa(String.fromCharCode(...bytes));
}

/** Empty for what is no base64: no proof matches that. */
function fromBase64(text: string): Bytes {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array(0);
  }
}
