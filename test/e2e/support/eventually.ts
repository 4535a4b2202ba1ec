import { setTimeout as pause } from 'node:timers/promises';

/** In ms; ejabberd hangs for 15 s over a socket that went while it was sending. */
const PATIENCE = 20_000;
const INTERVAL = 15;

/** Reads again and again until the check passes; gives what was read, or rejects with what the check threw last. */
export async function eventually<T>(read: () => T | Promise<T>, check: (value: T) => void): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    const value = await read();
    try {
      check(value);
      return value;
    } catch (error) {
      if (Date.now() > deadline) throw error;
    }
    await pause(INTERVAL);
  }
}
