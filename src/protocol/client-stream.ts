import { backoff } from './backoff.js';
import { ClientLink } from './client-link.js';
import { NotConnectedError } from './errors.js';
import { KeptStream } from './kept-stream.js';
import type { LinkOptions } from './link-options.js';
import { OFFLINE, RoutedStream } from './routed-stream.js';
import type { StanzaSink } from './stanza-router.js';
import type { AcknowledgementGate, Leftover } from './stream-management.js';
import type { StreamResumption } from './stream-resumption.js';
import type { ConnectionFailure, Environment } from './stream.js';
import type { XmlElement } from './xml.js';

/** How long the page may take to say where to connect and as whom, in ms. */
const OPTIONS_TIMEOUT_MS = 30_000;
/** A connection that lasted this long was a good one, in ms: the next loss starts with short waits again. */
const LASTING_MS = 10_000;

/** Thrown by the options of a stream to say why an attempt makes no sense. */
export class ConnectionFailedError extends Error {
  override readonly name = 'ConnectionFailedError';
  constructor(readonly failure: ConnectionFailure) {
    super(failure.text ?? failure.kind);
  }
}

export interface ClientStreamOptions {
  /** The stream to go on with, from another page or object. */
  readonly resumption?: StreamResumption | undefined;
  /** Takes what comes in, instead of those who ask and observe here. */
  readonly sink?: StanzaSink | undefined;
  /** Says when the server may be told how much was handled; absent: whenever it asks. */
  readonly gate?: AcknowledgementGate | undefined;
}

/**
 * A stream over a WebSocket. Every attempt has a client of its own, and asks anew where to connect and as whom, so
 * that short-lived credentials are fresh. Between attempts it waits longer and longer, and for the network if there is
 * none; a final failure ends them. Where the server can, the stream goes on over the next socket (XEP-0198): what was
 * sent meanwhile comes, in both directions.
 */
export class ClientStream extends RoutedStream {
  readonly isFirst = true;
  #link: ClientLink | undefined;
  #retry: unknown;
  /** Since when no connection has lasted. */
  #troubleSince: number | undefined;
  #active = true;
  #onlineSince: number | undefined;
  readonly #kept: KeptStream;
  /** Whether an attempt is under way. */
  #isTrying = false;
  /** Counts attempts and ends of them; what an older one still reports is void. */
  #generation = 0;

  constructor(
    private readonly options: () => LinkOptions | Promise<LinkOptions>,
    environment: Environment,
    { resumption, sink, gate }: ClientStreamOptions = {},
  ) {
    super(environment, sink);
    this.#kept = new KeptStream(environment, (leftover) => this.#endStream(leftover), gate);
    if (resumption) this.#kept.take(resumption);
  }

  /** What it takes to go on with this stream elsewhere, as it is now; `undefined` where the server does not keep it. */
  get resumption(): StreamResumption | undefined {
    return this.#kept.resumption;
  }

  connect(): void {
    const { connectionStatus } = this.state;
    if (connectionStatus === 'reconnecting') return this.#retryNow();
    if (connectionStatus !== 'offline') return;
    this.#troubleSince = undefined;
    if (this.environment.isOnline()) this.#attempt('connecting');
    else this.#waitForNetwork();
  }

  wake(): void {
    if (this.state.connectionStatus === 'online') this.#link?.check();
    else if (this.state.connectionStatus === 'reconnecting') this.#retryNow();
  }

  release(): void {
    void this.disconnect();
  }

  isShared(): Promise<boolean> {
    return Promise.resolve(false);
  }

  async disconnect(farewell?: XmlElement): Promise<void> {
    if (farewell && this.state.connectionStatus === 'online') this.send(farewell);
    const link = this.#abandon();
    const closed = link?.close();
    this.#kept.forget();
    this.setState(OFFLINE);
    this.sink.rejectPending();
    await closed;
  }

  /**
   * Lets go of the socket and leaves the stream open, for somebody else to go on with; is offline then. Nobody is told
   * that we go, unless nobody does go on.
   *
   * @returns what that takes; `undefined`, and the stream is closed properly, where the server does not keep it
   */
  detach(): StreamResumption | undefined {
    const { resumption } = this;
    if (resumption) this.#abandon()?.drop();
    void this.disconnect();
    return resumption;
  }

  send(stanza: XmlElement): void {
    if (!this.#link || this.state.connectionStatus !== 'online') throw new NotConnectedError(`<${stanza.name}/>`);
    this.#link.send(stanza);
  }

  setActive(active: boolean): void {
    this.#active = active;
    this.#link?.setActive(active);
  }

  #attempt(connectionStatus: 'connecting' | 'reconnecting'): void {
    this.#abandon()?.drop();
    this.#isTrying = true;
    this.setState({ ...OFFLINE, connectionStatus, failure: this.state.failure });
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
      online: (jid, features, resumed) => this.#becomeOnline(jid, features, resumed),
      over: (leftover) => this.#endStream(leftover),
      stanza: (stanza) => this.sink.receive(stanza),
      sent: (stanza) => this.sink.tellStanza('out', stanza),
      lost: (failure) => this.#lost(failure),
    }, this.environment, this.#kept.management);
  }

  #timeOut(generation: number): void {
    if (generation === this.#generation) this.#lost({ kind: 'timeout', final: false });
  }

  #becomeOnline(jid: string, features: ReadonlySet<string>, resumed: boolean): void {
    this.#onlineSince = this.environment.now();
    this.#kept.noteOnline();
    if (resumed) this.sink.resume();
    else this.sink.rejectPending();
    this.setState({ connectionStatus: 'online', jid, features, ...(resumed ? { resumed } : {}) });
    // A session is active until it is told otherwise, also one that goes on (XEP-0352 §5).
    if (!this.#active) this.#link?.setActive(false);
  }

  #lost(failure: ConnectionFailure): void {
    this.#abandon();
    if (this.environment.now() - (this.#onlineSince ?? Infinity) >= LASTING_MS) this.#troubleSince = undefined;
    this.#onlineSince = undefined;
    if (failure.final) this.#kept.forget();
    const mayGoOn = this.#kept.noteLost();
    if (mayGoOn) this.sink.suspend();
    if (failure.final) this.setState({ ...OFFLINE, failure });
    else this.#wait(failure);
    if (!mayGoOn) this.sink.rejectPending(failure);
  }

  /** It does not go on. */
  #endStream({ stanzas, isCertain }: Leftover): void {
    this.sink.rejectPending(this.state.failure, new Set(isCertain ? stanzas.map(({ attrs }) => attrs.id) : []));
    this.sink.tellUnacknowledged(stanzas);
  }

  #retryNow(): void {
    if (!this.#isTrying && this.environment.isOnline()) this.#attempt('reconnecting');
  }

  /** For the next attempt, or for the network. */
  #wait(failure: ConnectionFailure): void {
    if (!this.environment.isOnline()) return this.#waitForNetwork();
    const now = this.environment.now();
    // A clock that was set back has not undone the trouble.
    this.#troubleSince = Math.min(this.#troubleSince ?? now, now);
    const wait = backoff(now - this.#troubleSince, this.environment.random());
    this.#retry = this.environment.setTimeout(() => this.#retryIfPossible(failure), wait);
    this.setState({ ...OFFLINE, connectionStatus: 'reconnecting', failure, retryAt: now + wait });
  }

  #waitForNetwork(): void {
    this.#troubleSince = undefined;
    this.setState({ ...OFFLINE, connectionStatus: 'reconnecting', failure: { kind: 'no-network', final: false } });
  }

  #retryIfPossible(failure: ConnectionFailure): void {
    if (this.environment.isOnline()) this.#attempt('reconnecting');
    else this.#wait(failure);
  }

  /** Ends what is under way; gives the link, to be closed or dropped. */
  #abandon(): ClientLink | undefined {
    const link = this.#link;
    this.#generation++;
    this.#isTrying = false;
    this.#link = undefined;
    this.environment.clearTimeout(this.#retry);
    return link;
  }
}

function failureOf(error: unknown): ConnectionFailure {
  if (error instanceof ConnectionFailedError) return error.failure;
  return { kind: 'configuration', text: error instanceof Error ? error.message : String(error), final: true };
}
