import { serverCommand, type ServerChoice } from './server-command.js';

/** What a network does to the connections through it. */
export type Fault =
  /** Those there are now break, and both ends are told. */
  | { kind: 'cut' }
  /** Those there are now swallow everything, and nobody is told. */
  | { kind: 'half-open' }
  /** Nothing passes for that long; then all of it does. */
  | { kind: 'freeze'; ms: number }
  /** Whatever is sent comes that much later. */
  | { kind: 'slow'; ms: number }
  /** The next connection breaks on which the server says that, before or after the client has heard it. */
  | { kind: 'cut-at'; text: string; delivered: boolean }
  /** The next connection breaks on which the client says anything, and the server does not hear it. */
  | { kind: 'cut-at-next-word' }
  /** What was slow or a trap is so no more. */
  | { kind: 'heal' };

/** A network between this page and a server, with faults as the test wants them; see `../fault-proxy.ts`. */
export class FaultyNetwork {
  private constructor(
    private readonly name: string,
    readonly url: string,
  ) {}

  static async to(server: ServerChoice): Promise<FaultyNetwork> {
    const name = crypto.randomUUID();
    const { url } = await serverCommand('fault-proxy', { ...server, proxy: name });
    return new FaultyNetwork(name, url);
  }

  async apply(fault: Fault): Promise<void> {
    await serverCommand('fault', { proxy: this.name, fault });
  }

  async stop(): Promise<void> {
    await serverCommand('stop-fault-proxy', { proxy: this.name });
  }
}
