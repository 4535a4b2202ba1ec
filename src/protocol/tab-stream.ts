import { NotConnectedError } from './errors.js';
import { inTime } from './in-time.js';
import { OFFLINE, RoutedStream } from './routed-stream.js';
import type { Environment, StreamState } from './stream.js';
import { readResumption, resumableUntil } from './stream-resumption.js';
import { TabFollower } from './tab-follower.js';
import type { TabGroup } from './tab-group.js';
import type { OpenSocket } from './socket-stream.js';
import { TabHolder } from './tab-holder.js';
import { TabMembership } from './tab-membership.js';
import type { TabMessage } from './tab-messages.js';
import { NOTHING_TO_TAKE_OVER, type Handover, type KeptSession, type TabPort } from './tab-role.js';
import type { XmlElement } from './xml.js';
import { parseXml } from './xml-text.js';

/** How long the page may take to say whose tabs they are, in ms. */
const GROUP_TIMEOUT_MS = 30_000;

export interface TabStreamOptions {
  /** The tabs that share the stream, as of now; `undefined` where it is this one's alone. */
  readonly group: () => Promise<TabGroup | undefined>;
  /** Makes the stream that has the socket; what it has to say goes into the sink. */
  readonly open: OpenSocket;
  /** All that is known of the session, as plain data; `undefined` while that is not enough to go on with. */
  readonly snapshot: () => unknown;
  /** Whether that is such a snapshot. */
  readonly isSnapshot: (value: unknown) => boolean;
  /** After a failure for good: whether to try again when another tab gets through. */
  readonly mayComeAlong: () => boolean;
}

/**
 * One stream for all the tabs that show the same account, which outlives each of them: one holds the socket, the others
 * follow; when it goes, the next goes on with the same stream (XEP-0198), and so does a page that is reloaded. Where
 * there are no others to share with, it is the stream with the socket and no more.
 */
export class TabStream extends RoutedStream {
  #active = true;
  #membership: TabMembership | undefined;
  #role: TabFollower | TabHolder | undefined;
  #isJoining = false;
  #stopWaiting = (): void => undefined;
  /** Counts comings and goings; what is left of an older one is void. */
  #generation = 0;

  constructor(
    private readonly options: TabStreamOptions,
    environment: Environment,
  ) {
    super(environment);
  }

  get isFirst(): boolean {
    return this.#role instanceof TabHolder;
  }

  connect(): void {
    if (this.#role) return this.#role.connect();
    if (this.#isJoining) return;
    this.#stopWaiting();
    this.#isJoining = true;
    this.setState({ ...OFFLINE, connectionStatus: this.state.connectionStatus === 'offline' ? 'connecting' : 'reconnecting' });
    // Of a page that comes back: what it had asked for was answered to nobody.
    this.router.rejectPending();
    void this.#join();
  }

  wake(): void {
    this.#role?.wake();
  }

  async disconnect(farewell?: XmlElement): Promise<void> {
    const [role, membership] = [this.#role, this.#membership];
    const closed = role?.close(farewell);
    this.#end(OFFLINE);
    await closed;
    membership?.leave();
  }

  release(): void {
    const [role, membership] = [this.#role, this.#membership];
    this.#forget();
    if (role instanceof TabHolder) role.handOn((session) => membership?.group.keep(session) ?? false);
    membership?.post({ kind: 'bye' });
    membership?.leave();
  }

  async isShared(): Promise<boolean> {
    return (await this.#membership?.group.hasOthers()) ?? false;
  }

  /** More is known now than before: who has just come may have waited for it. */
  offer(): void {
    const role = this.#role;
    if (!(role instanceof TabHolder) || !role.isAwaited) return;
    // Not in the midst of a stanza: it is among what was said, but not yet among what is known.
    void Promise.resolve().then(() => role === this.#role && role.offer());
  }

  send(stanza: XmlElement): void {
    if (!this.#role || this.state.connectionStatus !== 'online') throw new NotConnectedError(`<${stanza.name}/>`);
    this.#role.send(stanza);
  }

  setActive(active: boolean): void {
    this.#active = active;
    this.#role?.setActive(active);
  }

  async #join(): Promise<void> {
    const generation = ++this.#generation;
    const isCurrent = () => generation === this.#generation;
    const group = await inTime(this.environment, GROUP_TIMEOUT_MS, this.options.group()).catch(() => undefined);
    if (!isCurrent()) return;
    this.#isJoining = false;
    if (!group) return this.#hold(NOTHING_TO_TAKE_OVER);
    const membership = new TabMembership(group, (message) => {
      if (isCurrent()) this.#receive(message);
      else if (message.kind === 'closed') follower.receive(message);
    });
    const follower = new TabFollower(this.#port(membership), this.environment);
    this.#membership = membership;
    this.#role = follower;
    membership.elect(() => isCurrent() && void this.#succeed(group, isCurrent));
  }

  async #succeed(group: TabGroup, isCurrent: () => boolean): Promise<void> {
    const follower = this.#role as TabFollower;
    // Good for one use, whoever makes it.
    const left = this.#readKept(group.take());
    const kept = left ?? (follower.isLive ? undefined : this.#readKept(await group.stored(), true));
    if (!isCurrent()) return;
    const own = follower.handOver();
    this.#hold(own.isLive || !kept ? own : { ...own, ...kept });
  }

  #hold(handover: Handover): void {
    const holder = new TabHolder(this.#port(this.#membership), this.environment, this.options.open, this.options.snapshot, handover);
    this.#role = holder;
    holder.start();
  }

  /** @param hasCrashed whether the page before cannot have said when it went: then the server has to know */
  #readKept(value: unknown, hasCrashed = false): KeptSession | undefined {
    const { resumption: data, snapshot } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<keyof KeptSession, unknown>>;
    const read = readResumption(data);
    const resumption = read && hasCrashed ? { ...read, takenAt: this.environment.now() } : read;
    const isGood = resumption && resumableUntil(resumption, resumption.takenAt) > this.environment.now() && this.options.isSnapshot(snapshot);
    return isGood ? { resumption, snapshot } : undefined;
  }

  #receive(message: TabMessage): void {
    if (message.kind === 'disconnect') void this.#beDisconnected(message.farewell);
    else this.#role?.receive(message);
  }

  /** Another tab has ended it, for all. */
  async #beDisconnected(farewell: string | undefined): Promise<void> {
    const [role, membership] = [this.#role, this.#membership];
    const closed = role instanceof TabHolder ? role.close(farewell === undefined ? undefined : parseXml(farewell)) : undefined;
    this.#end(OFFLINE);
    await closed;
    membership?.leave();
  }

  #takeState(state: StreamState): void {
    // What is being done since `connect()` is no news.
    if (state.connectionStatus === 'connecting' && this.state.connectionStatus !== 'online') return;
    if (state.connectionStatus !== 'offline') return this.setState(state);
    const membership = this.#membership;
    membership?.leave();
    this.#end(state);
    if (membership && this.options.mayComeAlong()) this.#waitForOthers(membership.group);
  }

  /** After a failure for good: the tab that gets through after all brings this one along. */
  #waitForOthers(group: TabGroup): void {
    const channel = group.open((message) => {
      if (message.kind === 'state' && message.state.connectionStatus === 'online') this.connect();
    });
    this.#stopWaiting = () => channel.close();
  }

  /** Nothing goes on until it is told to connect. */
  #end(state: StreamState): void {
    this.#forget();
    this.setState(state);
    this.router.rejectPending(state.failure);
  }

  #forget(): void {
    this.#generation++;
    this.#isJoining = false;
    this.#stopWaiting();
    this.#role = this.#membership = undefined;
  }

  #port(membership: TabMembership | undefined): TabPort {
    const generation = this.#generation;
    return {
      id: membership?.group.id ?? '',
      router: this.router,
      state: () => this.state,
      isActive: () => this.#active,
      setState: (state) => generation === this.#generation && this.#takeState(state),
      post: (words) => membership?.post(words),
      store: membership && ((session) => membership.group.store(session)),
    };
  }
}
