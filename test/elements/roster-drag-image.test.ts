import { expect } from 'chai';
import { office } from './people.js';
import { RosterHarness } from './roster.harness.js';

describe('what follows the pointer in <xmpp-roster>', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  it('says whom one drags and what a drop would do', async () => {
    roster = await RosterHarness.online(office);
    await roster.lift('Stuart', 'Coworker');
    expect(roster.dragImage?.text).to.equal('Stuart: Move to another group');
    await roster.carryTo('Friends');
    expect(roster.dragImage?.text).to.equal('Stuart: Move to Friends');
    await roster.carryTo('Football');
    expect(roster.dragImage?.text).to.equal('Stuart: Move to Football');
    await roster.carryTo(null);
    expect(roster.dragImage?.text).to.equal('Stuart: Remove from Coworker');
    await roster.moveTo(700, 100);
    expect(roster.dragImage?.text).to.equal('Stuart: Move to another group');
    await roster.release();
    expect(roster.dragImage).to.equal(undefined);
  });

  it('says at once what Ctrl makes of it', async () => {
    roster = await RosterHarness.online(office);
    await roster.lift('Stuart', 'Coworker');
    await roster.carryTo('Friends');
    await roster.hold('Control');
    expect(roster.dragImage?.text).to.equal('Stuart: Also add to Friends');
    await roster.carryTo('Football');
    expect(roster.dragImage?.text).to.equal('Stuart: Already in Football');
    expect(roster.dropTargets).to.deep.equal([]);
    await roster.carryTo(null);
    expect(roster.dragImage?.text).to.equal('Stuart: Only moving leaves a group');
    await roster.letGo('Control');
    expect(roster.dragImage?.text).to.equal('Stuart: Remove from Coworker');
    await roster.press('Escape');
  });

  it('shows the group under the pointer as the target, header and members', async () => {
    roster = await RosterHarness.online(office);
    await roster.lift('Stuart', 'Coworker');
    await roster.carryTo('Friends');
    expect(roster.dropTargets).to.deep.equal(['Friends']);
    expect(roster.contact('Ann Lee').parts).to.include('drop-target');
    expect(roster.contact('Stuart', 'Coworker').parts).to.include('dragged');
    expect(roster.contact('Stuart', 'Football').parts).not.to.include('dragged');
    await roster.press('Escape');
    expect(roster.contact('Stuart', 'Coworker').parts).not.to.include('dragged');
  });

  for (const side of ['left', 'right'] as const) {
    it(`stays in the window where the list stands at its ${side} edge`, async () => {
      roster = await RosterHarness.online(office, { width: 240 });
      roster.element.style.cssText += `; position: fixed; inset-block: 0; ${side}: 0`;
      await roster.lift('Stuart', 'Coworker');
      await roster.carryTo('Football');
      for (const [x, y] of [[895, 895], [895, 5], [5, 895], [5, 5]] as const) {
        await roster.moveTo(x, y);
        const { left, right, top, bottom } = roster.dragImage?.box ?? new DOMRect();
        expect(Math.min(left, top)).to.be.at.least(0);
        expect(Math.max(right - innerWidth, bottom - innerHeight)).to.be.at.most(0);
      }
      await roster.press('Escape');
    });
  }

  it('is as wide as it must be and no wider than the window, however long names are', async () => {
    const long = 'x'.repeat(1023);
    roster = await RosterHarness.online([{ jid: 'l@im.example', name: long, groups: [long] }, ...office]);
    await roster.lift(long);
    await roster.carryTo('Friends');
    const { width, height } = roster.dragImage?.box ?? new DOMRect();
    expect(width).to.be.within(50, 400);
    expect(height).to.be.within(20, 80);
    await roster.press('Escape');
  });
});
