import { ClientStream } from '../../../src/protocol/client-stream.js';
import { Session } from '../../../src/state/session.js';
import { FaultyNetwork } from '../../support/browser/fault.js';
import { Peer } from '../../support/browser/peer.js';
import { serverCommand, type ServerChoice } from '../../support/browser/server-command.js';
import { sortedRoster, type ServerRosterItem } from '../../support/test-server.js';
import { SleepingEnvironment } from './sleeping-environment.js';

export const PEOPLE = ['ann', 'bob', 'eve', 'lee', 'mary', 'potter'] as const;
export type Person = (typeof PEOPLE)[number];

const PASSWORD = 'secret';

/** George's page behind a network with faults; three of his contacts and another client of his own are connected without. */
export class FaultyOffice {
  /** How often the stream went on, and how often another one began. */
  readonly streams = { resumed: 0, begun: 0 };
  readonly environment = new SleepingEnvironment();
  readonly session: Session;
  readonly #stream: ClientStream;
  readonly #id = crypto.randomUUID().slice(0, 8);
  readonly #peers = new Map<string, Peer>();

  private constructor(
    readonly server: ServerChoice & { instance: string },
    private readonly at: { url: string; domain: string },
    readonly network: FaultyNetwork,
  ) {
    const credentials = { username: this.#user('george'), password: PASSWORD };
    const link = { service: network.url, domain: at.domain, resource: 'page', credentials };
    this.#stream = new ClientStream(() => link, this.environment);
    this.#stream.observe({ onState: ({ connectionStatus, resumed }) => void (connectionStatus === 'online' && this.streams[resumed ? 'resumed' : 'begun']++) });
    this.session = new Session(this.#stream, this.environment);
  }

  static async open(server: ServerChoice & { instance: string }): Promise<FaultyOffice> {
    const at = await serverCommand('server-url', server);
    const office = new FaultyOffice(server, at, await FaultyNetwork.to(server));
    for (const person of PEOPLE) await office.#register(person, [office.#friend('george', 'George', [])]);
    await office.#register('george', PEOPLE.map((person) => office.#friend(person, person, ['Office'])));
    return office;
  }

  jid(who: string): string {
    return `${this.#user(who)}@${this.at.domain}`;
  }

  /** Whether the server has acknowledged all that the page sent. */
  get isQuiet(): boolean {
    return this.#stream.resumption?.unacknowledged.length === 0;
  }

  /** The client of a contact, or George's other one. */
  peer(who: Person | 'george'): Peer | undefined {
    return this.#peers.get(who);
  }

  async logIn(who: Person | 'george'): Promise<Peer> {
    const peer = await Peer.logIn({ ...this.at, user: this.#user(who), password: PASSWORD, resource: 'desk' });
    this.#peers.set(who, peer);
    await peer.roster();
    await peer.presence();
    await peer.ping();
    return peer;
  }

  async logOut(who: Person | 'george'): Promise<void> {
    const peer = this.#peers.get(who);
    this.#peers.delete(who);
    // Where the server is gone there is nobody to say it to.
    void peer?.logOut().catch(() => undefined);
  }

  /** The roster as the server holds it. */
  async stored(): Promise<readonly ServerRosterItem[]> {
    return sortedRoster(await serverCommand('server-roster', { ...this.server, user: this.#user('george') }));
  }

  async close(): Promise<void> {
    await this.session.disconnect();
    for (const peer of this.#peers.values()) await peer.end();
    await this.network.stop();
  }

  #user(who: string): string {
    return `${who}-${this.#id}`;
  }

  #friend(who: string, name: string, groups: string[]): ServerRosterItem {
    return { jid: this.jid(who), name, subscription: 'both', groups };
  }

  async #register(who: string, roster: ServerRosterItem[]): Promise<void> {
    await serverCommand('register-user', { ...this.server, user: this.#user(who), password: PASSWORD, roster });
  }
}
