import { expect } from 'chai';
import '../../src/elements/xmpp-roster/xmpp-roster.js';
import { rosterStorage } from '../../src/context/roster-storage.js';
import { until } from '../support/browser/waiting.js';
import { ConnectionHarness, newAccount } from './connection.harness.js';
import { RosterSeen } from './roster-seen.js';

const ann = { jid: 'ann@im.example', name: 'Ann Lee', subscription: 'both', groups: ['Friends', 'Chess'] };

/** A page of that account, whose credentials are not there yet: nothing can come from the server. */
async function visit(account: string, password: Promise<string>): Promise<{ readonly connection: ConnectionHarness; readonly roster: RosterSeen }> {
  const { url } = await newAccount();
  const connection = new ConnectionHarness();
  const element = document.createElement('xmpp-roster');
  connection.element.append(element);
  Object.assign(connection.element, { service: url, jid: account, credentials: async () => ({ password: await password }) });
  await connection.attach();
  return { connection, roster: new RosterSeen(element) };
}

describe('the contact list of the last visit', () => {
  let connection: ConnectionHarness;
  afterEach(async () => {
    await connection.remove();
    await rosterStorage.remove('george@im.example');
  });

  it('is there while the connection is made: names and groups, and nobody’s presence', async () => {
    await rosterStorage.save('george@im.example', { format: 1, ver: 'v1', items: [ann] });
    const page = await visit('george@im.example', new Promise(() => undefined));
    connection = page.connection;
    await until(() => page.roster.rows().length > 0, 'the list is shown');
    await page.roster.settled();
    expect(page.roster.titles()).to.deep.equal(['Chess 0/1', 'Friends 0/1']);
    expect(page.roster.contact('Ann Lee').availability).to.equal('unknown');
    expect(page.roster.notice).to.equal('Connecting…');
    expect(await page.roster.axe()).to.deep.equal([]);
  });

  for (const [what, kept] of Object.entries({ garbage: 'garbage', 'another format': { format: 9, items: [ann] }, 'an item that is none': { format: 1, items: [ann, { jid: 7 }] } })) {
    it(`is empty when what was kept is ${what}`, async () => {
      await rosterStorage.save('george@im.example', kept);
      const page = await visit('george@im.example', new Promise(() => undefined));
      connection = page.connection;
      await page.connection.element.session.restore('george@im.example');
      await page.roster.settled();
      expect(page.roster.rows()).to.deep.equal([]);
      expect(page.roster.notice).to.equal('Connecting…');
    });
  }

  it('is kept by one visit and shown by the next, until the page has it forgotten', async () => {
    const account = await newAccount('mary@im.example');
    const first = await ConnectionHarness.online(account);
    connection = first;
    await until(() => first.element.session.contacts().length === 1, 'the roster has come');
    for (let kept: unknown; kept === undefined; ) kept = await rosterStorage.load(account.jid);
    await first.remove();
    const page = await visit(account.jid, new Promise(() => undefined));
    connection = page.connection;
    await until(() => page.roster.rows().length > 0, 'the list is shown');
    expect(page.roster.titles()).to.deep.equal(['Friends 0/1']);
    await page.connection.element.session.forgetCache();
    expect(await rosterStorage.load(account.jid)).to.equal(undefined);
  });
});
