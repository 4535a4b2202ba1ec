import { bareJid, domainOf } from '../protocol/jid.js';
import type { BlockPush } from '../protocol/blocking.js';

/** Whom the server keeps from us, and us from them (XEP-0191). Written by its answers and pushes alone. */
export class BlockList {
  #entries: ReadonlySet<string> = new Set();
  /** Whether the server has the feature; `undefined` until it has said so. */
  supported: boolean | undefined;

  /** As the server has them: bare and full addresses, and domains. */
  all(): readonly string[] {
    return [...this.#entries];
  }

  /** Whether nothing goes to and fro between us and that bare address (XEP-0191 §4). */
  blocks(jid: string): boolean {
    return this.#entries.has(jid) || this.#entries.has(domainOf(jid));
  }

  replace(jids: Iterable<string>): void {
    this.#entries = new Set(jids);
  }

  /** @returns the bare addresses and domains concerned */
  apply({ kind, jids }: BlockPush): readonly string[] {
    const concerned = kind === 'unblock' && jids.length === 0 ? this.all() : jids;
    const entries = new Set(this.#entries);
    for (const jid of concerned) {
      if (kind === 'block') entries.add(jid);
      else entries.delete(jid);
    }
    this.#entries = entries;
    return concerned.map((jid) => bareJid(jid) ?? jid);
  }

  /** @returns puts back what is known now */
  hold(): () => void {
    const [entries, supported] = [this.#entries, this.supported];
    return () => {
      this.#entries = entries;
      this.supported = supported;
    };
  }

  clear(): void {
    this.#entries = new Set();
    this.supported = undefined;
  }
}
