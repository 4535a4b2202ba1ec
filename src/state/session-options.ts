import type { PictureStorage } from './picture-cache.js';
import type { RosterStorage } from './roster-cache.js';
import type { SignIn } from './sign-in.js';

export interface SessionOptions {
  /** Where the roster is kept from one visit to the next; without it, nowhere. */
  readonly storage?: RosterStorage | undefined;
  /** Where pictures are kept from one visit to the next; without it, nowhere. */
  readonly pictures?: PictureStorage | undefined;
  /** The reader's languages (BCP 47), best first: which of several status texts is shown. */
  readonly languages?: readonly string[];
  /** Who signs in, where that is up to the user. */
  readonly signIn?: SignIn | undefined;
  /** Called with the account that was signed out. */
  readonly signedOut?: ((jid: string) => void) | undefined;
}
