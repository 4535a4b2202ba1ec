import type { Environment } from '../protocol/stream.js';

export type Clock = Pick<Environment, 'now' | 'setTimeout' | 'clearTimeout'>;

/** Whoever is back sooner was not away. In ms. */
const GRACE_MS = 10_000;

/** Who goes keeps their place in the list for a while: a connection that blinks makes nobody jump. */
export class GracePeriod {
  /** When each one's period ends, in ms since 1970; the first to end comes first. */
  readonly #ends = new Map<string, number>();
  #timer: unknown;

  constructor(
    private readonly clock: Clock,
    /** Called with those whose time is over. */
    private readonly over: (jids: readonly string[]) => void,
  ) {}

  /** Whether the one who has gone keeps the place; the first question begins the period. */
  covers(jid: string): boolean {
    const now = this.clock.now();
    const known = this.#ends.get(jid) ?? now + GRACE_MS;
    const end = isAhead(known, now) ? known : Math.min(known, now);
    this.#ends.set(jid, end);
    this.#wait(end);
    return end > now;
  }

  /** They are back, or have been given another place. */
  forget(jid: string): void {
    this.#ends.delete(jid);
  }

  /** Ends all periods without a word. */
  clear(): void {
    this.#ends.clear();
    this.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #wait(end: number | undefined): void {
    const now = this.clock.now();
    if (end !== undefined && end > now) this.#timer ??= this.clock.setTimeout(() => this.#end(), end - now);
  }

  #end(): void {
    this.#timer = undefined;
    const now = this.clock.now();
    const due = [...this.#ends].filter(([, end]) => !isAhead(end, now)).map(([jid]) => jid);
    this.over(due);
    this.#wait([...this.#ends.values()].find((end) => isAhead(end, now)));
  }
}

/** No end was ever further ahead than that: the clock was set back, and the period is over. */
function isAhead(end: number, now: number): boolean {
  return end > now && end <= now + GRACE_MS;
}
