import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createServer as createViteServer } from 'vite';
import { WebSocket } from 'ws';
import { demoServer } from '../../demo/server/vite-plugin.js';

function firstFrame(url: string, protocol: string, hello?: string): Promise<{ socket: WebSocket; frame: string }> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, [protocol]);
    socket.once('error', reject);
    if (hello !== undefined) socket.once('open', () => { socket.send(hello); });
    socket.once('message', (data: Buffer) => { resolve({ socket, frame: data.toString() }); });
  });
}

test('Vite’s own server speaks XMPP at its path, still serves hot reloading, and closes cleanly', async () => {
  const vite = await createViteServer({
    configFile: false,
    root: import.meta.dirname,
    logLevel: 'silent',
    server: { port: 0, host: '127.0.0.1' },
    optimizeDeps: { noDiscovery: true },
    plugins: [demoServer({ seed: 7 })],
  });
  await vite.listen();
  const url = vite.resolvedUrls?.local[0]?.replace(/^http/, 'ws') ?? '';
  const xmpp = await firstFrame(`${url}xmpp-websocket`, 'xmpp', '<open xmlns="urn:ietf:params:xml:ns:xmpp-framing" to="im.company.org" version="1.0"/>');
  assert.match(xmpp.frame, /^<open .*from="im\.company\.org"/);
  const hotReload = await firstFrame(`${url}?token=${vite.config.webSocketToken}`, 'vite-hmr');
  assert.match(hotReload.frame, /connected/);
  const closed = new Promise((resolve) => xmpp.socket.once('close', resolve));
  await vite.close();
  await closed;
});
