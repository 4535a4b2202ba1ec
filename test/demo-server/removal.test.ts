import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createServer, describeItem, items, pushedItem, TestClient } from './client.js';
import { enter, MIRROR, type State, stateOf } from './subscription-states.js';

const ROMEO = 'romeo@example.com';
const JULIET = 'juliet@example.com';

/** RFC 6121 §2.5.2. Romeo's state when he removes Juliet → where she is then, and what her server tells her. */
const CASES: Readonly<Record<State, readonly [State, ...string[]]>> = {
  'None': ['None'],
  'None+Out': ['None', 'unsubscribe'],
  'None+In': ['None+Out'],
  'None+Out+In': ['None+Out', 'unsubscribe'],
  'To': ['None', 'unsubscribe'],
  'To+In': ['None+Out', 'unsubscribe'],
  'From': ['None', 'unavailable', 'unsubscribed'],
  'From+Out': ['None', 'unavailable', 'unsubscribe', 'unsubscribed'],
  'Both': ['None', 'unavailable', 'unsubscribe', 'unsubscribed'],
};

for (const [before, [after, ...told]] of Object.entries(CASES) as [State, readonly [State, ...string[]]][]) {
  test(`removing a contact in state ${before} tells it ${told.join(', ') || 'nothing'}`, async () => {
    const server = createServer();
    enter(server, ROMEO, JULIET, before);
    enter(server, JULIET, ROMEO, MIRROR[before]);
    const [romeo, juliet] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'juliet')];
    await romeo.ping();
    for (const { inbox } of [romeo, juliet]) inbox.length = 0;
    await romeo.setRoster(`<item jid="${JULIET}" subscription="remove"/>`);
    assert.equal(describeItem(pushedItem(await romeo.push(JULIET))!), `${JULIET} remove`);
    await juliet.ping();
    assert.deepEqual(juliet.presences(), told.map((type) => `${type} ${type === 'unavailable' ? romeo.jid : ROMEO}`));
    assert.deepEqual([server.roster('romeo'), stateOf(server, JULIET, ROMEO)], [[], after]);
  });
}

test('who removes a contact sees it go', async () => {
  const server = createServer();
  server.seedContact('romeo', { jid: JULIET, subscription: 'to' });
  const [romeo, juliet] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'juliet')];
  await romeo.setRoster(`<item jid="${JULIET}" subscription="remove"/>`);
  await romeo.presence(juliet.jid, 'unavailable');
});

test('a contact that was removed keeps the other in its roster, by name and groups', async () => {
  const server = createServer();
  server.seedContact('juliet', { jid: ROMEO, name: 'Romeo', groups: ['Friends'], subscription: 'both' });
  const [romeo, juliet] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'juliet')];
  await romeo.setRoster(`<item jid="${JULIET}" subscription="remove"/>`);
  await juliet.presence(ROMEO, 'unsubscribed');
  assert.deepEqual(items(await juliet.getRoster()), [`${ROMEO} "Romeo" none [Friends]`]);
});

test('a request by somebody who was removed still waits for an answer', async () => {
  const server = createServer();
  enter(server, ROMEO, JULIET, 'To+In');
  enter(server, JULIET, ROMEO, 'From+Out');
  const romeo = await TestClient.online(server, 'romeo', 'desk');
  await romeo.setRoster(`<item jid="${JULIET}" subscription="remove"/>`);
  const phone = await TestClient.online(server, 'romeo', 'phone');
  await phone.presence(JULIET, 'subscribe');
});
