import type { Contact } from '../../../state/contact.js';
import { groupsOf } from '../../../state/roster-edits.js';
import { words } from '../../messages/messages.js';
import { quoted } from '../../words.js';
import { groupTitle } from '../section-title.js';
import { NEW_GROUP, type Carried, type Drop, type DropTarget } from './drop-target.js';

/** What the plan has to know of the list. */
export interface Surroundings {
  readonly contact: (jid: string) => Contact;
  readonly isLocked: (group: string) => boolean;
  /** Whether its last move is not settled yet. */
  readonly isPending: (jid: string) => boolean;
}

/** Why a contact cannot be dropped there. */
export interface Refusal {
  readonly kind: 'gone' | 'pending' | 'nowhere' | 'same' | 'already' | 'only-moving' | 'locked';
  readonly group?: string;
}

/** The groups that would be left and joined, as things stand. */
interface Change {
  readonly leave: readonly string[];
  readonly join: readonly string[];
}

/** What would be changed; for a group without a name yet, what would be left. */
function changeOf({ group }: Carried, { item }: Contact, target: DropTarget, copy: boolean): Change {
  const groups = item?.groups ?? [];
  // From a section that is no group, "no group" can only mean all of them.
  const taken = group !== null ? [group] : target === null ? groups : [];
  const leave = copy ? [] : taken.filter((name) => groups.includes(name) && name !== target);
  return { leave, join: typeof target === 'string' && !groups.includes(target) ? [target] : [] };
}

/** Why the contact cannot be dropped there; `undefined` if it can. */
export function refusalOf(row: Carried, { target, copy }: Pick<Drop, 'target' | 'copy'>, around: Surroundings): Refusal | undefined {
  const contact = around.contact(row.jid);
  if (!contact.item) return { kind: 'gone' };
  if (around.isPending(row.jid)) return { kind: 'pending' };
  if (target === undefined) return { kind: 'nowhere' };
  const { leave, join } = changeOf(row, contact, target, copy);
  const locked = [...join, ...leave].find(around.isLocked);
  if (locked !== undefined) return { kind: 'locked', group: locked };
  if (target === NEW_GROUP || leave.length + join.length > 0) return undefined;
  if (target === null) return groupsOf(contact.item.groups).includes(null) ? { kind: 'same' } : { kind: 'only-moving' };
  return target === row.group ? { kind: 'same' } : { kind: 'already' };
}

/** Those of them that can be dropped there. */
export function droppable(drop: Drop, around: Surroundings): readonly Carried[] {
  return drop.rows.filter((row) => !refusalOf(row, drop, around));
}

/** What a drop would do, in words: `idle` where there is nothing to drop on, `refused` where it is not possible. */
export interface DropEffect {
  readonly text: string;
  readonly kind: 'possible' | 'idle' | 'refused';
}

/** What a drop now would do, or why it would not. */
export function dropEffect(drop: Drop, around: Surroundings): DropEffect {
  const able = droppable(drop, around);
  const [first] = drop.rows;
  const refusal = able.length === 0 ? refusalOf(first, drop, around) : undefined;
  const text = refusal ? refusalWords(refusal, drop) : drop.rows.length > 1 ? severalWords(drop, able.length) : effectWords(drop, able[0] ?? first, around);
  const isIdle = refusal?.kind === 'nowhere' || refusal?.kind === 'same';
  return { text: quoted(text), kind: !refusal ? 'possible' : isIdle ? 'idle' : 'refused' };
}

function effectWords({ target, copy }: Drop, row: Carried, around: Surroundings): string {
  const { roster, moving } = words();
  if (target === NEW_GROUP) return copy ? moving.drop.addToNew : moving.drop.moveToNew;
  if (target === null) return row.group === null ? moving.drop.leaveAll : roster.drop.remove(groupTitle(row.group));
  const contact = around.contact(row.jid);
  const { leave } = changeOf(row, contact, target ?? null, copy);
  // Taken from a section that is no group, it leaves none.
  const isAdd = leave.length === 0 && contact.item?.groups.length !== 0;
  return isAdd ? roster.drop.add(groupTitle(target ?? null)) : roster.drop.move(groupTitle(target ?? null));
}

function severalWords({ target, copy }: Drop, count: number): string {
  const { drop } = words().moving;
  if (target === NEW_GROUP) return copy ? drop.addToNew : drop.moveToNew;
  if (target === null) return drop.clear(count);
  return copy ? drop.add(count, groupTitle(target ?? null)) : drop.move(count, groupTitle(target ?? null));
}

function refusalWords({ kind, group = '' }: Refusal, { rows, target, copy }: Drop): string {
  const { roster, moving } = words();
  const isSeveral = rows.length > 1;
  switch (kind) {
    case 'gone':
      return moving.drop.gone;
    case 'pending':
      return moving.drop.waiting;
    case 'locked':
      return moving.drop.locked(groupTitle(group));
    case 'only-moving':
      return roster.drop.onlyMoving;
    case 'already':
      return roster.drop.already(groupTitle(typeof target === 'string' ? target : null));
    case 'same':
    case 'nowhere':
      if (isSeveral) return copy ? moving.drop.addElsewhere(rows.length) : moving.drop.moveElsewhere(rows.length);
      return copy ? roster.drop.addElsewhere : roster.drop.moveElsewhere;
  }
}
