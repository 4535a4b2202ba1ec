const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * How long to wait before the next attempt: exponential with full jitter (RFC 6120 §3.3), so that many pages do not
 * come back to a restarted server all at once.
 * @param attempt how many have failed in a row, from 1
 * @param random in [0, 1)
 * @returns ms
 */
export function backoff(attempt: number, random: number): number {
  const ceiling = Math.min(LONGEST_MS, FIRST_MS * 2 ** (attempt - 1));
  // Not less than a quarter of a second: a server that drops us at once is not to be hammered.
  return Math.max(250, random * ceiling);
}
