import { backoff } from './backoff.js';
import { ClientLink, type LinkOptions } from './client-link.js';
import { NotConnectedError } from './errors.js';
import { StanzaRouter } from './stanza-router.js';
import type { ConnectionFailure, Environment, RequestHandler, Stream, StreamObserver, StreamState } from './stream.js';
import type { XmlElement } from './xml.js';

/** How long the page may take to say where to connect and as whom, in ms. */
const OPTIONS_TIMEOUT_MS = 30_000;
/** A connection that lasted this long was a good one, in ms: the next loss starts with short waits again. */
const LASTING_MS = 30_000;

const NO_FEATURES: ReadonlySet<string> = new Set();

/** Thrown by the options of a stream to say why an attempt makes no sense. */
export class ConnectionFailedError extends Error {
  override readonly name = 'ConnectionFailedError';
  constructor(readonly failure: ConnectionFailure) {
    super(failure.text ?? failure.kind);
  }
}

/**
 * A stream over a WebSocket. Every attempt has a client of its own, and asks anew where to connect and as whom, so
 * that short-lived credentials are fresh. Between attempts it waits longer and longer; a final failure ends them.
 */
export class ClientStream implements Stream {
  readonly #router: StanzaRouter;
  #state: StreamState = { connectionStatus: 'offline', features: NO_FEATURES };
  #link: ClientLink | undefined;
  #retry: unknown;
  #failures = 0;
  #active = true;
  #onlineSince: number | undefined;
  /** Counts attempts and ends of them; what an older one still reports is void. */
  #generation = 0;

  constructor(
    private readonly options: () => LinkOptions | Promise<LinkOptions>,
    private readonly environment: Environment,
  ) {
    this.#router = new StanzaRouter(environment, (stanza) => this.send(stanza), () => this.#state.jid);
  }

  get state(): StreamState {
    return this.#state;
  }

  connect(): void {
    const { connectionStatus, retryAt } = this.#state;
    if (connectionStatus === 'reconnecting' && retryAt !== undefined) return this.#attempt('reconnecting');
    if (connectionStatus !== 'offline') return;
    this.#failures = 0;
    this.#attempt('connecting');
  }

  async disconnect(): Promise<void> {
    const link = this.#abandon();
    const closed = link?.close();
    this.#setState({ connectionStatus: 'offline', features: NO_FEATURES });
    this.#router.rejectPending();
    await closed;
  }

  send(stanza: XmlElement): void {
    if (!this.#link || this.#state.connectionStatus !== 'online') throw new NotConnectedError(`<${stanza.name}/>`);
    this.#link.send(stanza);
  }

  setActive(active: boolean): void {
    this.#active = active;
    this.#link?.setActive(active);
  }

  request(iq: XmlElement): Promise<XmlElement> {
    return this.#router.request(iq);
  }

  answer(type: 'get' | 'set', ns: string, handler: RequestHandler): () => void {
    return this.#router.answer(type, ns, handler);
  }

  observe(observer: StreamObserver): () => void {
    return this.#router.observe(observer);
  }

  #attempt(connectionStatus: 'connecting' | 'reconnecting'): void {
    this.#abandon()?.drop();
    this.#setState({ connectionStatus, features: NO_FEATURES, failure: this.#state.failure });
    const generation = this.#generation;
    void this.#open(generation).catch((error: unknown) => {
      if (generation === this.#generation) this.#lost(failureOf(error));
    });
  }

  async #open(generation: number): Promise<void> {
    const timer = this.environment.setTimeout(() => this.#timeOut(generation), OPTIONS_TIMEOUT_MS);
    const options = await Promise.resolve(this.options()).finally(() => this.environment.clearTimeout(timer));
    if (generation !== this.#generation) return;
    this.#link = new ClientLink(options, {
      online: (jid, features) => this.#becomeOnline(jid, features),
      stanza: (stanza) => this.#router.receive(stanza),
      sent: (stanza) => this.#router.tellStanza('out', stanza),
      lost: (failure) => this.#lost(failure),
    }, this.environment);
  }

  #timeOut(generation: number): void {
    if (generation === this.#generation) this.#lost({ kind: 'timeout', final: false });
  }

  #becomeOnline(jid: string, features: ReadonlySet<string>): void {
    this.#onlineSince = this.environment.now();
    this.#setState({ connectionStatus: 'online', jid, features });
    // A new session is active until it is told otherwise.
    if (!this.#active) this.#link?.setActive(false);
  }

  #lost(failure: ConnectionFailure): void {
    this.#abandon();
    if (this.environment.now() - (this.#onlineSince ?? Infinity) >= LASTING_MS) this.#failures = 0;
    this.#onlineSince = undefined;
    if (failure.final) this.#setState({ connectionStatus: 'offline', features: NO_FEATURES, failure });
    else this.#scheduleRetry(failure);
    this.#router.rejectPending(failure);
  }

  #scheduleRetry(failure: ConnectionFailure): void {
    const wait = backoff(++this.#failures, this.environment.random());
    this.#retry = this.environment.setTimeout(() => this.#attempt('reconnecting'), wait);
    const retryAt = this.environment.now() + wait;
    this.#setState({ connectionStatus: 'reconnecting', features: NO_FEATURES, failure, retryAt });
  }

  /** Ends what is under way; gives the link, to be closed or dropped. */
  #abandon(): ClientLink | undefined {
    const link = this.#link;
    this.#generation++;
    this.#link = undefined;
    this.environment.clearTimeout(this.#retry);
    return link;
  }

  #setState(state: StreamState): void {
    this.#state = state;
    this.#router.tellState(state);
  }
}

function failureOf(error: unknown): ConnectionFailure {
  if (error instanceof ConnectionFailedError) return error.failure;
  return { kind: 'configuration', text: error instanceof Error ? error.message : String(error), final: true };
}
