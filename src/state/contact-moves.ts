import type { Contact } from './contact.js';
import { isWithin, renamedGroup } from './nested-groups.js';
import { regrouped, without, type GroupChange, type GroupName } from './roster-edits.js';

/** What is to become of one contact's memberships. */
export interface ContactMove extends GroupChange {
  readonly jid: string;
}

/** `already-there`: nothing would change. `locked`: the server governs a group it touches. `gone`: no longer a contact. */
export type SkipReason = 'already-there' | 'locked' | 'gone';

/** What became of it. */
export type MoveOutcome = Readonly<{ jid: string }> &
  (
    | { readonly status: 'moved'; readonly left: readonly string[]; readonly joined: readonly string[] }
    | { readonly status: 'skipped'; readonly reason: SkipReason; readonly groups?: readonly string[] }
    | { readonly status: 'failed'; readonly error: Error; readonly move: ContactMove }
  );

/** One outcome for each move, in their order. `session.undoMove(result)` takes back what was moved. */
export type MoveResult = readonly MoveOutcome[];

export interface MoveProgress {
  /** What became of the last one. */
  readonly outcome: MoveOutcome;
  readonly done: number;
  readonly total: number;
}

export interface MoveOptions {
  /** Called after each contact. */
  readonly onProgress?: ((progress: MoveProgress) => void) | undefined;
}

/** Takes back just what the outcome changed. */
export function undoOf(outcome: MoveOutcome): ContactMove | undefined {
  return outcome.status === 'moved' ? { jid: outcome.jid, leave: outcome.joined, join: outcome.left } : undefined;
}

/** Groups whose memberships the move would change now. */
export function touchedGroups({ item }: Contact, move: GroupChange): readonly string[] {
  if (!item) return [];
  const { groups } = regrouped(item, move);
  return [...without(item.groups, groups), ...without(groups, item.groups)];
}

/**
 * What renaming a group means for its members, and, where groups are nested (XEP-0083), for those of its subgroups.
 *
 * @param to the new name; `null` ends the memberships of the group itself
 * @param delimiter between the names of nested groups
 */
export function groupMoves(contacts: Iterable<Contact>, name: string, to: GroupName, delimiter?: string): ContactMove[] {
  const moves: ContactMove[] = [];
  for (const { jid, item } of contacts) {
    const leave = item?.groups.filter((group) => isWithin(group, name, to === null ? undefined : delimiter)) ?? [];
    if (leave.length > 0) moves.push({ jid, leave, join: to === null ? [] : leave.map((group) => renamedGroup(group, name, to, delimiter)) });
  }
  return moves;
}

/** Does it for each, so many at once; the results keep the order. */
export async function inTurns<Item, Result>(items: readonly Item[], atOnce: number, act: (item: Item) => Promise<Result>): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < items.length) {
      const index = next++;
      results[index] = await act(items[index] as Item);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, work));
  return results;
}
