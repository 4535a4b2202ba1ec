import assert from 'node:assert/strict';
import { test } from 'node:test';
import { InPageWebSocket, webSocketFor } from '../../demo/server/in-page.js';
import { createServer, PASSWORD } from './client.js';
import { client, xml } from './xmpp-client.js';

const URL = 'wss://in.page/xmpp-websocket';
const OPEN = '<open xmlns="urn:ietf:params:xml:ns:xmpp-framing" to="example.com" version="1.0"/>';

test('a socket opens asynchronously, with the subprotocol and URL it was asked for', async () => {
  const socket = new InPageWebSocket(createServer(), URL, ['xmpp']);
  assert.deepEqual([socket.readyState, socket.url, socket.protocol], [InPageWebSocket.CONNECTING, URL, '']);
  assert.throws(() => { socket.send(OPEN); }, { name: 'InvalidStateError' });
  await new Promise((resolve) => { socket.onopen = resolve; });
  assert.deepEqual([socket.readyState, socket.protocol], [InPageWebSocket.OPEN, 'xmpp']);
});

test('frames arrive after the call that caused them, in order, at handler and listeners alike', async () => {
  const socket = new InPageWebSocket(createServer(), URL, ['xmpp']);
  await new Promise((resolve) => { socket.onopen = resolve; });
  const [byHandler, byListener]: [string[], string[]] = [[], []];
  const features = new Promise<void>((resolve) => {
    socket.addEventListener('message', (event) => byListener.push((event as MessageEvent<string>).data));
    socket.onmessage = ({ data }) => { if (byHandler.push(data) === 2) resolve(); };
  });
  socket.send(OPEN);
  assert.deepEqual(byHandler, []);
  await features;
  assert.deepEqual(byHandler.map((frame) => /^<([\w:]+)/.exec(frame)?.[1]), ['open', 'stream:features']);
  assert.deepEqual(byListener, byHandler);
});

test('a closed socket says so once and is silent', async () => {
  const socket = new InPageWebSocket(createServer(), URL);
  let closes = 0;
  const closed = new Promise<{ wasClean: boolean; code: number }>((resolve) => { socket.onclose = (event) => { closes += 1; resolve(event); }; });
  socket.close();
  socket.close();
  assert.equal(socket.readyState, InPageWebSocket.CLOSING);
  const { wasClean, code } = await closed;
  socket.send(OPEN);
  assert.deepEqual([wasClean, code, closes, socket.readyState], [true, 1000, 1, InPageWebSocket.CLOSED]);
});

test('other URLs go to the page’s own WebSocket', () => {
  class Other {
    readonly url: string;
    constructor(url: string) { this.url = url; }
  }
  const PageWebSocket = webSocketFor(createServer(), URL, Other as unknown as typeof WebSocket);
  assert.ok(new PageWebSocket('wss://elsewhere.example/') instanceof Other);
  assert.ok(new PageWebSocket(URL, ['xmpp']) instanceof InPageWebSocket);
});

test('@xmpp/client talks to a server in its own page', async () => {
  const server = createServer();
  server.seedContact('romeo', { jid: 'juliet@example.com', name: 'Juliet', subscription: 'both' });
  const original = globalThis.WebSocket;
  globalThis.WebSocket = webSocketFor(server, URL, original);
  try {
    const xmpp = client({ service: URL, domain: 'example.com', username: 'romeo', password: PASSWORD, resource: 'page' });
    const jid = await xmpp.start();
    assert.equal(jid.toString(), 'romeo@example.com/page');
    const query = await xmpp.iqCaller.get(xml('query', { xmlns: 'jabber:iq:roster' }));
    assert.equal(query?.getChild('item')?.attrs.name, 'Juliet');
    await xmpp.stop();
    assert.deepEqual(server.sessions('romeo'), []);
  } finally {
    globalThis.WebSocket = original;
  }
});
