import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { createCompanyServer } from './company.js';
import type { DemoServer } from './server.js';
import { Simulation } from './simulation.js';

export const WEBSOCKET_PATH = '/xmpp-websocket';

export interface DemoServerSettings {
  /** A free one by default. */
  readonly port?: number;
  /** Loopback by default: everybody knows the demo's password. */
  readonly host?: string;
  /** The seeded company by default. */
  readonly server?: DemoServer;
  /** Whether people come and go; not by default. */
  readonly simulate?: boolean;
  readonly seed?: number;
}

export interface RunningDemoServer {
  /** `ws://127.0.0.1:…/xmpp-websocket` */
  readonly url: string;
  readonly server: DemoServer;
  close(): Promise<void>;
}

/** Starts the server by itself, for tests. */
export async function startDemoServer(settings: DemoServerSettings = {}): Promise<RunningDemoServer> {
  const { port = 0, host = '127.0.0.1', server = createCompanyServer(), simulate = false, seed } = settings;
  const simulation = simulate ? new Simulation(server, seed === undefined ? {} : { seed }) : undefined;
  await simulation?.start();
  const http = createServer((_request, response) => response.writeHead(404).end());
  const detach = attachWebSocket(http, server);
  await new Promise<void>((resolve, reject) => http.once('error', reject).listen(port, host, resolve));
  const address = http.address() as AddressInfo; // a listening TCP server has one
  return {
    url: `ws://${host}:${address.port}${WEBSOCKET_PATH}`,
    server,
    async close() {
      simulation?.stop();
      detach();
      await new Promise((resolve) => { http.close(resolve); http.closeAllConnections(); });
    },
  };
}

/** Serves the path on somebody else's HTTP server and leaves all other upgrades (Vite's own) alone. @returns how to stop */
export function attachWebSocket(http: Pick<Server, 'on' | 'off'>, server: DemoServer): () => void {
  // RFC 7395 §3.1: the subprotocol is "xmpp".
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 1 << 20, handleProtocols: (offered) => (offered.has('xmpp') ? 'xmpp' : false) });
  const onUpgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    if (request.url?.split('?')[0] !== WEBSOCKET_PATH) return;
    sockets.handleUpgrade(request, socket, head, (webSocket) => { serve(webSocket, server); });
  };
  http.on('upgrade', onUpgrade);
  return () => {
    http.off('upgrade', onUpgrade);
    server.close();
    for (const socket of sockets.clients) socket.terminate();
    sockets.close();
  };
}

function serve(webSocket: WebSocket, server: DemoServer): void {
  const stream = server.connect({
    send: (frame) => { webSocket.send(frame); },
    close: () => { webSocket.close(1000); },
    drop: () => { webSocket.terminate(); },
  });
  webSocket.on('message', (data: Buffer) => { stream.receive(data.toString('utf8')); });
  webSocket.on('close', () => { stream.closed(); });
  // "close" follows; without a listener the error would end the process.
  webSocket.on('error', () => undefined);
}
