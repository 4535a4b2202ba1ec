import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createServer, items, PASSWORD, plain, TestClient } from './client.js';

const JULIET = 'juliet@example.com';

test('a session is told that rosters have versions', async () => {
  const server = createServer();
  const client = await TestClient.open(server);
  client.send(plain('romeo', PASSWORD));
  await client.next((element) => element.is('success'));
  assert.ok((await client.openStream(server.domain)).getChild('ver', 'urn:xmpp:features:rosterver'));
});

test('an empty version gets everything with a version; the current version gets an empty result', async () => {
  const server = createServer();
  server.seedContact('romeo', { jid: JULIET });
  const client = await TestClient.logIn(server, 'romeo');
  const ver = (await client.getRoster('')).getChild('query')?.attrs.ver;
  assert.ok(ver);
  assert.deepEqual((await client.getRoster(ver)).getChildElements(), []);
});

test('every change gets a new version, which the push carries', async () => {
  const client = await TestClient.logIn(createServer(), 'romeo');
  const before = (await client.getRoster('')).getChild('query')?.attrs.ver;
  await client.setRoster(`<item jid="${JULIET}"/>`);
  const after = (await client.push(JULIET)).getChild('query')?.attrs.ver;
  assert.notEqual(after, before);
  assert.deepEqual(items(await client.getRoster(before)), [`${JULIET} none`]);
  assert.deepEqual((await client.getRoster(after)).getChildElements(), []);
});

test('a version of an earlier run of the server is not current', async () => {
  const [earlier, later] = [await TestClient.logIn(createServer(), 'romeo'), await TestClient.logIn(createServer(), 'romeo')];
  const ver = (await earlier.getRoster('')).getChild('query')?.attrs.ver;
  assert.ok((await later.getRoster(ver)).getChild('query'));
});

test('a client that sends no version sees none', async () => {
  const client = await TestClient.logIn(createServer(), 'romeo');
  assert.equal((await client.getRoster()).getChild('query')?.attrs.ver, undefined);
  await client.setRoster(`<item jid="${JULIET}"/>`);
  assert.equal((await client.push(JULIET)).getChild('query')?.attrs.ver, undefined);
});

test('a version that never was gets everything', async () => {
  const server = createServer();
  server.seedContact('romeo', { jid: JULIET });
  const client = await TestClient.logIn(server, 'romeo');
  assert.deepEqual(items(await client.getRoster('ver14')), [`${JULIET} none`]);
});

test('an empty roster with a version is a query without items, not an empty result', async () => {
  const client = await TestClient.logIn(createServer(), 'romeo');
  assert.ok((await client.getRoster('')).getChild('query')?.attrs.ver);
});

test('a request that waits does not change the version; its approval does', async () => {
  const server = createServer();
  const [romeo, juliet] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'juliet')];
  const versionOf = async (client: TestClient): Promise<string | undefined> => (await client.getRoster('')).getChild('query')?.attrs.ver;
  const before = await versionOf(juliet);
  romeo.send(`<presence type="subscribe" to="${JULIET}"/>`);
  await juliet.presence('romeo@example.com', 'subscribe');
  assert.equal(await versionOf(juliet), before);
  juliet.send('<presence type="subscribed" to="romeo@example.com"/>');
  assert.notEqual(await versionOf(juliet), before);
});

test('a client whose version is current is told of what comes after', async () => {
  const server = createServer();
  const [desk, phone] = [await TestClient.logIn(server, 'romeo', 'desk'), await TestClient.logIn(server, 'romeo', 'phone')];
  const ver = (await desk.getRoster('')).getChild('query')?.attrs.ver;
  await phone.getRoster(ver);
  await desk.setRoster(`<item jid="${JULIET}"/>`);
  assert.equal((await phone.push(JULIET)).getChild('query')?.attrs.ver, (await desk.push(JULIET)).getChild('query')?.attrs.ver);
});
