import { renamedGroup } from './nested-groups.js';
import { groupOfSection, sectionOfGroup, type SectionId } from './sections.js';
import type { RosterSort } from './roster-section.js';
import type { RosterFilter, ViewEdit } from './view-data.js';

export function collapsing(sections: Iterable<SectionId>, isCollapsed: boolean): ViewEdit {
  const changed = [...sections];
  return (data) => ({ ...data, collapsed: changed.reduce((set, id) => withMember(set, id, isCollapsed), data.collapsed) });
}

export function pinning(jid: string, isFavourite: boolean): ViewEdit {
  return (data) => ({ ...data, favourites: withMember(data.favourites, jid, isFavourite) });
}

export function announcing(jid: string, isAnnounced: boolean): ViewEdit {
  return (data) => ({ ...data, announced: withMember(data.announced, jid, isAnnounced) });
}

export function sorting(sort: RosterSort): ViewEdit {
  return (data) => ({ ...data, sort });
}

export function filtering(filter: RosterFilter): ViewEdit {
  return (data) => ({ ...data, filter });
}

/**
 * Puts a group before another one, `null`: after all of them.
 *
 * @param shown all groups in the order they are in now, for where nobody has ordered them by hand
 */
export function placing(name: string, before: string | null, shown: readonly string[]): ViewEdit {
  return (data) => {
    const known = new Set([...(data.order ?? shown), ...shown]);
    const others = [...known].filter((group) => group !== name);
    const index = before === null ? -1 : others.indexOf(before);
    const [above, below] = index < 0 ? [others, []] : [others.slice(0, index), others.slice(index)];
    return { ...data, order: [...above, name, ...below] };
  };
}

export const orderingByName: ViewEdit = (data) => ({ ...data, order: undefined });

/**
 * A group has another name: it stays where it was, and as it was, and so do those within it.
 *
 * @param delimiter between the names of nested groups; `undefined`: groups are not nested
 */
export function renaming(from: string, to: string, delimiter: string | undefined): ViewEdit {
  const renamed = (name: string): string => renamedGroup(name, from, to, delimiter);
  const renamedSection = (id: SectionId): SectionId => {
    const group = groupOfSection(id);
    return typeof group === 'string' ? sectionOfGroup(renamed(group)) : id;
  };
  return (data) => ({
    ...data,
    order: data.order && [...new Set(data.order.map(renamed))],
    collapsed: new Set([...data.collapsed].map(renamedSection)),
  });
}

function withMember<T>(set: ReadonlySet<T>, value: T, isMember: boolean): ReadonlySet<T> {
  if (set.has(value) === isMember) return set;
  const others = [...set].filter((one) => one !== value);
  return new Set(isMember ? [...others, value] : others);
}
