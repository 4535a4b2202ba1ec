import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Environment } from '../protocol/stream.js';

export type Clock = Pick<Environment, 'now' | 'setTimeout' | 'clearTimeout'>;

const MINUTE_MS = 60_000;
const pageClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, ms) => window.setTimeout(callback, ms),
  clearTimeout: (handle) => window.clearTimeout(handle as number | undefined),
};

/** The time, for elements that show how long something has lasted: rendered again once a minute, as long as they do. */
export class MinuteClock implements ReactiveController {
  #isShown = false;
  #timer: unknown;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly clock: Clock = pageClock,
  ) {
    host.addController(this);
  }

  /** In ms since 1970. To be asked for while rendering: whoever asks is rendered again at the next full minute. */
  now(): number {
    this.#isShown = true;
    return this.clock.now();
  }

  hostConnected(): void {
    if (this.#isShown) this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.#isShown = false;
  }

  hostUpdated(): void {
    if (!this.#isShown) this.hostDisconnected();
    else this.#timer ??= this.clock.setTimeout(this.#tick, MINUTE_MS - (this.clock.now() % MINUTE_MS));
  }

  hostDisconnected(): void {
    this.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #tick = (): void => {
    this.#timer = undefined;
    this.host.requestUpdate();
  };
}
