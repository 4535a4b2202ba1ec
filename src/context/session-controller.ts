import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../state/session.js';
import { inNextFrame } from './frame.js';
import { pageSessions, sessionContext } from './session-context.js';

/** What changed since the last update: addresses, or `all` after another session was found. */
export type Changes = ReadonlySet<string> | 'all';

/**
 * Gives an element the session of its connection and asks for one update a frame when something it shows has changed.
 * The element says which address it follows, `undefined` for nothing at all, `null` for everything; without `jid` it
 * follows everything.
 */
export class SessionController implements ReactiveController {
  #session: Session | undefined;
  #changed: Set<string> | 'all' = 'all';
  #unsubscribe: (() => void) | undefined;
  #followed: string | null | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly jid: () => string | null | undefined = () => null,
  ) {
    host.addController(this);
    new ContextConsumer(host, { context: sessionContext, subscribe: true, callback: (session) => this.#attach(session) });
  }

  get session(): Session | undefined {
    return this.#session;
  }

  /** What changed since this was last asked. */
  takeChanges(): Changes {
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  // Runs before the consumer asks for its session: this controller was added first. The answer brings an update with it.
  hostConnected(): void {
    pageSessions.listen();
    this.#subscribe();
  }

  hostDisconnected(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  hostUpdate(): void {
    if (this.jid() === this.#followed || !this.host.isConnected) return;
    this.#subscribe();
    // This update has begun already; what it did not read is for the next one.
    inNextFrame(this.#update);
  }

  #attach(session: Session | undefined): void {
    if (session === this.#session) return;
    this.#session = session;
    this.#subscribe();
    this.host.requestUpdate();
  }

  /** Whatever happened while nobody listened, everything is read anew. */
  #subscribe(): void {
    this.#unsubscribe?.();
    this.#changed = 'all';
    this.#followed = this.jid();
    // A connection may answer an element that has left the page: ContextRoot asks again on its behalf.
    const follows = this.#followed !== undefined && this.host.isConnected;
    this.#unsubscribe = follows ? this.#session?.subscribe(this.#note, this.#followed ?? undefined) : undefined;
  }

  readonly #note = (changed: readonly string[]): void => {
    const known = this.#changed;
    if (known !== 'all') changed.forEach((jid) => known.add(jid));
    inNextFrame(this.#update, changed.length);
  };

  readonly #update = (): void => this.host.requestUpdate();
}
