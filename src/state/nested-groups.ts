/**
 * Whether a group is that one or, where groups are nested (XEP-0083), within it.
 *
 * @param delimiter between the names of nested groups; `undefined`: groups are not nested
 */
export function isWithin(group: string, outer: string, delimiter: string | undefined): boolean {
  return group === outer || (delimiter !== undefined && group.startsWith(outer + delimiter));
}

/** What the group is called once `from` has the name `to`: its own new name, or that of one within it. */
export function renamedGroup(group: string, from: string, to: string, delimiter: string | undefined): string {
  return isWithin(group, from, delimiter) ? to + group.slice(from.length) : group;
}
