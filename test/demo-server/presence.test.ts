import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DemoServer } from '../../demo/server/server.js';
import { createServer, errorOf, TestClient } from './client.js';

const JULIET = 'juliet@example.com';
const NOON = Date.UTC(2024, 4, 1, 12);

/** Romeo and Juliet see each other, Mercutio is seen by Romeo, Benvolio sees nobody. */
function createFriends(now = () => NOON): DemoServer {
  const server = createServer({ now });
  server.seedContact('romeo', { jid: JULIET, subscription: 'both' });
  server.seedContact('romeo', { jid: 'mercutio@example.com', subscription: 'to' });
  server.seedContact('romeo', { jid: 'benvolio@example.com', subscription: 'none' });
  return server;
}

test('initial presence goes to the subscribers and to nobody else', async () => {
  const server = createFriends();
  const juliet = await TestClient.online(server, 'juliet');
  const [mercutio, benvolio] = [await TestClient.online(server, 'mercutio'), await TestClient.online(server, 'benvolio')];
  juliet.inbox.length = 0;
  const sent = '<presence id="p1"><show>dnd</show><status>In a fight</status><c xmlns="urn:x"/></presence>';
  const romeo = await TestClient.online(server, 'romeo', 'orchard', sent);
  const seen = await juliet.presence(romeo.jid);
  assert.equal(seen.attrs.to, JULIET);
  assert.equal(seen.attrs.id, 'p1');
  assert.equal(seen.getChildText('show'), 'dnd');
  assert.ok(seen.getChild('c', 'urn:x'));
  await Promise.all([mercutio.ping(), benvolio.ping()]);
  assert.deepEqual([...mercutio.presences(), ...benvolio.presences()], []);
});

test('at log-in a user learns where the contacts are, since when, and what they say', async () => {
  let now = NOON;
  const server = createFriends(() => now);
  const juliet = await TestClient.online(server, 'juliet', 'balcony', '<presence><show>away</show><priority>5</priority></presence>');
  now += 60_000;
  const romeo = await TestClient.online(server, 'romeo');
  const presence = await romeo.presence(juliet.jid);
  assert.equal(presence.getChildText('show'), 'away');
  assert.equal(presence.getChildText('priority'), '5');
  assert.equal(presence.getChild('delay', 'urn:xmpp:delay')?.attrs.stamp, '2024-05-01T12:00:00Z');
});

test('a contact that is away since earlier is unavailable with the time and words of the leaving', async () => {
  let now = NOON;
  const server = createFriends(() => now);
  const mercutio = await TestClient.online(server, 'mercutio');
  mercutio.send('<presence type="unavailable"><status>A plague</status></presence>');
  await mercutio.ping();
  now += 3_600_000;
  const romeo = await TestClient.online(server, 'romeo');
  const presence = await romeo.presence('mercutio@example.com', 'unavailable');
  assert.equal(presence.getChildText('status'), 'A plague');
  assert.equal(presence.getChild('delay', 'urn:xmpp:delay')?.attrs.stamp, '2024-05-01T12:00:00Z');
});

test('a seeded last seen is told, and a contact never seen is unavailable without a time', async () => {
  const server = createFriends();
  server.seedLastSeen('juliet', NOON - 3_600_000, 'Bye');
  const romeo = await TestClient.online(server, 'romeo');
  const juliet = await romeo.presence(JULIET, 'unavailable');
  assert.equal(juliet.getChild('delay')?.attrs.stamp, '2024-05-01T11:00:00Z');
  assert.equal(juliet.getChildText('status'), 'Bye');
  assert.equal((await romeo.presence('mercutio@example.com', 'unavailable')).getChild('delay'), undefined);
});

test('without initial presence a client sees and shows nothing', async () => {
  const server = createFriends();
  const juliet = await TestClient.online(server, 'juliet');
  juliet.inbox.length = 0;
  const romeo = await TestClient.logIn(server, 'romeo');
  await romeo.getRoster();
  juliet.send('<presence><show>away</show></presence>');
  await juliet.presence(juliet.jid);
  await romeo.ping();
  assert.deepEqual([...romeo.presences(), ...juliet.presences()], []);
});

test('a change is broadcast without asking the contacts again', async () => {
  const server = createFriends();
  const [romeo, juliet] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'juliet')];
  romeo.inbox.length = 0;
  romeo.send('<presence><show>xa</show></presence>');
  assert.equal((await juliet.next((element) => element.getChildText('show') === 'xa')).attrs.from, romeo.jid);
  await romeo.ping();
  assert.deepEqual(romeo.presences(), [`available ${romeo.jid}`]);
});

test('all of the user’s own resources see each other, and each gets its own echo', async () => {
  const server = createFriends();
  const office = await TestClient.online(server, 'romeo', 'office', '<presence><show>chat</show></presence>');
  const home = await TestClient.online(server, 'romeo', 'home');
  assert.equal((await home.presence(office.jid)).getChildText('show'), 'chat');
  const seen = await office.presence(home.jid);
  assert.equal(seen.attrs.to, office.jid);
});

test('every resource of a contact is shown, and goes by itself', async () => {
  const server = createFriends();
  const romeo = await TestClient.online(server, 'romeo');
  const [a, b] = [await TestClient.online(server, 'juliet', 'a'), await TestClient.online(server, 'juliet', 'b')];
  await Promise.all([romeo.presence(a.jid), romeo.presence(b.jid)]);
  a.send('<presence type="unavailable"/>');
  await romeo.presence(a.jid, 'unavailable');
  assert.deepEqual(server.sessions('juliet').map(({ resource, isAvailable }) => [resource, isAvailable]), [['a', false], ['b', true]]);
});

for (const [sent, kept] of [['5', '5'], ['-1', '-1'], [' 7 ', '7'], ['999', '127'], ['-999', '-128'], ['high', '0'], ['1.5', '0']] as const) {
  test(`priority "${sent}" is ${kept} in the echo and for the contacts`, async () => {
    const server = createFriends();
    const juliet = await TestClient.online(server, 'juliet');
    const romeo = await TestClient.logIn(server, 'romeo');
    romeo.send(`<presence><priority>${sent}</priority><show>away</show></presence>`);
    for (const presence of [await romeo.presence(romeo.jid), await juliet.presence(romeo.jid)]) {
      assert.equal(presence.getChildText('priority')?.trim(), kept);
      assert.equal(presence.getChildText('show'), 'away');
    }
    assert.equal(server.sessions('romeo')[0]?.priority, Number(kept));
  });
}

test('signing off tells the subscribers, the own resources and the sender', async () => {
  const server = createFriends();
  const juliet = await TestClient.online(server, 'juliet');
  const [office, home] = [await TestClient.online(server, 'romeo', 'office'), await TestClient.online(server, 'romeo', 'home')];
  office.send('<presence type="unavailable"><status>Gone home</status></presence>');
  for (const client of [juliet, home, office]) assert.equal((await client.presence(office.jid, 'unavailable')).getChildText('status'), 'Gone home');
});

for (const [how, leave] of [
  ['closes the stream', (client: TestClient) => { client.send('<close xmlns="urn:ietf:params:xml:ns:xmpp-framing"/>'); }],
  ['closes the socket', (client: TestClient) => { client.socket.close(); }],
  ['is dropped', (client: TestClient, server: DemoServer) => { assert.ok(server.kill(client.jid)); }],
] as const) {
  test(`a client that ${how} without a word is unavailable for its subscribers`, async () => {
    const server = createFriends();
    const [romeo, juliet] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'juliet')];
    leave(romeo, server);
    await juliet.presence(romeo.jid, 'unavailable');
    assert.equal((await romeo.closed).wasClean, how !== 'is dropped');
    assert.deepEqual(server.sessions('romeo'), []);
    assert.equal(server.lastSeen('romeo'), NOON);
  });
}

test('a resource that comes back sees everybody again', async () => {
  const server = createFriends();
  const [romeo, juliet] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'juliet')];
  romeo.send('<presence type="unavailable"/>');
  await romeo.presence(romeo.jid, 'unavailable');
  romeo.inbox.length = 0;
  romeo.send('<presence/>');
  await romeo.presence(juliet.jid);
});

test('an unknown type of presence is a bad request', async () => {
  const romeo = await TestClient.online(createFriends(), 'romeo');
  romeo.send('<presence id="p1" type="available"/>');
  const error = await romeo.next((element) => element.attrs.id === 'p1');
  assert.equal(errorOf(error), 'modify bad-request');
});

test('a malformed address is told', async () => {
  const romeo = await TestClient.online(createFriends(), 'romeo');
  romeo.send('<presence id="p1" to="a b@example.com"/>');
  assert.equal(errorOf(await romeo.next((element) => element.attrs.id === 'p1')), 'modify jid-malformed');
});

test('a contact on another server is simply not heard of', async () => {
  const server = createServer();
  server.seedContact('romeo', { jid: 'tybalt@capulet.example', subscription: 'both' });
  const romeo = await TestClient.online(server, 'romeo');
  assert.deepEqual(romeo.presences(), []);
  assert.equal(server.roster('romeo')[0]?.subscription, 'both');
});
