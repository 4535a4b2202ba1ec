import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { portrait } from '../../demo/server/portraits.js';
import type { DemoServer } from '../../demo/server/server.js';
import { SimulatedPerson } from '../../demo/server/simulated-person.js';
import type { Element } from '../../demo/server/xml.js';
import { createServer, errorOf, PASSWORD, TestClient } from './client.js';

const JULIET = 'juliet@example.com';
const METADATA = 'urn:xmpp:avatar:metadata';
const VCARD = '<vCard xmlns="vcard-temp"/>';
const CAPS = '<presence><c xmlns="http://jabber.org/protocol/caps" hash="sha-1" node="urn:test" ver="1"/></presence>';

/** Romeo sees Juliet; she does not see him. */
function createFriends(): DemoServer {
  const server = createServer();
  server.seedContact('romeo', { jid: JULIET, subscription: 'to' });
  return server;
}

const isEvent = (stanza: Element) => stanza.is('message') && stanza.getChild('event') !== undefined;

function publish(node: string, id: string, payload: string): string {
  return `<pubsub xmlns="http://jabber.org/protocol/pubsub"><publish node="${node}"><item id="${id}">${payload}</item></publish></pubsub>`;
}

const metadata = (id: string) => publish(METADATA, id, `<metadata xmlns="${METADATA}"><info id="${id}" bytes="3" type="image/png"/></metadata>`);
const items = (node: string, id: string) => `<pubsub xmlns="http://jabber.org/protocol/pubsub"><items node="${node}"><item id="${id}"/></items></pubsub>`;

/** Online, and the server knows that they want to hear of avatars. */
async function listening(server: DemoServer, username: string): Promise<TestClient> {
  const client = await TestClient.online(server, username, 'desk', CAPS);
  const asked = await client.next((stanza) => stanza.is('iq') && stanza.attrs.type === 'get');
  const query = asked.getChild('query')!;
  assert.equal(query.attrs.node, 'urn:test#1');
  client.send(`<iq type="result" id="${asked.attrs.id}" to="${asked.attrs.from}"><query xmlns="http://jabber.org/protocol/disco#info"><feature var="${METADATA}+notify"/></query></iq>`);
  await client.ping();
  return client;
}

test('a vCard is kept, and read by anybody', async () => {
  const server = createFriends();
  const juliet = await TestClient.logIn(server, 'juliet');
  assert.equal(errorOf(await juliet.request('get', VCARD)), 'cancel item-not-found');
  await juliet.request('set', '<vCard xmlns="vcard-temp"><FN>Juliet</FN></vCard>');
  const benvolio = await TestClient.logIn(server, 'benvolio');
  const reply = await benvolio.request('get', VCARD, JULIET);
  assert.equal(reply.getChild('vCard', 'vcard-temp')?.getChildText('FN'), 'Juliet');
  assert.equal(errorOf(await benvolio.request('get', VCARD, 'nobody@example.com')), 'cancel item-not-found');
  assert.equal(errorOf(await benvolio.request('set', '<vCard xmlns="vcard-temp"/>', JULIET)), 'cancel service-unavailable');
});

test('whoever follows an account and wants to hear of avatars is told of a new one, and of the last one on coming', async () => {
  const server = createFriends();
  const romeo = await listening(server, 'romeo');
  const juliet = await TestClient.online(server, 'juliet');
  await juliet.request('set', metadata('abc'));
  const event = await romeo.next(isEvent);
  assert.deepEqual([event.attrs.from, event.attrs.to], [JULIET, romeo.jid]);
  assert.equal(event.getChild('event')?.getChild('items')?.getChild('item')?.attrs.id, 'abc');
  const phone = await TestClient.online(server, 'romeo', 'phone', CAPS);
  await phone.next(isEvent);
});

test('nobody else is told', async () => {
  const server = createFriends();
  const benvolio = await listening(server, 'benvolio');
  const deaf = await TestClient.online(server, 'romeo');
  const juliet = await TestClient.online(server, 'juliet');
  await juliet.request('set', metadata('abc'));
  for (const client of [benvolio, deaf]) {
    await client.ping();
    assert.equal(client.inbox.some(isEvent), false);
  }
});

test('the data are for those who see the account, by their id', async () => {
  const server = createFriends();
  const juliet = await TestClient.logIn(server, 'juliet');
  await juliet.request('set', publish('urn:xmpp:avatar:data', 'abc', '<data xmlns="urn:xmpp:avatar:data">AAAA</data>'));
  const romeo = await TestClient.logIn(server, 'romeo');
  const reply = await romeo.request('get', items('urn:xmpp:avatar:data', 'abc'), JULIET);
  assert.equal(reply.getChild('pubsub')?.getChild('items')?.getChild('item')?.getChildText('data'), 'AAAA');
  assert.equal(errorOf(await romeo.request('get', items('urn:xmpp:avatar:data', 'xyz'), JULIET)), 'cancel item-not-found');
  const benvolio = await TestClient.logIn(server, 'benvolio');
  assert.equal(errorOf(await benvolio.request('get', items('urn:xmpp:avatar:data', 'abc'), JULIET)), 'auth forbidden');
});

test('simulated people show their picture in either way', async () => {
  const server = createServer();
  for (const name of ['juliet', 'mercutio']) server.seedContact('romeo', { jid: `${name}@example.com`, subscription: 'to' });
  const romeo = await listening(server, 'romeo');
  const png = portrait('juliet');
  const hash = createHash('sha1').update(png).digest('hex');
  const people = (['vcard', 'avatar'] as const).map((kind, index) => new SimulatedPerson(server, ['juliet', 'mercutio'][index]!, PASSWORD, () => undefined, { kind, png }));
  await Promise.all(people.map((person) => person.signIn({})));
  const presence = await romeo.next((stanza) => stanza.is('presence') && stanza.attrs.from === 'juliet@example.com/desk');
  assert.equal(presence.getChild('x', 'vcard-temp:x:update')?.getChildText('photo'), hash);
  const vCard = (await romeo.request('get', VCARD, JULIET)).getChild('vCard');
  assert.equal(vCard?.getChild('PHOTO')?.getChildText('BINVAL'), Buffer.from(png).toString('base64'));
  assert.equal((await romeo.next(isEvent)).getChild('event')?.getChild('items')?.getChild('item')?.attrs.id, hash);
  for (const person of people) person.signOut();
});

test('a portrait is a PNG, the same for the same name', () => {
  const png = Buffer.from(portrait('stuart'));
  assert.equal(png.subarray(0, 8).toString('latin1'), '\x89PNG\r\n\x1a\n');
  assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [64, 64]);
  assert.deepEqual(png, Buffer.from(portrait('stuart')));
  assert.notDeepEqual(png, Buffer.from(portrait('yuki.tanaka')));
});
