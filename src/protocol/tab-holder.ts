import { SessionKeeper } from './session-keeper.js';
import type { OpenSocket, SocketStream } from './socket-stream.js';
import type { StanzaSink } from './stanza-router.js';
import type { Environment, StreamState } from './stream.js';
import type { TabMessage } from './tab-messages.js';
import type { Handover, KeptSession, TabPort, TabRole, Wish } from './tab-role.js';
import type { XmlElement } from './xml.js';
import { parseXml, toXml } from './xml-text.js';

/** How long a session that goes from hand to hand may be without a socket before anybody is told, in ms. */
const TAKEOVER_MS = 3_000;

/** The tab that holds the socket, for itself and for all that follow. */
export class TabHolder implements TabRole {
  readonly #socket: SocketStream;
  /** What came while the socket was being exchanged. */
  readonly #wishes: Wish[];
  /** The last wish of each tab that was sent. */
  readonly #sent: Map<string, number>;
  #number: number;
  /** Whose wish is being sent. */
  #current: Wish | undefined;
  /** Those who wait to be told what is known. */
  readonly #newcomers = new Set<string>();
  /** Of each tab, whether anybody looks at it. */
  readonly #active = new Map<string, boolean>();
  #isActive = true;
  /** Whether anybody was ever there to listen. */
  #isHeard: boolean;
  /** All that is known of a session that goes on, while this tab does not know it itself. */
  #unread: unknown;
  /** Runs while a session that this tab knows is taken over, unnoticed: not where all know that its connection is lost. */
  #takeover: unknown;
  #isResumptionTold = false;
  #isOver = false;
  readonly #keeper: SessionKeeper | undefined;

  constructor(
    private readonly port: TabPort,
    private readonly environment: Environment,
    open: OpenSocket,
    private readonly snapshot: () => unknown,
    { wishes, sent, isLive, snapshot: unread, resumption }: Handover,
  ) {
    this.#wishes = [...wishes];
    this.#sent = new Map(sent);
    this.#number = Math.max(this.#sent.get(port.id) ?? 0, ...wishes.map(({ number }) => number));
    this.#isHeard = isLive;
    this.#unread = unread;
    if (isLive && port.state().connectionStatus === 'online') this.#takeover = environment.setTimeout(() => this.#admitTakeover(), TAKEOVER_MS);
    this.#keeper = port.store && new SessionKeeper(environment, port.store, () => this.#session);
    this.#socket = open({ sink: this.#sink(), resumption, gate: this.#keeper?.gate });
  }

  /** Whether somebody waits to be told what is known. */
  get isAwaited(): boolean {
    return this.#newcomers.size > 0;
  }

  start(): void {
    this.port.post({ kind: 'holder' });
    this.setActive(this.port.isActive());
    this.#socket.connect();
  }

  connect(): void {
    this.#socket.connect();
  }

  wake(): void {
    this.#socket.wake();
  }

  send(stanza: XmlElement): void {
    this.#fulfil({ tab: this.port.id, number: ++this.#number, stanza: '' }, stanza);
  }

  setActive(active: boolean): void {
    this.#noteActive(this.port.id, active);
  }

  receive(message: TabMessage): void {
    const { kind, from } = message;
    this.#isHeard = true;
    if (kind === 'hello') this.#greet(from, message.active);
    else if (kind === 'send') this.#receiveWish({ tab: from, number: message.number, stanza: message.stanza });
    else if (kind === 'connect') this.connect();
    else if (kind === 'wake') this.wake();
    else if (kind === 'active') this.#noteActive(from, message.active);
    else if (kind === 'bye') this.#noteActive(from, false);
  }

  /** Tells newcomers what is known, as soon as it is. */
  offer(): void {
    if (!this.isAwaited || this.port.state().connectionStatus !== 'online') return;
    const snapshot = this.snapshot();
    if (snapshot === undefined) return;
    for (const newcomer of this.#newcomers) this.#welcome(newcomer, { ...this.port.state(), snapshot });
    this.#newcomers.clear();
  }

  async close(farewell?: XmlElement): Promise<void> {
    this.port.post({ kind: 'disconnect', farewell: undefined });
    this.#end();
    await Promise.all([this.#socket.disconnect(farewell), this.#keeper?.forget()]);
    this.port.post({ kind: 'closed' });
  }

  /** Lets go of the socket, and closes the stream if nobody could go on with it. @param keep leaves it to the next page, if it can */
  handOn(keep: (session: KeptSession) => boolean): void {
    const session = this.#session;
    this.#end();
    const isKept = session !== undefined && keep(session);
    if (isKept || (this.#socket.resumption && this.#isHeard)) this.#socket.detach();
    else void this.#socket.disconnect();
  }

  /** What it takes to go on with it, as it is now. */
  get #session(): KeptSession | undefined {
    const { resumption } = this.#socket;
    const snapshot = resumption && (this.#unread ?? this.snapshot());
    return resumption && snapshot !== undefined ? { resumption, snapshot } : undefined;
  }

  #end(): void {
    this.#isOver = true;
    this.#keeper?.stop();
    this.environment.clearTimeout(this.#takeover);
  }

  /** What the socket's stream has to say, for all tabs. */
  #sink(): StanzaSink {
    const { router } = this.port;
    return {
      receive: (stanza) => this.#receiveStanza(stanza),
      tellStanza: (_, stanza) => this.#noteSent(String(stanza)),
      tellState: (state) => this.#noteState(state),
      // One tab mends it, for all.
      tellUnacknowledged: (stanzas) => router.tellUnacknowledged(stanzas),
      suspend: () => router.suspend(),
      resume: () => router.resume(),
      rejectPending: (_, unhandled) => this.#lose(unhandled),
    };
  }

  #receiveStanza(stanza: XmlElement): void {
    this.#keeper?.noteChange();
    if (this.#isHeard) this.#postReceived(toXml(stanza));
    this.port.router.receive(stanza);
  }

  #postReceived(stanza: string): void {
    // Others count for themselves; a server may say later than others come that it keeps the stream.
    const resumption = this.#isResumptionTold ? undefined : this.#socket.resumption;
    this.#isResumptionTold ||= resumption !== undefined;
    this.port.post({ kind: 'in', stanza, resumption });
  }

  #receiveWish(wish: Wish): void {
    // Wished again because it was not known that the last holder has sent it.
    if (wish.number > (this.#sent.get(wish.tab) ?? 0)) this.#fulfil(wish, parseXml(wish.stanza));
  }

  #fulfil(wish: Wish, stanza: XmlElement): void {
    if (this.#socket.state.connectionStatus !== 'online') {
      this.#wishes.push({ ...wish, stanza: toXml(stanza) });
      return;
    }
    this.#current = wish;
    try {
      this.#socket.send(stanza);
    } finally {
      this.#current = undefined;
    }
    if (wish.tab !== this.port.id) this.port.router.tellSent(stanza);
  }

  #fulfilAll(): void {
    for (const wish of this.#wishes.splice(0)) this.#receiveWish(wish);
  }

  #noteSent(stanza: string): void {
    const { tab, number } = this.#current ?? { tab: this.port.id, number: ++this.#number };
    this.#sent.set(tab, number);
    this.#keeper?.noteChange();
    if (this.#isHeard) this.port.post({ kind: 'out', stanza, tab, number, resumption: this.#socket.resumption });
    this.port.router.tellStanza('out', stanza);
  }

  #noteState(state: StreamState): void {
    if (this.#isOver || (this.#takeover !== undefined && this.#isUnnoticed(state))) return;
    const snapshot = state.resumed ? this.#unread : undefined;
    if (state.connectionStatus === 'online') this.#unread = undefined;
    this.port.post({ kind: 'state', state });
    this.port.setState(snapshot === undefined ? state : { ...state, snapshot });
    if (state.connectionStatus === 'online') this.#fulfilAll();
    else if (state.connectionStatus === 'reconnecting') this.#keeper?.storeNow();
  }

  /** A session that goes on before anybody was told that it went from hand to hand. */
  #isUnnoticed({ connectionStatus }: StreamState): boolean {
    if (connectionStatus === 'offline') this.#endTakeover();
    if (connectionStatus !== 'online') return connectionStatus !== 'offline';
    this.#endTakeover();
    this.#fulfilAll();
    return true;
  }

  #endTakeover(): void {
    this.environment.clearTimeout(this.#takeover);
    this.#takeover = undefined;
  }

  /** The session does not go on, or not soon enough. */
  #admitTakeover(): void {
    this.#endTakeover();
    this.port.router.suspend();
    this.#noteState({ ...this.#socket.state, connectionStatus: 'reconnecting' });
  }

  #lose(unhandled: ReadonlySet<string | undefined> | undefined): void {
    if (this.#isOver) return;
    if (this.#takeover !== undefined) this.#admitTakeover();
    const unsent = this.#wishes.splice(0).filter(({ tab }) => tab === this.port.id);
    this.#unread = undefined;
    void this.#keeper?.forget();
    this.#isResumptionTold = false;
    this.port.post({ kind: 'lost', unhandled });
    this.port.router.rejectPending(this.port.state().failure, unhandled);
    this.port.router.tellUnacknowledged(unsent.map(({ stanza }) => parseXml(stanza)));
  }

  #greet(newcomer: string, active: boolean): void {
    this.#noteActive(newcomer, active);
    this.#newcomers.add(newcomer);
    if (this.port.state().connectionStatus === 'online') this.offer();
    else this.#welcome(newcomer, this.port.state());
  }

  #welcome(to: string, state: StreamState): void {
    this.port.post({ kind: 'welcome', to, state, resumption: this.#socket.resumption });
  }

  /** Somebody looks at the account as long as somebody looks at one of its tabs. */
  #noteActive(tab: string, active: boolean): void {
    this.#active.set(tab, active);
    const isActive = [...this.#active.values()].includes(true);
    if (isActive !== this.#isActive) this.#socket.setActive((this.#isActive = isActive));
  }
}
