import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DemoServer } from '../../demo/server/server.js';
import { createServer, TestClient } from './client.js';

const JULIET = 'juliet@example.com';
const NOON = Date.UTC(2024, 4, 1, 12);

/** Romeo and Juliet see each other, Benvolio sees nobody. */
function createFriends(now = () => NOON): DemoServer {
  const server = createServer({ now });
  server.seedContact('romeo', { jid: JULIET, subscription: 'both' });
  return server;
}

test('a probe by a subscriber is answered, one by somebody else is refused without telling anything', async () => {
  const server = createFriends();
  const juliet = await TestClient.online(server, 'juliet');
  const [romeo, benvolio] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'benvolio')];
  romeo.inbox.length = 0;
  romeo.send(`<presence type="probe" to="${JULIET}"/>`);
  await romeo.presence(juliet.jid);
  benvolio.send(`<presence type="probe" to="${JULIET}"/>`);
  await benvolio.ping();
  assert.deepEqual(benvolio.presences(), []);
});

test('a probe is answered by every available resource, with what it said last and when', async () => {
  let now = NOON;
  const server = createFriends(() => now);
  const romeo = await TestClient.online(server, 'romeo');
  const [a, b] = [await TestClient.online(server, 'juliet', 'a', '<presence><show>away</show></presence>'), await TestClient.online(server, 'juliet', 'b')];
  await TestClient.logIn(server, 'juliet', 'not-available');
  await Promise.all([romeo.presence(a.jid), romeo.presence(b.jid)]);
  now += 60_000;
  romeo.send(`<presence type="probe" to="${JULIET}"/>`);
  for (const [client, show] of [[a, 'away'], [b, null]] as const) {
    const presence = await romeo.presence(client.jid);
    assert.equal(presence.getChildText('show'), show);
    assert.equal(presence.getChild('delay', 'urn:xmpp:delay')?.attrs.stamp, '2024-05-01T12:00:00Z');
  }
  await romeo.ping();
  assert.deepEqual(romeo.presences().filter((presence) => presence.includes('not-available')), []);
});

test('a contact who is not there answers a probe from the bare JID, with the time of leaving', async () => {
  const server = createFriends();
  server.seedLastSeen('juliet', NOON - 60_000);
  const romeo = await TestClient.logIn(server, 'romeo');
  romeo.send(`<presence type="probe" to="${JULIET}"/>`);
  const presence = await romeo.presence(JULIET, 'unavailable');
  assert.equal(presence.getChild('delay', 'urn:xmpp:delay')?.attrs.stamp, '2024-05-01T11:59:00Z');
});

test('who believes to be subscribed and is not is told so', async () => {
  const server = createFriends();
  const romeo = await TestClient.online(server, 'romeo');
  // As if the two had been on different servers, one of which was away for a while.
  server.account(JULIET)!.roster.put({ jid: 'romeo@example.com', subscription: 'to', groups: [] });
  romeo.send(`<presence type="probe" to="${JULIET}"/>`);
  await romeo.presence(JULIET, 'unsubscribed');
  assert.equal(server.roster('romeo')[0]?.subscription, 'from');
});

test('a refused probe leaves what was approved ahead', async () => {
  const server = createServer();
  const [juliet, benvolio] = [await TestClient.online(server, 'juliet'), await TestClient.online(server, 'benvolio')];
  juliet.send('<presence type="subscribed" to="benvolio@example.com"/>');
  await juliet.ping();
  benvolio.send(`<presence type="probe" to="${JULIET}"/>`);
  await benvolio.ping();
  assert.equal(server.roster('juliet')[0]?.approved, true);
});

test('who was shown directed presence may probe for it, and sees that resource alone', async () => {
  const server = createServer();
  const [a, benvolio] = [await TestClient.online(server, 'juliet', 'a'), await TestClient.online(server, 'benvolio')];
  await TestClient.online(server, 'juliet', 'b');
  a.send(`<presence to="${benvolio.jid}"><show>chat</show></presence>`);
  await benvolio.presence(a.jid);
  benvolio.send(`<presence type="probe" to="${JULIET}"/>`);
  assert.equal((await benvolio.presence(a.jid)).getChildText('show'), 'chat');
  await benvolio.ping();
  assert.deepEqual(benvolio.presences(), []);
});
