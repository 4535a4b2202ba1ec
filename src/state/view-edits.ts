import { sectionOfGroup, type SectionId } from './sections.js';
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

/** A group has another name: it stays where it was, and as it was. */
export function renaming(from: string, to: string): ViewEdit {
  return (data) => {
    const isCollapsed = data.collapsed.has(sectionOfGroup(from));
    const collapsed = withMember(data.collapsed, sectionOfGroup(from), false);
    const order = data.order && [...new Set(data.order.map((name) => (name === from ? to : name)))];
    return { ...data, order, collapsed: isCollapsed ? withMember(collapsed, sectionOfGroup(to), true) : collapsed };
  };
}

function withMember<T>(set: ReadonlySet<T>, value: T, isMember: boolean): ReadonlySet<T> {
  if (set.has(value) === isMember) return set;
  const others = [...set].filter((one) => one !== value);
  return new Set(isMember ? [...others, value] : others);
}
