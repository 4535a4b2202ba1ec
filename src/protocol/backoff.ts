const FIRST_MS = 1_000;
const LONGEST_MS = 60_000;

/**
 * How long to wait before the next attempt: exponential with full jitter (RFC 6120 §3.3), so that many pages do not
 * come back to a restarted server all at once. The ceiling follows the time that has passed, not the number of
 * attempts: whoever lost the server at the same moment waits under the same ceiling, so that none of them come in a
 * crowd and none straggle in long after.
 * @param elapsed since the trouble began, in ms
 * @param random in [0, 1)
 * @returns ms
 */
export function backoff(elapsed: number, random: number): number {
  // Not less than a quarter of a second: a server that drops us at once is not to be hammered.
  return Math.max(250, random * Math.min(LONGEST_MS, FIRST_MS + elapsed));
}
