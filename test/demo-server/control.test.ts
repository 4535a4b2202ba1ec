import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createServer, PASSWORD, plain, TestClient } from './client.js';

test('an observer sees the stanzas of all clients, both ways, but no log-in', async () => {
  const server = createServer();
  const seen: string[] = [];
  const stop = server.observe(({ direction, jid, stanza }) => seen.push(`${direction} ${jid} ${stanza.name} ${stanza.attrs.type}`));
  const romeo = await TestClient.logIn(server, 'romeo');
  await romeo.getRoster();
  stop();
  await romeo.ping();
  assert.deepEqual(seen, [`out ${romeo.jid} iq result`, `in ${romeo.jid} iq get`, `out ${romeo.jid} iq result`]);
});

test('sessions tell what each resource last said', async () => {
  const server = createServer();
  await TestClient.online(server, 'romeo', 'orchard', '<presence><show>away</show><status>In a fight</status><priority>3</priority></presence>');
  await TestClient.logIn(server, 'romeo', 'silent');
  assert.deepEqual(server.sessions('romeo@example.com'), [
    { jid: 'romeo@example.com/orchard', resource: 'orchard', isInterested: true, isAvailable: true, show: 'away', status: 'In a fight', priority: 3 },
    { jid: 'romeo@example.com/silent', resource: 'silent', isInterested: false, isAvailable: false },
  ]);
});

test('a seed writes both sides of a subscription and keeps what the other side had written', () => {
  const server = createServer();
  server.seedContact('juliet', { jid: 'romeo@example.com', name: 'Romeo', groups: ['Friends'] });
  server.seedContact('romeo', { jid: 'juliet@example.com', subscription: 'to' });
  assert.deepEqual(server.roster('juliet'), [{ jid: 'romeo@example.com', name: 'Romeo', subscription: 'from', groups: ['Friends'] }]);
  server.seedContact('romeo', { jid: 'mercutio@example.com', ask: 'subscribe' });
  assert.deepEqual(server.requests('mercutio'), ['romeo@example.com']);
});

test('a seed that could not be is an error', () => {
  const server = createServer();
  assert.throws(() => { server.seedContact('romeo', { jid: 'nobody@example.com', subscription: 'both' }); }, /no account/);
  assert.throws(() => { server.seedContact('nobody', { jid: 'romeo@example.com' }); }, /no account/);
  assert.throws(() => { server.addAccount('a b', PASSWORD); }, /user name/);
});

test('killing a resource that is not there does nothing', () => {
  assert.equal(createServer().kill('romeo@example.com/orchard'), false);
});

test('closing the server tells every client', async () => {
  const server = createServer();
  const clients = [await TestClient.logIn(server, 'romeo'), await TestClient.open(server)];
  server.close();
  for (const client of clients) {
    assert.ok((await client.next((element) => element.name === 'stream:error')).getChild('system-shutdown'));
    await client.closed;
  }
});

test('names of accounts are compared in lower case', async () => {
  const client = await TestClient.open(createServer());
  client.send(plain('ROMEO', PASSWORD));
  await client.next((element) => element.is('success'));
});
