import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from './browser/fault.js';

/** One client's connection through the proxy. */
class Pair {
  /** Whether everything is swallowed, and neither end hears of the other's. */
  isDead = false;

  constructor(readonly client: Socket, readonly server: Socket) {}

  cut(): void {
    this.client.resetAndDestroy();
    this.server.resetAndDestroy();
  }
}

/** Stands between clients and a server, as bytes, and does to them what networks do. */
export class FaultProxy {
  readonly #pairs = new Set<Pair>();
  /** Settles when bytes may pass. */
  #thaw: Promise<unknown> = Promise.resolve();
  #delay = 0;
  #trap: Extract<Fault, { kind: 'cut-at' }> | undefined;
  #isDeafToClient = false;

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  static async start(target: string): Promise<FaultProxy> {
    const server = createServer();
    const proxy = new FaultProxy(server, new URL(target));
    server.on('connection', (client) => proxy.#join(client));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  /** The target's URL, through this proxy. */
  get url(): string {
    const url = new URL(this.target);
    url.host = `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
    return url.href;
  }

  /** Settles when it is done, or has begun if it has no end. */
  async apply(fault: Fault): Promise<void> {
    if (fault.kind === 'cut') for (const pair of this.#pairs) pair.cut();
    else if (fault.kind === 'half-open') for (const pair of this.#pairs) pair.isDead = true;
    else if (fault.kind === 'freeze') await (this.#thaw = sleep(fault.ms));
    else if (fault.kind === 'slow') this.#delay = fault.ms;
    else if (fault.kind === 'cut-at') this.#trap = fault;
    else if (fault.kind === 'cut-at-next-word') this.#isDeafToClient = true;
    else this.#heal();
  }

  stop(): void {
    this.server.close();
    for (const pair of this.#pairs) pair.cut();
  }

  #heal(): void {
    this.#delay = 0;
    this.#trap = undefined;
    this.#isDeafToClient = false;
  }

  #join(client: Socket): void {
    const server = connect(Number(this.target.port), this.target.hostname);
    const pair = new Pair(client, server);
    this.#pairs.add(pair);
    this.#pump(pair, client, server, () => this.#meetsClient(pair));
    this.#pump(pair, server, client, (bytes) => this.#meetsServer(pair, bytes));
    for (const socket of [client, server]) socket.on('close', () => pair.client.destroyed && pair.server.destroyed && this.#pairs.delete(pair));
  }

  /** @param meets whether the bytes ran into a fault that swallows them */
  #pump(pair: Pair, from: Socket, to: Socket, meets: (bytes: Buffer) => boolean): void {
    let tail: Promise<unknown> = Promise.resolve();
    const inTurn = (act: () => void): void => {
      tail = tail.then(() => this.#thaw).then(() => sleep(this.#delay)).then(act);
    };
    from.on('data', (bytes: Buffer) => inTurn(() => !pair.isDead && !meets(bytes) && !to.destroyed && to.write(bytes)));
    from.on('error', () => undefined);
    from.on('close', () => inTurn(() => !pair.isDead && to.destroy()));
  }

  #meetsClient(pair: Pair): boolean {
    if (!this.#isDeafToClient) return false;
    this.#isDeafToClient = false;
    pair.cut();
    return true;
  }

  #meetsServer(pair: Pair, bytes: Buffer): boolean {
    if (!this.#trap || !bytes.includes(this.#trap.text)) return false;
    const { delivered } = this.#trap;
    this.#trap = undefined;
    if (delivered) pair.client.end(bytes, () => pair.cut());
    else pair.cut();
    return true;
  }
}
