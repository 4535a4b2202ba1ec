import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DemoServer } from '../../demo/server/server.js';
import type { Element } from '../../demo/server/xml.js';
import { createServer, DOMAIN, PASSWORD, plain, TestClient } from './client.js';

const SM = 'urn:xmpp:sm:3';
const juliet = `juliet@${DOMAIN}`;
const romeoAtDesk = `romeo@${DOMAIN}/desk`;

/** Romeo, whose stream is managed, and Juliet, who sees him. */
async function begin(): Promise<{ server: DemoServer; romeo: TestClient; watcher: TestClient; id: string }> {
  const server = createServer();
  server.seedContact('romeo', { jid: juliet, subscription: 'both', groups: [] });
  const watcher = await TestClient.online(server, 'juliet');
  const romeo = await TestClient.logIn(server, 'romeo');
  romeo.send(`<enable xmlns="${SM}" resume="true" max="30"/>`);
  const { attrs } = await romeo.next((element) => element.is('enabled'));
  assert.deepEqual([attrs.resume, attrs.max], ['true', '30']);
  romeo.send('<presence/>');
  await watcher.presence(romeoAtDesk);
  await romeo.ping();
  return { server, romeo, watcher, id: attrs.id! };
}

/** The answer to `<resume/>` on a new socket of Romeo's. */
async function resume(server: DemoServer, id: string, h: number, user = 'romeo'): Promise<{ client: TestClient; answer: Element }> {
  const client = await TestClient.open(server);
  client.send(plain(user, PASSWORD));
  await client.next((element) => element.is('success'));
  await client.openStream(DOMAIN);
  client.send(`<resume xmlns="${SM}" previd="${id}" h="${h}"/>`);
  return { client, answer: await client.next((element) => element.getNS() === SM) };
}

async function handledBy(client: TestClient): Promise<string | undefined> {
  client.send(`<r xmlns="${SM}"/>`);
  return (await client.next((element) => element.is('a'))).attrs.h;
}

test('a stream goes on over another socket: nobody saw it go, and what came meanwhile comes', async () => {
  const { server, romeo, watcher, id } = await begin();
  romeo.socket.close();
  await romeo.closed;
  watcher.send('<presence><show>away</show></presence>');
  await watcher.ping();
  const { client, answer } = await resume(server, id, 0);
  assert.deepEqual([answer.name, answer.attrs.previd, answer.attrs.h], ['resumed', id, '2']);
  await client.next((element) => element.attrs.from === `${juliet}/desk` && element.getChildText('show') === 'away');
  await client.ping();
  await watcher.ping();
  assert.deepEqual(watcher.presences().filter((presence) => presence.endsWith(romeoAtDesk)), []);
});

test('stanzas of the client are counted, whatever becomes of them', async () => {
  const { romeo } = await begin();
  assert.equal(await handledBy(romeo), '2');
  romeo.send('<presence type="nonsense"/>');
  await romeo.ping();
  assert.equal(await handledBy(romeo), '4');
});

test('a stream whose client said that it goes is over', async () => {
  const { server, romeo, watcher, id } = await begin();
  romeo.send('<close xmlns="urn:ietf:params:xml:ns:xmpp-framing"/>');
  await watcher.presence(romeoAtDesk, 'unavailable');
  assert.equal((await resume(server, id, 0)).answer.name, 'failed');
});

test('a stream is its account’s alone', async () => {
  const { server, romeo, id } = await begin();
  romeo.socket.close();
  await romeo.closed;
  const { answer } = await resume(server, id, 0, 'mercutio');
  assert.deepEqual([answer.name, answer.getChildElements()[0]?.name], ['failed', 'item-not-found']);
});

test('after a resumption was refused, a session can begin; one that takes the name ends the one that waits', async () => {
  const { server, romeo, watcher } = await begin();
  romeo.socket.close();
  await romeo.closed;
  const { client } = await resume(server, 'no such stream', 0);
  await client.bind('desk');
  await watcher.presence(romeoAtDesk, 'unavailable');
  client.send('<presence/>');
  await watcher.presence(romeoAtDesk);
  assert.equal(server.sessions('romeo').length, 1);
});

test('a socket that is not known to be dead is let go of when the stream goes on elsewhere', async () => {
  const { server, romeo, watcher, id } = await begin();
  const { client } = await resume(server, id, 0);
  await romeo.closed;
  client.send('<presence><show>xa</show></presence>');
  assert.equal((await watcher.presence(romeoAtDesk)).getChildText('show'), 'xa');
});

test('who does not come back in time is gone', async (context) => {
  context.mock.timers.enable({ apis: ['setTimeout'] });
  const { romeo, watcher } = await begin();
  romeo.socket.close();
  await romeo.closed;
  context.mock.timers.tick(29_999);
  await watcher.ping();
  assert.equal(watcher.presences().includes(`unavailable ${romeoAtDesk}`), false);
  context.mock.timers.tick(1);
  await watcher.presence(romeoAtDesk, 'unavailable');
});
