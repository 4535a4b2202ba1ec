import { StanzaRouter, type StanzaSink } from './stanza-router.js';
import type { Environment, RequestHandler, Stream, StreamObserver, StreamState } from './stream.js';
import type { XmlElement } from './xml.js';

/** A stream that is not connected, and does not try to be. */
export const OFFLINE: StreamState = { connectionStatus: 'offline', features: new Set() };

/** What every stream has: a state that is told to its observers, requests and their answers. */
export abstract class RoutedStream implements Stream {
  abstract readonly isFirst: boolean;
  protected readonly router: StanzaRouter;
  /** Takes what comes in. */
  protected readonly sink: StanzaSink;
  #state = OFFLINE;

  /** @param sink takes what comes in, instead of those who ask and observe here */
  constructor(
    protected readonly environment: Environment,
    sink?: StanzaSink,
  ) {
    this.router = new StanzaRouter(environment, (stanza) => this.send(stanza), () => this.#state.jid);
    this.sink = sink ?? this.router;
  }

  get state(): StreamState {
    return this.#state;
  }

  abstract connect(): void;
  abstract wake(): void;
  abstract disconnect(farewell?: XmlElement): Promise<void>;
  abstract release(): void;
  abstract isShared(): Promise<boolean>;
  abstract send(stanza: XmlElement): void;
  abstract setActive(active: boolean): void;

  request(iq: XmlElement): Promise<XmlElement> {
    return this.router.request(iq);
  }

  answer(type: 'get' | 'set', ns: string, handler: RequestHandler): () => void {
    return this.router.answer(type, ns, handler);
  }

  observe(observer: StreamObserver): () => void {
    return this.router.observe(observer);
  }

  protected setState(state: StreamState): void {
    this.#state = state;
    this.sink.tellState(state);
  }
}
