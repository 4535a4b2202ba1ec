import { expect } from 'chai';
import { until } from '../support/browser/waiting.js';
import { ConnectionHarness, newAccount, type Account } from './connection.harness.js';

describe('<xmpp-connection> beside others of the same account', () => {
  let account: Account;
  let observer: ConnectionHarness;
  const connections: ConnectionHarness[] = [];
  beforeEach(async () => {
    account = await newAccount('mary@im.example', 'stuart@im.example');
    observer = await ConnectionHarness.online(account, { resource: 'observer' });
  });
  afterEach(async () => {
    for (const connection of [...connections.splice(0), observer]) await connection.remove();
  });

  async function open(settings: Parameters<typeof ConnectionHarness.to>[1] = {}): Promise<ConnectionHarness> {
    const connection = await ConnectionHarness.online(account, settings);
    connections.push(connection);
    return connection;
  }
  /** How many there are at the server, as another client sees it. */
  const areSeen = (count: number) =>
    until(() => observer.element.session.resources.length === count + 1, `${count} beside the observer, not ${observer.element.session.resources.map(({ resource }) => resource).join()}`);
  const resources = () => connections.map(({ element }) => element.session.resources.map(({ resource }) => resource).sort().join());

  it('shares one session with them, and each shows the same', async () => {
    const [first, second] = [await open(), await open()];
    await areSeen(1);
    expect(second.contacts).to.deep.equal(first.contacts).and.to.have.length(2);
    await second.element.session.moveContact('mary@im.example', 'Friends', 'Work');
    const groups = () => [first, second].map(({ element }) => element.session.contact('mary@im.example').item?.groups.join());
    await until(() => groups().join() === 'Work,Work', 'both have moved her');
    await first.element.session.setPresence({ show: 'dnd' });
    await until(() => second.element.session.presence.confirmed && second.element.session.presence.show === 'dnd', 'the second knows of the presence');
    expect(new Set(resources()).size).to.equal(1);
  });

  it('is connected when it is back on the page while it was still leaving it', async () => {
    const { element } = await open();
    const statuses: string[] = [];
    element.addEventListener('xmpp-connection-change', ({ detail }) => statuses.push(detail.connectionStatus));
    const { parentElement } = element;
    element.remove();
    // Behind what the element does at its removal, and before anybody has answered.
    await new Promise((resolve) => setTimeout(resolve));
    parentElement!.append(element);
    await until(() => statuses.at(-1) === 'online' && statuses.includes('offline'), 'it has left and is back');
    await areSeen(1);
  });

  it('does not share with one that is called otherwise, nor with one that is separate', async () => {
    await open();
    await open({ resource: 'desk' });
    const separate = new ConnectionHarness();
    connections.push(separate);
    separate.setAttribute('tabs', 'separate');
    Object.assign(separate.element, { service: account.url, jid: account.jid, credentials: { password: account.password } });
    await separate.attach();
    await separate.ready();
    await areSeen(3);
    separate.element.tabs = undefined;
    await areSeen(2);
  });

  it('shares by the account that the page’s server names, where the page names none', async () => {
    await open();
    let asked = 0;
    const other = await ConnectionHarness.with({
      service: account.url,
      credentials: () => {
        asked++;
        return { jid: account.jid, password: account.password };
      },
    });
    connections.push(other);
    await other.ready();
    await areSeen(1);
    expect(asked).to.equal(1);
  });

  it('leaves the session to them when it is taken away, and ends it as the last', async () => {
    const [first, second] = [await open(), await open()];
    first.element.remove();
    await until(() => first.element.connectionStatus === 'offline', 'the first is offline');
    await second.element.session.renameContact('mary@im.example', 'Mary');
    await areSeen(1);
    second.element.remove();
    await areSeen(0);
  });

  it('leaves it to them when it is given another account', async () => {
    const [first, second] = [await open(), await open()];
    const other = await newAccount();
    Object.assign(first.element, { jid: other.jid, credentials: { password: other.password } });
    await first.ready(other.jid);
    await second.element.session.renameContact('mary@im.example', 'Mary');
    expect([first.contacts, second.contacts.length]).to.deep.equal([[], 2]);
    await areSeen(1);
  });

  it('is offline when one of them disconnects, and comes back when it is told to', async () => {
    const [first, second] = [await open(), await open()];
    await first.element.disconnect();
    await second.becomes('offline');
    await areSeen(0);
    second.element.connect();
    await second.ready();
    expect(first.element.connectionStatus).to.equal('offline');
    await areSeen(1);
  });

  it('forgets what it knows when somebody signs out in one of them', async () => {
    const [first, second] = [await open(), await open()];
    await first.element.signOut();
    await until(() => second.contacts.length === 0, 'the second has forgotten');
    expect([second, observer].map(({ element }) => element.connectionStatus)).to.deep.equal(['offline', 'offline']);
    expect(observer.contacts).to.deep.equal([]);
  });

  it('has a session of its own where the browser cannot bring tabs together', async () => {
    Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    try {
      await open();
      await open();
      await areSeen(2);
    } finally {
      delete (navigator as { locks?: LockManager }).locks;
    }
  });
});
