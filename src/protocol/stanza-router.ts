import { errorElement, NoResponseError, NotConnectedError, readStanzaError } from './errors.js';
import { bareJid, fullJid, parseJid } from './jid.js';
import type { Environment, RequestHandler, StreamObserver, StreamState } from './stream.js';
import { childElements, element, localName, namespaceOf, type XmlElement } from './xml.js';

const RESPONSE_TIMEOUT_MS = 30_000;
const NONE: ReadonlySet<string> = new Set();

interface PendingRequest {
  /** Prepared address that was asked, resource and all; absent: our own account. */
  readonly to?: string | undefined;
  readonly action: string;
  timer: unknown;
  resolve(result: XmlElement): void;
  reject(error: Error): void;
}

/** Where a stream puts what comes in, and what becomes of it. */
export type StanzaSink = Pick<StanzaRouter, 'receive' | 'tellState' | 'tellStanza' | 'tellUnacknowledged' | 'suspend' | 'resume' | 'rejectPending'>;

/**
 * What every stream does with stanzas: matches replies to requests, answers requests, tells observers.
 * Nothing thrown by a handler or observer gets past it.
 */
export class StanzaRouter {
  readonly #observers = new Set<StreamObserver>();
  readonly #handlers = new Map<string, RequestHandler>();
  readonly #pending = new Map<string, PendingRequest>();
  #lastId = 0;

  constructor(
    private readonly environment: Environment,
    private readonly transmit: (stanza: XmlElement) => void,
    private readonly ownJid: () => string | undefined,
  ) {}

  observe(observer: StreamObserver): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  answer(type: 'get' | 'set', ns: string, handler: RequestHandler): () => void {
    this.#handlers.set(`${type} ${ns}`, handler);
    return () => this.#handlers.delete(`${type} ${ns}`);
  }

  tellState(state: StreamState): void {
    this.#tell((observer) => observer.onState?.(state));
  }

  tellUnacknowledged(stanzas: readonly XmlElement[]): void {
    this.#tell((observer) => observer.onUnacknowledged?.(stanzas));
  }

  tellSent(stanza: XmlElement): void {
    this.#tell((observer) => observer.onSent?.(stanza));
  }

  tellStanza(direction: 'in' | 'out', stanza: { toString(): string }): void {
    this.#tell((observer) => observer.onStanza?.(direction, stanza));
  }

  /** Sends an IQ and waits for its reply. */
  request(iq: XmlElement): Promise<XmlElement> {
    const id = `${iq.attrs.type}-${++this.#lastId}-${Math.floor(this.environment.random() * 2 ** 32).toString(36)}`;
    const action = describe(iq);
    return new Promise((resolve, reject) => {
      this.transmit({ ...iq, attrs: { ...iq.attrs, id } });
      const pending = { to: preparedJid(iq.attrs.to), action, timer: undefined, resolve, reject };
      this.#pending.set(id, pending);
      this.#await(id, pending);
    });
  }

  /** The connection is gone, but the stream may go on: until then nobody can be late with an answer. */
  suspend(): void {
    for (const { timer } of this.#pending.values()) this.environment.clearTimeout(timer);
  }

  /** The stream goes on: the time to answer begins anew. */
  resume(): void {
    for (const [id, pending] of this.#pending) this.#await(id, pending);
  }

  /**
   * The stream ended: no reply will come any more.
   *
   * @param unhandled ids of those that the server surely did not handle: it is as if they had not been sent
   */
  rejectPending(cause?: unknown, unhandled: ReadonlySet<string | undefined> = NONE): void {
    for (const [id, { action }] of [...this.#pending]) {
      this.#settle(id)?.reject(new (unhandled.has(id) ? NotConnectedError : NoResponseError)(action, { cause }));
    }
  }

  #await(id: string, pending: PendingRequest): void {
    this.environment.clearTimeout(pending.timer);
    pending.timer = this.environment.setTimeout(() => this.#settle(id)?.reject(new NoResponseError(pending.action)), RESPONSE_TIMEOUT_MS);
  }

  receive(stanza: XmlElement): void {
    this.tellStanza('in', stanza);
    if (stanza.name === 'presence') this.#tell((observer) => observer.onPresence?.(stanza));
    else if (stanza.name === 'iq') this.#receiveIq(stanza);
    else if (stanza.name === 'message') this.#tell((observer) => observer.onMessage?.(stanza));
  }

  #receiveIq(iq: XmlElement): void {
    const { type } = iq.attrs;
    if (type === 'result' || type === 'error') this.#receiveReply(iq);
    else if (type === 'get' || type === 'set') this.#receiveRequest(iq, type);
  }

  #receiveReply(iq: XmlElement): void {
    const id = iq.attrs.id ?? '';
    const pending = this.#pending.get(id);
    // RFC 6120 §8.1.2.1: an id is no proof; only the one who was asked may answer.
    if (!pending || !this.#isFrom(iq, pending.to)) return;
    this.#settle(id);
    if (iq.attrs.type === 'error') pending.reject(readStanzaError(iq));
    else pending.resolve(iq);
  }

  #isFrom(iq: XmlElement, asked: string | undefined): boolean {
    const own = bareJid(this.ownJid());
    // RFC 6120 §8.1.2.1: without `from` it is our own account.
    const from = iq.attrs.from === undefined ? own : preparedJid(iq.attrs.from);
    return from !== undefined && from === (asked ?? own);
  }

  #settle(id: string): PendingRequest | undefined {
    const pending = this.#pending.get(id);
    if (pending) this.environment.clearTimeout(pending.timer);
    this.#pending.delete(id);
    return pending;
  }

  #receiveRequest(iq: XmlElement, type: 'get' | 'set'): void {
    const payload = childElements(iq);
    const handler = payload[0] && this.#handlers.get(`${type} ${namespaceOf(payload[0])}`);
    if (payload.length !== 1 && this.#isFrom(iq, undefined)) return this.#reply(iq, 'error', errorElement('modify', 'bad-request'));
    // To others it is as if nobody were here: their server would have said the same for us (RFC 6121 §8.5.3.2.3).
    if (!handler || payload.length !== 1) return this.#reply(iq, 'error', errorElement('cancel', 'service-unavailable'));
    this.#guard(() => {
      const answer = handler(iq);
      if (answer !== null) this.#reply(iq, answer?.name === 'error' ? 'error' : 'result', answer);
    });
  }

  #reply(iq: XmlElement, type: 'result' | 'error', payload?: XmlElement): void {
    const { id, from } = iq.attrs;
    try {
      this.transmit(element('iq', { type, id, to: from }, payload));
    } catch (error) {
      if (!(error instanceof NotConnectedError)) throw error;
    }
  }

  #tell(say: (observer: StreamObserver) => void): void {
    for (const observer of [...this.#observers]) this.#guard(() => say(observer));
  }

  #guard(act: () => void): void {
    try {
      act();
    } catch (error) {
      this.environment.reportError(error);
    }
  }
}

function preparedJid(text: string | undefined): string | undefined {
  const parsed = text === undefined ? undefined : parseJid(text);
  return parsed && fullJid(parsed);
}

function describe(iq: XmlElement): string {
  const payload = childElements(iq)[0];
  return payload ? `${localName(payload)} ${iq.attrs.type} (${namespaceOf(payload)})` : `iq ${iq.attrs.type}`;
}
