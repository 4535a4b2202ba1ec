import { randomUUID } from 'node:crypto';
import { DemoServer } from '../../demo/server/server.js';
import { startDemoServer } from '../../demo/server/ws-transport.js';
import { type Rosters, type ServerRosterItem, type TestServer, type Users, sortedRoster } from './test-server.js';

export interface DemoOptions {
  users?: Users;
  rosters?: Rosters;
  /** A server of your own, the seeded company for instance. */
  server?: DemoServer;
}

/** The demo server as a test server. Note that its count of refused log-ins is one of all log-ins, and needs the user. */
export async function startDemo({
  users = {},
  rosters = {},
  server = new DemoServer({ domain: 'localhost', governedGroups: ['Locked'] }),
}: DemoOptions = {}): Promise<TestServer & { server: DemoServer }> {
  let running = await startDemoServer({ server });
  const { url } = running;
  const register: TestServer['register'] = (user, password, roster = []) => {
    server.addAccount(user, password);
    for (const item of roster) addContact(server, user, item);
    return Promise.resolve();
  };
  for (const user of Object.keys(users)) server.addAccount(user, users[user] ?? '');
  for (const [user, roster] of Object.entries(rosters)) for (const item of roster) addContact(server, user, item);
  return {
    url,
    domain: server.domain,
    server,
    register,
    remove: () => Promise.reject(new Error('the demo server removes nobody')),
    roster: (user) => Promise.resolve(sortedRoster(server.roster(user).map(readItem))),
    authFailures: (user) => (user === undefined ? Promise.reject(new Error('the demo server counts by user')) : Promise.resolve(server.authAttempts(user))),
    sessions: (user) => Promise.resolve(server.sessions(`${user}@${server.domain}`).length),
    log: () => '',
    async crash() {
      for (const { jid } of server.accounts().flatMap((account) => server.sessions(account))) server.kill(jid);
      await running.close();
    },
    async restart() {
      await running.close();
      running = await startDemoServer({ server, port: Number(new URL(url).port) });
    },
    stop: () => running.close(),
  };
}

function addContact(server: DemoServer, user: string, item: ServerRosterItem): void {
  // the demo server wants to know both sides of a subscription
  if (item.jid.endsWith(`@${server.domain}`) && !server.accounts().includes(item.jid)) server.addAccount(item.jid.split('@')[0] ?? '', randomUUID());
  server.seedContact(user, item);
}

function readItem({ jid, name, subscription, ask, groups }: ReturnType<DemoServer['roster']>[number]): ServerRosterItem {
  return { jid, ...(name !== undefined && { name }), subscription, ...(ask && { ask }), groups: [...groups] };
}
