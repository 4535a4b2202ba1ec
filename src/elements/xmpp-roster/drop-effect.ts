import type { Contact } from '../../state/contact.js';
import { words } from '../messages/messages.js';
import type { Drag } from './pointer-drag.js';
import { groupTitle } from './section-title.js';

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
  const { drop: effects } = words().roster;
  if (target === undefined || target === row.group) return copy ? effects.addElsewhere : effects.moveElsewhere;
  if (!isPossibleDrop(drag, contact)) return target === null ? effects.onlyMoving : effects.already(target);
  if (target === null) return effects.remove(groupTitle(row.group));
  return copy ? effects.add(target) : effects.move(target);
}
