import { Account } from './account.js';
import type { Core } from './core.js';
import { Credentials } from './credentials.js';
import { foldCase, makeJid, parseJid } from './jid.js';
import { becomeUnavailable, vanished } from './presence.js';
import type { RosterItem } from './roster.js';
import { type ContactSeed, seedContact } from './seeds.js';
import type { Session } from './session.js';
import { type ServerSocket, ServerStream } from './stream.js';
import { type Element, NS, xml } from './xml.js';
import { presenceStanza } from './deliver.js';

export interface DemoServerOptions {
  readonly domain: string;
  /** Groups that a roster set may not move contacts into or out of. */
  readonly governedGroups?: Iterable<string>;
  /** ms since 1970; the system's clock by default */
  readonly now?: () => number;
}

/** A stanza that went by. Log-ins are not shown: they hold passwords. */
export interface ObservedStanza {
  /** Seen from the server: `in` came from the client. */
  readonly direction: 'in' | 'out';
  /** The full JID of the client. */
  readonly jid: string;
  readonly stanza: Element;
  /** ms since 1970 */
  readonly at: number;
}

export interface SessionInfo {
  readonly jid: string;
  readonly resource: string;
  readonly isInterested: boolean;
  readonly isAvailable: boolean;
  readonly show?: string;
  readonly status?: string;
  /** −128…127 */
  readonly priority?: number;
}

const MAX_STRANGERS = 1000;

/**
 * A small RFC 6121 server for the demo and for tests: rosters, subscriptions, presence, messages between its own accounts.
 * It keeps everything in memory. Users are named by their local part or their bare JID.
 */
export class DemoServer implements Core {
  readonly domain: string;
  readonly governedGroups: ReadonlySet<string>;
  readonly now: () => number;
  readonly features = new Map<string, ReadonlySet<string>>();
  readonly #accounts = new Map<string, Account>();
  readonly #strangers = new Map<string, Credentials>();
  readonly #authAttempts = new Map<string, number>();
  readonly #streams = new Set<ServerStream>();
  readonly #observers = new Set<(observed: ObservedStanza) => void>();

  constructor({ domain, governedGroups = [], now = Date.now }: DemoServerOptions) {
    this.domain = domain;
    this.governedGroups = new Set(governedGroups);
    this.now = now;
  }

  /** Takes a client's socket; hand its frames and its end to the stream. */
  connect(socket: ServerSocket): ServerStream {
    const stream = new ServerStream(this, socket);
    this.#streams.add(stream);
    return stream;
  }

  /** Closes all streams (`<system-shutdown/>`). */
  close(): void {
    for (const stream of [...this.#streams]) stream.end('system-shutdown');
  }

  // What tests and the demo set up and look at

  /** @returns the bare JID */
  addAccount(username: string, password: string): string {
    const { bare } = makeJid(foldCase(username), this.domain);
    if (parseJid(bare)?.local !== foldCase(username)) throw new Error(`${username} is no user name`);
    this.#accounts.set(bare, new Account(bare, new Credentials(password)));
    return bare;
  }

  /** A roster item, and the other side of its subscription in the contact's roster. Add both accounts before. */
  seedContact(user: string, contact: ContactSeed): void {
    seedContact(this, this.#named(user), contact);
  }

  /** @param at ms since 1970 */
  seedLastSeen(user: string, at: number, status?: string): void {
    const account = this.#named(user);
    const stanza = presenceStanza('unavailable', account.jid, account.jid);
    if (status !== undefined) stanza.append(xml('status', {}, status));
    account.lastUnavailable = { stanza, at };
  }

  /** Bare JIDs of all accounts. */
  accounts(): string[] {
    return [...this.#accounts.keys()];
  }

  roster(user: string): RosterItem[] {
    return this.#named(user).roster.items();
  }

  /** Bare JIDs of those whose requests wait for the user's answer. */
  requests(user: string): string[] {
    return [...this.#named(user).requests.keys()];
  }

  /** The JIDs on the user's block list. */
  blocked(user: string): string[] {
    return this.#named(user).blocked.entries().map(({ full }) => full);
  }

  sessions(user: string): SessionInfo[] {
    return [...this.#named(user).sessions.values()].map(sessionInfo);
  }

  /** When the last available resource went, in ms since 1970. */
  lastSeen(user: string): number | undefined {
    return this.#named(user).lastUnavailable?.at;
  }

  /** How often somebody tried to log in under that name, with success or without; the name need not exist. */
  authAttempts(username: string): number {
    return this.#authAttempts.get(foldCase(username)) ?? 0;
  }

  /** Drops the socket of a resource without a word. @returns whether there was one */
  kill(fullJid: string): boolean {
    const jid = parseJid(fullJid);
    const session = jid && this.#accounts.get(jid.bare)?.sessions.get(jid.resource);
    session?.link.drop();
    return session !== undefined;
  }

  /** Shows every stanza of every bound client. @returns how to stop */
  observe(observer: (observed: ObservedStanza) => void): () => void {
    this.#observers.add(observer);
    return () => this.#observers.delete(observer);
  }

  // What the protocol handlers and streams use

  account(bareJid: string): Account | undefined {
    return this.#accounts.get(bareJid);
  }

  /** Unknown users are treated as users with a password nobody knows, so that a log-in does not tell who exists. */
  credentials(username: string): Credentials {
    const known = this.#accounts.get(`${username}@${this.domain}`)?.credentials ?? this.#strangers.get(username);
    if (known !== undefined) return known;
    const stranger = new Credentials();
    if (this.#strangers.size >= MAX_STRANGERS) this.#strangers.clear();
    this.#strangers.set(username, stranger);
    return stranger;
  }

  countAuthAttempt(username: string): void {
    this.#authAttempts.set(username, this.authAttempts(username) + 1);
  }

  report(direction: 'in' | 'out', jid: string, stanza: Element): void {
    for (const observer of this.#observers) observer({ direction, jid, stanza, at: this.now() });
  }

  /** RFC 6121 §4.5.1: a resource that is gone is unavailable, whether it said so or not. */
  streamEnded(stream: ServerStream, session: Session | undefined): void {
    this.#streams.delete(stream);
    if (session === undefined) return;
    session.account.sessions.delete(session.resource);
    becomeUnavailable(this, session, vanished(session));
  }

  #named(user: string): Account {
    const account = this.#accounts.get(parseJid(user.includes('@') ? user : `${user}@${this.domain}`)?.bare ?? '');
    if (account === undefined) throw new Error(`There is no account ${user}`);
    return account;
  }
}

function sessionInfo(session: Session): SessionInfo {
  const { jid, resource, isInterested, isAvailable, presence } = session;
  const show = presence?.stanza.getChildText('show', NS.client);
  const status = presence?.stanza.getChildText('status', NS.client);
  return { jid, resource, isInterested, isAvailable, ...(show && { show }), ...(status && { status }), ...(presence && { priority: presence.priority }) };
}
