export type ScramHash = 'SHA-1' | 'SHA-256' | 'SHA-512';

/**
 * A salted password (RFC 5802 §3): it signs in at the server whose salt it was made with, and cannot be read, not even
 * by the page.
 */
export interface ScramKey {
  readonly hash: ScramHash;
  /** In base64, as the server sent it. */
  readonly salt: string;
  readonly iterations: number;
  /** For HMAC, not extractable. */
  readonly key: CryptoKey;
}

export interface PasswordCredentials {
  readonly username: string;
  readonly password: string;
  /** The only mechanism to be used; absent: the strongest. */
  readonly mechanism?: string | undefined;
}

export interface KeyCredentials {
  readonly username: string;
  readonly scramKey: ScramKey;
}

export interface TokenCredentials {
  readonly username: string;
  readonly token: string;
  /** OAUTHBEARER or PLAIN; absent: the first of these that the server offers. */
  readonly mechanism?: string | undefined;
}

/** What proves to a server who we are. */
export type SaslCredentials = PasswordCredentials | KeyCredentials | TokenCredentials;

/** What came of a sign-in that the server accepted. */
export interface SaslOutcome {
  /** The one that was used. */
  readonly mechanism: string;
  /** The strongest that the server offers for passwords; `undefined` where a token or nobody signed in. */
  readonly strongest?: string | undefined;
  /** What signs in next time without the password, after SCRAM. */
  readonly scramKey?: ScramKey | undefined;
}

const HASHES: ReadonlySet<unknown> = new Set<ScramHash>(['SHA-1', 'SHA-256', 'SHA-512']);

/** Reads back what a browser has kept; anything else is no key. */
export function readScramKey(data: unknown): ScramKey | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const { hash, salt, iterations, key } = data as Record<string, unknown>;
  const isValid = HASHES.has(hash) && typeof salt === 'string' && typeof iterations === 'number' && (key as CryptoKey | null)?.type === 'secret';
  return isValid ? { hash: hash as ScramHash, salt, iterations, key: key as CryptoKey } : undefined;
}
