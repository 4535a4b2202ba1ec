import { WebSocket } from 'ws';
import type { Browser, BrowserContext } from 'puppeteer-core';
import { Peer } from '../../support/browser/peer.js';
import { startEjabberd } from '../../support/ejabberd.js';
import { shippedModule, startProsody } from '../../support/prosody.js';
import type { ServerRosterItem, TestServer } from '../../support/test-server.js';
import { Site } from './site.js';
import { Tab, type TabOptions } from './tab.js';

// Node 20 has none, and `@xmpp/client` asks for it when it connects
globalThis.WebSocket ??= WebSocket as unknown as typeof globalThis.WebSocket;

const domain = 'localhost';
export const jid = (user: string) => `${user}@${domain}`;
const contact = (user: string, name: string, ...groups: string[]): ServerRosterItem => ({ jid: jid(user), name, subscription: 'both', groups });

const georgesRoster = [
  contact('stuart', 'Stuart', 'Coworker', 'Football'),
  contact('mary', 'Mary', 'Coworker', 'Friends'),
  contact('potter', 'Potter', 'Friends'),
  contact('laura', 'Laura', 'Locked'),
];
export const passwords = { george: 'pw-george', stuart: 'pw-stuart', mary: 'pw-mary', potter: 'pw-potter', laura: 'pw-laura', hermit: 'pw-hermit' };
export type User = keyof typeof passwords;

const starters = { prosody: startProsody, ejabberd: startEjabberd };

interface PageOptions extends TabOptions {
  readonly resource?: string;
  readonly password?: string;
  readonly service?: string;
  /** Another page than the usual one. */
  readonly name?: 'contacts' | 'sandboxed' | undefined;
}

/** A small company on a Prosody of its own, and an intranet page that shows it. All of it ends with `close()`. */
export class Office {
  readonly #peers: Peer[] = [];
  readonly #tabs: Tab[] = [];

  private constructor(
    readonly server: TestServer,
    private readonly site: Site,
    /** Fresh storage. */
    readonly context: BrowserContext,
  ) {}

  /** @param kind its name in a test file tells `npm test` what the file needs */
  static async open(kind: keyof typeof starters, browser: Browser): Promise<Office> {
    const others = Object.keys(passwords).filter((user) => user !== 'george' && user !== 'hermit');
    const rosters = { george: georgesRoster, ...Object.fromEntries(others.map((user) => [user, [contact('george', 'George')]])) };
    const modules = { locked_group: await shippedModule('locked_group') };
    const [server, site, context] = await Promise.all([
      starters[kind]({ users: passwords, rosters, modules }), Site.start(), browser.createBrowserContext(),
    ]);
    return new Office(server, site, context);
  }

  /** The intranet page, signed in by its own script. */
  async page(user: User, { resource, password = passwords[user], service = this.server.url, name, ...options }: PageOptions = {}): Promise<Tab> {
    const tab = await Tab.open(this.context, this.site.page({ service, jid: jid(user), password, resource }, name), options);
    this.#tabs.push(tab);
    return tab;
  }

  /** The same, once it is online and knows about its contacts. */
  async onlinePage(user: User, options: PageOptions = {}): Promise<Tab> {
    const tab = await this.page(user, options);
    await tab.connection().becomes('online');
    await tab.roster().shows(({ notice, contacts }) => {
      const waiting = notice !== '' || contacts.some(({ label }) => label.includes('not known yet'));
      if (user !== 'hermit' && (waiting || contacts.length === 0)) throw new Error(`${user}’s roster is not complete: ${notice} ${JSON.stringify(contacts)}`);
    });
    return tab;
  }

  /** The address of another page of the site, for one that is open. */
  beside(tab: Tab, name: 'contacts' | ''): string {
    return new URL(`./${name}`, tab.page.url()).href;
  }

  /** Closes a tab, as its user does; tells if it was not silent. */
  async closeTab(tab: Tab | undefined): Promise<void> {
    if (!tab) return;
    this.#tabs.splice(this.#tabs.indexOf(tab), 1);
    await tab.assertSilent();
    await tab.page.close();
  }

  /** Ends the process that shows the tab. */
  async crashTab(tab: Tab | undefined): Promise<void> {
    if (!tab) return;
    this.#tabs.splice(this.#tabs.indexOf(tab), 1);
    const session = await tab.page.createCDPSession();
    // It cannot answer any more.
    void session.send('Page.crash').catch(() => undefined);
  }

  password(user: User): string {
    return passwords[user];
  }

  /** Another client of somebody; it has its roster, and is available unless told otherwise. */
  async client(user: User, { resource = 'client', available = true } = {}): Promise<Peer> {
    const peer = await Peer.logIn({ url: this.server.url, domain, user, password: passwords[user], resource });
    this.#peers.push(peer);
    await peer.roster();
    if (available) await peer.presence();
    await peer.ping();
    return peer;
  }

  /** What the server holds of a contact: "Stuart [Football, Friends]". */
  async stored(user: User, contactUser: User): Promise<string> {
    const item = (await this.server.roster(user)).find((stored) => stored.jid === jid(contactUser));
    return item ? `${item.name ?? 'unnamed'} [${item.groups.join(', ')}]` : 'none';
  }

  /** Ends everything; tells if a page was not silent. */
  async close(): Promise<void> {
    try {
      for (const tab of this.#tabs) await tab.assertSilent();
    } finally {
      await this.context.close();
      await Promise.all(this.#peers.map((peer) => peer.end()));
      // a farewell takes Prosody a second
      await this.server.crash();
      await Promise.all([this.site.stop(), this.server.stop()]);
    }
  }
}
