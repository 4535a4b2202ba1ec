import { domainOf, localPart } from '../protocol/jid.js';
import { displayName } from './contact.js';
import type { RosterStore } from './roster-store.js';

/** Names that look alike at a glance are one. */
function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Who goes by the same name. Read from the roster when somebody asks, and again only after the roster has changed. */
export class Namesakes {
  readonly #byName = new Map<string, string[]>();
  #revision: number | undefined;

  constructor(private readonly roster: RosterStore) {}

  /** What tells the contact from others of the same name: a part of the address, or all of it; `''` where there are none. */
  distinction(jid: string): string {
    const name = displayName(jid, this.roster.get(jid));
    const namesakes = name === jid ? [] : this.#named(name);
    if (namesakes.length < 2) return '';
    const areDistinct = (part: (one: string) => string) => new Set(namesakes.map(part)).size === namesakes.length;
    if (new Set(namesakes.map(domainOf)).size === 1) return localPart(jid);
    return areDistinct(domainOf) && new Set(namesakes.map(localPart)).size === 1 ? domainOf(jid) : jid;
  }

  #named(name: string): readonly string[] {
    if (this.#revision !== this.roster.revision) this.#read();
    return this.#byName.get(foldName(name)) ?? [];
  }

  #read(): void {
    this.#revision = this.roster.revision;
    this.#byName.clear();
    for (const item of this.roster.items()) {
      const name = foldName(displayName(item.jid, item));
      const known = this.#byName.get(name);
      if (known) known.push(item.jid);
      else this.#byName.set(name, [item.jid]);
    }
  }
}
