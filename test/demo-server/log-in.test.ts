import assert from 'node:assert/strict';
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { test } from 'node:test';
import { createServer, DOMAIN, errorOf, PASSWORD, plain, TestClient } from './client.js';

const SASL = 'urn:ietf:params:xml:ns:xmpp-sasl';
const FRAMING = 'urn:ietf:params:xml:ns:xmpp-framing';
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const text64 = (encoded: string): string => Buffer.from(encoded, 'base64').toString();

async function answer(client: TestClient, xml: string): Promise<string> {
  client.send(xml);
  const element = await client.next((frame) => frame.getNS() === SASL);
  return [element.name, element.getChildElements()[0]?.name].filter(Boolean).join(' ');
}

/** A SCRAM client on node:crypto, so that it shares nothing with the server. */
async function scram(client: TestClient, hash: 'sha1' | 'sha256', username: string, password: string, nonceEnd = ''): Promise<{ name: string; isVerified: boolean }> {
  const bare = `n=${username},r=fyko+d2lbbFgONRv9qkxdawL`;
  const mechanism = hash === 'sha1' ? 'SCRAM-SHA-1' : 'SCRAM-SHA-256';
  client.send(`<auth xmlns="${SASL}" mechanism="${mechanism}">${base64(`n,,${bare}`)}</auth>`);
  const challenge = text64((await client.next((frame) => frame.is('challenge'))).getText());
  const [, serverNonce = '', salt = '', rounds = ''] = /^r=(.*),s=(.*),i=(.*)$/.exec(challenge) ?? [];
  const nonce = serverNonce + nonceEnd;
  const hmac = (key: Buffer, data: string): Buffer => createHmac(hash, key).update(data).digest();
  const salted = pbkdf2Sync(password, Buffer.from(salt, 'base64'), Number(rounds), hash === 'sha1' ? 20 : 32, hash);
  const clientKey = hmac(salted, 'Client Key');
  const message = `${bare},${challenge},c=biws,r=${nonce}`;
  const signature = hmac(createHash(hash).update(clientKey).digest(), message);
  const proof = clientKey.map((byte, index) => byte ^ signature[index]!);
  client.send(`<response xmlns="${SASL}">${base64(`c=biws,r=${nonce},p=${Buffer.from(proof).toString('base64')}`)}</response>`);
  const outcome = await client.next((frame) => frame.is('success') || frame.is('failure'));
  return { name: outcome.name, isVerified: text64(outcome.getText()) === `v=${hmac(hmac(salted, 'Server Key'), message).toString('base64')}` };
}

test('a new stream offers the mechanisms, strongest first', async () => {
  const client = new TestClient(createServer());
  await new Promise((resolve) => { client.socket.onopen = resolve; });
  const features = await client.openStream(DOMAIN);
  const names = features.getChild('mechanisms', SASL)?.getChildren('mechanism').map((mechanism) => mechanism.getText());
  assert.deepEqual(names, ['SCRAM-SHA-256', 'SCRAM-SHA-1', 'PLAIN']);
});

for (const hash of ['sha1', 'sha256'] as const) {
  test(`SCRAM with ${hash} lets the right password in and proves that the server knows it`, async () => {
    const client = await TestClient.open(createServer());
    assert.deepEqual(await scram(client, hash, 'romeo', PASSWORD), { name: 'success', isVerified: true });
  });

  test(`SCRAM with ${hash} treats an unknown user like a wrong password`, async () => {
    const client = await TestClient.open(createServer());
    assert.deepEqual(await scram(client, hash, 'romeo', 'wrong'), { name: 'failure', isVerified: false });
    assert.deepEqual(await scram(client, hash, 'nobody', PASSWORD), { name: 'failure', isVerified: false });
  });
}

test('SCRAM refuses a proof over a nonce that is not the server’s', async () => {
  const client = await TestClient.open(createServer());
  assert.equal((await scram(client, 'sha256', 'romeo', PASSWORD, 'x')).name, 'failure');
});

test('a wrong password is not-authorized, and the same stream takes the right one', async () => {
  const client = await TestClient.open(createServer());
  assert.equal(await answer(client, plain('romeo', 'wrong')), 'failure not-authorized');
  assert.equal(await answer(client, plain('nobody', PASSWORD)), 'failure not-authorized');
  assert.equal(await answer(client, plain('romeo', PASSWORD)), 'success');
});

test('passwords beyond Latin-1 work with PLAIN and SCRAM', async () => {
  const server = createServer();
  server.addAccount('иван', 'пароль ü');
  const client = await TestClient.open(server);
  assert.equal((await scram(client, 'sha256', 'иван', 'пароль ü')).name, 'success');
  const other = await TestClient.open(server);
  assert.equal(await answer(other, `<auth xmlns="${SASL}" mechanism="PLAIN">${base64('\0иван\0пароль ü')}</auth>`), 'success');
});

test('attempts are counted by user, successful or not', async () => {
  const server = createServer();
  const client = await TestClient.open(server);
  await answer(client, plain('romeo', 'wrong'));
  await scram(client, 'sha256', 'romeo', PASSWORD);
  assert.equal(server.authAttempts('romeo'), 2);
  assert.equal(server.authAttempts('juliet'), 0);
});

test('after six wrong passwords the stream is closed', async () => {
  const client = await TestClient.open(createServer());
  for (let attempt = 0; attempt < 6; attempt += 1) assert.equal(await answer(client, plain('romeo', 'wrong')), 'failure not-authorized');
  client.send(plain('romeo', PASSWORD));
  const error = await client.next((frame) => frame.name === 'stream:error');
  assert.ok(error.getChild('policy-violation'));
  await client.closed;
});

test('bad SASL is answered by its condition, and the stream goes on', async () => {
  const client = await TestClient.open(createServer());
  const auth = (mechanism: string, content: string): string => `<auth xmlns="${SASL}" mechanism="${mechanism}">${content}</auth>`;
  assert.equal(await answer(client, auth('EXTERNAL', '=')), 'failure invalid-mechanism');
  assert.equal(await answer(client, auth('PLAIN', '!')), 'failure incorrect-encoding');
  assert.equal(await answer(client, auth('PLAIN', base64('romeo'))), 'failure malformed-request');
  assert.equal(await answer(client, auth('PLAIN', base64(`juliet@${DOMAIN}\0romeo\0${PASSWORD}`))), 'failure invalid-authzid');
  assert.equal(await answer(client, `<abort xmlns="${SASL}"/>`), 'failure aborted');
});

test('a client that does not speak first is asked to', async () => {
  const client = await TestClient.open(createServer());
  assert.equal(await answer(client, `<auth xmlns="${SASL}" mechanism="PLAIN"/>`), 'challenge');
  assert.equal(await answer(client, `<response xmlns="${SASL}">${base64(`\0romeo\0${PASSWORD}`)}</response>`), 'success');
});

test('binding gives the requested resource, and the features tell of versions and pre-approval', async () => {
  const client = await TestClient.open(createServer());
  await answer(client, plain('romeo', PASSWORD));
  const features = await client.openStream(DOMAIN);
  assert.ok(features.getChild('ver', 'urn:xmpp:features:rosterver'));
  assert.ok(features.getChild('sub', 'urn:xmpp:features:pre-approval'));
  await client.bind('orchard');
  assert.equal(client.jid, `romeo@${DOMAIN}/orchard`);
});

test('binding without a wish gives a resource of the server’s choice', async () => {
  const client = await TestClient.open(createServer());
  await answer(client, plain('romeo', PASSWORD));
  await client.openStream(DOMAIN);
  const reply = await client.request('set', '<bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/>');
  assert.match(reply.getChild('bind')?.getChildText('jid') ?? '', /^romeo@example\.com\/.+/);
});

test('an empty resource is a bad request, and binding can be tried again', async () => {
  const client = await TestClient.open(createServer());
  await answer(client, plain('romeo', PASSWORD));
  await client.openStream(DOMAIN);
  assert.equal(errorOf(await client.bind('')), 'modify bad-request');
  await client.bind('orchard');
  assert.equal(client.jid, `romeo@${DOMAIN}/orchard`);
});

test('the newer stream takes a resource; the older one is told and closed', async () => {
  const server = createServer();
  const older = await TestClient.online(server, 'romeo', 'orchard');
  await TestClient.logIn(server, 'romeo', 'orchard');
  const error = await older.next((frame) => frame.name === 'stream:error');
  assert.ok(error.getChild('conflict', 'urn:ietf:params:xml:ns:xmpp-streams'));
  await older.next((frame) => frame.is('close', FRAMING));
  assert.equal((await older.closed).code, 1000);
  assert.deepEqual(server.sessions('romeo').map(({ jid, isAvailable }) => [jid, isAvailable]), [[`romeo@${DOMAIN}/orchard`, false]]);
});

test('a stanza before the log-in closes the stream', async () => {
  const client = await TestClient.open(createServer());
  client.send('<presence/>');
  assert.ok((await client.next((frame) => frame.name === 'stream:error')).getChild('not-authorized'));
  await client.closed;
});

test('after the log-in the stream has to be opened anew', async () => {
  const client = await TestClient.open(createServer());
  await answer(client, plain('romeo', PASSWORD));
  client.send('<iq type="set" id="b1"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/></iq>');
  assert.ok((await client.next((frame) => frame.name === 'stream:error')).getChild('not-authorized'));
});

test('a stream to another host is refused', async () => {
  const client = new TestClient(createServer());
  await new Promise((resolve) => { client.socket.onopen = resolve; });
  client.send(`<open xmlns="${FRAMING}" to="elsewhere.example" version="1.0"/>`);
  assert.ok((await client.next((frame) => frame.name === 'stream:error')).getChild('host-unknown'));
});

for (const [what, frame] of [
  ['not well-formed', '<presence><show>away</presence>'],
  ['truncated', '<presence><show>aw'],
  ['two stanzas', '<presence/><presence/>'],
  ['followed by text', '<presence/>oops'],
  ['a DOCTYPE', '<!DOCTYPE presence []><presence/>'],
  ['of an unknown entity', '<presence><status>&copy;</status></presence>'],
  ['too deep', '<a>'.repeat(100) + '</a>'.repeat(100)],
] as const) {
  test(`a frame that is ${what} closes the stream and no other`, async () => {
    const server = createServer();
    const [client, other] = [await TestClient.online(server, 'romeo'), await TestClient.online(server, 'juliet')];
    client.send(frame);
    assert.ok((await client.next((element) => element.name === 'stream:error')).getChild('not-well-formed'));
    await client.closed;
    await other.ping();
  });
}

test('a stanza in somebody else’s name closes the stream', async () => {
  const client = await TestClient.online(createServer(), 'romeo');
  client.send(`<presence from="juliet@${DOMAIN}/balcony"/>`);
  assert.ok((await client.next((element) => element.name === 'stream:error')).getChild('invalid-from'));
});

test('a client that closes its stream is answered and the socket is closed cleanly', async () => {
  const client = await TestClient.online(createServer(), 'romeo');
  client.send(`<close xmlns="${FRAMING}"/>`);
  await client.next((frame) => frame.is('close', FRAMING));
  assert.equal((await client.closed).wasClean, true);
});
