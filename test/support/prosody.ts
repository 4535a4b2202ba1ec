import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findProsody } from '../../scripts/programs.mjs';
import { MissingProgramError, answers, freePort, startProcess, temporaryFolder } from './server-process.js';
import { type Rosters, type ServerRosterItem, type TestServer, type Users, sortedRoster } from './test-server.js';

export interface ProsodyOptions {
  users?: Users;
  rosters?: Rosters;
  /** Lua modules as text, by name without `mod_`: loaded from the server's own folder. */
  modules?: Readonly<Record<string, string>>;
  /** Appended to the global part of the configuration (Lua). */
  config?: string;
}

const domain = 'localhost';

/** A throwaway Prosody with a folder and a free loopback port of its own; it and its data go when this process does. */
export async function startProsody({ users = {}, rosters = {}, modules = {}, config = '' }: ProsodyOptions = {}): Promise<TestServer> {
  const command = findProsody();
  if (!command) throw new MissingProgramError('Prosody is not installed (Debian: apt-get install prosody; macOS: brew install prosody)');
  const folder = temporaryFolder('prosody');
  const port = await freePort();
  const allModules = { ...modules, test_api: await shippedModule('test_api') };
  await writeFiles(folder.path, port, allModules, config);

  let output = '';
  const start = () =>
    startProcess({ command, args: ['--config', join(folder.path, 'prosody.cfg.lua'), '-F'], cwd: folder.path }, (text) => (output += text));
  const call = (name: string, body: object) => callApi(port, name, body);
  const ready = () => answers(`http://127.0.0.1:${port}/test_api/failures`, { method: 'POST', body: '{}' });
  let server = start();
  await server.whenReady(ready);

  const register: TestServer['register'] = async (user, password, roster = []) => {
    await call('register', { user, password, roster });
  };
  for (const [user, password] of Object.entries(users)) await register(user, password, rosters[user]);

  return {
    url: `ws://127.0.0.1:${port}/xmpp-websocket`,
    domain,
    register,
    remove: async (user) => void (await call('remove', { user })),
    roster: async (user) => sortedRoster((await call('roster', { user })) as ServerRosterItem[]),
    authFailures: async (user) => (await call('failures', { user })) as number,
    sessions: async (user) => (await call('sessions', { user })) as number,
    log: () => output,
    crash: () => server.kill(),
    async restart() {
      await server.end();
      server = start();
      await server.whenReady(ready);
    },
    async stop() {
      await server.end();
      folder.remove();
    },
  };
}

/** The text of one of the modules in `prosody-modules/`. */
export function shippedModule(name: string): Promise<string> {
  return readFile(fileURLToPath(new URL(`prosody-modules/mod_${name}.lua`, import.meta.url)), 'utf8');
}

async function callApi(port: number, name: string, body: object): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}/test_api/${name}`, { method: 'POST', body: JSON.stringify(body) });
  const answer = (await response.json()) as { ok: boolean; result: unknown };
  if (!answer.ok) throw new Error(`Prosody refused ${name}: ${String(answer.result)}`);
  return (answer.result as unknown[])[0];
}

async function writeFiles(folder: string, port: number, modules: Readonly<Record<string, string>>, config: string): Promise<void> {
  for (const name of ['data', 'certs', 'modules']) await mkdir(join(folder, name));
  for (const [name, text] of Object.entries(modules)) await writeFile(join(folder, 'modules', `mod_${name}.lua`), text);
  await writeFile(join(folder, 'prosody.cfg.lua'), configuration(folder, port, Object.keys(modules), config));
}

// mod_c2s must stay on: WebSocket needs it. Passwords are stored in plain so that both SCRAM mechanisms can be offered.
const configuration = (folder: string, port: number, modules: readonly string[], more: string) => `
run_as_root = true
daemonize = false
pidfile = "${folder}/prosody.pid"
data_path = "${folder}/data"
certificates = "${folder}/certs"
plugin_paths = { "${folder}/modules" }
log = { { levels = { min = "info" }, to = "console" } }
interfaces = { "127.0.0.1" }
http_interfaces = { "127.0.0.1" }
http_ports = { ${port} }
https_ports = {}
c2s_ports = {}
c2s_direct_tls_ports = {}
s2s_ports = {}
s2s_direct_tls_ports = {}
modules_enabled = {
  "roster", "saslauth", "disco", "ping", "pep", "vcard4", "vcard_legacy", "blocklist", "carbons", "private",
  "smacks", "csi_simple", "websocket", "posix", ${modules.map((name) => `"${name}"`).join(', ')}
}
modules_disabled = { "s2s", "tls" }
authentication = "internal_plain"
storage = "internal"
c2s_require_encryption = false
s2s_require_encryption = false
allow_unencrypted_plain_auth = true
consider_websocket_secure = true
smacks_hibernation_time = 60
limits = {}
${more}
VirtualHost "${domain}"
  http_host = "127.0.0.1"
VirtualHost "anon.${domain}"
  authentication = "anonymous"
  modules_disabled = { "test_api" }
`;
