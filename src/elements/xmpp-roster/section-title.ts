import { isVisible } from '../../state/contact.js';
import type { GroupName } from '../../state/roster-edits.js';
import { groupOfSection, type SectionId } from '../../state/sections.js';
import { words } from '../messages/messages.js';

/** "Friends", or what stands for no group, or for one of whose name nothing can be seen. */
export function groupTitle(group: GroupName): string {
  const { roster } = words();
  if (group === null) return roster.noGroup;
  return isVisible(group) ? group : roster.namelessGroup;
}

/** The title of any section; a group's is its full name. */
export function sectionTitle(section: SectionId): string {
  const { roster } = words();
  if (section === 'favourites' || section === 'pending' || section === 'unavailable') return roster.sections[section];
  return groupTitle(groupOfSection(section) ?? null);
}
