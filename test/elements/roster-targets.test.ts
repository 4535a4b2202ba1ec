import { expect } from 'chai';
import { until } from '../support/browser/waiting.js';
import { MovingHarness } from './moving.harness.js';
import { crowd, office } from './people.js';
import type { RosterHarness } from './roster.harness.js';

describe('where contacts can be dropped in <xmpp-roster>', () => {
  let roster: RosterHarness;
  let seen: MovingHarness;
  const open = async (items = office, look?: { height: number }) => {
    ({ roster, seen } = await MovingHarness.online(items, look));
  };
  afterEach(() => roster.remove());

  it('is a new group, too, which is named in a dialog', async () => {
    await open();
    expect(seen.extraTargets).to.deep.equal([]);
    await roster.lift('Mary', 'Coworker');
    await seen.carryToExtra('New group…');
    expect(seen.extraTargets).to.deep.equal(['*New group…']);
    expect(roster.dragImage?.text).to.equal('Mary: Move to a new group');
    await roster.release();
    await seen.dialogOpens('New group for Mary');
    expect(await roster.axe()).to.deep.equal([]);
    await seen.enter('Chess');
    expect(await seen.serve()).to.deep.equal(['mary: Chess']);
    expect(roster.focused).to.equal('Mary in Chess');
  });

  it('takes the name of a group that is there for that group, whatever its case', async () => {
    await open();
    await roster.lift('Mary', 'Coworker');
    await seen.carryToExtra('New group…');
    await roster.release();
    await seen.enter('friends');
    expect(await seen.serve()).to.deep.equal(['mary: Friends']);
  });

  it('creates no group without a name, and none when the dialog is left', async () => {
    await open();
    await roster.lift('Mary', 'Coworker');
    await seen.carryToExtra('New group…');
    await roster.release();
    await seen.enter('   ');
    if (seen.dialog !== '') await roster.press('Escape');
    expect(seen.dialog).to.equal('');
    expect((await seen.serve()).filter((set) => !set.endsWith('Friends') && !set.endsWith('Football'))).to.deep.equal([]);
  });

  it('is no group even where nobody is in none yet', async () => {
    await open(office.filter(({ groups }) => groups));
    await roster.lift('Mary', 'Coworker');
    await seen.carryToExtra('No group');
    expect(roster.dragImage?.text).to.equal('Mary: Remove from Coworker');
    await roster.release();
    expect(await seen.serve()).to.deep.equal(['mary: ']);
    expect(seen.toast).to.equal('Mary taken out of Coworker.');
  });

  it('asks which groups are left where there are several', async () => {
    await open();
    await roster.dragTo('Stuart', 'Coworker', null);
    await seen.dialogOpens('Take Stuart out of their groups?');
    expect(seen.dialogText).to.equal('There are other groups, too: Football.');
    expect(await roster.axe()).to.deep.equal([]);
    await seen.answer('Only out of Coworker');
    expect(await seen.serve()).to.deep.equal(['stuart: Football']);
    roster.account.stream.environment.advance(3_000);
    roster.account.push({ jid: 'stuart@im.example', name: 'Stuart', groups: ['Coworker', 'Football'] });
    await roster.settled();
    await roster.dragTo('Stuart', 'Coworker', null);
    await seen.answer('Out of all groups');
    expect(await seen.serve()).to.deep.equal(['stuart: ']);
    await seen.useToast('Undo');
    expect(await seen.serve()).to.deep.equal(['stuart: Coworker, Football']);
  });

  it('changes nothing when that question is left with Escape', async () => {
    await open();
    await roster.dragTo('Stuart', 'Coworker', null);
    await seen.dialogOpens('Take Stuart out of their groups?');
    await roster.press('Escape');
    expect(await seen.serve()).to.deep.equal([]);
    expect(roster.focused).to.equal('Stuart in Coworker');
  });

  it('is in a collapsed group, which opens under a pointer that waits', async () => {
    await open();
    await roster.clickGroup('Friends');
    await roster.lift('Mary', 'Coworker');
    await roster.carryTo('Friends');
    expect(roster.group('Friends').isExpanded).to.be.false;
    await until(() => roster.group('Friends').isExpanded, 'the group opens');
    await roster.press('Escape');
    await roster.release();
  });

  it('is not in a locked group, nor out of one, and the reason is at the pointer and in the header', async () => {
    await open();
    roster.element.lockedGroups = ['Friends'];
    await roster.settled();
    expect(seen.lockOf('Friends')).to.equal('Friends cannot be changed here.');
    expect(roster.group('Friends').label).to.equal('Friends, 0 of 1 online, kept by the server');
    await roster.lift('Mary', 'Coworker');
    await roster.carryTo('Friends');
    expect(roster.dragImage?.text).to.equal('Mary: Friends is kept by the server');
    expect(seen.isRefused).to.be.true;
    expect(roster.dropTargets).to.deep.equal([]);
    await roster.release();
    await roster.lift('Ann Lee', 'Friends');
    await roster.carryTo('Coworker');
    expect(roster.dragImage?.text).to.equal('Ann Lee: Friends is kept by the server');
    expect(seen.isRefused).to.be.true;
    await roster.release();
    expect(await seen.serve()).to.deep.equal([]);
  });

  it('is no longer where the server has refused it', async () => {
    await open();
    await roster.dragTo('Mary', 'Coworker', 'Friends');
    roster.account.sets()[0]?.refuse('not-allowed');
    await roster.settled();
    expect(seen.lockOf('Friends')).to.equal('Friends is kept by the server: it does not allow changes from here.');
    await roster.lift('Garry', 'Coworker');
    await roster.carryTo('Friends');
    expect(roster.dragImage?.text).to.equal('Garry: Friends is kept by the server');
    await roster.press('Escape');
    await roster.release();
  });

  it('is there again when the user says so, unless it is the page that has locked it', async () => {
    await open();
    await roster.dragTo('Mary', 'Coworker', 'Friends');
    roster.account.sets()[0]?.refuse('not-allowed');
    await roster.settled();
    await roster.rightClickGroup('Friends');
    await seen.chooseInMenu('Allow changes to the group again');
    await roster.settled();
    expect(seen.lockOf('Friends')).to.equal('');
    await roster.dragTo('Mary', 'Coworker', 'Friends');
    expect(await seen.serve()).to.deep.equal(['mary: Friends']);
    roster.element.lockedGroups = ['Friends'];
    await roster.settled();
    await roster.rightClickGroup('Friends');
    expect(seen.menu).not.to.include('Allow changes to the group again');
    expect(seen.menu).to.include('(Rename group…)');
    await roster.press('Escape');
  });

  it('keeps the dragged row rendered when the list is scrolled away from it', async () => {
    await open(Array.from({ length: 200 }, (_, index) => ({ jid: `c${index}@im.example`, name: `C${String(index).padStart(3, '0')}`, groups: ['All'] })));
    await roster.lift('C001');
    await roster.scrollTo(6_000);
    expect(roster.rows()).to.include('C001 in All');
    await roster.press('Escape');
    await roster.release();
  });

  describe('when another group comes in mid-drag', () => {
    const comes = async () => {
      roster.account.push({ jid: 'zoe@im.example', name: 'Zoe', groups: ['Darts'] });
      await roster.settled();
    };

    it('is where the picture says, though the rows have moved under the pointer', async () => {
      await open();
      await roster.lift('Mary', 'Coworker');
      await roster.carryTo('Football');
      await comes();
      expect(roster.dragImage?.text).to.equal('Mary: Move to Football');
      expect(roster.dropTargets).to.deep.equal(['Football']);
      await roster.release();
      expect(await seen.serve()).to.deep.equal(['mary: Football']);
    });

    it('is where the pointer is as soon as it moves on', async () => {
      await open();
      await roster.lift('Mary', 'Coworker');
      await roster.carryTo('Football');
      const { x, y, width } = roster.group('Football').box;
      await comes();
      await roster.moveTo(x + width / 2 + 4, y + 20);
      expect(roster.dragImage?.text).to.equal('Mary: Move to Darts');
      await roster.release();
      expect(await seen.serve()).to.deep.equal(['mary: Darts']);
    });

    it('stays under the pointer where the list scrolls', async () => {
      await open([...crowd(300), ...office], { height: 400 });
      await roster.lift('Mary');
      await roster.scrollTo(900);
      await roster.carryToContact('Contact 0011');
      const { top } = roster.contact('Contact 0011').box;
      await comes();
      expect(roster.contact('Contact 0011').box.top).to.equal(top);
      await roster.press('Escape');
      await roster.release();
    });
  });

  it('is what the wheel brings under a pointer that rests', async () => {
    await open(crowd(300), { height: 400 });
    await roster.lift('Contact 0001');
    await roster.carryToContact('Contact 0003');
    await roster.scrollTo(5_400);
    expect(roster.dragImage?.text).to.equal('Contact 0001: Move to Group 01');
    await roster.release();
    expect(await seen.serve()).to.deep.equal(['c0001: Group 01']);
  });

  it('says that the drag is over when the contact is removed elsewhere', async () => {
    await open();
    await roster.lift('Mary', 'Coworker');
    roster.account.pushRemoval('mary@im.example');
    await roster.settled();
    expect(roster.dragImage).to.equal(undefined);
    expect(seen.said).to.equal('mary@im.example is no longer in the list; cancelled.');
    await roster.release();
  });
});
