import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DemoServer } from '../../demo/server/server.js';
import { createServer, describeItem, errorOf, items, pushedItem, TestClient } from './client.js';

const ROMEO = 'romeo@example.com';
const JULIET = 'juliet@example.com';

async function both(server: DemoServer): Promise<[TestClient, TestClient]> {
  return [await TestClient.online(server, 'romeo', 'orchard'), await TestClient.online(server, 'juliet', 'balcony')];
}

async function nextPush(client: TestClient): Promise<string> {
  return describeItem(pushedItem(await client.next((element) => pushedItem(element) !== undefined))!);
}

test('a request is stamped with bare JIDs and keeps what it says', async () => {
  const [romeo, juliet] = await both(createServer());
  romeo.send(`<presence type="subscribe" id="s1" to="${JULIET}/balcony"><status>Let me see you</status></presence>`);
  const request = await juliet.presence(ROMEO, 'subscribe');
  assert.equal(request.attrs.to, JULIET);
  assert.equal(request.getChildText('status'), 'Let me see you');
  assert.equal(await nextPush(romeo), `${JULIET} none ask=subscribe`);
});

test('a request is acknowledged by the contact’s bare JID, and only when somebody is there', async () => {
  const server = createServer();
  const [romeo] = await both(server);
  romeo.send(`<presence type="subscribe" to="${JULIET}"/>`);
  await romeo.presence(JULIET, 'unavailable');
  romeo.send('<presence type="subscribe" to="mercutio@example.com"/>');
  await romeo.ping();
  assert.deepEqual(romeo.presences(), []);
});

test('a requester is not in the roster before the approval', async () => {
  const [romeo, juliet] = await both(createServer());
  romeo.send(`<presence type="subscribe" to="${JULIET}"/>`);
  await juliet.presence(ROMEO, 'subscribe');
  assert.deepEqual(items(await juliet.getRoster()), []);
});

test('a request waits for the next log-in, and comes again at each until it is answered', async () => {
  const server = createServer();
  const romeo = await TestClient.online(server, 'romeo');
  romeo.send(`<presence type="subscribe" to="${JULIET}"/>`);
  await romeo.ping();
  const first = await TestClient.online(server, 'juliet', 'a');
  assert.deepEqual(first.presences(), [`subscribe ${ROMEO}`]);
  const second = await TestClient.online(server, 'juliet', 'b');
  await second.presence(ROMEO, 'subscribe');
  second.send(`<presence type="unsubscribed" to="${ROMEO}"/>`);
  await romeo.presence(JULIET, 'unsubscribed');
  const third = await TestClient.online(server, 'juliet', 'c');
  assert.equal(third.presences().includes(`subscribe ${ROMEO}`), false);
});

test('a request is kept in full while nobody is there, and only the first of several', async () => {
  const server = createServer();
  const romeo = await TestClient.online(server, 'romeo');
  romeo.send(`<presence type="subscribe" id="s1" to="${JULIET}"><status xml:lang="en">Let me see you</status><nick xmlns="http://jabber.org/protocol/nick">Romeo M.</nick></presence>`);
  romeo.send(`<presence type="subscribe" to="${JULIET}"/>`);
  await romeo.ping();
  const juliet = await TestClient.online(server, 'juliet');
  const request = await juliet.presence(ROMEO, 'subscribe');
  assert.deepEqual([request.attrs.id, request.attrs.to], ['s1', JULIET]);
  assert.equal(request.getChildText('status'), 'Let me see you');
  assert.equal(request.getChildText('nick', 'http://jabber.org/protocol/nick'), 'Romeo M.');
  await juliet.ping();
  assert.deepEqual(juliet.presences(), []);
});

test('a request goes to every available resource, whatever its priority', async () => {
  const server = createServer();
  const [romeo, juliet] = await both(server);
  const phone = await TestClient.online(server, 'juliet', 'phone', '<presence><priority>-1</priority></presence>');
  romeo.send(`<presence type="subscribe" to="${JULIET}"/>`);
  await Promise.all([juliet.presence(ROMEO, 'subscribe'), phone.presence(ROMEO, 'subscribe')]);
});

test('who withdraws a request is not told of the resources that never were shown', async () => {
  const server = createServer();
  const [romeo, juliet] = await both(server);
  romeo.send(`<presence type="subscribe" to="${JULIET}"/>`);
  await romeo.presence(JULIET, 'unavailable');
  romeo.send(`<presence type="unsubscribe" to="${JULIET}"/>`);
  await juliet.presence(ROMEO, 'unsubscribe');
  await romeo.ping();
  assert.deepEqual(romeo.presences(), []);
  assert.deepEqual(server.requests('juliet'), []);
});

test('a request does not wait for clients that only asked for the roster', async () => {
  const server = createServer();
  const juliet = await TestClient.logIn(server, 'juliet');
  await juliet.getRoster();
  const romeo = await TestClient.online(server, 'romeo');
  romeo.send(`<presence type="subscribe" to="${JULIET}"/>`);
  await romeo.ping();
  await juliet.ping();
  assert.deepEqual(juliet.presences(), []);
});

test('an approval reaches the user as subscribed, push and presence, in that order', async () => {
  const server = createServer();
  const [romeo, juliet] = await both(server);
  juliet.send('<presence><show>chat</show></presence>');
  await juliet.ping();
  romeo.send(`<presence type="subscribe" to="${JULIET}"/>`);
  await nextPush(romeo);
  await romeo.presence(JULIET, 'unavailable');
  await juliet.presence(ROMEO, 'subscribe');
  juliet.send(`<presence type="subscribed" to="${ROMEO}"/>`);
  assert.equal(await nextPush(juliet), `${ROMEO} from`);
  const presence = await romeo.presence(juliet.jid);
  assert.equal(presence.getChildText('show'), 'chat');
  const rest = romeo.inbox.map((element) => pushedItem(element) ? describeItem(pushedItem(element)!) : `${element.attrs.type} ${element.attrs.from}`);
  assert.deepEqual(rest.slice(-2), [`subscribed ${JULIET}`, `${JULIET} to`]);
});

test('approving again shows nothing twice', async () => {
  const server = createServer();
  server.seedContact('romeo', { jid: JULIET, subscription: 'to' });
  const [romeo, juliet] = await both(server);
  romeo.inbox.length = 0;
  juliet.send(`<presence type="subscribed" to="${ROMEO}"/>`);
  await juliet.ping();
  await romeo.ping();
  assert.deepEqual(romeo.inbox, []);
});

test('a denial tells nothing of the resources', async () => {
  const server = createServer();
  server.seedContact('romeo', { jid: JULIET, ask: 'subscribe' });
  const [romeo, juliet] = await both(server);
  juliet.send(`<presence type="unsubscribed" to="${ROMEO}"/>`);
  await romeo.presence(JULIET, 'unsubscribed');
  await romeo.ping();
  assert.deepEqual(romeo.presences(), []);
});

test('an approval keeps the name and groups of a contact that was there before', async () => {
  const server = createServer();
  const [romeo, juliet] = await both(server);
  await juliet.setRoster(`<item jid="${ROMEO}" name="Romeo"><group>Friends</group></item>`);
  await nextPush(juliet);
  romeo.send(`<presence type="subscribe" to="${JULIET}"/>`);
  await juliet.presence(ROMEO, 'subscribe');
  juliet.send(`<presence type="subscribed" to="${ROMEO}"/>`);
  assert.equal(await nextPush(juliet), `${ROMEO} "Romeo" from [Friends]`);
});

test('who is revoked sees unavailable, then unsubscribed, then the push', async () => {
  const server = createServer();
  server.seedContact('romeo', { jid: JULIET, name: 'Juliet', subscription: 'both', groups: ['Friends'] });
  const [romeo, juliet] = await both(server);
  await romeo.presence(juliet.jid);
  juliet.send(`<presence type="unsubscribed" to="${ROMEO}"/>`);
  await romeo.next((element) => pushedItem(element)?.attrs.subscription === 'from');
  assert.deepEqual(romeo.presences().slice(-2), [`unavailable ${juliet.jid}`, `unsubscribed ${JULIET}`]);
  assert.deepEqual(items(await romeo.getRoster()), [`${JULIET} "Juliet" from [Friends]`]);
});

test('who unsubscribes is sent unavailable by the other side', async () => {
  const server = createServer();
  server.seedContact('romeo', { jid: JULIET, subscription: 'to' });
  const [romeo, juliet] = await both(server);
  await romeo.presence(juliet.jid);
  romeo.send(`<presence type="unsubscribe" to="${JULIET}"/>`);
  await romeo.presence(juliet.jid, 'unavailable');
  assert.equal(await nextPush(juliet), `${ROMEO} none`);
});

test('a request to another server stays pending and comes back as an error', async () => {
  const romeo = await TestClient.online(createServer(), 'romeo');
  romeo.send('<presence type="subscribe" id="s1" to="tybalt@capulet.example"/>');
  assert.equal(await nextPush(romeo), 'tybalt@capulet.example none ask=subscribe');
  const error = await romeo.presence('tybalt@capulet.example', 'error');
  assert.equal(errorOf(error), 'cancel remote-server-not-found');
  assert.equal(error.attrs.id, 's1');
});

test('a request to nobody is pending and nothing more', async () => {
  const romeo = await TestClient.online(createServer(), 'romeo');
  romeo.send('<presence type="subscribe" to="nobody@example.com"/>');
  assert.equal(await nextPush(romeo), 'nobody@example.com none ask=subscribe');
  await romeo.ping();
  assert.deepEqual(romeo.presences(), []);
});

test('nobody subscribes to himself', async () => {
  const romeo = await TestClient.online(createServer(), 'romeo');
  romeo.send(`<presence type="subscribe" to="${ROMEO}"/>`);
  assert.equal(errorOf(await romeo.presence(ROMEO, 'error')), 'cancel not-allowed');
});
