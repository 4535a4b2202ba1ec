import type { Jid } from './jid.js';

/** The addresses somebody has blocked (XEP-0191): full or bare JIDs, domains, or resources of a domain. */
export class BlockList {
  readonly #entries = new Map<string, Jid>();

  constructor(entries: Iterable<Jid> = []) {
    for (const entry of entries) this.add(entry);
  }

  entries(): Jid[] {
    return [...this.#entries.values()];
  }

  has(entry: Jid): boolean {
    return this.#entries.has(entry.full);
  }

  add(entry: Jid): void {
    this.#entries.set(entry.full, entry);
  }

  delete(entry: Jid): void {
    this.#entries.delete(entry.full);
  }

  /** XEP-0191, "JID Matching": an entry with a resource means that one alone, one without any of them, a domain everybody there. */
  matches({ full, bare, domain }: Jid): boolean {
    return [full, bare, domain].some((address) => this.#entries.has(address));
  }

  /** Whether an entry is about that contact, be it about one resource only. */
  concerns({ bare, domain }: Jid): boolean {
    return this.entries().some((entry) => entry.bare === bare || entry.full === domain);
  }
}
