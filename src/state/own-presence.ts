import { NoResponseError } from '../protocol/errors.js';
import { availablePresence, clampPriority, unavailablePresence, type OwnPresence } from '../protocol/presence.js';
import type { Environment, Stream } from '../protocol/stream.js';
import { element } from '../protocol/xml.js';

/** What we say of ourselves. */
export interface OwnPresenceState extends OwnPresence {
  readonly type: 'available' | 'unavailable';
  /** Whether the server has taken it: until then it is a wish. */
  readonly confirmed: boolean;
}

/** As it came in, or was chosen. */
type Words = { readonly [Word in keyof OwnPresence]?: OwnPresence[Word] | undefined };

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

const CONFIRM_TIMEOUT_MS = 30_000;

/**
 * The user's choice of presence. It outlives connections: a new session is told the same (RFC 6121 §4.2), and what is
 * chosen while there is none waits for the next.
 */
export class OwnPresenceSender {
  #state: OwnPresenceState = { type: 'available', confirmed: false };
  #waiting: Waiting[] = [];
  #timer: unknown;
  /** Presences sent whose echo has not come back; the server echoes in order. */
  #unechoed = 0;
  /** Counts the sessions that were lost. */
  #losses = 0;
  /** As it stood when the connection was lost of a session that may go on. */
  #held: OwnPresenceState | undefined;

  constructor(
    private readonly stream: Stream,
    private readonly environment: Environment,
    private readonly changed: () => void,
  ) {}

  get state(): OwnPresenceState {
    return this.#state;
  }

  /** Settles when the server has confirmed it. */
  choose(type: OwnPresenceState['type'], presence: OwnPresence, ready: boolean): Promise<void> {
    const words = wordsOf(presence);
    // RFC 6121 §4.4.1: what everybody knows already is not said again.
    if (ready && this.#state.confirmed && isSame(this.#state, { type, ...words })) return Promise.resolve();
    this.#set({ type, ...words, confirmed: false });
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      if (ready) this.send();
    });
  }

  /** Tells the server, at the choice or when a session is ready. */
  send(): void {
    const state = this.#state;
    if (state.type === 'available') {
      this.stream.send(availablePresence(state));
      this.#unechoed++;
      this.#awaitEcho();
    } else {
      this.stream.send(unavailablePresence(state.status));
      this.#awaitOrder(state);
    }
  }

  /**
   * Our own presence came back (RFC 6121 §4.2.2): confirmed, as the server understood it. What was not sent here was
   * chosen in a page that has crashed since, and it holds.
   */
  echo(words: Words): void {
    const isStrange = this.#unechoed === 0 && this.#waiting.length === 0 && this.#state.type === 'available';
    if (isStrange) this.#set({ ...wordsOf(words), type: 'available', confirmed: true });
    this.#unechoed = Math.max(0, this.#unechoed - 1);
    if (this.#unechoed === 0 && this.#state.type === 'available') this.#confirm();
  }

  /** What another tab chose, and has sent: going unavailable has no echo that could confirm it. */
  noteSent(type: OwnPresenceState['type'], words: OwnPresence): void {
    if (type === 'available') this.#unechoed++;
    this.#set({ ...wordsOf(words), type, confirmed: type === 'unavailable' });
  }

  /** What was chosen in this session before it came here. @returns whether something else was chosen here, and waits to be sent */
  restore(state: OwnPresenceState): boolean {
    this.#unechoed = state.confirmed ? 0 : 1;
    if (this.#waiting.length > 0 && !isSame(this.#state, state)) return true;
    this.#set(state);
    if (state.confirmed) this.#confirm();
    return false;
  }

  /** Another account begins. */
  reset(): void {
    this.#set({ type: 'available', confirmed: false });
  }

  /** The connection is lost, but the session may go on. */
  suspend(): void {
    this.environment.clearTimeout(this.#timer);
    this.#held ??= this.#state;
    this.doubt();
  }

  /** The session goes on: the server hears what was chosen meanwhile, and nothing that it knows already. */
  goOn(): void {
    const held = this.#held;
    this.#held = undefined;
    if (!held || !isSame(held, this.#state)) this.send();
    else if (held.confirmed) this.#confirm();
    else if (this.#unechoed > 0) this.#awaitEcho();
  }

  /** The session is over; the choice stays, unconfirmed. */
  lose(): void {
    this.environment.clearTimeout(this.#timer);
    this.#held = undefined;
    this.#unechoed = 0;
    this.#losses++;
    this.doubt();
  }

  /** What was confirmed holds no more. */
  doubt(): void {
    if (this.#state.confirmed) this.#set({ ...this.#state, confirmed: false });
  }

  #awaitEcho(): void {
    this.environment.clearTimeout(this.#timer);
    this.#timer = this.environment.setTimeout(() => this.#fail(new NoResponseError('presence')), CONFIRM_TIMEOUT_MS);
  }

  /** Going unavailable has no echo. Stanzas are handled in order (RFC 6120 §10.1), so the answer to a later one, whatever it says, comes after it. */
  #awaitOrder(state: OwnPresenceState): void {
    const ping = element('iq', { type: 'get' }, element('ping', { xmlns: 'urn:xmpp:ping' }));
    const losses = this.#losses;
    const answered = () => {
      if (this.#state === state) this.#confirm();
    };
    this.stream.request(ping).then(answered, (error: unknown) => {
      if (!(error instanceof NoResponseError)) answered();
      // When the connection ended, the next session is told the same.
      else if (losses === this.#losses) this.#fail(error);
    });
  }

  #confirm(): void {
    this.environment.clearTimeout(this.#timer);
    const waiting = this.#waiting.splice(0);
    if (!this.#state.confirmed) this.#set({ ...this.#state, confirmed: true });
    for (const { resolve } of waiting) resolve();
  }

  #fail(error: Error): void {
    this.#unechoed = 0;
    for (const { reject } of this.#waiting.splice(0)) reject(error);
  }

  #set(state: OwnPresenceState): void {
    this.#state = state;
    this.changed();
  }
}

function wordsOf({ show, status, priority }: Words): OwnPresence {
  return { ...(show ? { show } : {}), ...(status ? { status } : {}), ...(priority ? { priority: clampPriority(priority) } : {}) };
}

function isSame(one: OwnPresence & { type: string }, other: OwnPresence & { type: string }): boolean {
  return one.type === other.type && one.show === other.show && one.status === other.status && one.priority === other.priority;
}
