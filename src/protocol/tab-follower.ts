import type { StreamResumption } from './stream-resumption.js';
import type { Environment, StreamState } from './stream.js';
import type { TabMessage } from './tab-messages.js';
import type { Handover, TabPort, TabRole, Wish } from './tab-role.js';
import type { XmlElement } from './xml.js';
import { parseXml, toXml } from './xml-text.js';

type MessageOf<Kind> = Extract<TabMessage, { kind: Kind }>;

/** How long the tab that holds the socket may take to close the stream, in ms. */
const CLOSE_TIMEOUT_MS = 3_000;
/** XEP-0198 §4: counts wrap around. */
const WRAP = 2 ** 32;

/**
 * A tab that another one sends and receives for. It hears all that goes to and fro, and keeps count: whenever it is
 * elected, it can go on with the very same stream.
 */
export class TabFollower implements TabRole {
  #holder: string | undefined;
  #resumption: StreamResumption | undefined;
  /** Whether this tab knows the session: it was told when it came, and has heard everything since. */
  #isLive = false;
  #number = 0;
  /** By number: what this tab cannot be sure of that it was sent. */
  readonly #wishes = new Map<number, string>();
  /** The last wish of each tab that was sent. */
  readonly #sent = new Map<string, number>();

  /** Called when the stream is closed. */
  #closed: (() => void) | undefined;

  constructor(
    private readonly port: TabPort,
    private readonly environment: Environment,
  ) {
    this.#askIn();
  }

  connect(): void {
    this.port.post({ kind: 'connect' });
  }

  wake(): void {
    this.port.post({ kind: 'wake' });
  }

  send(stanza: XmlElement): void {
    // RFC 6120 §8.2.3: a request is answered once, by the tab that holds the socket.
    if (stanza.name === 'iq' && (stanza.attrs.type === 'result' || stanza.attrs.type === 'error')) return;
    this.#wish(++this.#number, toXml(stanza));
  }

  setActive(active: boolean): void {
    this.port.post({ kind: 'active', active });
  }

  receive(message: TabMessage): void {
    if (message.kind === 'holder') return this.#greet(message.from);
    if (message.kind === 'welcome') return this.#comeIn(message);
    if (message.from !== this.#holder) return;
    if (message.kind === 'in') this.#receiveStanza(message);
    else if (message.kind === 'out') this.#noteSent(message);
    else if (message.kind === 'state') this.#noteState(message.state);
    else if (message.kind === 'lost') this.#lose(message);
    else if (message.kind === 'closed') this.#closed?.();
  }

  async close(farewell?: XmlElement): Promise<void> {
    this.port.post({ kind: 'disconnect', farewell: farewell && toXml(farewell) });
    if (this.#holder === undefined) return;
    await new Promise<void>((resolve) => {
      const timer = this.environment.setTimeout(resolve, CLOSE_TIMEOUT_MS);
      this.#closed = () => {
        this.environment.clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Whether it knows the session, so that it needs nothing that another page has left. */
  get isLive(): boolean {
    return this.#isLive;
  }

  /** Everything that the next holder has to know. */
  handOver(): Handover {
    const wishes = [...this.#wishes].map(([number, stanza]): Wish => ({ tab: this.port.id, number, stanza }));
    return { resumption: this.#resumption, isLive: this.#isLive, wishes, sent: this.#sent };
  }

  #askIn(): void {
    this.port.post({ kind: 'hello', active: this.port.isActive() });
  }

  #wish(number: number, stanza: string): void {
    this.#wishes.set(number, stanza);
    this.port.post({ kind: 'send', stanza, number });
  }

  /** What the last holder has sent is known here; the rest is wished again. */
  #greet(holder: string): void {
    this.#holder = holder;
    if (!this.#isLive) return this.#askIn();
    this.setActive(this.port.isActive());
    for (const [number, stanza] of [...this.#wishes]) this.#wish(number, stanza);
  }

  #comeIn({ from, to, state, resumption }: MessageOf<'welcome'>): void {
    if (this.#isLive || to !== this.port.id) return;
    this.#holder = from;
    this.#resumption = resumption;
    this.#isLive = state.connectionStatus === 'online';
    this.port.setState(state);
  }

  #receiveStanza({ stanza, resumption }: MessageOf<'in'>): void {
    if (!this.#isLive) return;
    this.#resumption = resumption ?? (this.#resumption && { ...this.#resumption, inbound: (this.#resumption.inbound + 1) % WRAP });
    this.port.router.receive(parseXml(stanza));
  }

  #noteSent({ tab, number, stanza, resumption }: MessageOf<'out'>): void {
    this.#sent.set(tab, number);
    if (tab === this.port.id) this.#wishes.delete(number);
    if (!this.#isLive) return;
    this.#resumption = resumption;
    this.port.router.tellStanza('out', stanza);
    if (tab !== this.port.id) this.port.router.tellSent(parseXml(stanza));
  }

  #noteState(state: StreamState): void {
    const isOnline = state.connectionStatus === 'online';
    // A session that has just begun is told of as a whole, once it is known.
    if (isOnline && !this.#isLive) return this.#askIn();
    if (isOnline) this.port.router.resume();
    else this.port.router.suspend();
    this.port.setState(state);
  }

  #lose({ unhandled }: MessageOf<'lost'>): void {
    this.#isLive = false;
    this.#resumption = undefined;
    const unsent = [...this.#wishes.values()];
    this.#wishes.clear();
    this.port.router.rejectPending(this.port.state().failure, unhandled);
    this.port.router.tellUnacknowledged(unsent.map(parseXml));
  }
}
