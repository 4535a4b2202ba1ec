import { expect } from 'chai';
import { serverCommand } from '../support/browser/server-command.js';
import { ConnectionHarness, newAccount, type Account } from './connection.harness.js';

describe('<xmpp-connection>', () => {
  let account: Account;
  let connection: ConnectionHarness;
  before(async () => {
    account = await newAccount('ann@localhost');
  });
  afterEach(() => connection.remove());

  it('connects as soon as it knows how to sign in, and has the roster then', async () => {
    connection = await ConnectionHarness.online(account);
    expect(connection.element.session.jid).to.equal(account.jid);
    expect(connection.contacts).to.deep.equal(['ann@localhost']);
  });

  it('says what it is doing, as a property, as a CSS state and in events', async () => {
    connection = new ConnectionHarness();
    await connection.attach();
    expect([connection.element.connectionStatus, connection.states]).to.deep.equal(['offline', ['offline']]);
    const { url: service, jid, password } = account;
    Object.assign(connection.element, { service, jid, credentials: { password } });
    await connection.ready();
    expect(connection.states).to.deep.equal(['online']);
    await connection.element.disconnect();
    expect([connection.element.connectionStatus, connection.states]).to.deep.equal(['offline', ['offline']]);
    expect(connection.statuses).to.deep.equal(['connecting', 'online', 'offline']);
    expect(connection.statesThen).to.deep.equal([['connecting'], ['online'], ['offline']]);
    expect(connection.errors).to.deep.equal([]);
  });

  it('says of a secure connection that fails as much as this browser tells', async () => {
    await serverCommand('expect-console', { pattern: 'WebSocket connection to .* failed|Failed to load resource|establish a connection to the server' });
    // a server without TLS is to browsers what one with a bad certificate is
    const service = account.url.replace('ws:', 'wss:');
    const { code } = await new Promise<CloseEvent>((resolve) => (new WebSocket(service).onclose = resolve));
    connection = await ConnectionHarness.to(account, { service });
    const place = `https://${new URL(service).host}/`;
    // Firefox has a code for it (RFC 6455 §7.4.1)
    await connection.says(code === 1015 ? `A server answers at ${place}, but this browser does not accept its certificate` : `No secure connection to ${place} could be made: nothing answers there, or this browser`);
  });

  it('tells listeners outside its own tree, too', async () => {
    const heard: string[] = [];
    const hear = ({ detail }: GlobalEventHandlersEventMap['xmpp-connection-change']) => heard.push(detail.connectionStatus);
    document.addEventListener('xmpp-connection-change', hear);
    connection = await ConnectionHarness.online(account);
    document.removeEventListener('xmpp-connection-change', hear);
    expect(heard).to.deep.equal(['connecting', 'online']);
  });

  for (const order of [['service', 'jid', 'resource', 'credentials'], ['credentials', 'resource', 'jid', 'service'], ['jid', 'credentials', 'service', 'resource']]) {
    it(`takes what it is told before it is on the page in any order: ${order.join(', ')}`, async () => {
      const values = { service: account.url, jid: account.jid, resource: 'desk', credentials: { password: account.password } };
      connection = new ConnectionHarness();
      for (const name of order) {
        if (name === 'credentials') connection.element.credentials = values.credentials;
        else connection.setAttribute(name, values[name as keyof Omit<typeof values, 'credentials'>]);
      }
      await connection.attach();
      await connection.ready();
      await connection.isCalled('desk');
      expect(connection.statuses).to.deep.equal(['connecting', 'online']);
    });
  }

  for (const order of [['service', 'jid', 'resource', 'credentials'], ['service', 'credentials', 'resource', 'jid'], ['resource', 'service', 'jid', 'credentials']]) {
    it(`takes it one after the other while on the page: ${order.join(', ')}`, async () => {
      const values = { service: account.url, jid: account.jid, resource: 'desk', credentials: { password: account.password } };
      connection = new ConnectionHarness();
      await connection.attach();
      for (const name of order) {
        Object.assign(connection.element, { [name]: values[name as keyof typeof values] });
        await connection.element.updateComplete;
      }
      await connection.ready();
      expect(connection.contacts).to.deep.equal(['ann@localhost']);
    });
  }

  it('takes what was set before its class was loaded', async () => {
    const inert = new DOMParser().parseFromString('<xmpp-connection></xmpp-connection>', 'text/html').querySelector('xmpp-connection');
    if (!inert) throw new Error('There is none');
    Object.assign(inert, { service: account.url, jid: account.jid, credentials: { password: account.password } });
    document.body.append(inert);
    connection = new ConnectionHarness(inert);
    await connection.ready();
    expect(connection.contacts).to.deep.equal(['ann@localhost']);
  });

  it('takes a resource from the address, and rather from its own attribute', async () => {
    connection = await ConnectionHarness.online(account, { jid: `${account.jid}/kitchen` });
    await connection.isCalled('kitchen');
    await connection.remove();
    connection = await ConnectionHarness.online(account, { jid: `${account.jid}/kitchen`, resource: 'desk' });
    await connection.isCalled('desk');
  });

  it('stays offline after disconnect(), and comes back with connect()', async () => {
    connection = await ConnectionHarness.online(account);
    await connection.element.disconnect();
    connection.element.credentials = { password: account.password };
    connection.element.resource = 'other';
    await connection.settled();
    expect(connection.element.connectionStatus).to.equal('offline');
    expect(connection.error).to.equal('');
    connection.element.connect();
    await connection.ready();
    await connection.isCalled('other');
  });

  it('closes its connection when it is taken off the page, and connects again when put back', async () => {
    connection = await ConnectionHarness.online(account);
    connection.element.remove();
    await connection.becomes('offline');
    await connection.attach();
    await connection.ready();
    expect(connection.states).to.deep.equal(['online']);
  });

  it('keeps its connection when it is moved within the page', async () => {
    connection = await ConnectionHarness.online(account);
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    await connection.attach(elsewhere);
    await new Promise((resolve) => setTimeout(resolve));
    await connection.settled();
    expect(connection.statuses).to.deep.equal(['connecting', 'online']);
    expect(connection.element.session.ready).to.be.true;
    elsewhere.remove();
  });

  it('becomes another account’s when it is given another address, and forgets the first’s contacts', async () => {
    const other = await newAccount('bob@localhost');
    connection = await ConnectionHarness.online(account);
    connection.element.credentials = { password: other.password };
    connection.element.jid = other.jid;
    await connection.ready(other.jid);
    expect(connection.contacts).to.deep.equal(['bob@localhost']);
    expect(connection.errors).to.deep.equal([]);
  });

  it('signs in again where only the server or the resource is another', async () => {
    connection = await ConnectionHarness.online(account);
    connection.element.setAttribute('resource', 'kitchen');
    await connection.isCalled('kitchen');
  });

  it('takes a removed attribute for one that was never there', async () => {
    connection = await ConnectionHarness.online(account, { resource: 'desk' });
    connection.setAttribute('resource', 'kitchen');
    connection.element.removeAttribute('resource');
    await connection.isCalled(/^(?!null|desk|kitchen)/);
  });

  it('has one stable session, whatever becomes of the connection', async () => {
    connection = await ConnectionHarness.online(account);
    const { session } = connection.element;
    await connection.element.disconnect();
    connection.element.connect();
    await connection.ready();
    expect(connection.element.session).to.equal(session);
  });
});
