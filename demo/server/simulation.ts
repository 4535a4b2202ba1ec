import { DEMO_PASSWORD, NOT_PLAYED, PICTURES } from './company.js';
import type { OwnPicture } from './own-picture.js';
import { portrait } from './portraits.js';
import { type Random, seededRandom } from './random.js';
import type { DemoServer } from './server.js';
import { type Mood, SimulatedPerson } from './simulated-person.js';

export interface Timers {
  set(callback: () => void, ms: number): unknown;
  clear(handle: unknown): void;
}

export interface Change {
  readonly username: string;
  /** Absent when the person went. */
  readonly mood?: Mood;
}

export interface SimulationOptions {
  /** The same seed gives the same sequence of changes. */
  readonly seed?: number;
  /** Who is played; by default everybody but `NOT_PLAYED`. */
  readonly usernames?: readonly string[];
  /** The system's timers by default. */
  readonly timers?: Timers;
  /** Told of each change when it is sent. */
  readonly onChange?: (change: Change) => void;
}

const AVAILABLE: Mood = {};
const MOODS: readonly [Mood, ...Mood[]] = [
  AVAILABLE,
  AVAILABLE,
  AVAILABLE,
  { status: 'In the office today' },
  { status: 'Working from home' },
  { show: 'chat', status: 'Ask me anything' },
  { show: 'chat' },
  { show: 'away', status: 'At the coffee machine' },
  { show: 'away', status: 'Lunch' },
  { show: 'away' },
  { show: 'dnd', status: 'In a meeting until 3' },
  { show: 'dnd', status: 'On the phone' },
  { show: 'dnd', status: 'Finishing the quarterly report' },
  { show: 'xa', status: 'On the train, back at 2' },
  { show: 'xa', status: 'At the Lyon office' },
];

const SHARE_ONLINE = 0.6;
/** How often a change is a coming or going and not another mood. */
const SHARE_MOVES = 0.25;
const ANSWER_MS = 2500;

const systemTimers: Timers = {
  set: (callback, ms) => setTimeout(callback, ms),
  clear: (handle) => { clearTimeout(handle as ReturnType<typeof setTimeout>); }, // what `set` returned
};

/** The life of the company: people come, go, get coffee. Each of them is a client of the server like any other. */
export class Simulation {
  readonly #server: DemoServer;
  readonly #random: Random;
  readonly #people: readonly SimulatedPerson[];
  readonly #timers: Timers;
  readonly #onChange: (change: Change) => void;
  readonly #pending = new Set<unknown>();
  #isRunning = false;

  constructor(server: DemoServer, options: SimulationOptions = {}) {
    const { seed = 1, usernames = everybody(server), timers = systemTimers, onChange = () => undefined } = options;
    this.#server = server;
    this.#random = seededRandom(seed);
    this.#timers = timers;
    this.#onChange = onChange;
    this.#people = usernames.map((username) => {
      const person = new SimulatedPerson(server, username, DEMO_PASSWORD, (from) => {
        this.#after(ANSWER_MS, () => { person.approve(from); });
      }, pictureOf(username));
      return person;
    });
  }

  /** Resolves when those who start the day online are there; from then on one change every 2–4 s. */
  async start(): Promise<void> {
    this.#isRunning = true;
    await Promise.all(this.#early().map((person) => this.#come(person)));
    this.#scheduleNext();
  }

  /** Everybody goes; nothing happens any more. */
  stop(): void {
    this.#isRunning = false;
    for (const handle of this.#pending) this.#timers.clear(handle);
    this.#pending.clear();
    for (const person of this.#people) person.signOut();
  }

  /** Whoever has a "last seen" is not here yet; of the others enough to make up the share. */
  #early(): SimulatedPerson[] {
    const candidates = this.#people.filter((person) => this.#server.lastSeen(person.username) === undefined);
    const share = (SHARE_ONLINE * this.#people.length) / Math.max(1, candidates.length);
    return candidates.filter(() => this.#random.chance(share));
  }

  #scheduleNext(): void {
    this.#after(this.#random.between(2000, 4000), () => {
      this.#changeSomething();
      this.#scheduleNext();
    });
  }

  #changeSomething(): void {
    const online = this.#people.filter((person) => person.isOnline);
    const offline = this.#people.filter((person) => !person.isOnline);
    const isMove = this.#random.chance(SHARE_MOVES);
    const isFull = online.length > this.#people.length * SHARE_ONLINE;
    if (hasOne(offline) && (online.length === 0 || (isMove && !isFull))) void this.#come(this.#random.pick(offline));
    else if (hasOne(online)) this.#changeOrGo(this.#random.pick(online), isMove);
  }

  #changeOrGo(person: SimulatedPerson, isGoing: boolean): void {
    if (isGoing) {
      this.#onChange({ username: person.username });
      return person.signOut();
    }
    const mood = this.#random.pick(MOODS);
    this.#onChange({ username: person.username, mood });
    person.show(mood);
  }

  async #come(person: SimulatedPerson): Promise<void> {
    const mood = this.#random.pick(MOODS);
    this.#onChange({ username: person.username, mood });
    // Refused (a server that is closing, a changed password): the person stays away and the day goes on.
    await person.signIn(mood).catch(() => undefined);
  }

  #after(ms: number, task: () => void): void {
    if (!this.#isRunning) return;
    const handle = this.#timers.set(() => {
      this.#pending.delete(handle);
      task();
    }, ms);
    this.#pending.add(handle);
  }
}

function everybody(server: DemoServer): string[] {
  return server.accounts().map((jid) => jid.slice(0, jid.indexOf('@'))).filter((username) => !NOT_PLAYED.includes(username));
}

/** What somebody of the company shows of themselves; most show nothing. */
export function pictureOf(username: string): OwnPicture | undefined {
  const kind = PICTURES.get(username);
  return kind && { kind, png: portrait(username) };
}

function hasOne<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0;
}
