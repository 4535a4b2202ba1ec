import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DemoServer } from '../../demo/server/server.js';
import { createServer, errorOf, TestClient } from './client.js';

const ROMEO = 'romeo@example.com';
const JULIET = 'juliet@example.com';
const PING = '<ping xmlns="urn:xmpp:ping"/>';

function createFriends(): DemoServer {
  const server = createServer();
  server.seedContact('juliet', { jid: ROMEO, subscription: 'both' });
  return server;
}

/** Juliet blocks what the test says; both have nothing in their inboxes. */
async function parted(blocked: string, server = createFriends()): Promise<[TestClient, TestClient]> {
  const [romeo, juliet] = [await TestClient.online(server, 'romeo', 'orchard'), await TestClient.online(server, 'juliet', 'balcony')];
  await juliet.block(blocked);
  await romeo.ping();
  for (const { inbox } of [romeo, juliet]) inbox.length = 0;
  return [romeo, juliet];
}

for (const blocked of [ROMEO, `${ROMEO}/orchard`, 'example.com']) {
  test(`a message to somebody who blocks ${blocked} comes back as if nobody were there`, async () => {
    const [romeo, juliet] = await parted(blocked);
    for (const to of [JULIET, juliet.jid]) {
      romeo.send(`<message id="m1" to="${to}"><body>Hi</body></message>`);
      assert.equal(errorOf(await romeo.next((element) => element.is('message'))), 'cancel service-unavailable');
    }
    await juliet.ping();
    assert.deepEqual(juliet.inbox, []);
  });

  test(`a request to somebody who blocks ${blocked} is answered as if nobody were there`, async () => {
    const [romeo, juliet] = await parted(blocked);
    for (const to of [JULIET, juliet.jid]) assert.equal(errorOf(await romeo.request('get', PING, to)), 'cancel service-unavailable');
    romeo.send(`<iq type="result" id="stray" to="${juliet.jid}"/>`);
    await romeo.ping();
    await juliet.ping();
    assert.deepEqual([romeo.inbox, juliet.inbox], [[], []]);
  });

  for (const stanza of ['<presence', '<presence type="unavailable"', '<presence type="probe"', '<presence type="error"']) {
    test(`${stanza}> to somebody who blocks ${blocked} is dropped without a word`, async () => {
      const [romeo, juliet] = await parted(blocked);
      for (const to of [JULIET, juliet.jid]) romeo.send(`${stanza} to="${to}"/>`);
      await romeo.ping();
      await juliet.ping();
      assert.deepEqual([romeo.inbox, juliet.inbox], [[], []]);
    });
  }

  for (const stanza of ['<message', '<presence', '<presence type="unavailable"', '<presence type="probe"', '<presence type="subscribe"', '<presence type="unsubscribed"', '<iq type="get"']) {
    test(`${stanza}> to an address that is blocked by ${blocked} comes back with the reason`, async () => {
      const [romeo, juliet] = await parted(blocked);
      juliet.send(`${stanza} id="x1" to="${ROMEO}/orchard">${PING}</${/\w+/.exec(stanza)![0]}>`);
      const reply = await juliet.next((element) => element.attrs.id === 'x1');
      assert.deepEqual([reply.attrs.type, reply.attrs.from, errorOf(reply)], ['error', `${ROMEO}/orchard`, 'cancel not-acceptable']);
      assert.ok(reply.getChild('error')?.getChild('blocked', 'urn:xmpp:blocking:errors'));
      await romeo.ping();
      assert.deepEqual(romeo.inbox, []);
    });
  }
}

for (const type of ['subscribe', 'subscribed', 'unsubscribe', 'unsubscribed']) {
  test(`${type} by somebody who is blocked is dropped and changes nothing on this side`, async () => {
    const server = createServer();
    server.seedContact('juliet', { jid: ROMEO, ask: 'subscribe' });
    const [romeo, juliet] = await parted(ROMEO, server);
    romeo.send(`<presence type="${type}" to="${JULIET}"/>`);
    await romeo.ping();
    await juliet.ping();
    assert.deepEqual(juliet.inbox, []);
    assert.deepEqual([server.requests('juliet'), server.roster('juliet').map(({ ask, subscription }) => [subscription, ask])], [[], [['none', 'subscribe']]]);
    assert.equal(romeo.presences().some((presence) => presence.endsWith(JULIET)), false);
  });
}

test('a probe by somebody who is blocked is not even refused', async () => {
  const server = createServer();
  server.seedContact('romeo', { jid: JULIET, ask: 'subscribe' });
  const [romeo] = await parted(ROMEO, server);
  romeo.send(`<presence type="probe" to="${JULIET}"/>`);
  await romeo.ping();
  assert.deepEqual(romeo.inbox, []);
});

test('who blocks the whole of the own server still talks to it and to the own resources', async () => {
  const server = createServer();
  const [, juliet] = await parted('example.com', server);
  const phone = await TestClient.online(server, 'juliet', 'phone');
  await juliet.presence(phone.jid);
  juliet.send(`<message to="${phone.jid}"><body>Note to self</body></message>`);
  await phone.next((element) => element.is('message'));
  for (const to of [undefined, 'example.com', JULIET]) assert.equal((await juliet.request('get', PING, to)).attrs.type, 'result');
});

test('another resource than the one that is blocked is let through', async () => {
  const [romeo, juliet] = await parted(`${ROMEO}/elsewhere`);
  romeo.send(`<message to="${JULIET}"><body>Hi</body></message>`);
  await juliet.next((element) => element.is('message'));
});

test('who is unblocked is heard again', async () => {
  const [romeo, juliet] = await parted(ROMEO);
  await juliet.unblock(ROMEO);
  romeo.send(`<message to="${JULIET}"><body>Hi</body></message>`);
  await juliet.next((element) => element.is('message'));
});
