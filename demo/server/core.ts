import type { Account } from './account.js';
import type { Credentials } from './credentials.js';

/** What the protocol handlers may know of the server. */
export interface Core {
  readonly domain: string;
  /** Groups whose members the server decides about; users may not move contacts into or out of them. */
  readonly governedGroups: ReadonlySet<string>;
  /** XEP-0115: what clients can do, by the name they give it. */
  readonly features: Map<string, ReadonlySet<string>>;
  /** ms since 1970 */
  now(): number;
  /** The account of a prepared bare JID. */
  account(bareJid: string): Account | undefined;
  /** For a log-in: there are credentials for unknown users too, which nobody can meet. */
  credentials(username: string): Credentials;
  countAuthAttempt(username: string): void;
}
