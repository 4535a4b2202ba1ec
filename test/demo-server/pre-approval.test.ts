import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createServer, describeItem, items, pushedItem, TestClient } from './client.js';
import { enter, MIRROR, type State, STATES, stateOf } from './subscription-states.js';

const ROMEO = 'romeo@example.com';
const JULIET = 'juliet@example.com';

async function nextPush(client: TestClient): Promise<string> {
  return describeItem(pushedItem(await client.next((element) => pushedItem(element) !== undefined))!);
}

test('a session is told that requests can be approved ahead', async () => {
  const server = createServer();
  const client = await TestClient.open(server);
  client.send(`<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">${btoa('\0romeo\0secret')}</auth>`);
  await client.next((element) => element.is('success'));
  assert.ok((await client.openStream(server.domain)).getChild('sub', 'urn:xmpp:features:pre-approval'));
});

// RFC 6121 §3.4.2: in which states an approval is one ahead; elsewhere it answers a request, or there is nothing to approve.
for (const state of STATES) {
  const isAhead = ['None', 'None+Out', 'To'].includes(state);
  test(`an approval in state ${state} is ${isAhead ? 'kept for a request to come, and not passed on' : 'not kept'}`, async () => {
    const server = createServer();
    enter(server, JULIET, ROMEO, state);
    enter(server, ROMEO, JULIET, MIRROR[state]);
    const [romeo, juliet] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'juliet')];
    romeo.inbox.length = 0;
    juliet.send(`<presence type="subscribed" to="${ROMEO}"/>`);
    await juliet.ping();
    await romeo.ping();
    assert.equal(server.roster(JULIET)[0]?.approved ?? false, isAhead);
    assert.equal(/ approved$/.test(items(await juliet.getRoster())[0]!), isAhead);
    if (isAhead) assert.deepEqual([stateOf(server, JULIET, ROMEO), romeo.presences()], [state, []]);
  });
}

for (const [before, after] of [['None', 'From'], ['None+Out', 'From+Out'], ['To', 'Both']] as readonly (readonly [State, State])[]) {
  test(`a request approved ahead in state ${before} leads to ${after}, is answered by the server and never shown`, async () => {
    const server = createServer();
    enter(server, JULIET, ROMEO, before, true);
    enter(server, ROMEO, JULIET, MIRROR[before]);
    const [romeo, juliet] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'juliet')];
    juliet.inbox.length = 0;
    romeo.send(`<presence type="subscribe" to="${JULIET}"/>`);
    await romeo.presence(JULIET, 'subscribed');
    await romeo.presence(juliet.jid);
    assert.match(await nextPush(juliet), / approved$/);
    assert.equal(stateOf(server, JULIET, ROMEO), after);
    assert.equal(juliet.presences().includes(`subscribe ${ROMEO}`), false);
  });
}

test('somebody who is in no roster can be approved ahead, and then is in it', async () => {
  const juliet = await TestClient.online(createServer(), 'juliet');
  juliet.send(`<presence type="subscribed" to="${ROMEO}"/>`);
  assert.equal(await nextPush(juliet), `${ROMEO} none approved`);
});

test('a request approved ahead is answered while nobody is there', async () => {
  const server = createServer();
  enter(server, JULIET, ROMEO, 'None', true);
  const romeo = await TestClient.online(server, 'romeo');
  romeo.send(`<presence type="subscribe" to="${JULIET}"/>`);
  await romeo.presence(JULIET, 'subscribed');
  assert.deepEqual(server.requests('juliet'), []);
});

test('a pre-approval can be withdrawn', async () => {
  const server = createServer();
  const [romeo, juliet] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'juliet')];
  juliet.send(`<presence type="subscribed" to="${ROMEO}"/>`);
  juliet.send(`<presence type="unsubscribed" to="${ROMEO}"/>`);
  assert.deepEqual([await nextPush(juliet), await nextPush(juliet)], [`${ROMEO} none approved`, `${ROMEO} none`]);
  romeo.send(`<presence type="subscribe" to="${JULIET}"/>`);
  await juliet.presence(ROMEO, 'subscribe');
});

test('a pre-approval goes with the contact', async () => {
  const server = createServer();
  enter(server, JULIET, ROMEO, 'None', true);
  const [romeo, juliet] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'juliet')];
  await juliet.setRoster(`<item jid="${ROMEO}" subscription="remove"/>`);
  romeo.send(`<presence type="subscribe" to="${JULIET}"/>`);
  await juliet.presence(ROMEO, 'subscribe');
});

test('a roster set neither grants nor takes a pre-approval', async () => {
  const server = createServer();
  enter(server, JULIET, ROMEO, 'None', true);
  const juliet = await TestClient.logIn(server, 'juliet');
  await juliet.setRoster(`<item jid="${ROMEO}" name="Romeo" approved="false"/>`);
  await juliet.setRoster('<item jid="mercutio@example.com" approved="true"/>');
  assert.deepEqual(items(await juliet.getRoster()), [`${ROMEO} "Romeo" none approved`, 'mercutio@example.com none']);
});
