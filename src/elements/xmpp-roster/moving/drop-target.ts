import type { GroupName } from '../../../state/roster-edits.js';
import type { ContactRow } from '../roster-rows.js';

/** A group that is yet to be named. */
export const NEW_GROUP: unique symbol = Symbol('new group');

/** Where contacts may be dropped. */
export type DropTarget = GroupName | typeof NEW_GROUP;

/** A contact as taken from one of its groups; its `group` is `null` for none, and for a section that is no group. */
export type Carried = Pick<ContactRow, 'key' | 'section' | 'jid' | 'group'>;

/** What would be dropped where; `undefined` where there is nothing to drop on. */
export interface Drop {
  /** The one that was taken hold of comes first. */
  readonly rows: readonly [Carried, ...Carried[]];
  readonly target: DropTarget | undefined;
  /** Whether they stay in their groups, too. */
  readonly copy: boolean;
}
