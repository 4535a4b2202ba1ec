import { inTime } from '../protocol/in-time.js';

/** What a browser has loaded; `undefined` where it takes longer than so many ms: it is not waited for. */
export function soon<T>(loading: Promise<T>, ms = 1_000): Promise<T | undefined> {
  return inTime(window, ms, loading);
}
