import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createServer, DOMAIN, errorOf, TestClient } from './client.js';

const JULIET = `juliet@${DOMAIN}`;
const PING = '<ping xmlns="urn:xmpp:ping"/>';
const DISCO = '<query xmlns="http://jabber.org/protocol/disco#info"/>';
const isMessage = (element: { name: string }): boolean => element.name === 'message';

for (const [whom, to] of [['the server', DOMAIN], ['the own bare JID', `romeo@${DOMAIN}`], ['nobody', undefined]] as const) {
  test(`a ping to ${whom} is answered by it`, async () => {
    const romeo = await TestClient.logIn(createServer(), 'romeo');
    const reply = await romeo.request('get', PING, to);
    assert.deepEqual([reply.attrs.type, reply.attrs.from, reply.attrs.to], ['result', to, romeo.jid]);
  });
}

for (const [to, category] of [[DOMAIN, 'server'], [`romeo@${DOMAIN}`, 'account'], [undefined, 'account']] as const) {
  test(`${to ?? 'nobody in particular'} says what it is and can`, async () => {
    const romeo = await TestClient.logIn(createServer(), 'romeo');
    const query = (await romeo.request('get', DISCO, to)).getChild('query');
    assert.equal(query?.getChild('identity')?.attrs.category, category);
    const features = query?.getChildren('feature').map((feature) => feature.attrs.var);
    assert.deepEqual(features?.sort(), ['http://jabber.org/protocol/disco#info', 'jabber:iq:last', 'jabber:iq:private', 'jabber:iq:roster', 'urn:xmpp:blocking', 'urn:xmpp:ping', 'vcard-temp']);
  });
}

test('there are no nodes to ask for, and somebody else’s account does not say what it is', async () => {
  const romeo = await TestClient.logIn(createServer(), 'romeo');
  assert.equal(errorOf(await romeo.request('get', DISCO.replace('/>', ' node="x"/>'), DOMAIN)), 'cancel item-not-found');
  assert.equal(errorOf(await romeo.request('get', DISCO, JULIET)), 'cancel service-unavailable');
});

test('the session of old clients is granted', async () => {
  const romeo = await TestClient.logIn(createServer(), 'romeo');
  assert.equal((await romeo.request('set', '<session xmlns="urn:ietf:params:xml:ns:xmpp-session"/>')).attrs.type, 'result');
});

test('what the server does not know is unavailable', async () => {
  const romeo = await TestClient.logIn(createServer(), 'romeo');
  for (const to of [undefined, DOMAIN, JULIET, `${JULIET}/nowhere`, `nobody@${DOMAIN}`]) {
    assert.equal(errorOf(await romeo.request('get', '<query xmlns="urn:unknown"/>', to)), 'cancel service-unavailable');
  }
});

test('a request without exactly one child is bad', async () => {
  const romeo = await TestClient.logIn(createServer(), 'romeo');
  assert.equal(errorOf(await romeo.request('get', '')), 'modify bad-request');
  assert.equal(errorOf(await romeo.request('get', PING + PING)), 'modify bad-request');
});

test('a second binding on a stream is not allowed', async () => {
  const romeo = await TestClient.logIn(createServer(), 'romeo');
  assert.equal(errorOf(await romeo.bind('second')), 'cancel not-allowed');
});

test('requests between resources are routed there and back, stamped with their sender', async () => {
  const server = createServer();
  const [romeo, juliet] = [await TestClient.logIn(server, 'romeo'), await TestClient.logIn(server, 'juliet', 'balcony')];
  const reply = romeo.request('get', PING, `${JULIET}/balcony`);
  const request = await juliet.next((element) => element.is('iq'));
  assert.equal(request.attrs.from, romeo.jid);
  juliet.send(`<iq type="result" id="${request.attrs.id}" to="${request.attrs.from}"/>`);
  assert.equal((await reply).attrs.from, juliet.jid);
});

test('a stray result is swallowed and changes nothing, whatever it carries', async () => {
  const server = createServer();
  const romeo = await TestClient.logIn(server, 'romeo');
  romeo.send(`<iq type="result" id="w"><query xmlns="jabber:iq:roster"><item jid="${JULIET}"/></query></iq>`);
  romeo.send(`<iq type="result" id="x"/>`);
  romeo.send(`<iq type="result" id="y" to="${JULIET}/nowhere"/>`);
  await romeo.ping();
  assert.deepEqual([romeo.inbox, server.roster('romeo')], [[], []]);
});

test('a stanza that is none of the three closes the stream', async () => {
  const romeo = await TestClient.logIn(createServer(), 'romeo');
  romeo.send('<query xmlns="jabber:client"/>');
  assert.ok((await romeo.next((element) => element.name === 'stream:error')).getChild('unsupported-stanza-type'));
});

test('a message to a bare JID goes to the resource of the highest priority', async () => {
  const server = createServer();
  const romeo = await TestClient.online(server, 'romeo');
  const [low, high] = [
    await TestClient.online(server, 'juliet', 'low', '<presence><priority>9</priority></presence>'),
    await TestClient.online(server, 'juliet', 'high', '<presence><priority>10</priority></presence>'),
  ];
  romeo.send(`<message type="chat" to="${JULIET}"><body>Hi</body></message>`);
  const message = await high.next(isMessage);
  assert.deepEqual([message.attrs.from, message.attrs.to, message.getChildText('body')], [romeo.jid, JULIET, 'Hi']);
  await low.ping();
  assert.equal(low.inbox.some(isMessage), false);
});

test('a message to a full JID goes there, whatever its priority', async () => {
  const server = createServer();
  const romeo = await TestClient.online(server, 'romeo');
  const juliet = await TestClient.online(server, 'juliet', 'balcony', '<presence><priority>-1</priority></presence>');
  romeo.send(`<message to="${JULIET}/balcony"><body>Hi</body></message>`);
  await juliet.next(isMessage);
});

test('a message that nobody can take comes back', async () => {
  const server = createServer();
  const romeo = await TestClient.online(server, 'romeo');
  await TestClient.online(server, 'juliet', 'balcony', '<presence><priority>-1</priority></presence>');
  const sendTo = async (to: string): Promise<string | undefined> => {
    romeo.send(`<message to="${to}"><body>Hi</body></message>`);
    return errorOf(await romeo.next(isMessage));
  };
  assert.equal(await sendTo(JULIET), 'cancel service-unavailable');
  assert.equal(await sendTo(`nobody@${DOMAIN}`), 'cancel service-unavailable');
  assert.equal(await sendTo('a@elsewhere.example'), 'cancel remote-server-not-found');
});
