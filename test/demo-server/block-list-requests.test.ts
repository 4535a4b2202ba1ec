import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Element } from '../../demo/server/xml.js';
import { createServer, DOMAIN, errorOf, TestClient } from './client.js';

const ROMEO = 'romeo@example.com';
const BLOCKING = 'urn:xmpp:blocking';

/** "block a b" of a push or a result. */
function described(stanza: Element): string {
  const list = stanza.getChildElements().find((child) => child.getNS() === BLOCKING);
  return [list?.name, ...(list?.getChildren('item').map(({ attrs }) => attrs.jid) ?? [])].join(' ');
}

const isPush = ({ attrs, name }: Element): boolean => name === 'iq' && attrs.type === 'set';

for (const to of [DOMAIN, 'juliet@example.com']) {
  test(`${to} says that one can block`, async () => {
    const juliet = await TestClient.logIn(createServer(), 'juliet');
    const query = (await juliet.request('get', '<query xmlns="http://jabber.org/protocol/disco#info"/>', to)).getChild('query');
    assert.ok(query?.getChildren('feature').some((feature) => feature.attrs.var === BLOCKING));
  });
}

test('nobody is blocked at first', async () => {
  const juliet = await TestClient.logIn(createServer(), 'juliet');
  assert.equal(described(await juliet.getBlockList()), 'blocklist');
});

test('who is blocked is on the list, for every session to come', async () => {
  const server = createServer();
  const juliet = await TestClient.logIn(server, 'juliet');
  const result = await juliet.block('Romeo@Example.com', 'tybalt@capulet.example/desk', 'spam.example');
  assert.deepEqual([result.attrs.type, result.getChildElements()], ['result', []]);
  juliet.socket.close();
  await juliet.closed;
  const later = await TestClient.logIn(server, 'juliet');
  assert.equal(described(await later.getBlockList()), `blocklist ${ROMEO} tybalt@capulet.example/desk spam.example`);
  assert.deepEqual(server.blocked('juliet'), [ROMEO, 'tybalt@capulet.example/desk', 'spam.example']);
});

test('unblocking takes those away and leaves the others; unblocking nobody in particular takes all', async () => {
  const server = createServer();
  const juliet = await TestClient.logIn(server, 'juliet');
  await juliet.block(ROMEO, 'spam.example', 'tybalt@capulet.example');
  await juliet.unblock(ROMEO, 'never@blocked.example');
  assert.deepEqual(server.blocked('juliet'), ['spam.example', 'tybalt@capulet.example']);
  assert.equal((await juliet.unblock()).attrs.type, 'result');
  assert.deepEqual(server.blocked('juliet'), []);
});

test('every resource that asked for the list is told of its changes, and no other', async () => {
  const server = createServer();
  const [asking, other] = [await TestClient.logIn(server, 'juliet', 'a'), await TestClient.online(server, 'juliet', 'b')];
  const romeo = await TestClient.online(server, 'romeo');
  await asking.getBlockList();
  await romeo.getBlockList();
  for (const change of [() => other.block(ROMEO), () => asking.unblock(ROMEO), () => asking.unblock()]) await change();
  const pushes = [await asking.next(isPush), await asking.next(isPush), await asking.next(isPush)];
  assert.deepEqual(pushes.map(described), [`block ${ROMEO}`, `unblock ${ROMEO}`, 'unblock']);
  assert.deepEqual(pushes.map(({ attrs }) => [attrs.from, attrs.to]), pushes.map(() => [undefined, asking.jid]));
  await Promise.all([other.ping(), romeo.ping()]);
  assert.equal([...other.inbox, ...romeo.inbox].some(isPush), false);
});

for (const [what, items, condition] of [
  ['nobody', '', 'modify bad-request'],
  ['an item without a JID', '<item/>', 'modify bad-request'],
  ['a malformed JID', `<item jid="${ROMEO}"/><item jid="a b@example.com"/>`, 'modify jid-malformed'],
  ['oneself', `<item jid="${ROMEO}"/><item jid="Juliet@example.com"/>`, 'cancel not-allowed'],
  ['one’s own resource', '<item jid="juliet@example.com/desk"/>', 'cancel not-allowed'],
] as const) {
  test(`blocking ${what} is refused and changes nothing`, async () => {
    const server = createServer();
    const juliet = await TestClient.logIn(server, 'juliet');
    await juliet.getBlockList();
    assert.equal(errorOf(await juliet.request('set', `<block xmlns="${BLOCKING}">${items}</block>`)), condition);
    assert.deepEqual([server.blocked('juliet'), juliet.inbox], [[], []]);
  });
}

test('nobody reads or writes somebody else’s list', async () => {
  const romeo = await TestClient.logIn(createServer(), 'romeo');
  assert.equal(errorOf(await romeo.request('get', `<blocklist xmlns="${BLOCKING}"/>`, 'juliet@example.com')), 'auth forbidden');
  assert.equal(errorOf(await romeo.request('set', `<block xmlns="${BLOCKING}"><item jid="a@b"/></block>`, 'juliet@example.com')), 'auth forbidden');
});
