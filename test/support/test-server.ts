/** A roster item as the server holds it, sorted by JID, groups sorted. */
export interface ServerRosterItem {
  jid: string;
  name?: string;
  subscription: 'none' | 'to' | 'from' | 'both';
  ask?: 'subscribe';
  groups: string[];
}

/** What the tests may do with a server, whichever it is. */
export interface TestServer {
  /** WebSocket URL. */
  readonly url: string;
  readonly domain: string;
  /** Creates the account; with `roster`, before its first log-in. */
  register(user: string, password: string, roster?: readonly ServerRosterItem[]): Promise<void>;
  /** Deletes the account. */
  remove(user: string): Promise<void>;
  /** The server's own truth, not what it sent. */
  roster(user: string): Promise<ServerRosterItem[]>;
  /** How many log-ins were refused so far; of `user` only, if given. */
  authFailures(user?: string): Promise<number>;
  /** How many sessions of the user the server has, those without a connection among them. */
  sessions(user: string): Promise<number>;
  /** Everything it printed so far. */
  log(): string;
  /** Ends it without farewell; the data stay. */
  crash(): Promise<void>;
  /** Starts it again on the same port with the same data, after `crash()` or while it runs. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  stop(): Promise<void>;
}

/** User name → password. */
export type Users = Readonly<Record<string, string>>;

/** User name → items. */
export type Rosters = Readonly<Record<string, readonly ServerRosterItem[]>>;

export function sortedRoster(items: readonly ServerRosterItem[]): ServerRosterItem[] {
  return items.map((item) => ({ ...item, groups: [...item.groups].sort() })).sort((a, b) => (a.jid < b.jid ? -1 : 1));
}
