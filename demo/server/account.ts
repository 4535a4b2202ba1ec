import { BlockList } from './block-list.js';
import type { Credentials } from './credentials.js';
import type { Jid } from './jid.js';
import { itemElement, removedItemElement, Roster, type RosterItem } from './roster.js';
import type { Session } from './session.js';
import { type Element, NS, randomName, xml } from './xml.js';

export interface LastUnavailable {
  readonly stanza: Element;
  /** ms since 1970 */
  readonly at: number;
}

/** One user of the server: what outlives the connections, and the connections there are. */
export class Account {
  readonly jid: string;
  readonly credentials: Credentials;
  readonly roster = new Roster();
  /** RFC 6121 §3.1.3: requests that wait for the user's answer, by bare JID; each is the whole stanza. */
  readonly requests = new Map<string, Element>();
  readonly blocked = new BlockList();
  /** XEP-0049: what the user's clients keep here, by name and namespace. */
  readonly kept = new Map<string, Element>();
  readonly sessions = new Map<string, Session>();
  /** XEP-0163: the last item of each node. */
  readonly nodes = new Map<string, Element>();
  vCard: Element | undefined;
  lastUnavailable: LastUnavailable | undefined;

  constructor(jid: string, credentials: Credentials) {
    this.jid = jid;
    this.credentials = credentials;
  }

  get availableSessions(): Session[] {
    return [...this.sessions.values()].filter((session) => session.isAvailable);
  }

  get interestedSessions(): Session[] {
    return [...this.sessions.values()].filter((session) => session.isInterested);
  }

  /** Nobody blocks himself or the server he is on, even where he blocked its whole domain. */
  blocks(jid: Jid): boolean {
    return this.blocked.matches(jid) && jid.bare !== this.jid && !this.jid.endsWith(`@${jid.full}`);
  }

  /** Writes the item and pushes it to every interested resource (RFC 6121 §2.1.6). */
  putItem(item: RosterItem): void {
    this.roster.put(item);
    this.#push(itemElement(item));
  }

  removeItem(jid: string): void {
    this.roster.delete(jid);
    this.#push(removedItemElement(jid));
  }

  #push(item: Element): void {
    for (const session of this.interestedSessions) {
      const ver = session.usesVersions ? this.roster.version : undefined;
      const query = xml('query', { xmlns: NS.roster, ver }, item);
      session.send(xml('iq', { xmlns: NS.client, type: 'set', id: `push-${randomName()}`, to: session.jid }, query));
    }
  }
}
