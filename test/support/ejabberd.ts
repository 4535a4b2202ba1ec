import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findEjabberd } from '../../scripts/programs.mjs';
import { selfSigned } from './self-signed.js';
import { MissingProgramError, answers, freePort, startProcess, temporaryFolder } from './server-process.js';
import { type Rosters, type ServerRosterItem, type TestServer, type Users, sortedRoster } from './test-server.js';

export interface EjabberdOptions {
  users?: Users;
  rosters?: Rosters;
  /** Passwords are stored salted with this hash, and the SCRAM mechanism of this hash is offered beside PLAIN. */
  hash?: 'sha' | 'sha256' | 'sha512';
  /** The secret of tokens (JWT, HS256) that are taken for passwords, too. */
  tokenSecret?: string;
  /** Appended to ejabberd.yml (top-level keys). */
  config?: string;
}

export interface EjabberdServer extends TestServer {
  /** The same WebSocket over TLS, with a certificate that no browser accepts. */
  readonly untrustedUrl: string;
  /** Where it answers, but has no WebSocket. */
  readonly withoutWebSocketUrl: string;
}

interface Ports {
  /** Of the WebSocket, and of nothing else. */
  readonly webSocket: number;
  /** The same over TLS. */
  readonly secure: number;
  readonly api: number;
}

const domain = 'localhost';

/** A throwaway ejabberd: plain `erl` without node name, hence no epmd, no distribution and no ejabberdctl. */
export async function startEjabberd({ users = {}, rosters = {}, hash = 'sha256', tokenSecret, config = '' }: EjabberdOptions = {}): Promise<EjabberdServer> {
  const installed = findEjabberd();
  if (!installed) throw new MissingProgramError('ejabberd is not installed (Debian: apt-get install ejabberd)');
  const folder = temporaryFolder('ejabberd');
  const ports: Ports = { webSocket: await freePort(), secure: await freePort(), api: await freePort() };
  await writeFiles(folder.path, configuration(ports, hash, await tokenLines(folder.path, tokenSecret), config));

  let output = '';
  const start = () => startProcess(program(installed, folder.path), (text) => (output += text));
  const call = (name: string, body: object) => callApi(ports.api, name, body);
  const ready = () => answers(apiUrl(ports.api, 'status'), { method: 'POST', headers: json, body: '{}' });
  let server = start();
  await server.whenReady(ready);

  const register: TestServer['register'] = async (user, password, roster = []) => {
    await call('register', { user, host: domain, password });
    for (const item of roster) await call('add_rosteritem', rosterRow(user, item));
  };
  for (const [user, password] of Object.entries(users)) await register(user, password, rosters[user]);

  return {
    url: `ws://127.0.0.1:${ports.webSocket}/ws`,
    untrustedUrl: `wss://127.0.0.1:${ports.secure}/ws`,
    withoutWebSocketUrl: `ws://127.0.0.1:${ports.api}/ws`,
    domain,
    register,
    remove: async (user) => void (await call('unregister', { user, host: domain })),
    roster: async (user) => readRoster((await call('get_roster', { user, host: domain })) as RosterRow[]),
    async authFailures(user) {
      await atRest(() => output);
      const failed = output.split('\n').filter((line) => /Failed c2s \S+ authentication/.test(line));
      return failed.filter((line) => user === undefined || line.includes(` for ${user}@${domain} `)).length;
    },
    sessions: async (user) => ((await call('num_resources', { user, host: domain })) as { resources: number }).resources,
    log: () => output,
    async crash() {
      // its database writes 2 s behind: what clients were told to be done would be lost, in tests about something else
      await sleep(2200);
      await server.kill();
    },
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

/** ejabberd writes its log some milliseconds after the answer on the wire. */
async function atRest(read: () => string): Promise<void> {
  for (let before; before !== read(); ) {
    before = read();
    await sleep(150);
  }
}

function program({ erl, libraries }: { erl: string; libraries: string }, folder: string) {
  return {
    command: erl,
    args: ['-noinput', '-mnesia', 'dir', `"${folder}/spool"`, '-s', 'ejabberd'],
    cwd: join(folder, 'spool'),
    env: {
      PATH: process.env['PATH'],
      HOME: join(folder, 'home'),
      ERL_LIBS: libraries,
      ERL_INETRC: join(folder, 'inetrc'),
      ERL_CRASH_DUMP: join(folder, 'log', 'crash.dump'),
      ERL_CRASH_DUMP_BYTES: '0',
      EJABBERD_CONFIG_PATH: join(folder, 'ejabberd.yml'),
      EJABBERD_LOG_PATH: join(folder, 'log', 'ejabberd.log'),
    },
  };
}

/** One per item *and group*, as `get_roster` lists them. */
interface RosterRow {
  jid: string;
  nick: string;
  subscription: ServerRosterItem['subscription'];
  ask: string;
  group: string;
}

function readRoster(rows: readonly RosterRow[]): ServerRosterItem[] {
  const items = new Map<string, ServerRosterItem>();
  for (const { jid, nick, subscription, ask, group } of rows) {
    const known = items.get(jid);
    if (known) known.groups.push(group);
    else {
      items.set(jid, {
        jid,
        subscription,
        ...(nick && { name: nick }),
        ...((ask === 'out' || ask === 'both') && { ask: 'subscribe' as const }),
        groups: group ? [group] : [],
      });
    }
  }
  return sortedRoster([...items.values()]);
}

function rosterRow(localuser: string, { jid, name = '', subscription, groups }: ServerRosterItem) {
  const [user, host] = jid.split('@');
  return { localuser, localhost: domain, user, host, nick: name, group: groups.join(';'), subs: subscription };
}

const json = { 'content-type': 'application/json' };
const apiUrl = (port: number, name: string) => `http://127.0.0.1:${port}/api/${name}`;

async function callApi(port: number, name: string, body: object): Promise<unknown> {
  const response = await fetch(apiUrl(port, name), { method: 'POST', headers: json, body: JSON.stringify(body) });
  const text = await response.text();
  if (!response.ok) throw new Error(`ejabberd refused ${name}: ${text}`);
  return JSON.parse(text);
}

async function writeFiles(folder: string, yaml: string): Promise<void> {
  for (const name of ['spool', 'home', 'log']) await mkdir(join(folder, name));
  await writeFile(join(folder, 'ejabberd.yml'), yaml);
  // a relative path is looked for in the working folder
  await writeFile(join(folder, 'spool', 'self-signed.pem'), selfSigned.key + selfSigned.cert);
  // no look-ups of the machine's own name, which may have none
  await writeFile(join(folder, 'inetrc'), '{lookup,["file","native"]}.\n{host,{127,0,0,1},["localhost"]}.\n{file,resolv,"/etc/resolv.conf"}.\n');
}

async function tokenLines(folder: string, secret: string | undefined): Promise<string> {
  if (secret === undefined) return 'auth_method: internal';
  const path = join(folder, 'token-key.json');
  await writeFile(path, JSON.stringify({ kty: 'oct', k: Buffer.from(secret).toString('base64url') }));
  return `auth_method: [internal, jwt]\njwt_key: "${path}"\njwt_jid_field: jid`;
}

const configuration = (ports: Ports, hash: string, methods: string, more: string) => `
hosts: ["${domain}", "anon.${domain}"]
loglevel: info
${methods}
auth_password_format: scram
auth_scram_hash: ${hash}
disable_sasl_mechanisms: ["digest-md5"]
host_config:
  "anon.${domain}":
    auth_method: anonymous
    anonymous_protocol: sasl_anon
certfiles: ["self-signed.pem"]
listen:
  - port: ${ports.webSocket}
    ip: "127.0.0.1"
    module: ejabberd_http
    request_handlers: { /ws: ejabberd_http_ws }
  - port: ${ports.secure}
    ip: "127.0.0.1"
    module: ejabberd_http
    tls: true
    request_handlers: { /ws: ejabberd_http_ws }
  - port: ${ports.api}
    ip: "127.0.0.1"
    module: ejabberd_http
    request_handlers: { /api: mod_http_api }
api_permissions:
  test:
    from: [mod_http_api]
    who: all
    what: "*"
acl: { local: { user_regexp: "" } }
access_rules: { local: { allow: local } }
shaper: {}
auth_use_cache: false
modules:
  mod_adhoc: {}
  mod_admin_extra: {}
  mod_blocking: {}
  mod_caps: {}
  mod_carboncopy: {}
  mod_client_state: {}
  mod_disco: {}
  mod_http_api: {}
  mod_last: {}
  mod_ping: {}
  mod_privacy: {}
  mod_private: {}
  mod_pubsub: { plugins: [flat, pep], force_node_config: {} }
  mod_roster: { versioning: true, store_current_id: true }
  mod_stream_mgmt: { resend_on_timeout: if_offline, resume_timeout: 60 }
  mod_vcard: { search: false }
  mod_vcard_xupdate: {}
${more}
`;
