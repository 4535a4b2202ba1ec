import { expect } from 'chai';
import type { CredentialsSource } from '../../src/context/connection-settings.js';
import { serverCommand } from '../support/browser/server-command.js';
import { ConnectionHarness, newAccount, type Account } from './connection.harness.js';

/** Longer than an attempt takes here. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 1_000));

describe('a page that renders its <xmpp-connection> anew', () => {
  const connections: ConnectionHarness[] = [];
  afterEach(async () => {
    for (const one of connections.splice(0)) await one.remove();
  });

  async function open(account: Account, credentials: CredentialsSource): Promise<ConnectionHarness> {
    const connection = await ConnectionHarness.with({ service: account.url, jid: account.jid, credentials });
    connections.push(connection);
    return connection;
  }

  const attempts = ({ user }: Account) => serverCommand('auth-failures', { kind: 'demo', user });

  for (const [what, make] of Object.entries({
    'an object': () => ({ password: 'wrong' }),
    'a function': () => () => ({ password: 'wrong' }),
  })) {
    it(`tries a wrong password once, although each time it makes ${what} of it`, async () => {
      const account = await newAccount();
      const connection = await open(account, make());
      connection.element.addEventListener('xmpp-connection-change', () => void (connection.element.credentials = make()));
      await connection.fails();
      for (let times = 0; times < 3; times++) {
        connection.element.credentials = make();
        await connection.settled();
      }
      await quiet();
      expect(await attempts(account)).to.equal(1);
      expect(connection.statuses).to.deep.equal(['connecting', 'offline']);
    });
  }

  it('tries a wrong password once, wherever it takes the element', async () => {
    const account = await newAccount();
    const connection = await open(account, { password: 'wrong' });
    await connection.fails();
    for (let times = 0; times < 3; times++) await connection.attach();
    connection.element.remove();
    await quiet();
    await connection.attach();
    await quiet();
    expect(await attempts(account)).to.equal(1);
    expect(connection.error).to.match(/password/);
  });

  it('tries other credentials at once', async () => {
    const account = await newAccount();
    const connection = await open(account, { password: 'wrong' });
    await connection.fails();
    connection.element.credentials = { password: account.password };
    await connection.ready();
    expect(await attempts(account), 'with the wrong one and the right one').to.equal(2);
  });

  it('becomes the account whose credentials it gives', async () => {
    const [george, mary] = [await newAccount('ann@im.example'), await newAccount('stuart@im.example')];
    const connection = await ConnectionHarness.with({ service: george.url, credentials: { jid: george.jid, password: george.password } });
    connections.push(connection);
    await connection.ready(george.jid);
    connection.element.credentials = { jid: mary.jid, password: mary.password };
    await connection.ready(mary.jid);
    expect(connection.contacts).to.deep.equal(['stuart@im.example']);
  });

  it('is another account where its function gives that one’s credentials by now; nobody else becomes it', async () => {
    const server = { kind: 'demo', instance: 'connection-rendered-anew' } as const;
    const friend = (jid: string) => ({ ...server, roster: [{ jid, name: 'Friend', subscription: 'none' as const, groups: ['Friends'] }] });
    const [george, mary] = [await serverCommand('register-user', friend('ann@im.example')), await serverCommand('register-user', friend('stuart@im.example'))];
    let given = george;
    const settings = [() => given, () => george].map((account) => ({ service: george.url, credentials: () => ({ jid: account().jid, password: account().password }) }));
    for (const one of settings) {
      connections.push(await ConnectionHarness.with(one));
      await connections.at(-1)?.ready(george.jid);
    }
    given = mary;
    await serverCommand('crash-server', server);
    for (const one of connections) await one.becomes('reconnecting');
    await serverCommand('restart-server', server);
    await connections[0]?.ready(mary.jid);
    await connections[1]?.ready(george.jid);
    expect(connections.map(({ contacts }) => contacts)).to.deep.equal([['stuart@im.example'], ['ann@im.example']]);
  });

  it('stays signed out when another connection of the account has signed out', async () => {
    const account = await newAccount();
    const [first, second] = [await open(account, { password: account.password }), await open(account, { password: account.password })];
    for (const one of [first, second]) await one.ready();
    await first.element.signOut();
    await second.becomes('offline');
    second.element.credentials = { password: account.password };
    await second.attach();
    second.element.credentials = () => ({ password: account.password });
    await quiet();
    expect(second.element.connectionStatus).to.equal('offline');
    second.element.connect();
    await second.ready();
  });
});
