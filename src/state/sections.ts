import type { GroupName } from './roster-edits.js';

/**
 * A part of the list that has a header of its own. A group's name stands behind a prefix, so that whatever it is, no
 * group is taken for another section.
 */
export type SectionId = `group ${string}` | 'favourites' | 'ungrouped' | 'pending' | 'unavailable';

/** Sections that a list has only if its page asks for them; who stands there leaves their groups. */
export type OptionalSection = Extract<SectionId, 'pending' | 'unavailable'>;

const GROUP = 'group ';
/** From top to bottom. */
const ORDER: readonly SectionId[] = ['favourites', GROUP, 'ungrouped', 'pending', 'unavailable'];

export function sectionOfGroup(name: GroupName): SectionId {
  return name === null ? 'ungrouped' : `${GROUP}${name}`;
}

/** The group it stands for, `null` for "in no group"; `undefined` where it is neither. */
export function groupOfSection(section: SectionId): GroupName | undefined {
  if (section.startsWith(GROUP)) return section.slice(GROUP.length);
  return section === 'ungrouped' ? null : undefined;
}

/** The place of its kind among the others. */
export function sectionRank(section: SectionId): number {
  return ORDER.indexOf(section.startsWith(GROUP) ? GROUP : section);
}

export function isSectionId(text: string): text is SectionId {
  return text.startsWith(GROUP) || (ORDER as readonly string[]).includes(text);
}

/** Reads the names of optional sections, apart from each other by spaces; what is none is left out. */
export function optionalSections(names: string): ReadonlySet<OptionalSection> {
  return new Set(names.split(/\s+/).filter((name): name is OptionalSection => name === 'pending' || name === 'unavailable'));
}
