import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startDemo } from './demo.js';
import { startEjabberd } from './ejabberd.js';
import { shippedModule, startProsody } from './prosody.js';
import { logInRaw } from './raw-client.js';
import type { ServerRosterItem, TestServer } from './test-server.js';

const stuart: ServerRosterItem = { jid: 'stuart@elsewhere.org', name: 'Stuart', subscription: 'none', groups: ['Coworker', 'Football'] };
const rosterSet = (...groups: string[]) =>
  `<iq xmlns="jabber:client" type="set" id="set"><query xmlns="jabber:iq:roster"><item jid="${stuart.jid}" name="Stuart">` +
  `${groups.map((group) => `<group>${group}</group>`).join('')}</item></query></iq>`;

describe('demo server under test', () => behavesAsTestServer(() => startDemo()));
describe('ejabberd under test', () => behavesAsTestServer(() => startEjabberd()));
describe('Prosody under test', () => behavesAsTestServer(() => startProsody()));

describe('Prosody with locked_group', () => {
  let server: TestServer;
  before(async () => {
    server = await startProsody({ users: { ann: 'secret' }, modules: { locked_group: await shippedModule('locked_group') } });
  });
  after(() => server.stop());

  it('refuses, in words, to put a contact into the group, and lets it into others', async () => {
    const client = await logInRaw(server, 'ann', 'secret');
    client.send('<iq xmlns="jabber:client" type="get" id="get"><query xmlns="jabber:iq:roster"/></iq>');
    await client.next('get');
    client.send(rosterSet('Friends', 'Locked'));
    assert.match(await client.next('not-allowed'), /kept by the administrators/);
    assert.deepEqual(await server.roster('ann'), []);
    client.send(rosterSet('Friends'));
    await client.next("id='set'");
    assert.deepEqual(await server.roster('ann'), [{ ...stuart, groups: ['Friends'] }]);
    client.close();
  });
});

function behavesAsTestServer(start: () => Promise<TestServer>): void {
  let server: TestServer;
  before(async () => {
    server = await start();
  });
  after(() => server.stop());

  it('takes accounts while it runs and tells their rosters', async () => {
    await server.register('ann', 'secret', [stuart]);
    assert.deepEqual(await server.roster('ann'), [stuart]);
    (await logInRaw(server, 'ann', 'secret')).close();
  });

  it('counts log-ins that it refused', async () => {
    await server.register('bob', 'secret');
    await assert.rejects(logInRaw(server, 'bob', 'wrong'), /not-authorized/);
    assert.equal(await server.authFailures('bob'), 1);
  });

  it('counts the sessions of a user', async () => {
    await server.register('dan', 'secret');
    assert.equal(await server.sessions('dan'), 0);
    const client = await logInRaw(server, 'dan', 'secret');
    assert.equal(await server.sessions('dan'), 1);
    client.close();
  });

  it('comes back on the same address with the same data after a crash', async () => {
    await server.register('cem', 'secret', [stuart]);
    await server.crash();
    await assert.rejects(logInRaw(server, 'cem', 'secret'));
    await server.restart();
    (await logInRaw(server, 'cem', 'secret')).close();
    assert.deepEqual(await server.roster('cem'), [stuart]);
  });
}
