import type { DemoServer } from './server.js';
import type { ServerStream } from './stream.js';
import { inOwnTask } from './tasks.js';

/** What node and browsers agree on; Node 20 has no `CloseEvent`. */
export class SocketCloseEvent extends Event {
  readonly code: number;
  readonly reason = '';
  readonly wasClean: boolean;

  constructor(code: number, wasClean: boolean) {
    super('close');
    this.code = code;
    this.wasClean = wasClean;
  }
}

type Handler<E> = ((event: E) => void) | null;

/** A socket to a server in the same page, shaped like a browser's WebSocket. Everything arrives asynchronously and in order. */
export class InPageWebSocket extends EventTarget {
  static readonly CONNECTING = 0;
  static readonly OPEN = 1;
  static readonly CLOSING = 2;
  static readonly CLOSED = 3;

  readonly CONNECTING = 0;
  readonly OPEN = 1;
  readonly CLOSING = 2;
  readonly CLOSED = 3;
  readonly url: string;
  readonly extensions = '';
  readonly bufferedAmount = 0;
  binaryType: BinaryType = 'blob';
  onopen: Handler<Event> = null;
  onmessage: Handler<MessageEvent<string>> = null;
  onerror: Handler<Event> = null;
  onclose: Handler<SocketCloseEvent> = null;
  #readyState: 0 | 1 | 2 | 3 = 0;
  #protocol = '';
  readonly #stream: ServerStream;

  constructor(server: DemoServer, url: string, protocols: string | readonly string[] = []) {
    super();
    this.url = url;
    this.#stream = server.connect({
      send: (frame) => { inOwnTask(() => { this.#deliver(frame); }); },
      close: () => { inOwnTask(() => { this.#finish(1000, true); }); },
      drop: () => { inOwnTask(() => { this.#finish(1006, false); }); },
    });
    inOwnTask(() => { this.#open([protocols].flat()); });
  }

  get readyState(): 0 | 1 | 2 | 3 {
    return this.#readyState;
  }

  get protocol(): string {
    return this.#protocol;
  }

  send(frame: string): void {
    if (this.#readyState === this.CONNECTING) throw new DOMException('The socket is not open yet.', 'InvalidStateError');
    if (this.#readyState === this.OPEN) inOwnTask(() => { this.#stream.receive(frame); });
  }

  close(): void {
    if (this.#readyState >= this.CLOSING) return;
    this.#readyState = this.CLOSING;
    inOwnTask(() => {
      this.#stream.closed();
      this.#finish(1000, true);
    });
  }

  #open(protocols: readonly string[]): void {
    if (this.#readyState !== this.CONNECTING) return;
    this.#protocol = protocols.includes('xmpp') ? 'xmpp' : '';
    this.#readyState = this.OPEN;
    this.#emit(new Event('open'), this.onopen);
  }

  #deliver(frame: string): void {
    if (this.#readyState === this.OPEN) {
      const event = new MessageEvent('message', { data: frame });
      this.#emit(event, this.onmessage);
    }
  }

  #finish(code: number, wasClean: boolean): void {
    if (this.#readyState === this.CLOSED) return;
    this.#readyState = this.CLOSED;
    this.#emit(new SocketCloseEvent(code, wasClean), this.onclose);
  }

  #emit<E extends Event>(event: E, handler: Handler<E>): void {
    this.dispatchEvent(event);
    handler?.call(this, event);
  }
}

/**
 * A `WebSocket` constructor for a page that has its server inside: sockets to that URL go to the server, all others to `Other`.
 * `globalThis.WebSocket = webSocketFor(server, 'wss://im.company.org/xmpp-websocket', globalThis.WebSocket)`
 */
export function webSocketFor(server: DemoServer, url: string, Other?: typeof WebSocket): typeof WebSocket {
  class PageWebSocket extends InPageWebSocket {
    constructor(requested: string | URL, protocols?: string | string[]) {
      if (String(requested) !== url && Other !== undefined) return new Other(requested, protocols) as unknown as PageWebSocket;
      super(server, String(requested), protocols);
    }
  }
  return PageWebSocket as unknown as typeof WebSocket; // the same shape, less the overloads of addEventListener
}
