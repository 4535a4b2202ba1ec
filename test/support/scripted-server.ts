import { createHash, createHmac, pbkdf2Sync, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';
import { managementNs, ScriptedManagement } from './scripted-management.js';
import { type ControlMessage, type Script, type ServerReport, usualScript } from './browser/server-script.js';

const framing = 'xmlns="urn:ietf:params:xml:ns:xmpp-framing"';
const sasl = 'xmlns="urn:ietf:params:xml:ns:xmpp-sasl"';

type Hash = 'sha1' | 'sha256' | 'sha512';
const HASHES: Readonly<Record<string, Hash>> = { 'SCRAM-SHA-512': 'sha512', 'SCRAM-SHA-256': 'sha256', 'SCRAM-SHA-1': 'sha1' };
const HASH_BYTES: Readonly<Record<Hash, number>> = { sha1: 20, sha256: 32, sha512: 64 };

let started: Promise<string> | undefined;

/** A WebSocket server that negotiates like an XMPP server and otherwise does what a test page says; started once. @returns the control URL */
export function scriptedServerUrl(): Promise<string> {
  return (started ??= start());
}

async function start(): Promise<string> {
  const http = createServer((_request, response) => response.writeHead(404).end());
  const sockets = new WebSocketServer({ server: http });
  const scenes = new Map<string, Scene>();
  sockets.on('connection', (socket: WebSocket, request: IncomingMessage) => {
    // "close" follows; without a listener the error would end the process
    socket.on('error', () => undefined);
    const path = request.url ?? '/';
    const scene = scenes.get(path);
    if (path === '/control') openScene(socket);
    else if (scene) scene.connect(socket);
    else for (const other of scenes.values()) other.report({ kind: 'stray', path });
  });
  await new Promise<void>((resolve, reject) => http.once('error', reject).listen(0, '127.0.0.1', resolve));
  // the test runner ends the process; the server alone is no reason to stay
  http.unref();
  const base = `ws://127.0.0.1:${(http.address() as AddressInfo).port}`;

  function openScene(control: WebSocket): void {
    const path = `/xmpp/${randomUUID()}`;
    const scene = new Scene(control);
    scenes.set(path, scene);
    control.on('close', () => scenes.delete(path));
    scene.report({ kind: 'scene', service: base + path });
  }
  return `${base}/control`;
}

/** One test's server: its script, its control, and the connections made to it. */
class Scene {
  readonly #control: WebSocket;
  #script: Script = usualScript;
  #current: WebSocket | undefined;
  #connections = 0;
  readonly #management = new ScriptedManagement(() => this.#script);

  constructor(control: WebSocket) {
    this.#control = control;
    control.on('message', (data: Buffer) => this.#obey(JSON.parse(data.toString()) as ControlMessage));
    control.on('close', () => this.#current?.terminate());
  }

  report(message: ServerReport): void {
    this.#control.send(JSON.stringify(message));
  }

  connect(socket: WebSocket): void {
    const connection = ++this.#connections;
    this.#current = socket;
    this.report({ kind: 'connected', connection });
    const negotiation = new Negotiation(() => this.#script, (frame) => socket.send(frame), this.#management);
    socket.on('message', (data: Buffer) => {
      const frame = data.toString();
      this.report({ kind: negotiation.bound && STANZA.test(frame) ? 'stanza' : 'negotiation', connection, frame });
      negotiation.receive(frame);
      if (frame.startsWith('<close') && this.#script.closes) this.#farewell(socket);
    });
    socket.on('close', () => this.report({ kind: 'gone', connection }));
  }

  #farewell(socket: WebSocket): void {
    socket.send(`<close ${framing}/>`);
    socket.close(1000);
  }

  #obey(message: ControlMessage): void {
    if (message.kind === 'script') this.#script = { ...this.#script, ...message.script };
    else if (message.kind === 'send') this.#current?.send(message.frame);
    else if (message.kind === 'flood') for (let n = 0; n < message.count; n++) this.#current?.send(message.frame.replaceAll('{n}', String(n)));
    else if (message.kind === 'cut') this.#current?.terminate();
    this.report({ kind: 'done' });
  }
}

const STANZA = /^<(iq|message|presence)\b/;

/** RFC 7395 and RFC 6120: open, SASL, open, bind or resume. */
class Negotiation {
  bound = false;
  #authenticated = false;
  #scram: ScramExchange | undefined;

  constructor(
    private readonly script: () => Script,
    private readonly send: (frame: string) => void,
    private readonly management: ScriptedManagement,
  ) {}

  receive(frame: string): void {
    if (frame.includes(`xmlns="${managementNs}"`)) return this.#manage(frame);
    if (this.bound && STANZA.test(frame)) this.management.noteStanza();
    if (this.bound) return;
    if (frame.startsWith('<open')) this.#open();
    else if (frame.startsWith('<auth')) this.#authenticate(/mechanism="([^"]*)"/.exec(frame)?.[1] ?? '', content(frame));
    else if (frame.startsWith('<response')) this.#succeed(this.#scram?.success(content(frame), this.script()));
    else if (frame.includes('urn:ietf:params:xml:ns:xmpp-bind')) this.#bind(/id="([^"]*)"/.exec(frame)?.[1] ?? '');
  }

  #open(): void {
    const { silentAtOpen, mechanisms, streamErrorAtOpen, trusting } = this.script();
    if (silentAtOpen) return;
    this.send(`<open ${framing} from="im.example" id="s1" version="1.0"/>`);
    if (streamErrorAtOpen !== '') return this.send(streamError(streamErrorAtOpen));
    const offered = mechanisms.map((name) => `<mechanism>${name}</mechanism>`).join('');
    const features = this.#authenticated || trusting ? `<bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/>${this.management.feature}` : `<mechanisms ${sasl}>${offered}</mechanisms>`;
    this.send(`<stream:features xmlns:stream="http://etherx.jabber.org/streams">${features}<ver xmlns="urn:xmpp:features:rosterver"/>${this.script().features}</stream:features>`);
  }

  #manage(frame: string): void {
    const { answer, resumed = false } = this.management.receive(frame);
    this.bound ||= resumed;
    if (answer !== '') this.send(answer);
  }

  #authenticate(mechanism: string, message: string): void {
    const { username, password, mechanisms } = this.script();
    if (!mechanisms.includes(mechanism)) return this.#fail('invalid-mechanism');
    if (mechanism === 'PLAIN') return this.#succeed(message === `\0${username}\0${password}` ? '' : undefined);
    if (mechanism === 'ANONYMOUS') return this.#succeed('');
    this.#scram = new ScramExchange(HASHES[mechanism] ?? 'sha1', message);
    this.send(`<challenge ${sasl}>${base64(this.#scram.serverFirst)}</challenge>`);
  }

  /** @param data what goes with the success; `undefined`: the password is wrong */
  #succeed(data: string | undefined): void {
    if (data === undefined) return this.#fail(this.script().saslFailure);
    this.#authenticated = true;
    this.send(`<success ${sasl}>${this.script().rawSuccess ?? base64(data)}</success>`);
  }

  #fail(condition: string): void {
    this.send(`<failure ${sasl}><${condition}/></failure>`);
  }

  #bind(id: string): void {
    const { jid, afterBind } = this.script();
    this.bound = true;
    this.send(`<iq xmlns="jabber:client" type="result" id="${id}"><bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"><jid>${jid}</jid></bind></iq>`);
    for (const frame of afterBind) this.send(frame);
  }
}

/** The server's half of RFC 5802, with a signature that is right, wrong or missing, as the script says. */
class ScramExchange {
  readonly serverFirst: string;
  readonly #bare: string;

  constructor(private readonly hash: Hash, clientFirst: string) {
    this.#bare = clientFirst.slice('n,,'.length);
    this.serverFirst = `r=${this.#bare.split(',r=')[1]}server,s=${base64('salt')},i=4096`;
  }

  success(clientFinal: string, { password, scramSignature }: Script): string | undefined {
    const [, withoutProof = '', proof = ''] = /^(.*),p=(.*)$/.exec(clientFinal) ?? [];
    const message = `${this.#bare},${this.serverFirst},${withoutProof}`;
    const salted = pbkdf2Sync(password, 'salt', 4096, HASH_BYTES[this.hash], this.hash);
    const clientKey = this.#hmac(salted, 'Client Key');
    const signature = this.#hmac(createHash(this.hash).update(clientKey).digest(), message);
    const expected = Buffer.from(clientKey.map((byte, index) => byte ^ (signature[index] ?? 0)));
    if (proof !== expected.toString('base64')) return undefined;
    if (scramSignature === 'missing') return '';
    const right = this.#hmac(this.#hmac(salted, 'Server Key'), message);
    return `v=${(scramSignature === 'right' ? right : clientKey).toString('base64')}`;
  }

  #hmac(key: Buffer, data: string): Buffer {
    return createHmac(this.hash, key).update(data).digest();
  }
}

function content(frame: string): string {
  return Buffer.from(/>([^<]*)</.exec(frame)?.[1] ?? '', 'base64').toString('utf8');
}

function base64(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64');
}

function streamError(condition: string): string {
  return `<stream:error xmlns:stream="http://etherx.jabber.org/streams"><${condition} xmlns="urn:ietf:params:xml:ns:xmpp-streams"/></stream:error>`;
}
