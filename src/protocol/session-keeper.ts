import type { AcknowledgementGate, Acknowledge } from './stream-management.js';
import type { Environment } from './stream.js';
import type { KeptSession } from './tab-role.js';

/** How long after a change it is stored at the earliest, and after the last time, in ms. */
const DELAY_MS = 500;
const INTERVAL_MS = 5_000;
/** At the latest: ejabberd waits a minute for an acknowledgement (`ack_timeout`), Prosody wonders after half of one (`smacks_max_ack_delay`). */
const MAX_INTERVAL_MS = 20_000;
/** It may take the hundredth part of a page's time. */
const COST_FACTOR = 100;
/** So many stanzas since the last time are a flood: Prosody keeps 500 that are not acknowledged, ejabberd 5,000. */
const FLOOD = 250;

/**
 * Stores a session as it changes, so that the next page goes on with it if this one crashes. The server forgets what is
 * acknowledged: as long as a session is stored, nothing is acknowledged that came after it was. Where none can be, and
 * while stanzas pour in, none is, and acknowledgements go out at once.
 */
export class SessionKeeper {
  /** Whether something may be stored. */
  #isStored = true;
  /** Whether the last thing done was to delete it, and it is. */
  #isDeleted = false;
  #pending = 0;
  #writing: Promise<void> = Promise.resolve();
  #changes = 0;
  #waiting: Acknowledge[] = [];
  #timer: unknown;
  #storedAt: number;
  #interval = INTERVAL_MS;
  #isOver = false;

  /**
   * @param store replaces what is stored, or deletes it; tells whether something may be stored then
   * @param session as it is now; `undefined` while that is not enough to go on with
   */
  constructor(
    private readonly environment: Pick<Environment, 'now' | 'setTimeout' | 'clearTimeout'>,
    private readonly store: (session: KeptSession | undefined) => Promise<boolean>,
    private readonly session: () => KeptSession | undefined,
  ) {
    this.#storedAt = environment.now();
    // What a page before has stored is older than what will be acknowledged here.
    void this.forget();
  }

  /** A stanza came or went. */
  noteChange(): void {
    if (++this.#changes === FLOOD && this.#isStored) void this.forget();
    else this.#schedule();
  }

  /** Lets an acknowledgement pass when it may be said. */
  readonly gate: AcknowledgementGate = (acknowledge) => {
    if (this.#isUpToDate) return acknowledge();
    this.#waiting.push(acknowledge);
    this.#schedule();
  };

  /** Nothing comes any more for now: that is worth storing at once. */
  storeNow(): void {
    if (this.#changes > 0) void this.#write(true);
  }

  /** The session is over, or not to be gone on with; settles when it is deleted. */
  forget(): Promise<void> {
    return this.#write(false);
  }

  /** What is stored stays as it is. */
  stop(): void {
    this.#isOver = true;
  }

  /** Whether all may be acknowledged. */
  get #isUpToDate(): boolean {
    return this.#pending === 0 && (!this.#isStored || this.#changes === 0);
  }

  #schedule(): void {
    if (this.#pending > 0) return;
    const wait = Math.max(DELAY_MS, this.#storedAt + this.#interval - this.environment.now());
    // A clock that was set back has not put it off.
    this.#timer ??= this.environment.setTimeout(() => void this.#write(true), Math.min(wait, this.#interval));
  }

  /** One at a time. */
  #write(isKept: boolean): Promise<void> {
    this.#pending++;
    this.environment.clearTimeout(this.#timer);
    this.#timer = undefined;
    return (this.#writing = this.#writing.then(() => (isKept && this.#isOver ? undefined : this.#writeNext(isKept))));
  }

  async #writeNext(isKept: boolean): Promise<void> {
    // Those who come later may wait for more than this.
    const waiting = this.#waiting.splice(0);
    const began = this.environment.now();
    const session = isKept ? this.session() : undefined;
    this.#changes = 0;
    const writing = session || this.#isStored || !(isKept || this.#isDeleted) ? this.store(session) : undefined;
    this.#storedAt = this.environment.now();
    this.#interval = Math.min(Math.max(INTERVAL_MS, (this.#storedAt - began) * COST_FACTOR), MAX_INTERVAL_MS);
    this.#isStored = (await writing) ?? false;
    if (writing) this.#isDeleted = !session && !this.#isStored;
    this.#pending--;
    for (const acknowledge of waiting) acknowledge(this.#isStored ? session?.resumption.inbound : undefined);
    if (this.#isUpToDate) for (const acknowledge of this.#waiting.splice(0)) acknowledge();
    if (this.#changes >= FLOOD && this.#isStored) void this.forget();
    else if (this.#changes > 0) this.#schedule();
  }
}
