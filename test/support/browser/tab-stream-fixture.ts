import { tabGroup } from '../../../src/context/tab-group.js';
import { ClientStream } from '../../../src/protocol/client-stream.js';
import type { TabGroup } from '../../../src/protocol/tab-group.js';
import type { StreamState } from '../../../src/protocol/stream.js';
import { TabStream } from '../../../src/protocol/tab-stream.js';
import { element } from '../../../src/protocol/xml.js';
import { until } from './client-stream-fixture.js';
import { MockEnvironment } from './mock-environment.js';
import { ScriptedServer } from './scripted-server.js';
import type { Script } from './server-script.js';

/** What has crashed does not connect any more. */
const NEVER = new Promise<never>(() => undefined);

/** A tab, as far as its stream goes: what it knows of the session is the list of what came in. */
export class TestTab {
  readonly states: StreamState[] = [];
  /** What came in, and what other tabs sent, by `id`. */
  readonly received: string[] = [];
  readonly sentElsewhere: string[] = [];
  readonly stream: TabStream;
  /** Whether its page never says whose it is. */
  isUndecided = false;
  /** Whether it knows enough to tell others. */
  ready = true;
  /** Whether it tries again when another one gets through. */
  comesAlong = true;
  /** What it was told that nobody has got, by `id`. */
  readonly unacknowledged: string[] = [];
  /** Whether its browser keeps what it leaves. */
  keeps = true;
  /** What it has stored while it lived, as it is in the browser; `undefined`: it was deleted. */
  readonly stored: unknown[] = [];
  #isDead = false;
  /** What a crash takes from it. */
  readonly #held: (() => void)[] = [];

  constructor(
    readonly server: ScriptedServer,
    /** The tabs of the same name share a stream; `''`: this one is alone. */
    private readonly name: string,
    readonly environment = new MockEnvironment(),
  ) {
    const credentials = { username: 'george', password: 'secret' };
    this.stream = new TabStream({
      group: async () => (this.isUndecided ? NEVER : name === '' ? undefined : this.#group(name)),
      open: (options) => new ClientStream(() => (this.#isDead ? NEVER : { service: server.service, domain: 'im.example', credentials }), environment, options),
      snapshot: () => (this.ready ? [...this.received] : undefined),
      isSnapshot: (value) => Array.isArray(value),
      mayComeAlong: () => this.comesAlong,
    }, environment);
    this.stream.observe({
      onState: (state) => this.#noteState(state),
      onPresence: ({ attrs }) => this.received.push(attrs.id ?? ''),
      onSent: ({ attrs }) => this.sentElsewhere.push(attrs.id ?? ''),
      onUnacknowledged: (stanzas) => this.unacknowledged.push(...stanzas.map(({ attrs }) => attrs.id ?? '')),
    });
  }

  /** With a server of its own. */
  static async start(script: Partial<Script> = {}, name: string = crypto.randomUUID()): Promise<TestTab> {
    return new TestTab(await ScriptedServer.start(script), name);
  }

  /** Another tab of the same account. */
  beside(): TestTab {
    return new TestTab(this.server, this.name, this.environment);
  }

  /** Leaves something for the next tab that holds the socket, whatever it is. */
  leave(value: unknown): void {
    tabGroup(this.name)?.keep(value);
  }

  get statuses(): string[] {
    return this.states.map(({ connectionStatus }) => connectionStatus);
  }

  async goOnline(): Promise<void> {
    const online = until(this.stream, ({ connectionStatus }) => connectionStatus === 'online');
    this.stream.connect();
    await online;
  }

  /** Settles when it is in that state. */
  async becomes(status: StreamState['connectionStatus']): Promise<void> {
    if (this.stream.state.connectionStatus !== status) await until(this.stream, ({ connectionStatus }) => connectionStatus === status);
  }

  /** Settles when a presence with that id has come in. */
  async hears(id: string): Promise<void> {
    if (!this.received.includes(id)) await new Promise<void>((resolve) => this.#listen((heard) => heard === id && resolve()));
  }

  say(id: string): void {
    this.stream.send(element('presence', { id, to: 'mary@im.example' }));
  }

  /** Ends without a word to anybody, as when its process is killed. */
  crash(): void {
    this.#isDead = true;
    for (const release of this.#held) release();
  }

  #group(name: string): TabGroup | undefined {
    const group = tabGroup(name);
    return group && {
      ...group,
      keep: (value) => this.keeps && group.keep(value),
      store: (value) => this.#store(group, value),
      open: (receive) => {
        const channel = group.open(receive);
        this.#held.push(() => channel.close());
        return { ...channel, post: (message) => (this.#isDead ? undefined : channel.post(message)) };
      },
      elect: (elected) => {
        const giveBack = group.elect(elected);
        this.#held.push(giveBack);
        return giveBack;
      },
    };
  }

  async #store(group: TabGroup, value: unknown): Promise<boolean> {
    if (this.#isDead) return false;
    const isStored = this.keeps && (await group.store(value));
    this.stored.push(await group.stored());
    return isStored;
  }

  #listen(listener: (id: string) => void): void {
    this.stream.observe({ onPresence: ({ attrs }) => listener(attrs.id ?? '') });
  }

  /** A session that was known elsewhere is known here now; a new one begins with nothing. */
  #noteState(state: StreamState): void {
    this.states.push(state);
    if (state.connectionStatus !== 'online' || (state.resumed && state.snapshot === undefined)) return;
    this.received.splice(0, Infinity, ...((state.snapshot ?? []) as string[]));
  }
}
