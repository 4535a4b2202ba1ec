import type { Environment } from './stream.js';

/** What comes of some work, `undefined` if it takes longer than so many ms. */
export async function inTime<Result>(environment: Pick<Environment, 'setTimeout' | 'clearTimeout'>, ms: number, work: Promise<Result>): Promise<Result | undefined> {
  let timer: unknown;
  const late = new Promise<undefined>((resolve) => (timer = environment.setTimeout(() => resolve(undefined), ms)));
  return Promise.race([late, work]).finally(() => environment.clearTimeout(timer));
}
