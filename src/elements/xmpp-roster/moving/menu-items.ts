import type { GroupName } from '../../../state/roster-edits.js';
import { words } from '../../messages/messages.js';
import { quoted } from '../../words.js';
import { groupTitle } from '../section-title.js';
import type { ContactMenuEntry } from './contact-menu.js';
import type { Drop } from './drop-target.js';
import type { MenuItem, MenuPart } from './popup-menu.js';

/** What a menu can do to contacts. */
export interface ContactActions {
  open: () => void;
  choose: (copy: boolean) => void;
  leave: () => void;
  lift: () => void;
  select: () => void;
  pin: () => void;
  announce: () => void;
  rename: () => void;
  remove: () => void;
}

export interface ContactMenuState {
  readonly rows: Drop['rows'];
  readonly isSelected: boolean;
  readonly isPinned: boolean;
  readonly isAnnounced: boolean;
  readonly isReadOnly: boolean;
  /** Whether the group may be left. */
  readonly canLeave: boolean;
  readonly own: readonly ContactMenuEntry[];
}

/** The menu of one contact, or of all that are selected. */
export function contactMenuParts({ rows, isSelected, isPinned, isAnnounced, isReadOnly, canLeave, own }: ContactMenuState, act: ContactActions): readonly MenuPart[] {
  const { menu } = words().moving;
  const [{ group }] = rows;
  const isFromOne = rows.every((row) => row.group === group);
  const isOne = rows.length === 1;
  const look: MenuPart = [
    ...(isOne ? [{ label: menu.open, run: act.open }] : []),
    { label: isPinned ? menu.unpin : menu.pin, run: act.pin },
    { label: isAnnounced ? menu.unannounce : menu.announce, run: act.announce },
    { label: isSelected ? menu.unselect : menu.select, run: act.select },
  ];
  const move: MenuPart = [
    { label: menu.moveTo, run: () => act.choose(false) },
    { label: menu.addTo, run: () => act.choose(true) },
    ...(group === null ? [] : [{ label: isFromOne ? menu.removeFrom(quoted(groupTitle(group))) : menu.removeFromTheirs, run: act.leave, disabled: !canLeave }]),
    { label: menu.keyboard, run: act.lift },
  ];
  const edit: MenuPart = [...(isOne ? [{ label: menu.rename, run: act.rename }] : []), { label: menu.remove, run: act.remove, isDanger: true }];
  const page = own.map(({ label, action, disabled }): MenuItem => ({ label, run: action, disabled }));
  return isReadOnly ? [look, page] : [look, move, page, edit];
}

export interface GroupActions {
  rename: () => void;
  remove: () => void;
  expandAll: (expanded: boolean) => void;
  /** Up or down among the groups of its level; `undefined` at the end of them. */
  up: (() => void) | undefined;
  down: (() => void) | undefined;
  /** Back to the order of the names; `undefined` where that is the order. */
  orderByName: (() => void) | undefined;
  /** The lock was only inferred; `undefined` where there is none, or the page has said so. */
  unlock: (() => void) | undefined;
}

/** The menu of a group's header. */
export function groupMenuParts(group: GroupName, { canEdit, isReadOnly }: { readonly canEdit: boolean; readonly isReadOnly: boolean }, act: GroupActions): readonly MenuPart[] {
  const { finding, moving: { menu } } = words();
  const edit: MenuPart = [
    { label: menu.renameGroup, run: act.rename, disabled: !canEdit },
    { label: menu.removeGroup, run: act.remove, disabled: !canEdit, isDanger: true },
    ...(act.unlock ? [{ label: menu.unlock, run: act.unlock }] : []),
  ];
  const all: MenuPart = [
    { label: finding.expandAll, run: () => act.expandAll(true) },
    { label: finding.collapseAll, run: () => act.expandAll(false) },
  ];
  const order: MenuPart = [
    { label: menu.moveUp, run: () => act.up?.(), disabled: !act.up },
    { label: menu.moveDown, run: () => act.down?.(), disabled: !act.down },
    ...(act.orderByName ? [{ label: finding.orderByName, run: act.orderByName }] : []),
  ];
  if (group === null) return [all];
  return isReadOnly ? [all, order] : [all, order, edit];
}
