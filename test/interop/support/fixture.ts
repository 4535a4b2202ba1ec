import { createSession } from '../../../src/context/create-session.js';
import type { Session } from '../../../src/state/session.js';
import { Peer } from '../../support/browser/peer.js';
import { serverCommand, type ServerChoice, type ServerCommands } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import type { ServerRosterItem } from '../../support/test-server.js';

type Account = ServerCommands['register-user']['result'];
export type Who = 'george' | 'stuart';

/** How George and Stuart stand to each other before anybody logs in; `strangers` are in no roster. */
export type Acquaintance = 'friends' | 'strangers';

interface SessionOptions {
  readonly resource?: string;
  readonly password?: string;
}

/** George and Stuart, two new accounts on a server: sessions of our own for George, other clients for either. */
export class Fixture {
  readonly #sessions: Session[] = [];
  readonly #peers: Peer[] = [];

  private constructor(
    readonly server: ServerChoice,
    private readonly accounts: Readonly<Record<Who, Account>>,
  ) {}

  static async open(server: ServerChoice, acquaintance: Acquaintance = 'friends'): Promise<Fixture> {
    const { domain } = await serverCommand('server-url', server);
    const id = crypto.randomUUID().slice(0, 8);
    const users = { george: `george-${id}`, stuart: `stuart-${id}` };
    const friend = (user: string, name: string, groups: string[]): ServerRosterItem => ({ jid: `${user}@${domain}`, name, subscription: 'both', groups });
    const isFriend = acquaintance === 'friends';
    const register = (user: string, roster: ServerRosterItem[]) => serverCommand('register-user', { ...server, user, roster: isFriend ? roster : [] });
    const stuart = await register(users.stuart, [friend(users.george, 'George', [])]);
    const george = await register(users.george, [friend(users.stuart, 'Stuart', ['Coworker', 'Football'])]);
    return new Fixture(server, { george, stuart });
  }

  jid(who: Who): string {
    return this.accounts[who].jid;
  }

  /** A session of George's that has not connected yet. */
  session({ resource, password }: SessionOptions = {}): Session {
    const { jid, url, password: right } = this.accounts.george;
    const session = createSession(() => ({ service: url, jid, resource, credentials: { password: password ?? right }, anonymous: false }));
    this.#sessions.push(session);
    return session;
  }

  /** One that has its roster, and whose presence the server has confirmed. */
  async online(options: SessionOptions = {}): Promise<Session> {
    const session = this.session(options);
    session.connect();
    await until(() => session.ready && session.presence.confirmed, 'the session is ready');
    return session;
  }

  /** Another client of either; it has its roster. */
  async client(who: Who, resource = 'client', { available = true } = {}): Promise<Peer> {
    const peer = await Peer.logIn({ ...this.accounts[who], resource });
    this.#peers.push(peer);
    await peer.roster();
    if (available) await peer.presence();
    await peer.ping();
    return peer;
  }

  /** Somebody else of that server, whom nobody knows. */
  async newcomer(): Promise<Peer> {
    const account = await serverCommand('register-user', { ...this.server, user: `mary-${crypto.randomUUID().slice(0, 8)}`, roster: [] });
    const peer = await Peer.logIn({ ...account, resource: 'client' });
    this.#peers.push(peer);
    await peer.roster();
    await peer.presence();
    await peer.ping();
    return peer;
  }

  /** What the server holds of one's contact: "Stuart, both [Coworker, Football]". */
  async stored(who: Who, jid: string): Promise<string> {
    const roster = await serverCommand('server-roster', { ...this.server, user: this.accounts[who].user });
    const item = roster.find((stored) => stored.jid === jid);
    if (!item) return 'nothing';
    return `${item.name ?? 'unnamed'}, ${item.subscription}${item.ask ? ', asked' : ''} [${item.groups.join(', ')}]`;
  }

  refusedLogIns(): Promise<number> {
    return serverCommand('auth-failures', { ...this.server, user: this.accounts.george.user });
  }

  async close(): Promise<void> {
    await Promise.all(this.#sessions.map((session) => session.disconnect()));
    await Promise.all(this.#peers.map((peer) => peer.end()));
  }
}

/** The stanzas of a session from now on, oldest first: "out <iq …". */
export function stanzasOf(session: Session): string[] {
  const stanzas: string[] = [];
  session.observeStanzas((direction, stanza) => stanzas.push(`${direction} ${String(stanza)}`));
  return stanzas;
}
