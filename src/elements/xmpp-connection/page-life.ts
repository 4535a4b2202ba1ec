import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../../state/session.js';

/** How long a page is in the background before the server is told that nobody looks, in ms. */
const BACKGROUND_MS = 60_000;

/**
 * Tells a session what becomes of the page while its element is in it: the network comes and goes, the page goes into
 * the background, into the back/forward cache or away, and comes back.
 */
export class PageLife implements ReactiveController {
  #background: number | undefined;
  /** Whether the page went while it was connected. */
  #isAway = false;
  readonly #stop: (() => void)[] = [];

  constructor(
    host: ReactiveControllerHost,
    private readonly session: Session,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#listen(window, 'online', () => this.session.wake());
    this.#listen(window, 'offline', () => this.session.wake());
    this.#listen(window, 'pagehide', () => this.#leave());
    this.#listen(window, 'pageshow', () => this.#return());
    this.#listen(document, 'visibilitychange', () => this.#noteVisibility());
    this.#noteActivity();
  }

  hostDisconnected(): void {
    clearTimeout(this.#background);
    for (const stop of this.#stop.splice(0)) stop();
  }

  #listen(target: EventTarget, name: string, listener: () => void): void {
    target.addEventListener(name, listener);
    this.#stop.push(() => target.removeEventListener(name, listener));
  }

  #noteVisibility(): void {
    this.#noteActivity();
    if (document.visibilityState === 'visible') this.session.wake();
  }

  /** A page in the background for a while is one that nobody waits for; what the server holds back comes when it is looked at. */
  #noteActivity(): void {
    clearTimeout(this.#background);
    if (document.visibilityState === 'visible') this.session.setActive(true);
    else this.#background = window.setTimeout(() => this.session.setActive(false), BACKGROUND_MS);
  }

  /** The next page goes on with the session, and nobody sees that one went and one came. */
  #leave(): void {
    this.#isAway = this.session.connectionStatus !== 'offline';
    this.session.release();
  }

  /** Back from the back/forward cache. */
  #return(): void {
    if (this.#isAway) this.session.connect();
    this.#isAway = false;
  }
}
