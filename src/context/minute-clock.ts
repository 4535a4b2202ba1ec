import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Clock } from '../state/grace-period.js';

const MINUTE_MS = 60_000;

/** The time, for elements that show how long something has lasted: rendered again once a minute, as long as they do. */
export class MinuteClock implements ReactiveController {
  /** The one that was asked in this update. */
  #shown: Clock | undefined;
  #stop: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost & Pick<Element, 'isConnected'>) {
    host.addController(this);
  }

  /** In ms since 1970. To be asked for while rendering: whoever asks is rendered again at the next full minute. */
  now(clock: Clock): number {
    this.#shown = clock;
    return clock.now();
  }

  hostConnected(): void {
    if (this.#shown) this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.#shown = undefined;
  }

  hostUpdated(): void {
    // Elements are rendered also after they have left the page.
    if (this.#shown && this.host.isConnected) this.#stop ??= this.#start(this.#shown);
    else this.hostDisconnected();
  }

  hostDisconnected(): void {
    this.#stop?.();
    this.#stop = undefined;
  }

  #start(clock: Clock): () => void {
    const timer = clock.setTimeout(() => {
      this.#stop = undefined;
      this.host.requestUpdate();
    }, MINUTE_MS - (clock.now() % MINUTE_MS));
    return () => clock.clearTimeout(timer);
  }
}
