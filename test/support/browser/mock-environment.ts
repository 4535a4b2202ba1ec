import type { Environment } from '../../../src/protocol/stream.js';

interface Timer {
  due: number;
  readonly callback: () => void;
}

/** A clock that only the test moves, chance without surprise, and the list of what went wrong in listeners. */
export class MockEnvironment implements Environment {
  /** Whether the machine has a network. */
  online = true;
  /** What listeners and handlers threw; a test that expects nothing of the kind checks that it is empty. */
  readonly errors: unknown[] = [];
  readonly #timers = new Set<Timer>();
  #now: number;

  constructor(now = Date.parse('2026-03-02T09:00:00Z')) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  setTimeout(callback: () => void, ms: number): Timer {
    const timer = { due: this.#now + ms, callback };
    this.#timers.add(timer);
    return timer;
  }

  clearTimeout(handle: unknown): void {
    this.#timers.delete(handle as Timer);
  }

  random(): number {
    return 0.5;
  }

  isOnline(): boolean {
    return this.online;
  }

  reportError(error: unknown): void {
    this.errors.push(error);
  }

  /** Lets this many ms pass; what falls due runs in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (let next = this.#next(end); next; next = this.#next(end)) {
      this.#timers.delete(next);
      this.#now = Math.max(this.#now, next.due);
      next.callback();
    }
    this.#now = end;
  }

  /** The machine sleeps so many ms, or its clock is put right by that much: clocks go on, timers do not. */
  sleep(ms: number): void {
    this.#now += ms;
    for (const timer of this.#timers) timer.due += ms;
  }

  #next(end: number): Timer | undefined {
    return [...this.#timers].filter(({ due }) => due <= end).sort((a, b) => a.due - b.due)[0];
  }
}
