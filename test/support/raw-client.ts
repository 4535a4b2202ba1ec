import { WebSocket } from 'ws';
import type { TestServer } from './test-server.js';

export interface RawClient {
  send(frame: string): void;
  /** The next frame that contains the text, of those not yet taken. */
  next(text: string): Promise<string>;
  close(): void;
}

/** A WebSocket that logs in with PLAIN and binds, and then does nothing by itself: for tests about servers. Rejects with the server's `<failure/>`. */
export async function logInRaw({ url, domain }: Pick<TestServer, 'url' | 'domain'>, user: string, password: string): Promise<RawClient> {
  const client = await connect(url);
  const open = `<open xmlns="urn:ietf:params:xml:ns:xmpp-framing" to="${domain}" version="1.0"/>`;
  client.send(open);
  await client.next('<mechanism>PLAIN');
  const secret = Buffer.from(`\0${user}\0${password}`).toString('base64');
  client.send(`<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">${secret}</auth>`);
  const answer = await client.next('urn:ietf:params:xml:ns:xmpp-sasl');
  if (!answer.includes('<success')) {
    client.close();
    throw new Error(answer);
  }
  client.send(open);
  await client.next('xmpp-bind');
  client.send('<iq xmlns="jabber:client" type="set" id="bind"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/></iq>');
  await client.next('<jid>');
  return client;
}

function connect(url: string): Promise<RawClient> {
  const socket = new WebSocket(url, 'xmpp');
  const frames: string[] = [];
  let look = () => {};
  socket.on('message', (data: Buffer) => {
    frames.push(data.toString());
    look();
  });
  const next = (text: string) =>
    new Promise<string>((resolve, reject) => {
      look = () => {
        const index = frames.findIndex((frame) => frame.includes(text));
        if (index >= 0) resolve(frames.splice(0, index + 1).at(-1) ?? '');
      };
      socket.once('close', () => reject(new Error(`the server closed the socket before "${text}"`)));
      setTimeout(() => reject(new Error(`no "${text}" in 5 s, only ${frames.join('\n')}`)), 5000).unref();
      look();
    });
  return new Promise((resolve, reject) => {
    socket.once('error', reject);
    socket.once('open', () => resolve({ next, send: (frame) => socket.send(frame), close: () => socket.terminate() }));
  });
}
