import type { Changes } from '../context/session-controller.js';
import type { Session } from '../state/session.js';

/** Letters of other scripts, and of our own, that are drawn like these; after case, width and accents are gone. */
const DRAWN_ALIKE: Readonly<Record<string, string>> = {
  a: 'аαɑ', b: 'вьβ', c: 'сς', d: 'ԁđ', e: 'еεҽ', g: 'ɡց', h: 'һնհħ', i: 'іιıӏɩ', j: 'јϳ', k: 'кκ', l: '1|łǀ', n: 'ηпո', o: '0оοσօø',
  p: 'рρ', q: 'ԛգ', rn: 'mм', s: 'ѕ', t: 'тτŧ', u: 'υսц', v: 'νѵ', vv: 'wωԝա', x: 'хχ', y: 'уγү', z: 'ᴢ', '-': '‐‑‒–—−', '.': '․。',
};

const PLAIN = new Map(Object.entries(DRAWN_ALIKE).flatMap(([plain, alike]) => [...alike].map((letter) => [letter, plain] as const)));

/** What the eye makes of an address: two that differ and have the same are easily taken for each other. */
export function skeleton(address: string): string {
  const bare = address.normalize('NFKD').replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '').toLowerCase();
  return [...bare].map((letter) => PLAIN.get(letter) ?? letter).join('');
}

/** Finds the contacts whose addresses look like another one; made when first asked, then kept up to date. */
export class LookAlikes {
  #jids: Map<string, Set<string>> | undefined;

  /** Takes in what changed. To be told of every change, as long as answers are wanted. */
  note(session: Session, changes: Changes): void {
    if (changes === 'all') this.#jids = undefined;
    if (!this.#jids || changes === 'all') return;
    for (const jid of changes) this.#put(this.#jids, jid, session.contact(jid).item !== undefined);
  }

  /** Addresses of contacts that look like this one, which is not a contact's. */
  find(session: Session, jid: string): readonly string[] {
    if (session.contact(jid).item) return [];
    this.#jids ??= this.#make(session);
    return [...(this.#jids.get(skeleton(jid)) ?? [])].filter((other) => other !== jid);
  }

  #make(session: Session): Map<string, Set<string>> {
    const made = new Map<string, Set<string>>();
    for (const { jid } of session.contacts()) this.#put(made, jid, true);
    return made;
  }

  #put(all: Map<string, Set<string>>, jid: string, isContact: boolean): void {
    const shape = skeleton(jid);
    const alike = all.get(shape) ?? new Set();
    if (isContact) all.set(shape, alike.add(jid));
    else alike.delete(jid);
  }
}
