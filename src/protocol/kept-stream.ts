import { StreamManagement, type AcknowledgementGate, type Leftover } from './stream-management.js';
import { resumableUntil, type StreamResumption } from './stream-resumption.js';
import type { Environment } from './stream.js';
import type { XmlElement } from './xml.js';

/** Timers of more than that go off at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A stream over all its sockets: how long it can still go on after the last one was lost. */
export class KeptStream {
  #management: StreamManagement;
  /** When the last socket was lost, or the page that had it. */
  #lostAt: number | undefined;
  #timer: unknown;

  /** @param over called when the server does not keep the stream any longer */
  constructor(
    private readonly environment: Pick<Environment, 'now' | 'setTimeout' | 'clearTimeout'>,
    private readonly over: (leftover: Leftover) => void,
    private readonly gate?: AcknowledgementGate,
  ) {
    this.#management = new StreamManagement(undefined, gate);
  }

  get management(): StreamManagement {
    return this.#management;
  }

  get resumption(): StreamResumption | undefined {
    return this.#management.snapshot(this.#lostAt ?? this.environment.now());
  }

  /** Goes on with a stream that began elsewhere, unless it is too old. */
  take(resumption: StreamResumption): void {
    if (resumableUntil(resumption, resumption.takenAt) <= this.environment.now()) return;
    this.#management = new StreamManagement(resumption, this.gate);
    this.#wait(resumption.takenAt);
  }

  /** It has a socket again. */
  noteOnline(): void {
    this.environment.clearTimeout(this.#timer);
    this.#lostAt = undefined;
  }

  /** Its socket was lost. @returns whether it may go on */
  noteLost(): boolean {
    if (this.#management.isResumable && this.#lostAt === undefined) this.#wait(this.environment.now());
    return this.#management.isResumable;
  }

  /** It is over. @returns ours that the server has not acknowledged */
  forget(): readonly XmlElement[] {
    this.noteOnline();
    return this.#management.forget();
  }

  #wait(lostAt: number): void {
    this.#lostAt = lostAt;
    this.environment.clearTimeout(this.#timer);
    const left = Math.min(LONGEST_TIMER_MS, resumableUntil(this.#management, lostAt) - this.environment.now());
    this.#timer = this.environment.setTimeout(() => this.over({ stanzas: this.forget(), isCertain: false }), left);
  }
}
