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

// RFC 6121 Appendix A, seen from Romeo. Juliet's side is always the mirror image.
const MIRROR: Record<string, string> = {
  'None': 'None', 'None+Out': 'None+In', 'None+In': 'None+Out', 'None+Out+In': 'None+Out+In',
  'To': 'From', 'To+In': 'From+Out', 'From': 'To', 'From+Out': 'To+In', 'Both': 'Both',
};

/** Romeo's state → what it becomes when he sends that; "*" when Juliet is shown the stanza. */
const CASES: Record<string, Record<string, string>> = {
  subscribe: {
    'None': 'None+Out *', 'None+Out': 'None+Out', 'None+In': 'None+Out+In *', 'None+Out+In': 'None+Out+In',
    'To': 'To', 'To+In': 'To+In', 'From': 'From+Out *', 'From+Out': 'From+Out', 'Both': 'Both',
  },
  unsubscribe: {
    'None': 'None', 'None+Out': 'None *', 'None+In': 'None+In', 'None+Out+In': 'None+In *',
    'To': 'None *', 'To+In': 'None+In *', 'From': 'From', 'From+Out': 'From *', 'Both': 'From *',
  },
  subscribed: {
    'None': 'None', 'None+Out': 'None+Out', 'None+In': 'From *', 'None+Out+In': 'From+Out *',
    'To': 'To', 'To+In': 'Both *', 'From': 'From', 'From+Out': 'From+Out', 'Both': 'Both',
  },
  unsubscribed: {
    'None': 'None', 'None+Out': 'None+Out', 'None+In': 'None *', 'None+Out+In': 'None+Out *',
    'To': 'To', 'To+In': 'To *', 'From': 'None *', 'From+Out': 'None+Out *', 'Both': 'To *',
  },
};

function seedState(server: DemoServer, state: string): void {
  const [subscription, ...pending] = state.split('+');
  const mine = { None: 'none', To: 'to', From: 'from', Both: 'both' }[subscription!] as 'none';
  const theirs = { none: 'none', to: 'from', from: 'to', both: 'both' }[mine] as 'none';
  server.seedContact('romeo', { jid: JULIET, subscription: mine, ...(pending.includes('Out') && { ask: 'subscribe' }) });
  if (pending.includes('In')) server.seedContact('juliet', { jid: ROMEO, subscription: theirs, ask: 'subscribe' });
  if (state === 'None+Out+In') server.seedContact('romeo', { jid: JULIET, ask: 'subscribe' });
}

function stateOf(server: DemoServer, user: string, contact: string): string {
  const item = server.roster(user).find(({ jid }) => jid === contact);
  const subscription = item?.subscription ?? 'none';
  const name = subscription[0]!.toUpperCase() + subscription.slice(1);
  return [name, item?.ask && 'Out', server.requests(user).includes(contact) && 'In'].filter(Boolean).join('+');
}

for (const [type, cases] of Object.entries(CASES)) {
  for (const [before, outcome] of Object.entries(cases)) {
    const [after, isShown] = outcome.split(' ');
    test(`${type} in state ${before} leads to ${after}${isShown ? ' and is shown to the contact' : ''}`, async () => {
      const server = createServer();
      seedState(server, before);
      const [romeo, juliet] = await both(server);
      juliet.inbox.length = 0;
      romeo.send(`<presence type="${type}" to="${JULIET}"/>`);
      await romeo.ping();
      await juliet.ping();
      assert.equal(stateOf(server, 'romeo', JULIET), after);
      assert.equal(stateOf(server, 'juliet', ROMEO), MIRROR[after!]);
      assert.equal(juliet.presences().includes(`${type} ${ROMEO}`), isShown === '*');
    });
  }
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

test('a request approved ahead is answered by the server and never shown', async () => {
  const server = createServer();
  const [romeo, juliet] = await both(server);
  juliet.send(`<presence type="subscribed" to="${ROMEO}"/>`);
  assert.equal(await nextPush(juliet), `${ROMEO} none approved`);
  romeo.send(`<presence type="subscribe" to="${JULIET}"/>`);
  await romeo.presence(JULIET, 'subscribed');
  await romeo.presence(juliet.jid);
  assert.equal(await nextPush(juliet), `${ROMEO} from approved`);
  assert.deepEqual(juliet.presences(), []);
});

test('a pre-approval can be withdrawn', async () => {
  const [romeo, juliet] = await both(createServer());
  juliet.send(`<presence type="subscribed" to="${ROMEO}"/>`);
  juliet.send(`<presence type="unsubscribed" to="${ROMEO}"/>`);
  assert.deepEqual([await nextPush(juliet), await nextPush(juliet)], [`${ROMEO} none approved`, `${ROMEO} none`]);
  romeo.send(`<presence type="subscribe" to="${JULIET}"/>`);
  await juliet.presence(ROMEO, 'subscribe');
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
