import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DemoServer } from '../../demo/server/server.js';
import { createServer, TestClient } from './client.js';

const JULIET = 'juliet@example.com';

/** Romeo and Juliet see each other, Benvolio sees nobody. */
function createFriends(): DemoServer {
  const server = createServer();
  server.seedContact('romeo', { jid: JULIET, subscription: 'both' });
  server.seedContact('romeo', { jid: 'benvolio@example.com', subscription: 'none' });
  return server;
}

test('directed presence is shown to that one, and taken back when the user goes', async () => {
  const server = createFriends();
  const [romeo, benvolio] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'benvolio')];
  romeo.send(`<presence to="${benvolio.jid}"><show>chat</show></presence>`);
  assert.equal((await benvolio.presence(romeo.jid)).getChildText('show'), 'chat');
  romeo.send('<presence><show>away</show></presence>');
  await romeo.ping();
  await benvolio.ping();
  assert.deepEqual(benvolio.presences(), []);
  server.kill(romeo.jid);
  assert.equal((await benvolio.presence(romeo.jid, 'unavailable')).attrs.to, benvolio.jid);
});

test('directed presence that was taken back is not taken back twice', async () => {
  const server = createFriends();
  const [romeo, benvolio] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'benvolio')];
  romeo.send('<presence to="benvolio@example.com"/>');
  romeo.send('<presence to="benvolio@example.com" type="unavailable"/>');
  romeo.send('<presence type="unavailable"/>');
  await romeo.ping();
  await benvolio.ping();
  assert.deepEqual(benvolio.presences(), [`available ${romeo.jid}`, `unavailable ${romeo.jid}`]);
});

test('the list of directed presence is void once the user has gone', async () => {
  const server = createFriends();
  const [romeo, benvolio] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'benvolio')];
  romeo.send('<presence to="benvolio@example.com"/>');
  romeo.send('<presence type="unavailable"/>');
  await romeo.ping();
  server.kill(romeo.jid);
  await benvolio.ping();
  assert.deepEqual(benvolio.presences(), [`available ${romeo.jid}`, `unavailable ${romeo.jid}`]);
});

test('presence directed to a subscriber is not taken back twice either', async () => {
  const server = createFriends();
  const [romeo, juliet] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'juliet')];
  juliet.inbox.length = 0;
  romeo.send(`<presence to="${juliet.jid}"><show>chat</show></presence>`);
  romeo.send('<presence type="unavailable"/>');
  await romeo.ping();
  await juliet.ping();
  assert.deepEqual(juliet.presences(), [`available ${romeo.jid}`, `unavailable ${romeo.jid}`]);
});

test('presence directed before the initial one is taken back when the client vanishes', async () => {
  const server = createFriends();
  const benvolio = await TestClient.online(server, 'benvolio');
  const romeo = await TestClient.logIn(server, 'romeo');
  romeo.send('<presence to="benvolio@example.com"/>');
  await benvolio.presence(romeo.jid);
  server.kill(romeo.jid);
  await benvolio.presence(romeo.jid, 'unavailable');
});

test('presence directed to a subscriber before the initial one is taken back once', async () => {
  const server = createFriends();
  const juliet = await TestClient.online(server, 'juliet');
  const romeo = await TestClient.logIn(server, 'romeo');
  romeo.send(`<presence to="${JULIET}"/>`);
  romeo.send('<presence/>');
  romeo.send('<presence type="unavailable"/>');
  await romeo.ping();
  await juliet.ping();
  assert.deepEqual(juliet.presences().slice(1), [`available ${romeo.jid}`, `available ${romeo.jid}`, `unavailable ${romeo.jid}`]);
});

test('presence directed to oneself is taken back once', async () => {
  const server = createFriends();
  const [office, home] = [await TestClient.online(server, 'romeo', 'office'), await TestClient.online(server, 'romeo', 'home')];
  home.inbox.length = 0;
  office.send('<presence to="romeo@example.com"/>');
  office.send('<presence type="unavailable"/>');
  await office.ping();
  await home.ping();
  assert.deepEqual(home.presences(), [`available ${office.jid}`, `unavailable ${office.jid}`]);
});

test('each resource has a list of its own', async () => {
  const server = createFriends();
  const [office, home] = [await TestClient.online(server, 'romeo', 'office'), await TestClient.online(server, 'romeo', 'home')];
  const benvolio = await TestClient.online(server, 'benvolio');
  office.send('<presence to="benvolio@example.com"/>');
  await benvolio.presence(office.jid);
  server.kill(home.jid);
  await office.presence(home.jid, 'unavailable');
  await benvolio.ping();
  assert.deepEqual(benvolio.presences(), []);
});
