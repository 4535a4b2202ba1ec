import type { Contact } from '../../state/contact.js';
import { groupTitle } from './contact-row.js';
import type { Drag } from './pointer-drag.js';

/** Whether a drop now would change anything. */
export function isPossibleDrop({ row, target, copy }: Drag, { item }: Contact): boolean {
  if (!item || target === undefined || target === row.group) return false;
  // Another client may have taken it out of there meanwhile.
  const leaves = !copy && row.group !== null && item.groups.includes(row.group);
  return leaves || (target !== null && !item.groups.includes(target));
}

/** What a drop now would do, in words. */
export function dropEffect(drag: Drag, contact: Contact): string {
  const { row, target, copy } = drag;
  if (target === undefined || target === row.group) return copy ? 'Add to another group' : 'Move to another group';
  if (!isPossibleDrop(drag, contact)) return target === null ? 'Only moving leaves a group' : `Already in ${target}`;
  if (target === null) return `Remove from ${groupTitle(row.group)}`;
  return copy ? `Also add to ${target}` : `Move to ${target}`;
}
