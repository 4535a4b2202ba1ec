import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DemoServer } from '../../demo/server/server.js';
import { createServer, TestClient } from './client.js';

const ROMEO = 'romeo@example.com';
const JULIET = 'juliet@example.com';

function createFriends(subscription: 'both' | 'from' | 'to' | 'none' = 'both'): DemoServer {
  const server = createServer();
  server.seedContact('juliet', { jid: ROMEO, subscription });
  return server;
}

async function meet(server: DemoServer): Promise<[TestClient, TestClient]> {
  const clients: [TestClient, TestClient] = [await TestClient.online(server, 'romeo', 'orchard'), await TestClient.online(server, 'juliet', 'balcony')];
  await clients[0].ping();
  for (const { inbox } of clients) inbox.length = 0;
  return clients;
}

/** What both have got of presence since, once all is said. */
async function seen(...clients: TestClient[]): Promise<string[][]> {
  for (const client of clients) await client.ping();
  return clients.map((client) => client.presences());
}

for (const blocked of [ROMEO, `${ROMEO}/orchard`, 'example.com']) {
  test(`blocking ${blocked} makes all resources unavailable for a subscriber, once`, async () => {
    const server = createFriends();
    const phone = await TestClient.online(server, 'juliet', 'phone');
    const [romeo, juliet] = await meet(server);
    await juliet.block(blocked);
    await juliet.block(blocked);
    assert.deepEqual(await seen(romeo), [[`unavailable ${phone.jid}`, `unavailable ${juliet.jid}`]]);
    assert.equal(romeo.inbox[0]?.attrs.to, ROMEO);
  });

  test(`while ${blocked} is blocked neither sees the other come, change or go`, async () => {
    const [romeo, juliet] = await meet(createFriends());
    await juliet.block(blocked);
    await romeo.presence(juliet.jid, 'unavailable');
    juliet.send('<presence><show>away</show></presence>');
    romeo.send('<presence><show>dnd</show></presence>');
    for (const client of [romeo, juliet]) client.send('<presence type="unavailable"/>');
    for (const client of [romeo, juliet]) client.send('<presence/>');
    const [hers, his] = await seen(juliet, romeo);
    assert.deepEqual([hers?.filter((presence) => presence.includes(ROMEO)), his?.filter((presence) => presence.includes(JULIET))], [[], []]);
  });

  test(`unblocking ${blocked} shows both to each other as they are by then`, async () => {
    const [romeo, juliet] = await meet(createFriends());
    await juliet.block(blocked);
    await romeo.presence(juliet.jid, 'unavailable');
    romeo.send('<presence><show>dnd</show></presence>');
    juliet.send('<presence><show>away</show></presence>');
    await romeo.ping();
    await juliet.unblock(blocked);
    assert.equal((await romeo.presence(juliet.jid)).getChildText('show'), 'away');
    assert.equal((await juliet.presence(romeo.jid)).getChildText('show'), 'dnd');
  });
}

test('at log-in neither is told where the other is', async () => {
  const server = createFriends();
  const juliet = await TestClient.online(server, 'juliet', 'balcony');
  await juliet.block(ROMEO);
  const romeo = await TestClient.online(server, 'romeo', 'orchard');
  const phone = await TestClient.online(server, 'juliet', 'phone');
  assert.deepEqual(await seen(romeo), [[]]);
  assert.deepEqual(phone.presences().filter((presence) => presence.includes(ROMEO)), []);
});

for (const subscription of ['to', 'none'] as const) {
  test(`blocking and unblocking says nothing to somebody who is not subscribed (${subscription})`, async () => {
    const [romeo, juliet] = await meet(createFriends(subscription));
    await juliet.block(ROMEO);
    await juliet.unblock(ROMEO);
    assert.deepEqual(await seen(romeo), [[]]);
  });
}

test('unblocking all shows those who were blocked, and bothers nobody else', async () => {
  const server = createFriends();
  server.seedContact('juliet', { jid: 'mercutio@example.com', subscription: 'both' });
  const mercutio = await TestClient.online(server, 'mercutio');
  const [romeo, juliet] = await meet(server);
  await juliet.block(ROMEO);
  await mercutio.ping();
  mercutio.inbox.length = 0;
  await juliet.unblock();
  assert.deepEqual(await seen(romeo, mercutio), [[`unavailable ${juliet.jid}`, `available ${juliet.jid}`], []]);
});

test('a contact who is blocked twice over stays blocked when one of the two is taken away', async () => {
  const [romeo, juliet] = await meet(createFriends());
  await juliet.block(ROMEO, 'example.com');
  await juliet.unblock(ROMEO);
  assert.deepEqual(await seen(romeo, juliet), [[`unavailable ${juliet.jid}`], []]);
});

test('only the resource that is blocked sees the user go', async () => {
  const server = createFriends();
  const garden = await TestClient.online(server, 'romeo', 'garden');
  const [romeo, juliet] = await meet(server);
  garden.inbox.length = 0;
  await juliet.block(romeo.jid);
  assert.deepEqual(await seen(romeo, garden), [[`unavailable ${juliet.jid}`], []]);
});

test('directed presence is taken back by blocking, and not once more at the end', async () => {
  const server = createFriends('none');
  const [romeo, juliet] = await meet(server);
  juliet.send(`<presence to="${romeo.jid}"/>`);
  await juliet.block(ROMEO);
  server.kill(juliet.jid);
  assert.deepEqual(await seen(romeo), [[`available ${juliet.jid}`, `unavailable ${juliet.jid}`]]);
});

test('a request that waits is kept while its sender is blocked, and put again afterwards', async () => {
  const server = createServer();
  server.seedContact('romeo', { jid: JULIET, ask: 'subscribe' });
  const [, juliet] = await meet(server);
  await juliet.block(ROMEO);
  const phone = await TestClient.online(server, 'juliet', 'phone');
  assert.equal(phone.presences().includes(`subscribe ${ROMEO}`), false);
  await juliet.unblock(ROMEO);
  await Promise.all([phone.presence(ROMEO, 'subscribe'), juliet.presence(ROMEO, 'subscribe')]);
});

test('a blocked contact can be removed, and loses the subscription', async () => {
  const server = createFriends();
  const [romeo, juliet] = await meet(server);
  await juliet.block(ROMEO);
  await juliet.setRoster(`<item jid="${ROMEO}" subscription="remove"/>`);
  await romeo.presence(JULIET, 'unsubscribed');
  assert.deepEqual([server.roster('juliet'), server.roster('romeo').map(({ subscription }) => subscription)], [[], ['none']]);
});
