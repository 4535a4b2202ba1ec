import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createServer, describeItem, errorOf, items, pushedItem, TestClient } from './client.js';

const JULIET = 'juliet@example.com';

test('an empty roster is a query without items', async () => {
  const client = await TestClient.logIn(createServer(), 'romeo');
  const result = await client.getRoster();
  assert.equal(result.attrs.type, 'result');
  assert.deepEqual(items(result), []);
  assert.ok(result.getChild('query', 'jabber:iq:roster'));
});

test('the roster has names, groups, subscription and ask as they are', async () => {
  const server = createServer();
  server.seedContact('romeo', { jid: JULIET, name: 'Juliet', groups: ['Friends', 'Lovers'], subscription: 'both' });
  server.seedContact('romeo', { jid: 'mercutio@example.com', ask: 'subscribe' });
  const client = await TestClient.logIn(server, 'romeo');
  assert.deepEqual(items(await client.getRoster()), [`${JULIET} "Juliet" both [Friends] [Lovers]`, 'mercutio@example.com none ask=subscribe']);
});

test('a set is pushed to every interested resource, and to no other', async () => {
  const server = createServer();
  const [asking, interested] = [await TestClient.logIn(server, 'romeo', 'a'), await TestClient.logIn(server, 'romeo', 'b')];
  const other = await TestClient.logIn(server, 'romeo', 'c');
  await Promise.all([asking.getRoster(), interested.getRoster()]);
  const result = await asking.setRoster(`<item jid="${JULIET}" name="Juliet"><group>Friends</group></item>`);
  assert.equal(result.attrs.type, 'result');
  assert.equal(result.getChildElements().length, 0);
  for (const client of [asking, interested]) {
    const push = await client.push(JULIET);
    assert.equal(push.attrs.to, client.jid);
    assert.equal(push.attrs.from, undefined);
    assert.equal(describeItem(pushedItem(push)!), `${JULIET} "Juliet" none [Friends]`);
  }
  await other.ping();
  assert.equal(other.inbox.some((element) => pushedItem(element)), false);
});

test('a set replaces name and groups as a whole and leaves the subscription', async () => {
  const server = createServer();
  server.seedContact('romeo', { jid: JULIET, name: 'Juliet', groups: ['Friends'], subscription: 'both' });
  const client = await TestClient.logIn(server, 'romeo');
  await client.setRoster(`<item jid="${JULIET}" subscription="none" ask="subscribe"><group>Lovers</group></item>`);
  assert.deepEqual(items(await client.getRoster()), [`${JULIET} both [Lovers]`]);
});

test('names and groups are kept byte for byte', async () => {
  const client = await TestClient.logIn(createServer(), 'romeo');
  await client.setRoster(`<item jid="${JULIET}" name=" Ju&quot;li&amp;et 💘 "><group> Friends\n&lt;3 </group><group>friends</group></item>`);
  assert.deepEqual(items(await client.getRoster()), [`${JULIET} " Ju"li&et 💘 " none [ Friends\n<3 ] [friends]`]);
});

test('JIDs are compared in lower case', async () => {
  const client = await TestClient.logIn(createServer(), 'romeo');
  await client.setRoster('<item jid="Juliet@EXAMPLE.com" name="One"/>');
  await client.setRoster(`<item jid="${JULIET}" name="Two"/>`);
  assert.deepEqual(items(await client.getRoster()), [`${JULIET} "Two" none`]);
});

for (const [what, item, condition] of [
  ['no item', '', 'modify bad-request'],
  ['several items', `<item jid="${JULIET}"/><item jid="mercutio@example.com"/>`, 'modify bad-request'],
  ['no JID', '<item name="x"/>', 'modify bad-request'],
  ['a full JID', `<item jid="${JULIET}/balcony"/>`, 'modify bad-request'],
  ['a group twice', `<item jid="${JULIET}"><group>A</group><group>A</group></item>`, 'modify bad-request'],
  ['an empty group', `<item jid="${JULIET}"><group/></item>`, 'modify not-acceptable'],
  ['a group of more than 1023 bytes', `<item jid="${JULIET}"><group>${'ü'.repeat(512)}</group></item>`, 'modify not-acceptable'],
  ['a name of more than 1023 bytes', `<item jid="${JULIET}" name="${'n'.repeat(1024)}"/>`, 'modify not-acceptable'],
  ['the user’s own JID', '<item jid="romeo@example.com"/>', 'cancel not-allowed'],
  ['the removal of nobody', `<item jid="${JULIET}" subscription="remove"/>`, 'cancel item-not-found'],
] as const) {
  test(`a set with ${what} is refused and changes nothing`, async () => {
    const client = await TestClient.logIn(createServer(), 'romeo');
    await client.getRoster();
    assert.equal(errorOf(await client.setRoster(item)), condition);
    assert.deepEqual(items(await client.getRoster()), []);
    assert.equal(client.inbox.some((element) => pushedItem(element)), false);
  });
}

test('nobody reads or writes somebody else’s roster', async () => {
  const client = await TestClient.logIn(createServer(), 'romeo');
  assert.equal(errorOf(await client.request('get', '<query xmlns="jabber:iq:roster"/>', JULIET)), 'auth forbidden');
  assert.equal(errorOf(await client.request('set', '<query xmlns="jabber:iq:roster"><item jid="a@b"/></query>', JULIET)), 'auth forbidden');
});

test('moving a contact into or out of a governed group is refused in words; other edits are not', async () => {
  const server = createServer({ governedGroups: ['Board'] });
  server.seedContact('romeo', { jid: JULIET, name: 'Juliet', groups: ['Board', 'Friends'] });
  server.seedContact('romeo', { jid: 'mercutio@example.com', groups: ['Friends'] });
  const client = await TestClient.logIn(server, 'romeo');
  for (const item of [
    `<item jid="${JULIET}"><group>Friends</group></item>`,
    `<item jid="${JULIET}" subscription="remove"/>`,
    '<item jid="mercutio@example.com"><group>Board</group></item>',
  ]) {
    const reply = await client.setRoster(item);
    assert.equal(errorOf(reply), 'cancel not-allowed');
    assert.match(reply.getChild('error')?.getChildText('text') ?? '', /Board/);
  }
  await client.setRoster(`<item jid="${JULIET}" name="J."><group>Lovers</group><group>Board</group></item>`);
  assert.deepEqual(items(await client.getRoster()), [`${JULIET} "J." none [Lovers] [Board]`, 'mercutio@example.com none [Friends]']);
});

test('a contact can be a domain, and be on another server', async () => {
  const client = await TestClient.logIn(createServer(), 'romeo');
  await client.setRoster('<item jid="irc.shakespeare.example" name="Gateway"/>');
  assert.deepEqual(items(await client.getRoster()), ['irc.shakespeare.example "Gateway" none']);
});
