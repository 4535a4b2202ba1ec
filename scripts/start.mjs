// `npm start`: the demo pages and the demo server, in this process, on one port. Options: --port 8080, --no-open
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkNode, installDependencies } from './dependencies.mjs';

checkNode();
process.chdir(resolve(import.meta.dirname, '..'));
const { values } = parseArgs({ options: { port: { type: 'string' }, 'no-open': { type: 'boolean', default: false } } });
if (!installDependencies()) process.exit(1);

const { createServer } = await import('vite');
const server = await createServer({
  logLevel: 'warn',
  clearScreen: false,
  // without --port the next free one
  server: { host: 'localhost', port: Number(values.port ?? 5173), strictPort: values.port !== undefined },
});
await server.listen();
console.log(`\n  xmpp-elements: ${server.resolvedUrls?.local[0]}   (Ctrl+C ends it)\n`);
if (!values['no-open'] && hasDesktop()) server.openBrowser();

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, () => void server.close().finally(() => process.exit(0)));
}

function hasDesktop() {
  if (process.env['CI']) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY']);
}
