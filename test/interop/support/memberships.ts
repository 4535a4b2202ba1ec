import type { ContactMoveDetail } from '../../../src/elements/events.js';
import type { Member } from './moving-fixture.js';

/** Who was ever in which group, and whom somebody wanted out of it: what is missing and was not wanted out is lost. */
export class Memberships {
  /** Commands under way. */
  readonly pending: Promise<void>[] = [];
  /** "c1 in Alpha" */
  readonly #had = new Set<string>();
  readonly #ended = new Set<string>();
  /** Who was to leave whatever groups there were. */
  readonly #cleared = new Set<string>();

  constructor(members: readonly Member[]) {
    for (const { user, groups } of members) for (const group of groups) this.#had.add(`${user} in ${group}`);
  }

  noteMove({ jid, from, to, copy, all }: ContactMoveDetail): void {
    const user = userOf(jid);
    if (all) this.#cleared.add(user);
    if (from !== null && !copy) this.#ended.add(`${user} in ${from}`);
    if (to !== null) this.#had.add(`${user} in ${to}`);
  }

  noteUndo({ jid, joined, left }: { readonly jid: string; readonly joined: readonly string[]; readonly left: readonly string[] }): void {
    for (const group of joined) this.#ended.add(`${userOf(jid)} in ${group}`);
    for (const group of left) this.#had.add(`${userOf(jid)} in ${group}`);
  }

  /** @param roster "c1: C1 [Alpha, Beta]" */
  lost(roster: readonly string[]): string[] {
    const there = new Set(roster.flatMap((line) => {
      const [, user = '', groups = ''] = /^(\S+): .* \[(.*)\]$/.exec(line) ?? [];
      return groups.split(', ').map((group) => `${user} in ${group}`);
    }));
    return [...this.#had].filter((one) => !there.has(one) && !this.#ended.has(one) && !this.#cleared.has(one.split(' in ')[0] ?? ''));
  }
}

function userOf(jid: string): string {
  return jid.split('@')[0] ?? '';
}
