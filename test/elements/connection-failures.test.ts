import { expect } from 'chai';
import '../../src/elements/xmpp-roster/xmpp-roster.js';
import { serverCommand } from '../support/browser/server-command.js';
import { ConnectionHarness, newAccount, type Account } from './connection.harness.js';

describe('a failure of <xmpp-connection>', () => {
  let account: Account;
  let connection: ConnectionHarness;
  before(async () => {
    account = await newAccount();
  });
  afterEach(() => connection.remove());

  it('is said in words, with a way to try again; a wrong password is tried once', async () => {
    const { user } = account = await newAccount();
    connection = await ConnectionHarness.to(account, { credentials: { password: 'not-the-password' } });
    await connection.fails();
    expect(connection.error).to.equal('The address or the password is wrong. Please check both and sign in again.');
    expect(connection.errors).to.deep.equal(['The address or the password is wrong. Please check both and sign in again.']);
    expect(connection.statuses).to.deep.equal(['connecting', 'offline']);
    expect(connection.states).to.deep.equal(['offline']);
    expect(await serverCommand('auth-failures', { kind: 'demo', user })).to.equal(1);
  });

  it('is told to the page once each time, and not again when one tries again', async () => {
    connection = await ConnectionHarness.to(account, { credentials: { password: 'not-the-password' } });
    await connection.fails();
    await connection.tryAgain();
    await connection.fails(2);
    expect(connection.statuses).to.deep.equal(['connecting', 'offline', 'connecting', 'offline']);
    expect(connection.errors).to.have.lengthOf(2);
  });

  it('is over when trying again succeeds', async () => {
    let { password } = { password: 'not-the-password' };
    connection = await ConnectionHarness.to(account, { credentials: () => ({ password }) });
    await connection.fails();
    ({ password } = account);
    await connection.tryAgain();
    await connection.ready();
    expect(connection.error).to.equal('');
    expect(connection.errors).to.have.lengthOf(1);
  });

  it('is over when the page gives other credentials', async () => {
    connection = await ConnectionHarness.to(account, { credentials: { password: 'not-the-password' } });
    await connection.fails();
    connection.element.credentials = { password: account.password };
    await connection.ready();
    expect(connection.error).to.equal('');
  });

  it('puts no password into the document, into shadow roots or into events', async () => {
    connection = await ConnectionHarness.to(account, { credentials: { password: 'not-the-password' } });
    await connection.fails();
    connection.element.credentials = { password: account.password };
    await connection.ready();
    expect(connection.exposed).to.contain('xmpp-connection');
    expect(connection.exposed).not.to.contain('not-the-password');
    expect(connection.exposed).not.to.contain(account.password);
  });

  const refused: readonly (readonly [string, Parameters<typeof ConnectionHarness.to>[1], RegExp])[] = [
    ['no address at all', { jid: undefined as never }, /^No XMPP address was given\.$/],
    ['no account in the address', { jid: 'localhost' }, /“localhost” is no XMPP address; it should look like name@company\.org/],
    ['nonsense for an address', { jid: 'a@b@c' }, /“a@b@c” is no XMPP address/],
    ['plain ws: to another machine', { service: 'ws://im.example/ws' }, /“ws:\/\/im\.example\/ws” is refused.*Use wss:/],
    ['another scheme', { service: 'ftp://im.example/' }, /“ftp:\/\/im\.example\/” is no WebSocket URL/],
    ['no URL', { service: 'http://[' }, /“http:\/\/\[” is no URL/],
    ['anonymous without a domain', { anonymous: true }, /An anonymous connection needs the attribute “domain”/],
  ];
  for (const [what, settings, text] of refused) {
    it(`is said at once and in words for ${what}`, async () => {
      connection = await ConnectionHarness.to(account, settings);
      await connection.fails();
      expect(connection.error).to.match(text);
      expect(connection.element.connectionStatus).to.equal('offline');
    });
  }

  it('is said in words where no server answers, while it is sought again', async () => {
    await serverCommand('expect-console', { pattern: 'WebSocket connection to .* failed' });
    connection = await ConnectionHarness.to(account, { service: 'ws://127.0.0.1:9/ws' });
    await connection.becomes('reconnecting');
    expect(connection.states).to.deep.equal(['reconnecting']);
    expect(connection.notice).to.match(/could not be reached\. .* Trying again…$/);
    expect(connection.notice).not.to.match(/lost/i);
    expect(connection.errors).to.deep.equal([]);
  });

  it('is said and passes when the server goes and comes back', async () => {
    const server = { kind: 'demo', instance: 'connection-failures' } as const;
    const crashable = await serverCommand('register-user', server);
    connection = await ConnectionHarness.online(crashable);
    const roster = document.createElement('xmpp-roster');
    connection.element.append(roster);
    await serverCommand('crash-server', server);
    await connection.becomes('reconnecting');
    expect(connection.notice, 'the list says it, with the time').to.equal('');
    roster.hidden = true;
    connection.element.requestUpdate();
    await connection.settled();
    expect(connection.notice).to.equal('Connection lost. Reconnecting…');
    await serverCommand('restart-server', server);
    await connection.ready();
    expect(connection.notice).to.equal('');
    expect(connection.errors).to.deep.equal([]);
    // An attempt that came too early is one more line of news.
    expect(connection.statuses.filter((status, index, all) => status !== all[index - 1])).to.deep.equal(['connecting', 'online', 'reconnecting', 'online']);
  });

  it('is said to be for want of a network, and is sought at once when there is one', async () => {
    const server = { kind: 'demo', instance: 'connection-failures' } as const;
    connection = await ConnectionHarness.online(await serverCommand('register-user', server));
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    await serverCommand('crash-server', server);
    await connection.becomes('reconnecting');
    await connection.settled();
    expect(connection.notice).to.equal('This computer has no network connection. This page connects as soon as there is one.');
    await serverCommand('restart-server', server);
    Reflect.deleteProperty(navigator, 'onLine');
    window.dispatchEvent(new Event('online'));
    await connection.ready();
    expect(connection.notice).to.equal('');
  });
});
