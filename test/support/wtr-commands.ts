import { randomUUID } from 'node:crypto';
import type { TestRunnerPlugin } from '@web/test-runner';
import type { ServerCommands } from './browser/server-command.js';
import { FaultProxy } from './fault-proxy.js';
import { scriptedServerUrl } from './scripted-server.js';
import type { ServerPool } from './server-pool.js';

interface Surroundings {
  servers: ServerPool;
  chance: { faults: number; gestures: number; seed: number };
  expectConsole: (sessionId: string, pattern: RegExp) => void;
}

type Handlers = {
  [Name in keyof ServerCommands]: (payload: ServerCommands[Name]['payload'], sessionId: string) => Promise<ServerCommands[Name]['result']>;
};

/** Under way, by server: a page that was told that it takes too long may ask again. */
const restarts = new Map<string, Promise<void>>();
const proxies = new Map<string, FaultProxy>();

const handlers = ({ servers, chance, expectConsole }: Surroundings): Handlers => ({
  async 'server-url'(choice) {
    const { url, domain } = await servers.get(choice);
    return { url, domain };
  },
  async 'register-user'({ user = `u${randomUUID().slice(0, 8)}`, password = randomUUID(), roster, ...choice }) {
    const server = await servers.get(choice);
    await server.register(user, password, roster);
    return { user, password, jid: `${user}@${server.domain}`, url: server.url, domain: server.domain };
  },
  async 'server-roster'({ user, ...choice }) {
    return (await servers.get(choice)).roster(user);
  },
  async 'auth-failures'({ user, ...choice }) {
    return (await servers.get(choice)).authFailures(user);
  },
  async 'server-log'(choice) {
    return (await servers.get(choice)).log();
  },
  async 'crash-server'(choice) {
    await (await servers.get(choice)).crash();
    return true;
  },
  async 'restart-server'(choice) {
    const key = JSON.stringify(choice);
    const restarted = restarts.get(key) ?? servers.get(choice).then((server) => server.restart()).finally(() => restarts.delete(key));
    restarts.set(key, restarted);
    await restarted;
    return true;
  },
  async 'fault-proxy'({ proxy, ...choice }) {
    const started = await FaultProxy.start((await servers.get(choice)).url);
    proxies.set(proxy, started);
    return { url: started.url };
  },
  async 'fault'({ proxy, fault }) {
    await proxies.get(proxy)?.apply(fault);
    return true;
  },
  'stop-fault-proxy'({ proxy }) {
    proxies.get(proxy)?.stop();
    proxies.delete(proxy);
    return Promise.resolve(true);
  },
  chance: () => Promise.resolve(chance),
  'print'({ line }) {
    console.log(line);
    return Promise.resolve(true);
  },
  async 'scripted-server'() {
    return { url: await scriptedServerUrl() };
  },
  'expect-console'({ pattern }, sessionId) {
    expectConsole(sessionId, new RegExp(pattern));
    return Promise.resolve(true);
  },
});

/** Answers `serverCommand(…)` of the browser tests; see `browser/server-command.ts`. */
export function commandsPlugin(surroundings: Surroundings): TestRunnerPlugin {
  const known = handlers(surroundings) as Record<string, (payload: unknown, sessionId: string) => Promise<unknown>>;
  return {
    name: 'server-commands',
    executeCommand: ({ command, payload, session }) => (Object.hasOwn(known, command) ? known[command]?.(payload, session.id) : undefined),
  };
}
