import { StanzaError } from '../protocol/errors.js';
import { readRosterResult, ROSTER_VERSIONING_NS, rosterGet } from '../protocol/roster.js';
import type { Stream } from '../protocol/stream.js';
import type { AccountState } from './account-state.js';

/**
 * Asks for the roster (RFC 6121 §2.2), by the version that is there already where the server offers that (§2.6).
 * @param isCurrent whether the session that asks is still the one
 * @returns whether the account's roster is as the server has it now
 */
export async function fetchRoster(stream: Stream, account: AccountState, isCurrent: () => boolean): Promise<boolean> {
  // `''` asks for a version to begin with.
  const version = stream.state.features.has(ROSTER_VERSIONING_NS) ? (account.roster.ver ?? '') : undefined;
  try {
    const roster = readRosterResult(await stream.request(rosterGet(version)));
    // §2.6.3: an empty result says that what we have is current.
    if (roster && isCurrent()) account.replaceRoster(roster);
    return true;
  } catch (error) {
    // No roster is no reason to hide. After a refusal there is none; after silence the last one stands.
    if (error instanceof StanzaError && isCurrent()) account.replaceRoster({ items: [] });
    return false;
  }
}
