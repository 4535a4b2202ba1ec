import { type Element, randomName, xml } from './xml.js';

export type Subscription = 'none' | 'to' | 'from' | 'both';

/** RFC 6121 §2.1.2. Name and groups are kept byte for byte as the client wrote them. */
export interface RosterItem {
  readonly jid: string;
  readonly name?: string;
  readonly subscription: Subscription;
  readonly ask?: 'subscribe';
  readonly approved?: true;
  readonly groups: readonly string[];
}

/** One account's roster and its version. Telling the resources of a change is the account's matter. */
export class Roster {
  readonly #items = new Map<string, RosterItem>();
  // Versions of an earlier run of the server must not look current to a client that kept its cache.
  readonly #run = randomName();
  #changes = 0;

  /** RFC 6121 §2.6: opaque to the client. */
  get version(): string {
    return `${this.#run}:${this.#changes}`;
  }

  items(): RosterItem[] {
    return [...this.#items.values()];
  }

  get(jid: string): RosterItem | undefined {
    return this.#items.get(jid);
  }

  put(item: RosterItem): void {
    this.#items.set(item.jid, item);
    this.#changes += 1;
  }

  delete(jid: string): void {
    this.#items.delete(jid);
    this.#changes += 1;
  }
}

export function isSubscribedToUs(item: RosterItem | undefined): boolean {
  return item?.subscription === 'from' || item?.subscription === 'both';
}

export function areWeSubscribedTo(item: RosterItem | undefined): boolean {
  return item?.subscription === 'to' || item?.subscription === 'both';
}

export function itemElement(item: RosterItem): Element {
  const { jid, name, subscription, ask, approved } = item;
  return xml(
    'item',
    { jid, name, subscription, ask, approved: approved && 'true' },
    item.groups.map((group) => xml('group', {}, group)),
  );
}

export function removedItemElement(jid: string): Element {
  return xml('item', { jid, subscription: 'remove' });
}
