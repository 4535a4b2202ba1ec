import type { Environment } from './stream.js';

/** How often the connection is thought of, in ms. */
const TICK_MS = 2_000;
/** A tick that comes that late was held up: the machine slept, or the page was frozen. In ms. */
const LATE_MS = 8_000;
/** How long the other end may take to answer, in ms; as long as anything comes from it, it may take longer. */
const ANSWER_MS = 6_000;
/** After so much silence it is asked, in ms. */
const IDLE_MS = 40_000;

/**
 * Whether there is still somebody at the other end. A socket whose network has gone says nothing for many minutes; so
 * the other end is asked after what we send, when the machine has slept, and now and then, and has to answer soon: a
 * dead connection is noticed within 10 s of those, and within 50 s of silence.
 */
export class Liveness {
  #timer: unknown;
  #tickedAt = 0;
  #heard = false;
  #heardAt = 0;
  #askedAt: number | undefined;
  #isDoubted = false;
  /** Whether the last tick was late. */
  #wasLate = false;

  /**
   * @param ask sends something that has to be answered
   * @param dead called once, when no answer came
   */
  constructor(
    private readonly environment: Pick<Environment, 'now' | 'setTimeout' | 'clearTimeout'>,
    private readonly ask: () => void,
    private readonly dead: () => void,
  ) {}

  start(): void {
    this.#tickedAt = this.#heardAt = this.environment.now();
    this.#wait();
  }

  stop(): void {
    this.environment.clearTimeout(this.#timer);
  }

  /** Anything came in. */
  hear(): void {
    this.#heard = true;
  }

  /** What was asked has been answered. */
  noteAnswer(): void {
    this.#heard = true;
    this.#askedAt = undefined;
  }

  /** Has it ask at the next tick: something was sent that has to arrive. */
  doubt(): void {
    this.#isDoubted = true;
  }

  /** Asks now; the time to answer runs since it was asked first. */
  check(): void {
    this.#askedAt ??= this.environment.now();
    this.#isDoubted = false;
    this.ask();
  }

  #wait(): void {
    this.#timer = this.environment.setTimeout(() => this.#tick(), TICK_MS);
  }

  #tick(): void {
    const now = this.environment.now();
    const late = now - this.#tickedAt > LATE_MS;
    if (now < this.#tickedAt) this.#setBack(this.#tickedAt - now);
    this.#tickedAt = now;
    if (this.#isSilent(now, late)) return this.dead();
    if (this.#heard) this.#heardAt = now;
    this.#heard = false;
    this.#wasLate = late;
    // Whatever was asked before the sleep may have been answered to nobody.
    if (late) this.#askedAt = undefined;
    if (late || (this.#askedAt === undefined && (this.#isDoubted || now - this.#heardAt >= IDLE_MS))) this.check();
    this.#wait();
  }

  /** The clock went back, in ms: what has passed has passed. */
  #setBack(by: number): void {
    this.#heardAt -= by;
    if (this.#askedAt !== undefined) this.#askedAt -= by;
  }

  /** Whether what was asked should have been answered. */
  #isSilent(now: number, late: boolean): boolean {
    if (this.#askedAt === undefined) return false;
    // In hidden tabs browsers let timers go off once a minute: then all ticks are late, and nobody sleeps.
    if (late) return this.#wasLate && !this.#heard;
    // What waited in the network's buffers comes at once; what comes later comes from somebody.
    return now - this.#askedAt >= ANSWER_MS && (this.#heard ? 0 : now - this.#heardAt) >= ANSWER_MS / 2;
  }
}
