import type { Environment } from '../../../src/protocol/stream.js';

/** The page's clock and chance, on a machine that can fall asleep: clocks go on then, timers do not. */
export class SleepingEnvironment implements Environment {
  #slept = 0;
  online = true;
  readonly errors: unknown[] = [];

  sleep(ms: number): void {
    this.#slept += ms;
  }

  now(): number {
    return Date.now() + this.#slept;
  }

  setTimeout(callback: () => void, ms: number): number {
    return window.setTimeout(callback, ms);
  }

  clearTimeout(handle: unknown): void {
    window.clearTimeout(handle as number | undefined);
  }

  random(): number {
    return Math.random();
  }

  isOnline(): boolean {
    return this.online;
  }

  reportError(error: unknown): void {
    this.errors.push(error);
  }
}
