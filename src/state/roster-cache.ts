import { inTime } from '../protocol/in-time.js';
import { bareJid } from '../protocol/jid.js';
import { SUBSCRIPTIONS, type RosterItem, type RosterResult, type Subscription } from '../protocol/roster.js';
import type { Environment } from '../protocol/stream.js';
import { isRecord } from './is-record.js';

/** Where a browser keeps things from one visit to the next. It may refuse, lose or garble anything. */
export interface RosterStorage {
  load(account: string): Promise<unknown>;
  /** Replaces what was kept of that account, all of it or nothing. */
  save(account: string, roster: unknown): Promise<void>;
  remove(account: string): Promise<void>;
}

/** What is kept: the items and the version they belong to (RFC 6121 §2.6), always together, and how the list is shown. */
export interface KeptRoster extends RosterResult {
  readonly view?: unknown;
}

interface CachedRoster extends KeptRoster {
  readonly format: 1;
}

/** A browser that takes longer is not waited for. */
const LOAD_TIMEOUT_MS = 1_000;
/** Changes are written together, so long after the first of them. */
const SAVE_DELAY_MS = 500;

/** The roster from the last visit: names and groups at once, and only what changed since over the wire. Never presence. */
export class RosterCache {
  #waiting: unknown;
  /** Whether the account's list is not to be kept any more. */
  #isForgotten = false;

  constructor(
    private readonly storage: RosterStorage | undefined,
    private readonly environment: Environment,
  ) {}

  /** `undefined` when there is none, when it is not ours to understand, or when it takes too long. */
  async load(account: string): Promise<KeptRoster | undefined> {
    if (!this.storage) return undefined;
    return readCachedRoster(await inTime(this.environment, LOAD_TIMEOUT_MS, this.storage.load(account)).catch(() => undefined));
  }

  /** Soon; what is to be kept is asked for then. */
  save(account: string, roster: () => KeptRoster): void {
    if (!this.storage || this.#isForgotten) return;
    this.#waiting ??= this.environment.setTimeout(() => {
      this.#waiting = undefined;
      const kept: CachedRoster = { format: 1, ...roster() };
      // What cannot be kept is asked for anew next time.
      this.storage?.save(account, kept).catch(() => undefined);
    }, SAVE_DELAY_MS);
  }

  /** Another account begins; what was to be saved belongs to the former. */
  begin(): void {
    this.#cancel();
    this.#isForgotten = false;
  }

  /** Also what comes later: a push between this and the end of the connection is not to bring the list back. */
  async remove(account: string): Promise<void> {
    this.#cancel();
    this.#isForgotten = true;
    await this.storage?.remove(account).catch(() => undefined);
  }

  #cancel(): void {
    this.environment.clearTimeout(this.#waiting);
    this.#waiting = undefined;
  }
}

/** Reads what was kept; anything that we would not have written ourselves is no roster. */
export function readCachedRoster(data: unknown): KeptRoster | undefined {
  if (!isRecord(data) || data['format'] !== 1 || !Array.isArray(data['items'])) return undefined;
  const { ver, view } = data;
  const items = data['items'].map(readItem);
  const distinct = new Set(items.map((item) => item?.jid));
  if (items.includes(undefined) || distinct.size < items.length || (ver !== undefined && typeof ver !== 'string')) return undefined;
  return { items: items as RosterItem[], ...(ver === undefined ? {} : { ver }), ...(view === undefined ? {} : { view }) };
}

function readItem(data: unknown): RosterItem | undefined {
  if (!isRecord(data)) return undefined;
  const { jid, name, subscription, ask, approved, groups } = data;
  const isValid = typeof jid === 'string' && jid === bareJid(jid) && SUBSCRIPTIONS.has(subscription) && isGroups(groups)
    && (name === undefined || typeof name === 'string') && (ask === undefined || ask === 'subscribe') && (approved === undefined || approved === true);
  if (!isValid) return undefined;
  return {
    jid, subscription: subscription as Subscription, groups: [...groups],
    ...(name === undefined ? {} : { name }), ...(ask === undefined ? {} : { ask }), ...(approved === undefined ? {} : { approved }),
  };
}

function isGroups(data: unknown): data is string[] {
  return Array.isArray(data) && data.every((group) => typeof group === 'string' && group !== '') && new Set(data).size === data.length;
}
