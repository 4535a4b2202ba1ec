import { InPageWebSocket } from '../../demo/server/in-page.js';
import { DemoServer, type DemoServerOptions } from '../../demo/server/server.js';
import { type Element, parseFrame } from '../../demo/server/xml.js';

export const DOMAIN = 'example.com';
export const PASSWORD = 'secret';

type Frame = (element: Element) => boolean;

/** Accounts of RFC 6121's examples, all on one domain. */
export function createServer(options: Partial<DemoServerOptions> = {}): DemoServer {
  const server = new DemoServer({ domain: DOMAIN, ...options });
  for (const username of ['romeo', 'juliet', 'mercutio', 'benvolio']) server.addAccount(username, PASSWORD);
  return server;
}

/** A client that sends what it is told and keeps what it gets. */
export class TestClient {
  readonly socket: InPageWebSocket;
  /** Frames that no `next` has taken yet. */
  readonly inbox: Element[] = [];
  jid = '';
  readonly closed: Promise<{ code: number; wasClean: boolean }>;
  #waiting: { matches: Frame; resolve: (element: Element) => void }[] = [];
  #ids = 0;

  constructor(server: DemoServer) {
    this.socket = new InPageWebSocket(server, 'ws://in.page', ['xmpp']);
    this.socket.onmessage = ({ data }) => { this.#receive(parseFrame(data)); };
    this.closed = new Promise((resolve) => { this.socket.onclose = resolve; });
  }

  /** A client with an open stream, not logged in. */
  static async open(server: DemoServer): Promise<TestClient> {
    const client = new TestClient(server);
    await new Promise((resolve) => { client.socket.onopen = resolve; });
    await client.openStream(server.domain);
    return client;
  }

  static async logIn(server: DemoServer, username: string, resource = 'desk'): Promise<TestClient> {
    const client = await TestClient.open(server);
    client.send(plain(username, PASSWORD));
    await client.next((element) => element.is('success'));
    await client.openStream(server.domain);
    await client.bind(resource);
    return client;
  }

  /** Logged in, with the roster asked for and initial presence sent and echoed. */
  static async online(server: DemoServer, username: string, resource = 'desk', presence = '<presence/>'): Promise<TestClient> {
    const client = await TestClient.logIn(server, username, resource);
    await client.getRoster();
    client.send(presence);
    await client.next((element) => element.is('presence') && element.attrs.from === client.jid);
    await client.ping();
    return client;
  }

  async openStream(domain: string): Promise<Element> {
    this.send(`<open xmlns="urn:ietf:params:xml:ns:xmpp-framing" to="${domain}" version="1.0"/>`);
    await this.next((element) => element.is('open'));
    return this.next((element) => element.name === 'stream:features');
  }

  async bind(resource: string): Promise<Element> {
    const reply = await this.request('set', `<bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"><resource>${resource}</resource></bind>`);
    this.jid = reply.getChild('bind')?.getChildText('jid') ?? '';
    return reply;
  }

  /** Stanzas may leave out the namespace. */
  send(xml: string): void {
    this.socket.send(xml.replace(/^<(iq|message|presence)(?![^>]*xmlns=)/, '<$1 xmlns="jabber:client"'));
  }

  /** The first frame like that, whether it is there already or still to come. */
  next(matches: Frame): Promise<Element> {
    const index = this.inbox.findIndex(matches);
    const [found] = index < 0 ? [] : this.inbox.splice(index, 1);
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve) => { this.#waiting.push({ matches, resolve }); });
  }

  request(type: 'get' | 'set', payload: string, to?: string): Promise<Element> {
    const id = `q${++this.#ids}`;
    this.send(`<iq type="${type}" id="${id}"${to === undefined ? '' : ` to="${to}"`}>${payload}</iq>`);
    return this.next((element) => element.is('iq') && element.attrs.id === id && element.attrs.type !== 'get' && element.attrs.type !== 'set');
  }

  getRoster(ver?: string): Promise<Element> {
    return this.request('get', `<query xmlns="jabber:iq:roster"${ver === undefined ? '' : ` ver="${ver}"`}/>`);
  }

  setRoster(...items: string[]): Promise<Element> {
    return this.request('set', `<query xmlns="jabber:iq:roster">${items.join('')}</query>`);
  }

  getBlockList(): Promise<Element> {
    return this.request('get', '<blocklist xmlns="urn:xmpp:blocking"/>');
  }

  block(...jids: string[]): Promise<Element> {
    return this.request('set', `<block xmlns="urn:xmpp:blocking">${blockItems(jids)}</block>`);
  }

  /** Without JIDs: everybody. */
  unblock(...jids: string[]): Promise<Element> {
    return this.request('set', `<unblock xmlns="urn:xmpp:blocking">${blockItems(jids)}</unblock>`);
  }

  /** The server answers in order: all it had to say before is in the inbox then. */
  async ping(): Promise<void> {
    await this.request('get', '<ping xmlns="urn:xmpp:ping"/>', DOMAIN);
  }

  presence(from: string, type?: string): Promise<Element> {
    return this.next((element) => element.is('presence') && element.attrs.from === from && element.attrs.type === type);
  }

  push(jid: string): Promise<Element> {
    return this.next((element) => pushedItem(element)?.attrs.jid === jid);
  }

  /** What is there already: "type from" of each presence. */
  presences(): string[] {
    return this.inbox.filter((element) => element.is('presence')).map(({ attrs }) => `${attrs.type ?? 'available'} ${attrs.from}`);
  }

  #receive(element: Element): void {
    const index = this.#waiting.findIndex(({ matches }) => matches(element));
    const [waiting] = index < 0 ? [] : this.#waiting.splice(index, 1);
    if (waiting === undefined) this.inbox.push(element);
    else waiting.resolve(element);
  }
}

function blockItems(jids: readonly string[]): string {
  return jids.map((jid) => `<item jid="${jid}"/>`).join('');
}

export function plain(username: string, password: string): string {
  return `<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">${btoa(`\0${username}\0${password}`)}</auth>`;
}

export function pushedItem(element: Element): Element | undefined {
  return element.is('iq') && element.attrs.type === 'set' ? element.getChild('query', 'jabber:iq:roster')?.getChild('item') : undefined;
}

/** "jid name subscription ask [groups]" of each item, for comparing. */
export function items(result: Element): string[] {
  return (result.getChild('query')?.getChildren('item') ?? []).map(describeItem);
}

export function describeItem(item: Element): string {
  const { jid, name, subscription, ask, approved } = item.attrs;
  const groups = item.getChildren('group').map((group) => group.getText());
  const marks = [name && `"${name}"`, subscription, ask && `ask=${ask}`, approved && 'approved'].filter(Boolean);
  return [jid, ...marks, ...groups.map((group) => `[${group}]`)].join(' ');
}

/** "type condition" of an error stanza. */
export function errorOf(stanza: Element): string | undefined {
  const error = stanza.getChild('error');
  return error && `${error.attrs.type} ${error.getChildElements()[0]?.name}`;
}
