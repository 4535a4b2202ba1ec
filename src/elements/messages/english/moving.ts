import { countingIn } from '../plurals.js';

const { plural, number } = countingIn('en');

const contacts = (count: number): string => plural(count, { one: 'one contact', other: `${number(count)} contacts` });

/** Moving contacts between groups, and what else changes the list from the list. */
export const moving = {
  /** What is meant where it is not one contact who is named. */
  contacts,
  /** What a drop now would do with several, at the pointer. */
  drop: {
    moveElsewhere: (count: number) => `Move ${number(count)} to another group`,
    addElsewhere: (count: number) => `Add ${number(count)} to another group`,
    move: (count: number, group: string) => `Move ${number(count)} to ${group}`,
    add: (count: number, group: string) => `Also add ${number(count)} to ${group}`,
    clear: (count: number) => `Take ${number(count)} out of their group`,
    moveToNew: 'Move to a new group',
    addToNew: 'Also add to a new group',
    leaveAll: 'Remove from all groups',
    locked: (group: string) => `${group} is kept by the server`,
    waiting: 'The last change is still on its way',
    gone: 'No longer in the list',
  },
  /** Who is on the way, on the drag picture. */
  andMore: (count: number) => plural(count, { one: 'and one more', other: `and ${number(count)} more` }),
  newGroup: 'New group…',
  outOfGroups: 'No group',
  otherTargets: 'More places to drop',
  /** Why a group is locked. */
  lock: {
    refused: (group: string) => `${group} is kept by the server: it does not allow changes from here.`,
    reverted: (group: string) => `${group} is kept by the server: it took a change back.`,
    page: (group: string) => `${group} cannot be changed here.`,
    label: 'kept by the server',
  },
  /** What is under way, as the beginning of a sentence about a failure, too. */
  doing: {
    move: (who: string, group: string) => `Moving ${who} to ${group}`,
    add: (who: string, group: string) => `Adding ${who} to ${group}`,
    remove: (who: string, group: string) => `Taking ${who} out of ${group}`,
    removeFromAll: (who: string) => `Taking ${who} out of all groups`,
    undo: 'Undoing',
    renameContact: (who: string) => `Renaming ${who}`,
    removeContacts: (who: string) => `Removing ${who}`,
    renameGroup: (group: string, to: string) => `Renaming ${group} to ${to}`,
    removeGroup: (group: string) => `Removing the group ${group}`,
  },
  /** What has happened. */
  done: {
    moved: (who: string, group: string) => `${who} moved to ${group}`,
    added: (who: string, group: string) => `${who} added to ${group}`,
    removed: (who: string, group: string) => `${who} taken out of ${group}`,
    removedFromAll: (who: string) => `${who} taken out of all groups`,
    undone: 'Undone',
    renamedContact: (who: string, name: string) => `${who} is now called ${name}`,
    removedContacts: (who: string) => `${who} removed from the list`,
    renamedGroup: (group: string, to: string) => `${group} renamed to ${to}`,
    removedGroup: (group: string) => `Group ${group} removed`,
    nothing: 'Nothing changed',
  },
  skipped: {
    'already-there': (count: number) => plural(count, { one: 'one was there already', other: `${number(count)} were there already` }),
    locked: (count: number) => plural(count, { one: 'one kept by the server was skipped', other: `${number(count)} kept by the server were skipped` }),
    gone: (count: number) => plural(count, { one: 'one is no longer in the list', other: `${number(count)} are no longer in the list` }),
    waiting: (count: number) => plural(count, { one: 'the last change of one is still on its way', other: `the last changes of ${number(count)} are still on their way` }),
  },
  failed: (count: number) => plural(count, { one: 'one did not work', other: `${number(count)} did not work` }),
  /** "12 contacts moved to Friends, 2 kept by the server were skipped." */
  sentence: (parts: readonly string[]) => `${parts.join(', ')}.`,
  progress: (doing: string, done: number, total: number) => `${doing}: ${number(done)} of ${number(total)}`,
  undo: 'Undo',
  retry: 'Try again',
  /** What is asked before. */
  ask: {
    leaveGroups: (who: string) => `Take ${who} out of their groups?`,
    leaveGroupsText: (others: string) => `There are other groups, too: ${others}.`,
    leaveOne: (group: string) => `Only out of ${group}`,
    leaveAll: 'Out of all groups',
    removeContacts: (who: string) => `Remove ${who} from your contacts?`,
    removeContactsText: 'Neither of you will see the other’s presence any more.',
    remove: 'Remove',
    removeGroup: (group: string) => `Remove the group ${group}?`,
    removeGroupText: (count: number) => `${plural(count, { one: 'Its one contact stays', other: `Its ${number(count)} contacts stay` })} in your list.`,
    merge: (group: string, to: string) => `Merge ${group} into ${to}?`,
    mergeText: (to: string) => `${to} exists already. Whoever is in either group will be in ${to}.`,
    mergeAnswer: 'Merge',
    renameContact: (who: string) => `Rename ${who}`,
    renameGroup: (group: string) => `Rename ${group}`,
    name: 'Name',
    rename: 'Rename',
    emptyName: 'A group needs a name.',
  },
  chooser: {
    move: (who: string) => `Move ${who} to…`,
    add: (who: string) => `Also add ${who} to…`,
    newGroup: (who: string) => `New group for ${who}`,
    group: 'Group',
    placeholder: 'Find or name a group',
    newNamed: (group: string) => `New group ${group}`,
    none: 'No group of that name',
  },
  menu: {
    label: (who: string) => `Actions for ${who}`,
    open: 'Open card',
    moveTo: 'Move to…',
    addTo: 'Also add to…',
    removeFrom: (group: string) => `Remove from ${group}`,
    removeFromTheirs: 'Remove from these groups',
    keyboard: 'Move with the keyboard',
    select: 'Select',
    unselect: 'Unselect',
    rename: 'Rename…',
    remove: 'Remove…',
    renameGroup: 'Rename group…',
    removeGroup: 'Remove group…',
    pin: 'Add to favourites',
    unpin: 'Remove from favourites',
    announce: 'Announce changes',
    unannounce: 'Do not announce changes any more',
    moveUp: 'Move group up',
    moveDown: 'Move group down',
    unlock: 'Allow changes to the group again',
  },
  /** What is said aloud on the way. */
  say: {
    lifted: (who: string) => `${who} lifted. Tab goes to the next place to drop, Enter drops, plus switches between moving and adding, Escape cancels.`,
    target: (effect: string, position: number, total: number) => `${effect}, ${number(position)} of ${number(total)}`,
    noTarget: 'There is nowhere to drop.',
    cancelled: 'Cancelled, nothing was moved.',
    gone: (who: string) => `${who} is no longer in the list; cancelled.`,
  },
};
