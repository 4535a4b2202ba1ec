import type { RosterItem, RosterItemEdit } from '../protocol/roster.js';

/** A group's name, or `null` for "in no group". */
export type GroupName = string | null;

function edit({ jid, name }: RosterItem, groups: Iterable<string>): RosterItemEdit {
  return { jid, ...(name === undefined ? {} : { name }), groups: [...groups] };
}

/**
 * RFC 6121 §2.4: one set that leaves `from`, joins `to`, and states the name and all other groups anew. Moving to
 * "no group" ends this membership alone: others are never lost on the way.
 */
export function moved(item: RosterItem, from: GroupName, to: GroupName): RosterItemEdit {
  const groups = new Set(item.groups);
  if (from !== null) groups.delete(from);
  if (to !== null) groups.add(to);
  return edit(item, groups);
}

export function renamed(item: RosterItem, name: string): RosterItemEdit {
  return { jid: item.jid, ...(name === '' ? {} : { name }), groups: item.groups };
}

/** Whether an edit would state just what the server holds. */
export function isUnchanged(item: RosterItem, { name, groups }: RosterItemEdit): boolean {
  return item.name === name && item.groups.length === groups.length && groups.every((group) => item.groups.includes(group));
}

/** The groups the contact is in, with "no group" said as `null`. */
export function groupsOf(groups: readonly string[]): readonly GroupName[] {
  return groups.length > 0 ? groups : [null];
}
