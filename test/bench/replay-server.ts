import { createServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { performance } from 'node:perf_hooks';
import { type WebSocket, WebSocketServer } from 'ws';
import type { PageFiles } from './build-pages.js';
import { DOMAIN, OWN_JID, type Scenario } from './scenario.js';

const CHANGES_PER_SECOND = 100;
const FRAMING = "xmlns='urn:ietf:params:xml:ns:xmpp-framing'";

/** One page's stream, as the driver sees it. */
export interface Replay {
  /** When the first presence of the burst was handed to the socket, in ms since 1970, with fractions. */
  readonly burstSent: Promise<number>;
  /** Sends the changes, 100 a second. */
  sendChanges(): void;
}

export interface ReplayServer {
  readonly origin: string;
  /** Resolves with the next stream that gets as far as a socket. */
  nextStream(): Promise<Replay>;
  close(): Promise<void>;
}

/** Serves the built pages, and the scenario to whoever logs in at `/xmpp`; on one free port of this machine. */
export async function startReplayServer(files: PageFiles, scenario: Scenario): Promise<ReplayServer> {
  const http = createServer((request, response) => {
    const file = files.get(request.url?.split('?')[0] ?? '');
    if (!file) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-store' }).end(file.body);
  });
  const waiting: ((replay: Replay) => void)[] = [];
  const sockets = new WebSocketServer({ server: http, path: '/xmpp', handleProtocols: () => 'xmpp' });
  // Stanzas are encoded before anybody waits for them.
  const frames = { burst: scenario.presences.map((stanza) => Buffer.from(stanza)), changes: scenario.changes.map((stanza) => Buffer.from(stanza)) };
  sockets.on('connection', (socket, { socket: wire }) => {
    const stream = new ReplayStream(socket, wire, scenario.rosterItems, frames);
    waiting.shift()?.(stream);
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    nextStream: () => new Promise((resolve) => waiting.push(resolve)),
    async close() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      await new Promise((resolve) => { http.close(resolve); http.closeAllConnections(); });
    },
  };
}

interface Frames {
  readonly burst: readonly Buffer[];
  readonly changes: readonly Buffer[];
}

/** Just enough of a server for a client to get in; anybody is who they say. */
class ReplayStream implements Replay {
  readonly burstSent: Promise<number>;
  #noteBurst: (time: number) => void = () => undefined;
  #signedIn = false;
  #announced = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly socket: WebSocket,
    private readonly wire: Socket,
    private readonly rosterItems: string,
    private readonly frames: Frames,
  ) {
    this.burstSent = new Promise((resolve) => (this.#noteBurst = resolve));
    socket.on('message', (data: Buffer) => this.#receive(data.toString()));
    socket.on('close', () => clearInterval(this.#timer));
    socket.on('error', () => undefined);
  }

  sendChanges(): void {
    const start = performance.now();
    let sent = 0;
    this.#timer = setInterval(() => {
      const due = Math.min(this.frames.changes.length, Math.floor(((performance.now() - start) * CHANGES_PER_SECOND) / 1000));
      for (; sent < due; sent++) this.#sendFrame(this.frames.changes[sent]);
      if (sent === this.frames.changes.length) clearInterval(this.#timer);
    }, 1000 / CHANGES_PER_SECOND);
  }

  #receive(frame: string): void {
    if (frame.startsWith('<open')) this.#open();
    else if (frame.startsWith('<auth')) this.#signIn();
    else if (frame.startsWith('<iq')) this.#answer(frame);
    else if (frame.startsWith('<presence') && !this.#announced) this.#burst();
    else if (frame.startsWith('<close')) this.socket.close();
  }

  #open(): void {
    const mechanisms = "<mechanisms xmlns='urn:ietf:params:xml:ns:xmpp-sasl'><mechanism>PLAIN</mechanism><mechanism>ANONYMOUS</mechanism></mechanisms>";
    const features = this.#signedIn ? "<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'/>" : mechanisms;
    this.#send(`<open ${FRAMING} from='${DOMAIN}' id='replay' version='1.0'/>`);
    this.#send(`<stream:features xmlns:stream='http://etherx.jabber.org/streams'>${features}</stream:features>`);
  }

  #signIn(): void {
    this.#signedIn = true;
    this.#send("<success xmlns='urn:ietf:params:xml:ns:xmpp-sasl'/>");
  }

  #answer(frame: string): void {
    const id = /\sid=["']([^"']*)["']/.exec(frame)?.[1] ?? '';
    this.#send(`<iq xmlns='jabber:client' type='result' id='${id}' to='${OWN_JID}'>${this.#payload(frame)}</iq>`);
  }

  #payload(frame: string): string {
    if (frame.includes('urn:ietf:params:xml:ns:xmpp-bind')) return `<bind xmlns='urn:ietf:params:xml:ns:xmpp-bind'><jid>${OWN_JID}</jid></bind>`;
    if (frame.includes('jabber:iq:roster')) return `<query xmlns='jabber:iq:roster'>${this.rosterItems}</query>`;
    return '';
  }

  #burst(): void {
    this.#announced = true;
    this.#noteBurst(performance.timeOrigin + performance.now());
    // One write for all of them: what is to be measured is the page, and the server shares the machine with it.
    this.wire.cork();
    for (const frame of this.frames.burst) this.#sendFrame(frame);
    this.wire.uncork();
  }

  #sendFrame(frame: Buffer | undefined): void {
    if (frame && this.socket.readyState === this.socket.OPEN) this.socket.send(frame, { binary: false });
  }

  #send(xml: string): void {
    this.socket.send(xml);
  }
}
