import { client, xml } from '@xmpp/client';

/** An XML element as `@xmpp/client` gives it. */
export interface PeerElement {
  readonly name: string;
  readonly attrs: Readonly<Record<string, string | undefined>>;
  is(name: string, ns?: string): boolean;
  getChild(name: string, ns?: string): PeerElement | undefined;
  getChildren(name: string, ns?: string): PeerElement[];
  getChildText(name: string, ns?: string): string | null;
  text(): string;
  toString(): string;
}

/** A roster item as it stands in a result or a push. */
export interface PeerItem {
  readonly jid: string;
  readonly name?: string | undefined;
  readonly subscription: string;
  readonly groups: readonly string[];
}

export interface PeerAccount {
  /** WebSocket URL. */
  readonly url: string;
  readonly domain: string;
  readonly user: string;
  readonly password: string;
  readonly resource?: string;
}

type Node = ReturnType<typeof xml>;
type Matches = (stanza: PeerElement) => boolean;

/** What of the library is used here; `types/xmpp-client.d.ts` declares what the product uses. */
interface Library {
  readonly reconnect: { stop(): void };
  readonly iqCaller: { request(iq: Node): Promise<PeerElement> };
  readonly iqCallee: { set(ns: string, name: string, handler: () => object): void };
  start(): Promise<{ toString(): string }>;
  stop(): Promise<unknown>;
  send(stanza: Node): Promise<void>;
  _onElement(element: { name: string; children: unknown[] }): void;
  on(event: 'stanza', listener: (stanza: PeerElement) => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
}

const ROSTER = 'jabber:iq:roster';
/** In ms: longer than any server here takes for anything. */
const PATIENCE = 10_000;

/** Another client: `@xmpp/client` as it comes, with nothing of our own product. In browsers and in Node. */
export class Peer {
  /** Every stanza that came in, oldest first. */
  readonly received: PeerElement[] = [];
  readonly #waiting = new Set<() => void>();
  #ids = 0;

  private constructor(
    private readonly library: Library,
    /** The full address. */
    readonly jid: string,
  ) {}

  /** Logs in by PLAIN (the library's SCRAM takes seconds in Node and is missing in browsers) and sends nothing more. */
  static async logIn({ url, domain, user, password, resource }: PeerAccount): Promise<Peer> {
    const library = client({
      service: url, domain, resource, userAgent: xml('user-agent'),
      credentials: (authenticate) => authenticate({ username: user, password }, 'PLAIN'),
    }) as unknown as Library;
    library.reconnect.stop();
    hideStreamManagement(library);
    library.iqCallee.set(ROSTER, 'query', () => ({}));
    const early: PeerElement[] = [];
    let receive = (stanza: PeerElement): void => void early.push(stanza);
    library.on('stanza', (stanza) => receive(stanza));
    library.on('error', () => undefined);
    const peer = new Peer(library, String(await library.start()));
    receive = (stanza) => peer.#receive(stanza);
    for (const stanza of early) receive(stanza);
    return peer;
  }

  get bare(): string {
    return this.jid.split('/')[0] ?? '';
  }

  /** The roster: the client is told of its changes from then on (RFC 6121 §2.1.6). */
  async roster(): Promise<PeerItem[]> {
    const reply = await this.request('get', xml('query', { xmlns: ROSTER }));
    return reply.getChild('query')?.getChildren('item').map(readItem) ?? [];
  }

  async setItem({ jid, name, groups }: Pick<PeerItem, 'jid' | 'name' | 'groups'>): Promise<void> {
    const item = xml('item', { jid, name }, ...groups.map((group) => xml('group', {}, group)));
    await this.request('set', xml('query', { xmlns: ROSTER }, item));
  }

  async removeItem(jid: string): Promise<void> {
    await this.request('set', xml('query', { xmlns: ROSTER }, xml('item', { jid, subscription: 'remove' })));
  }

  /** XEP-0049: replaces what the account keeps under that name. */
  async keepPrivately(name: string, ns: string, text: string): Promise<void> {
    await this.request('set', xml('query', { xmlns: 'jabber:iq:private' }, xml(name, { xmlns: ns }, text)));
  }

  async presence({ to, type, show, status, priority }: { to?: string; type?: string; show?: string; status?: string; priority?: number } = {}): Promise<void> {
    const children = Object.entries({ show, status, priority }).flatMap(([name, value]) => (value === undefined ? [] : [xml(name, {}, String(value))]));
    await this.library.send(xml('presence', { to, type }, ...children));
  }

  /** XEP-0153 §3.1: the picture goes into the vCard, its hash along with presence. */
  async showPhoto(base64: string, hash: string): Promise<void> {
    await this.request('set', xml('vCard', { xmlns: 'vcard-temp' }, xml('PHOTO', {}, xml('TYPE', {}, 'image/png'), xml('BINVAL', {}, base64))));
    await this.library.send(xml('presence', {}, xml('x', { xmlns: 'vcard-temp:x:update' }, xml('photo', {}, hash))));
  }

  /** XEP-0084 §3.1: the data, then what tells of them. */
  async publishAvatar(base64: string, id: string, bytes: number): Promise<void> {
    await this.#publish('urn:xmpp:avatar:data', id, xml('data', { xmlns: 'urn:xmpp:avatar:data' }, base64));
    const info = xml('info', { id, bytes: String(bytes), type: 'image/png', width: '48', height: '48' });
    await this.#publish('urn:xmpp:avatar:metadata', id, xml('metadata', { xmlns: 'urn:xmpp:avatar:metadata' }, info));
  }

  /** XEP-0084 §4.2.3. */
  async withdrawAvatar(): Promise<void> {
    await this.#publish('urn:xmpp:avatar:metadata', 'none', xml('metadata', { xmlns: 'urn:xmpp:avatar:metadata' }));
  }

  async #publish(node: string, id: string, payload: Node): Promise<void> {
    await this.request('set', xml('pubsub', { xmlns: 'http://jabber.org/protocol/pubsub' }, xml('publish', { node }, xml('item', { id }, payload))));
  }

  request(type: 'get' | 'set', payload: Node, to?: string): Promise<PeerElement> {
    return this.library.iqCaller.request(xml('iq', { type, to, id: `peer-${++this.#ids}` }, payload));
  }

  /** Our server answers in order: what it had to say before has come by then. */
  async ping(to?: string): Promise<void> {
    await this.request('get', xml('ping', { xmlns: 'urn:xmpp:ping' }), to);
  }

  /** The roster pushes that came, oldest first. */
  get pushes(): PeerItem[] {
    return this.received.map(pushedItem).filter((item) => item !== undefined).map(readItem);
  }

  /** The presence that came from that bare or full address, oldest first. */
  presencesFrom(jid: string): PeerElement[] {
    return this.received.filter(({ name, attrs }) => name === 'presence' && (attrs.from === jid || attrs.from?.startsWith(`${jid}/`)));
  }

  /** The first stanza like that, whether it came already or is still to come. */
  async next(matches: Matches, what: string): Promise<PeerElement> {
    const deadline = Date.now() + PATIENCE;
    for (;;) {
      const found = this.received.find(matches);
      if (found) return found;
      if (!(await this.#somethingCame(deadline - Date.now()))) throw new Error(`${this.jid} waited in vain for ${what}; it got:\n${this.received.join('\n')}`);
    }
  }

  nextPush(jid: string): Promise<PeerElement> {
    return this.next((stanza) => pushedItem(stanza)?.attrs.jid === jid, `a push of ${jid}`);
  }

  /** @param type `undefined` for available */
  nextPresence(from: string, type: string | undefined, matches: Matches = () => true): Promise<PeerElement> {
    const isIt: Matches = (stanza) => stanza.attrs.type === type && this.presencesFrom(from).includes(stanza) && matches(stanza);
    return this.next(isIt, `presence ${type ?? 'available'} from ${from}`);
  }

  /** Forgets what came so far. */
  clear(): void {
    this.received.length = 0;
  }

  /** Says that it goes, and goes. */
  async logOut(status?: string): Promise<void> {
    await this.presence({ type: 'unavailable', ...(status === undefined ? {} : { status }) });
    await this.library.stop();
  }

  /** Ends without a word, if it has not ended yet. */
  async end(): Promise<void> {
    await this.library.stop().catch(() => undefined);
  }

  #receive(stanza: PeerElement): void {
    this.received.push(stanza);
    for (const look of [...this.#waiting]) look();
  }

  #somethingCame(patience: number): Promise<boolean> {
    return new Promise((resolve) => {
      const settle = (came: boolean): void => {
        clearTimeout(timer);
        this.#waiting.delete(look);
        resolve(came);
      };
      const look = (): void => settle(true);
      const timer = setTimeout(() => settle(false), Math.max(0, patience));
      this.#waiting.add(look);
    });
  }
}

/** The library counts what it received wrongly, and Prosody ends such a stream. */
function hideStreamManagement(library: Library): void {
  const negotiate = library._onElement.bind(library);
  library._onElement = (element) => {
    if (element.name === 'stream:features') element.children = element.children.filter((feature) => !(feature as PeerElement).is('sm'));
    negotiate(element);
  };
}

function pushedItem(stanza: PeerElement): PeerElement | undefined {
  return stanza.is('iq') && stanza.attrs.type === 'set' ? stanza.getChild('query', ROSTER)?.getChild('item') : undefined;
}

function readItem(item: PeerElement): PeerItem {
  const { jid = '', name, subscription = 'none' } = item.attrs;
  return { jid, name, subscription, groups: item.getChildren('group').map((group) => group.text()).sort() };
}
