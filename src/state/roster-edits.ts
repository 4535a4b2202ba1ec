import type { RosterItem, RosterItemEdit } from '../protocol/roster.js';

/** A group's name, or `null` for "in no group". */
export type GroupName = string | null;

/** What becomes of a contact's memberships; what is not named stays. */
export interface GroupChange {
  /** The groups it leaves; `all` means whichever it is in when the change is sent. */
  readonly leave?: readonly string[] | 'all' | undefined;
  readonly join?: readonly string[] | undefined;
}

function edit({ jid, name }: RosterItem, groups: Iterable<string>): RosterItemEdit {
  return { jid, ...(name === undefined ? {} : { name }), groups: [...groups] };
}

/** RFC 6121 §2.4: one set that leaves and joins, and states the name and all other groups anew. */
export function regrouped(item: RosterItem, { leave = [], join = [] }: GroupChange): RosterItemEdit {
  const groups = new Set(leave === 'all' ? [] : item.groups);
  if (leave !== 'all') for (const group of leave) groups.delete(group);
  for (const group of join) groups.add(group);
  return edit(item, groups);
}

/** Leaving `from` for `to`. Moving to "no group" ends this membership alone: others are never lost on the way. */
export function moveBetween(from: GroupName, to: GroupName): GroupChange {
  return { leave: from === null ? [] : [from], join: to === null ? [] : [to] };
}

export function renamed(item: RosterItem, name: string): RosterItemEdit {
  return { jid: item.jid, ...(name === '' ? {} : { name }), groups: item.groups };
}

/** Whether the item is just as the edit states it. */
export function isUnchanged(item: RosterItem, { name, groups }: RosterItemEdit): boolean {
  return item.name === name && item.groups.length === groups.length && groups.every((group) => item.groups.includes(group));
}

/** The first list's members that the second lacks. */
export function without(groups: readonly string[], others: readonly string[]): readonly string[] {
  return groups.filter((group) => !others.includes(group));
}

/**
 * What somebody else made of `base` before an edit that did not know of it replaced it, done again to what that edit
 * left; `undefined` when nothing was lost.
 */
export function repaired(base: RosterItem, theirs: RosterItem, now: RosterItem): RosterItemEdit | undefined {
  const groups = regrouped(now, { leave: without(base.groups, theirs.groups), join: without(theirs.groups, base.groups) });
  const isNameOurs = theirs.name === base.name || now.name !== base.name;
  const repair = isNameOurs ? groups : renamed({ ...now, groups: groups.groups }, theirs.name ?? '');
  return isUnchanged(now, repair) ? undefined : repair;
}

/** The groups the contact is in, with "no group" said as `null`. */
export function groupsOf(groups: readonly string[]): readonly GroupName[] {
  return groups.length > 0 ? groups : [null];
}
