import assert from 'node:assert/strict';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { WebSocket as WsWebSocket } from 'ws';
import { DEMO_PASSWORD } from '../../demo/server/company.js';
import { attachWebSocket, type RunningDemoServer, startDemoServer, WEBSOCKET_PATH } from '../../demo/server/ws-transport.js';
import { createServer } from './client.js';
import { client, xml, type XmppClient } from './xmpp-client.js';

const original = globalThis.WebSocket;
let demo: RunningDemoServer;

before(async () => {
  globalThis.WebSocket = WsWebSocket as unknown as typeof WebSocket;
  demo = await startDemoServer();
});
after(async () => {
  await demo.close();
  globalThis.WebSocket = original;
});

function logIn(username: string, resource: string, password = DEMO_PASSWORD): XmppClient {
  const xmpp = client({ service: demo.url, domain: demo.server.domain, username, password, resource });
  xmpp.on('error', () => undefined);
  return xmpp;
}

test('@xmpp/client logs in with SCRAM, reads the roster and sees a contact come and go', async () => {
  const [george, mary] = [logIn('george', 'office'), logIn('mary', 'desk')];
  assert.equal((await george.start()).toString(), 'george@im.company.org/office');
  const query = await george.iqCaller.get(xml('query', { xmlns: 'jabber:iq:roster' }));
  const stuart = query?.getChildren('item').find((item) => item.attrs.jid === 'stuart@im.company.org');
  assert.deepEqual(stuart?.getChildren('group').map((group) => group.getText()), ['Coworkers', 'Football']);

  const seen: string[] = [];
  const comesAndGoes = new Promise<void>((resolve) => {
    george.on('stanza', (stanza) => {
      if (!stanza.is('presence') || stanza.attrs.from !== 'mary@im.company.org/desk') return;
      seen.push(`${stanza.attrs.type ?? 'available'} ${stanza.getChildText('show') ?? ''}`.trim());
      if (stanza.attrs.type === 'unavailable') resolve();
    });
  });
  await george.send(xml('presence'));
  await mary.start();
  await mary.send(xml('presence', {}, xml('show', {}, 'dnd')));
  await mary.stop();
  await comesAndGoes;
  assert.deepEqual(seen, ['available dnd', 'unavailable']);
  await george.stop();
});

test('@xmpp/client is told of a wrong password', async () => {
  const attempts = demo.server.authAttempts('potter');
  const xmpp = logIn('potter', 'desk', 'alohomora');
  xmpp.reconnect.stop();
  await assert.rejects(xmpp.start(), /not-authorized/);
  assert.equal(demo.server.authAttempts('potter'), attempts + 1);
  await xmpp.stop();
});

test('a killed resource loses its socket without a closing handshake', async () => {
  const xmpp = logIn('patric', 'desk');
  xmpp.reconnect.stop();
  await xmpp.start();
  const disconnected = new Promise<{ clean: boolean }>((resolve) => { xmpp.on('disconnect', resolve); });
  assert.ok(demo.server.kill('patric@im.company.org/desk'));
  assert.equal((await disconnected).clean, false);
});

test('the subprotocol is xmpp', async () => {
  const socket = new WsWebSocket(demo.url, ['xmpp']);
  await new Promise((resolve) => socket.once('open', resolve));
  assert.equal(socket.protocol, 'xmpp');
  socket.terminate();
});

test('upgrades of other paths are left to others, also after detaching', async () => {
  const http = createHttpServer();
  const others: (string | undefined)[] = [];
  const detach = attachWebSocket(http, createServer());
  http.on('upgrade', (request, socket) => {
    if (request.url === WEBSOCKET_PATH && http.listenerCount('upgrade') > 1) return;
    others.push(request.url);
    socket.destroy();
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const base = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const attempt = (path: string): Promise<string> => new Promise((resolve) => {
    const socket = new WsWebSocket(base + path, ['xmpp']);
    socket.on('open', () => { socket.close(); resolve('open'); });
    socket.on('error', () => { resolve('refused'); });
  });
  assert.equal(await attempt(WEBSOCKET_PATH), 'open');
  assert.equal(await attempt('/hmr'), 'refused');
  detach();
  assert.equal(await attempt(WEBSOCKET_PATH), 'refused');
  assert.deepEqual(others, ['/hmr', WEBSOCKET_PATH]);
  await new Promise((resolve) => http.close(resolve));
});
