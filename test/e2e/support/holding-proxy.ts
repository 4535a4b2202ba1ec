import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

/** Stands between a page and its server, and can keep back what the server says. */
export class HoldingProxy {
  #held: (() => void)[] | undefined;

  private constructor(private readonly server: WebSocketServer) {}

  static async start(target: string): Promise<HoldingProxy> {
    const server = new WebSocketServer({ host: '127.0.0.1', port: 0, handleProtocols: () => 'xmpp' });
    const proxy = new HoldingProxy(server);
    server.on('connection', (page) => proxy.#join(page, new WebSocket(target, 'xmpp')));
    await new Promise((resolve) => server.once('listening', resolve));
    return proxy;
  }

  get url(): string {
    return `ws://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** From now on the page hears nothing. */
  hold(): void {
    this.#held ??= [];
  }

  /** It hears all that was held, in order. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = undefined;
    for (const deliver of held) deliver();
  }

  stop(): void {
    for (const page of this.server.clients) page.terminate();
    this.server.close();
  }

  #join(page: WebSocket, server: WebSocket): void {
    const early: string[] = [];
    page.on('message', (data: Buffer) => (server.readyState === WebSocket.OPEN ? server.send(data.toString()) : early.push(data.toString())));
    server.on('open', () => early.forEach((frame) => server.send(frame)));
    server.on('message', (data: Buffer) => this.#deliver(() => page.send(data.toString())));
    server.on('error', () => page.close());
    server.on('close', () => page.close());
    page.on('close', () => server.close());
  }

  #deliver(deliver: () => void): void {
    if (this.#held) this.#held.push(deliver);
    else deliver();
  }
}
