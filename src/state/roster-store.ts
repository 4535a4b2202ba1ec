import type { RosterItem, RosterPush, RosterResult } from '../protocol/roster.js';

/** The roster as the server last stated it. Only results and pushes write it (RFC 6121 §2.1). */
export class RosterStore {
  readonly #items = new Map<string, RosterItem>();
  #ver: string | undefined;
  #revision = 0;

  /** The version these items belong to (RFC 6121 §2.6); `undefined` when the server never said one. */
  get ver(): string | undefined {
    return this.#ver;
  }

  /** Another number after every change. */
  get revision(): number {
    return this.#revision;
  }

  get(jid: string): RosterItem | undefined {
    return this.#items.get(jid);
  }

  items(): IterableIterator<RosterItem> {
    return this.#items.values();
  }

  /** A full result replaces everything: what is missing from it is gone. An item that is as it was stays the same object. */
  replace({ items, ver }: RosterResult): void {
    const before = new Map(this.#items);
    this.#items.clear();
    for (const item of items) {
      const known = before.get(item.jid);
      this.#items.set(item.jid, known && isSame(known, item) ? known : item);
    }
    this.#ver = ver;
    this.#revision++;
  }

  /** Items and version, to be kept together. */
  snapshot(): RosterResult {
    return { items: [...this.#items.values()], ...(this.#ver === undefined ? {} : { ver: this.#ver }) };
  }

  /** RFC 6121 §2.1.6: the pushed item replaces the old one as a whole; a push without `ver` leaves ours alone. */
  apply({ jid, item, ver }: RosterPush): void {
    if (item) this.#items.set(jid, item);
    else this.#items.delete(jid);
    this.#ver = ver ?? this.#ver;
    this.#revision++;
  }

  /** @returns whom it held */
  clear(): string[] {
    const before = [...this.#items.keys()];
    this.replace({ items: [] });
    return before;
  }
}

function isSame(one: RosterItem, other: RosterItem): boolean {
  return one.name === other.name && one.subscription === other.subscription && one.ask === other.ask && one.approved === other.approved
    && one.groups.length === other.groups.length && one.groups.every((group, index) => group === other.groups[index]);
}
