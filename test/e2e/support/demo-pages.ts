import { fileURLToPath } from 'node:url';
import { freePort, startProcess } from '../../support/server-process.js';

export interface DemoPages {
  readonly origin: string;
  stop(): Promise<void>;
}

/** What `npm start` starts. */
export async function startDemoPages(): Promise<DemoPages> {
  const port = await freePort();
  const root = fileURLToPath(new URL('../../..', import.meta.url));
  let output = '';
  const server = startProcess({ command: process.execPath, args: ['scripts/start.mjs', '--no-open', '--port', String(port)], cwd: root }, (text) => (output += text));
  const isReady = () => Promise.resolve(output.includes('xmpp-elements: http'));
  await server.whenReady(isReady);
  return { origin: `http://localhost:${port}`, stop: () => server.end() };
}
