import { expect } from 'chai';
import { MovingHarness } from './moving.harness.js';
import { office } from './people.js';
import type { RosterHarness } from './roster.harness.js';

describe('what <xmpp-roster> says after a move, and taking it back', () => {
  let roster: RosterHarness;
  let seen: MovingHarness;
  const open = async (items = office) => {
    ({ roster, seen } = await MovingHarness.online(items));
  };
  afterEach(() => roster.remove());

  it('drags all that are selected, with their number on the picture', async () => {
    await open();
    await roster.select('Garry in Coworker', 'Mary in Coworker', 'Stuart in Coworker');
    await roster.lift('Mary', 'Coworker');
    await roster.carryTo('Friends');
    expect(roster.dragImage?.text).to.equal('Mary: and 2 more: Move 3 to Friends');
    await roster.release();
    expect((await seen.serve()).sort()).to.deep.equal(['garry: Friends', 'mary: Friends', 'stuart: Football, Friends']);
    expect(roster.events.map(({ type }) => type)).to.deep.equal(['xmpp-contact-move', 'xmpp-contact-move', 'xmpp-contact-move']);
    expect(seen.toast).to.equal('3 contacts moved to Friends.');
    expect(seen.selected).to.deep.equal([]);
  });

  it('lets others be selected while the server has not answered yet', async () => {
    await open();
    await roster.select('Mary in Coworker');
    await roster.dragTo('Mary', 'Coworker', 'Friends');
    expect(seen.selected).to.deep.equal([]);
    await roster.select('Garry in Coworker');
    await seen.serve();
    expect(seen.selected).to.deep.equal(['Garry in Coworker']);
  });

  it('keeps them selected where nothing comes of the drag: beside the list, with the question left, or when the page says no', async () => {
    await open();
    const both = ['Garry in Coworker', 'Mary in Coworker'];
    await roster.select(...both);
    await roster.lift('Mary', 'Coworker');
    await roster.moveTo(700, 100);
    await roster.release();
    expect(seen.selected).to.deep.equal(both);
    await roster.lift('Mary', 'Coworker');
    await seen.carryToExtra('New group…');
    await roster.release();
    await seen.dialogOpens('New group for 2 contacts');
    await roster.press('Escape');
    expect(seen.selected).to.deep.equal(both);
    roster.box.addEventListener('xmpp-contact-move', (event) => event.preventDefault());
    await roster.dragTo('Mary', 'Coworker', 'Friends');
    expect(seen.selected).to.deep.equal(both);
  });

  it('drags one that is not selected alone', async () => {
    await open();
    await roster.select('Garry in Coworker', 'Mary in Coworker');
    await roster.dragTo('Stuart', 'Coworker', 'Friends');
    expect(await seen.serve()).to.deep.equal(['stuart: Football, Friends']);
    expect(seen.selected).to.deep.equal(['Garry in Coworker', 'Mary in Coworker']);
  });

  it('names one by name, and takes the move back, later changes kept', async () => {
    await open();
    await roster.dragTo('Stuart', 'Coworker', 'Friends');
    await seen.serve();
    expect(seen.toast).to.equal('Stuart moved to Friends.');
    roster.account.push({ jid: 'stuart@im.example', name: 'Stu', groups: ['Football', 'Friends', 'Chess'] });
    await seen.useToast('Undo');
    expect(await seen.serve()).to.deep.equal(['stuart: Chess, Coworker, Football']);
    expect(seen.toast).to.equal('Undone.');
    expect(seen.toastActions).to.deep.equal([]);
  });

  it('takes it back with Ctrl+Z while the focus is in the list, once', async () => {
    await open();
    await roster.dragTo('Mary', 'Coworker', 'Friends');
    await seen.serve();
    await roster.press('Control+z');
    expect(await seen.serve()).to.deep.equal(['mary: Coworker']);
    await roster.press('Control+z');
    expect(await seen.serve()).to.deep.equal([]);
  });

  it('says whom it has left out, and why', async () => {
    await open([...office, { jid: 'bea@im.example', name: 'Bea', groups: ['Coworker', 'Friends'] }, { jid: 'kim@im.example', name: 'Kim', groups: ['Staff'] }]);
    roster.account.session.lockGroup('Staff');
    await roster.select('Ann Lee in Friends', 'Kim in Staff', 'Garry in Coworker');
    await roster.lift('Garry', 'Coworker');
    await roster.carryTo('Friends');
    expect(roster.dragImage?.text).to.equal('Garry: and 2 more: Move 1 to Friends');
    await roster.release();
    expect(await seen.serve()).to.deep.equal(['garry: Friends']);
    expect(seen.toast).to.equal('Garry moved to Friends, one was there already, one kept by the server was skipped.');
  });

  it('says why nothing is moved that was chosen in the menu: who is there already, or gone, or still on the way', async () => {
    await open();
    const choose = async (line: string, title: string, group: string) => {
      await seen.chooseInMenu(line);
      await seen.dialogOpens(title);
      await seen.enter(group);
    };
    await roster.openMenu('Mary');
    await choose('Move to…', 'Move Mary to…', 'Coworker');
    expect(seen.toast).to.equal('Nothing changed, one was there already.');
    await roster.openMenu('Garry');
    await seen.chooseInMenu('Move to…');
    await seen.dialogOpens('Move Garry to…');
    roster.account.pushRemoval('garry@im.example');
    await seen.enter('Friends');
    expect(seen.toast).to.equal('Nothing changed, one is no longer in the list.');
    await roster.dragTo('Mary', 'Coworker', 'Friends');
    await roster.openMenu('Mary');
    await choose('Move to…', 'Move Mary to…', 'Football');
    expect(seen.toast).to.equal('Nothing changed, the last change of one is still on its way.');
    expect(await seen.serve()).to.deep.equal(['mary: Friends']);
  });

  it('says so as well when another client was faster than the keyboard', async () => {
    await open();
    await roster.press('Tab', 'ArrowDown', 'Control+Enter', 'Tab', 'Tab');
    expect(seen.said).to.equal('Move to Friends, 2 of 4');
    roster.account.push({ jid: 'garry@im.example', name: 'Garry', groups: ['Friends'] });
    await roster.settled();
    await roster.press('Enter');
    expect(seen.toast).to.equal('Nothing changed, one was there already.');
    expect(await seen.serve()).to.deep.equal([]);
  });

  it('says what did not work, and tries that again', async () => {
    await open();
    await roster.select('Garry in Coworker', 'Mary in Coworker');
    await roster.dragTo('Mary', 'Coworker', 'Friends');
    const [first, second] = roster.account.sets();
    first?.push();
    first?.accept();
    second?.refuse('resource-constraint');
    await roster.settled();
    expect(seen.toast).to.match(/^(Mary|Garry) moved to Friends, one did not work\.$/);
    expect(roster.error).to.equal('Moving 2 contacts to Friends did not work: the server is short of room or busy.');
    await seen.retry();
    expect(await seen.serve()).to.deep.equal([`${second?.jid?.split('@')[0]}: Friends`]);
    expect(roster.error).to.equal('');
    expect(roster.group('Friends').contacts()).to.deep.equal(['Ann Lee', 'Garry', 'Mary']);
  });

  it('shows progress while many are on the way, and says it once', async () => {
    await open(Array.from({ length: 12 }, (_, index) => ({ jid: `p${index}@im.example`, name: `P${index}`, groups: ['Old'] })).concat({ jid: 'n@im.example', name: 'N', groups: ['New'] }));
    await roster.press('Tab', 'ArrowDown', 'ArrowDown', 'Control+a');
    await roster.dragTo('P3', 'Old', 'New');
    const said = new Set<string>();
    for (const set of roster.account.sets()) {
      set.push();
      set.accept();
      await roster.settled();
      said.add(seen.toastSaid);
    }
    expect(seen.toast).to.equal('Moving 12 contacts to New: 8 of 12');
    expect([...said]).to.deep.equal(['Moving 12 contacts to New']);
    await seen.serve();
    expect(seen.toast).to.equal('12 contacts moved to New.');
  });

  it('goes when it is closed, and the focus does not vanish with it', async () => {
    await open();
    await roster.dragTo('Mary', 'Coworker', 'Friends');
    await seen.serve();
    await seen.useToast('Close');
    expect(seen.toast).to.equal('');
    expect(roster.focused).to.equal('Mary in Friends');
  });

  it('has nothing against it for those who cannot see', async () => {
    await open();
    await roster.dragTo('Mary', 'Coworker', 'Friends');
    await seen.serve();
    expect(await roster.axe()).to.deep.equal([]);
  });
});
