import type { TabGroup } from '../protocol/tab-group.js';
import type { TabMessage } from '../protocol/tab-messages.js';
import { openStoredSessions, storedSession, storeSession } from './stored-session.js';

/** Tabs with another version of the script, which may talk otherwise, are another group. */
const FORMAT = 1;

/**
 * The tabs of this origin that show what the name stands for; `undefined` where the platform cannot bring them together:
 * Web Locks are for secure contexts only.
 */
export function tabGroup(name: string): TabGroup | undefined {
  const key = keyOf(name);
  const { locks } = navigator as Partial<Navigator>;
  if (!locks || !hasChannels(key)) return undefined;
  openStoredSessions();
  return {
    id: crypto.randomUUID(),
    open: (receive) => openChannel(key, receive),
    elect: (elected) => elect(locks, key, elected),
    hasOthers: async () => (await countTabs(locks, key)) > 1,
    keep: (value) => keep(key, value),
    take: () => take(key),
    store: (value) => storeSession(key, value),
    stored: () => storedSession(key),
  };
}

/** Whether there are tabs in that group, for a page that has not joined it. */
export async function hasTabs(name: string): Promise<boolean> {
  const { locks } = navigator as Partial<Navigator>;
  return locks !== undefined && (await countTabs(locks, keyOf(name))) > 0;
}

/** Those groups whose names begin like that and that have tabs. */
export async function tabGroupsAt(beginning: string): Promise<ReadonlySet<string | undefined>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.map(({ name }) => name).filter((name) => name?.startsWith(keyOf(beginning))));
}

function keyOf(name: string): string {
  return `xmpp-elements ${FORMAT} ${name}`;
}

/** A page whose origin is hidden from it (a sandboxed frame) may not even ask. */
async function countTabs(locks: LockManager, key: string): Promise<number> {
  const { held = [], pending = [] } = await locks.query().catch((): LockManagerSnapshot => ({}));
  return [...held, ...pending].filter((lock) => lock.name === key).length;
}

/** Firefox has none for pages that may store nothing. */
export function hasChannels(key: string): boolean {
  try {
    new BroadcastChannel(key).close();
    return true;
  } catch {
    return false;
  }
}

/** What a tab says to itself. */
interface Echo {
  readonly echo: string;
}

function openChannel(key: string, receive: (message: TabMessage) => void): ReturnType<TabGroup['open']> {
  const channel = new BroadcastChannel(key);
  const echoes = new Map<string, () => void>();
  channel.onmessage = ({ data }: MessageEvent<TabMessage | Echo>) => {
    if ('echo' in data) echoes.get(data.echo)?.();
    else receive(data);
  };
  return {
    post: (message) => channel.postMessage(message),
    settled: () => roundTrip(key, echoes),
    close: () => channel.close(),
  };
}

/** Messages on a channel keep their order: what was posted before this has arrived before. */
function roundTrip(key: string, echoes: Map<string, () => void>): Promise<void> {
  const channel = new BroadcastChannel(key);
  const echo = crypto.randomUUID();
  return new Promise((resolve) => {
    echoes.set(echo, () => {
      echoes.delete(echo);
      channel.close();
      resolve();
    });
    channel.postMessage({ echo } satisfies Echo);
  });
}

function elect(locks: LockManager, key: string, elected: () => void): () => void {
  const waiting = new AbortController();
  let giveBack = (): void => undefined;
  const held = new Promise<void>((resolve) => (giveBack = resolve));
  const hold = (): Promise<void> => {
    elected();
    return held;
  };
  void locks.request(key, { signal: waiting.signal }, hold).catch((error: unknown) => {
    // A page whose origin is hidden from it (a sandboxed frame) has nobody to share with.
    if (!waiting.signal.aborted && !(error instanceof DOMException && error.name === 'AbortError')) elected();
  });
  return () => {
    giveBack();
    waiting.abort();
  };
}

/** Written at once: the page may be gone in a moment. What a browser does not keep is not gone on with. */
function keep(key: string, value: unknown): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(value));
    return true;
  } catch {
    take(key);
    return false;
  }
}

function take(key: string): unknown {
  try {
    const value = localStorage.getItem(key);
    localStorage.removeItem(key);
    return value === null ? undefined : (JSON.parse(value) as unknown);
  } catch {
    return undefined;
  }
}
