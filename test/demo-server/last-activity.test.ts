import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DemoServer } from '../../demo/server/server.js';
import { createServer, errorOf, TestClient } from './client.js';

const JULIET = 'juliet@example.com';
const NOON = Date.UTC(2024, 4, 1, 12);
const LAST = '<query xmlns="jabber:iq:last"/>';

function createFriends(subscription: 'both' | 'from' | 'to' | 'none' = 'to'): DemoServer {
  const server = createServer({ now: () => NOON });
  server.seedContact('romeo', { jid: JULIET, subscription });
  return server;
}

async function ask(server: DemoServer, to?: string): Promise<{ error?: string | undefined; seconds?: string | undefined; text?: string | undefined }> {
  const romeo = await TestClient.logIn(server, 'romeo');
  const reply = await romeo.request('get', LAST, to);
  const query = reply.getChild('query', 'jabber:iq:last');
  return query === undefined ? { error: errorOf(reply) } : { seconds: query.attrs.seconds, text: query.getText() };
}

test('a subscriber learns how long ago a contact went, and with which words', async () => {
  const server = createFriends();
  server.seedLastSeen('juliet', NOON - 90_500, 'Good night');
  assert.deepEqual(await ask(server, JULIET), { seconds: '90', text: 'Good night' });
});

test('a contact who is there was last there now', async () => {
  const server = createFriends();
  server.seedLastSeen('juliet', NOON - 90_000);
  await TestClient.online(server, 'juliet');
  assert.deepEqual(await ask(server, JULIET), { seconds: '0', text: '' });
});

test('of a contact never seen there is nothing to tell', async () => {
  assert.deepEqual(await ask(createFriends(), JULIET), { error: 'cancel item-not-found' });
});

test('one may ask for oneself', async () => {
  const server = createFriends();
  server.seedLastSeen('romeo', NOON - 5_000);
  for (const to of [undefined, 'romeo@example.com']) assert.deepEqual(await ask(server, to), { seconds: '5', text: '' });
});

for (const subscription of ['none', 'from'] as const) {
  test(`it is forbidden to ask for somebody whose presence one may not see (${subscription})`, async () => {
    const server = createFriends(subscription);
    server.seedLastSeen('juliet', NOON);
    assert.deepEqual(await ask(server, JULIET), { error: 'auth forbidden' });
  });
}

test('for nobody, and for somebody who blocks the asker, the service is unavailable', async () => {
  const server = createFriends('both');
  await (await TestClient.online(server, 'juliet')).block('romeo@example.com');
  for (const to of ['nobody@example.com', JULIET]) assert.deepEqual(await ask(server, to), { error: 'cancel service-unavailable' });
});
