import { type Random, seededRandom } from '../../demo/server/random.js';
import { backoff } from '../../src/protocol/backoff.js';

/** In s: a quick restart, a slow one, a bad quarter of an hour. */
export const plottedOutages = [2, 10, 30, 60, 120, 900] as const;

/** The log-ins at a server that has come back. */
export interface Return {
  /** How long the server was gone, in s. */
  readonly outage: number;
  /** Log-ins in each second after its return, until the last client is back. */
  readonly perSecond: readonly number[];
  /** Their mean over that window. */
  readonly mean: number;
  readonly peak: number;
}

/**
 * So many clients lose a server at the same moment and try again by the product's own rule, until it is back. Each
 * attempt before that fails at once; each one after it is a log-in: the worst case.
 */
export function simulateReturn(outage: number, clients = 10_000, seed = 1): Return {
  const random = seededRandom(seed);
  const delays = Array.from({ length: clients }, () => timeOfReturn(outage * 1_000, random) / 1_000 - outage);
  const perSecond = new Array<number>(Math.floor(Math.max(...delays)) + 1).fill(0);
  for (const delay of delays) perSecond[Math.floor(delay)]! += 1;
  return { outage, perSecond, mean: clients / perSecond.length, peak: Math.max(...perSecond) };
}

/** In ms after the loss. */
function timeOfReturn(outage: number, random: Random): number {
  let now = 0;
  do now += backoff(now, random.next());
  while (now < outage);
  return now;
}
