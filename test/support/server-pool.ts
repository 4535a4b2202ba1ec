import type { ServerChoice, ServerKind } from './browser/server-command.js';
import { startDemo } from './demo.js';
import { startEjabberd } from './ejabberd.js';
import { shippedModule, startProsody } from './prosody.js';
import type { TestServer } from './test-server.js';

const starters: Record<ServerKind, () => Promise<TestServer>> = {
  demo: () => startDemo(),
  ejabberd: () => startEjabberd(),
  prosody: async () => startProsody({ modules: { locked_group: await shippedModule('locked_group') } }),
};

/** Starts servers when they are first asked for, each once, and stops them all. */
export class ServerPool {
  #servers = new Map<string, Promise<TestServer>>();

  get({ kind, instance = '' }: ServerChoice): Promise<TestServer> {
    const key = `${kind} ${instance}`;
    const server = this.#servers.get(key) ?? starters[kind]();
    this.#servers.set(key, server);
    return server;
  }

  async stop(): Promise<void> {
    const started = await Promise.allSettled(this.#servers.values());
    await Promise.all(started.map(async (server) => server.status === 'fulfilled' && (await server.value.stop())));
  }
}
