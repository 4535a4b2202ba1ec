import { expect } from 'chai';
import type { ServerChoice } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import { MovingFixture, type Member } from './moving-fixture.js';

const members: readonly Member[] = [
  { user: 'ann', name: 'Ann "Lee" <&>', groups: ['Friends'] },
  { user: 'garry', name: 'Garry', groups: ['Coworker'] },
  { user: 'mary', name: 'Mary', groups: ['Coworker', 'Chess club ♞'] },
  { user: 'stuart', name: 'Stuart', groups: ['Coworker', 'Football'] },
];

/** From the header of Coworker, once it is clicked: opens it again, and goes to its first contact. */
const onGarry = ['Enter', 'ArrowDown'] as const;

type Move = (fixture: MovingFixture) => Promise<void>;

/** Ways to move contacts, and what the server must hold then, where it differs from before. */
type Ways = Readonly<Record<string, readonly [act: Move, result: Readonly<Record<string, readonly string[]>>]>>;

export const byTouch: Ways = {
  'by touch': [
    async ({ seen }) => {
      await seen.liftByTouch('Mary', 'Coworker');
      await seen.touchGroup('Football');
      await seen.letGoByTouch();
    },
    { mary: ['Chess club ♞', 'Football'] },
  ],
  'by touch, several at once': [
    async ({ roster, seen }) => {
      await roster.select('Garry in Coworker', 'Stuart in Coworker');
      await seen.liftByTouch('Stuart', 'Coworker');
      await seen.touchGroup('Friends');
      await seen.letGoByTouch();
    },
    { garry: ['Friends'], stuart: ['Football', 'Friends'] },
  ],
};

export const byMouseAndKeys: Ways = {
  'by mouse': [({ roster }) => roster.dragTo('Stuart', 'Coworker', 'Friends'), { stuart: ['Football', 'Friends'] }],
  'by mouse, with Ctrl': [
    async ({ roster }) => {
      await roster.hold('Control');
      await roster.dragTo('Stuart', 'Coworker', 'Friends');
      await roster.letGo('Control');
    },
    { stuart: ['Coworker', 'Football', 'Friends'] },
  ],
  'by keyboard': [
    async ({ roster }) => {
      await roster.clickGroup('Coworker');
      await roster.press(...onGarry, 'Control+Enter', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Enter');
    },
    { garry: ['Friends'] },
  ],
  'by keyboard, in addition': [
    async ({ roster }) => {
      await roster.clickGroup('Coworker');
      await roster.press(...onGarry, 'Control+Enter', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', '+', 'Enter');
    },
    { garry: ['Coworker', 'Friends'] },
  ],
  'by keyboard, several at once': [
    async ({ roster }) => {
      await roster.clickGroup('Coworker');
      await roster.press(...onGarry, 'Space', 'ArrowDown', 'Space', 'Control+Enter', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Enter');
    },
    { garry: ['Friends'], mary: ['Chess club ♞', 'Friends'] },
  ],
  'by keyboard, to a new group': [
    async ({ roster, seen }) => {
      await roster.clickGroup('Coworker');
      await roster.press(...onGarry, 'Control+Enter', 'Shift+Tab', 'Shift+Tab', 'Enter');
      await seen.enter('Team');
    },
    { garry: ['Team'] },
  ],
  'by keyboard, to no group': [
    async ({ roster }) => {
      await roster.clickGroup('Coworker');
      await roster.press(...onGarry, 'Control+Enter', 'Shift+Tab', 'Enter');
    },
    { garry: [] },
  ],
  'by menu': [
    async ({ roster, seen }) => {
      await roster.openMenu('Mary', 'Coworker');
      await seen.chooseInMenu('Move to…');
      await seen.enter('Football');
    },
    { mary: ['Chess club ♞', 'Football'] },
  ],
  'by menu, in addition': [
    async ({ roster, seen }) => {
      await roster.openMenu('Ann "Lee" <&>', 'Friends');
      await seen.chooseInMenu('Also add to…');
      await seen.enter('Football');
    },
    { ann: ['Football', 'Friends'] },
  ],
  'by menu, out of a group': [
    async ({ roster, seen }) => {
      await roster.openMenu('Stuart', 'Football');
      await seen.chooseInMenu('Remove from Football');
    },
    { stuart: ['Coworker'] },
  ],
  'several at once': [
    async ({ roster }) => {
      await roster.select('Garry in Coworker', 'Stuart in Coworker', 'Ann "Lee" <&> in Friends');
      await roster.dragTo('Garry', 'Coworker', 'Chess club ♞');
    },
    { ann: ['Chess club ♞'], garry: ['Chess club ♞'], stuart: ['Chess club ♞', 'Football'] },
  ],
  'to a new group': [
    async ({ roster, seen }) => {
      await roster.lift('Stuart', 'Coworker');
      await seen.carryToExtra('New group…');
      await roster.release();
      await seen.enter('Ünïcode & <b>');
    },
    { stuart: ['Football', 'Ünïcode & <b>'] },
  ],
  'to no group': [
    async ({ roster, seen }) => {
      await roster.lift('Stuart', 'Coworker');
      await seen.carryToExtra('No group');
      await roster.release();
      await seen.dialogOpens('Take Stuart out of their groups?');
      await seen.answer('Out of all groups');
    },
    { stuart: [] },
  ],
  'and back': [
    async ({ roster, seen }) => {
      await roster.select('Mary in Coworker', 'Stuart in Football');
      await roster.dragTo('Mary', 'Coworker', 'Friends');
      await until(() => seen.toast.startsWith('2 contacts'), 'both are moved');
      await seen.useToast('Undo');
      await until(() => seen.toast === 'Undone.', 'it is undone');
    },
    {},
  ],
  'with a renamed group': [
    async ({ roster, seen }) => {
      await roster.openGroupMenu('Coworker');
      await seen.chooseInMenu('Rename group…');
      await seen.enter('Colleagues');
    },
    { garry: ['Colleagues'], mary: ['Chess club ♞', 'Colleagues'], stuart: ['Colleagues', 'Football'] },
  ],
  'with a merged group': [
    async ({ roster, seen }) => {
      await roster.openGroupMenu('Football');
      await seen.chooseInMenu('Rename group…');
      await seen.enter('Friends');
      await seen.dialogOpens('Merge Football into Friends?');
      await seen.answer('Merge');
    },
    { stuart: ['Coworker', 'Friends'] },
  ],
  'with a removed group': [
    async ({ roster, seen }) => {
      await roster.openGroupMenu('Coworker');
      await seen.chooseInMenu('Remove group…');
      await seen.answer('Remove');
    },
    { garry: [], mary: ['Chess club ♞'], stuart: ['Football'] },
  ],
};

/** Real gestures, and what another client then gets from the server. */
export function movesContacts(server: ServerChoice, ways: Ways): void {
  let fixture: MovingFixture;
  beforeEach(async () => {
    fixture = await MovingFixture.open(server, members);
  });
  afterEach(() => fixture.close());

  for (const [way, [act, result]] of Object.entries(ways)) {
    it(`moves contacts ${way}: all other groups and names are kept`, async () => {
      await act(fixture);
      await until(() => fixture.seen.toast !== '' && fixture.seen.toastActions.length === (way === 'and back' ? 0 : 1), 'it is said to be done');
      const expected = members.map(({ user, name, groups }) => `${user}: ${name} [${[...(result[user] ?? groups)].sort().join(', ')}]`);
      expect(await fixture.stored()).to.deep.equal(expected);
    });
  }
}
