import { ContextProvider } from '@lit/context';
import { createSession } from '../../../src/context/create-session.js';
import { sessionContext } from '../../../src/context/session-context.js';
import type { Session } from '../../../src/state/session.js';
import { MovingSeen } from '../../elements/moving-seen.js';
import { RosterHands } from '../../elements/roster-hands.js';
import { Peer } from '../../support/browser/peer.js';
import { serverCommand, type ServerChoice, type ServerCommands } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import type { ServerRosterItem } from '../../support/test-server.js';

/** A contact of the account to be. */
export interface Member {
  readonly user: string;
  readonly name: string;
  readonly groups: readonly string[];
}

/** An account on a server with its contacts, its list on the page, and other clients of it. */
export class MovingFixture {
  readonly #sessions: Session[] = [];

  private constructor(
    private readonly account: ServerCommands['register-user']['result'],
    readonly session: Session,
    readonly roster: RosterHands,
    readonly seen: MovingSeen,
  ) {}

  static async open(server: ServerChoice, members: readonly Member[]): Promise<MovingFixture> {
    const { domain } = await serverCommand('server-url', server);
    const roster = members.map(({ user, name, groups }): ServerRosterItem => ({ jid: `${user}@${domain}`, name, subscription: 'both', groups: [...groups] }));
    const account = await serverCommand('register-user', { ...server, roster });
    const session = await signIn(account, 'page');
    const box = document.createElement('div');
    new ContextProvider(box, { context: sessionContext, initialValue: session });
    const hands = new RosterHands(box);
    await hands.show();
    await until(() => hands.rows().length > members.length, 'the list is there');
    const fixture = new MovingFixture(account, session, hands, new MovingSeen(hands));
    fixture.#sessions.push(session);
    return fixture;
  }

  jid(user: string): string {
    return `${user}@${this.account.domain}`;
  }

  /** Another page of the same person's. */
  async otherPage(): Promise<Session> {
    const session = await signIn(this.account, 'other');
    this.#sessions.push(session);
    return session;
  }

  /** The roster as the server gives it to another client: "mary: Mary [Coworker]", sorted. */
  async stored(): Promise<string[]> {
    const peer = await Peer.logIn({ ...this.account, resource: crypto.randomUUID() });
    const items = await peer.roster();
    await peer.end();
    return items.map(({ jid, name, groups }) => `${jid.split('@')[0]}: ${name} [${groups.join(', ')}]`).sort();
  }

  async close(): Promise<void> {
    await this.roster.remove();
    await Promise.all(this.#sessions.map((session) => session.disconnect()));
  }
}

/** What a session knows of the roster, in the same words. */
export function known(session: Session): string[] {
  return session.contacts().map(({ jid, item }) => `${jid.split('@')[0]}: ${item?.name} [${[...(item?.groups ?? [])].sort().join(', ')}]`).sort();
}

async function signIn({ jid, url, password }: ServerCommands['register-user']['result'], resource: string): Promise<Session> {
  const session = createSession(() => ({ service: url, jid, resource, credentials: { password }, anonymous: false }));
  session.connect();
  await until(() => session.ready && session.presence.confirmed, 'the session is ready');
  return session;
}
