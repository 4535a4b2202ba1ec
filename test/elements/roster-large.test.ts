import { expect } from 'chai';
import { crowd } from './people.js';
import { RosterHarness } from './roster.harness.js';

describe('<xmpp-roster> with 5,000 contacts', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  it('renders what is in sight: fewer than 800 elements, wherever it is scrolled', async () => {
    roster = await RosterHarness.online(crowd(5000));
    expect(roster.elementCount).to.be.below(800);
    expect(roster.isRowInSight('Contact 0000 in Group 00')).to.be.true;
    await roster.scrollTo(130_000);
    expect(roster.elementCount).to.be.below(800);
    expect(roster.groups().flatMap((group) => group.contacts())).not.to.include('Contact 0000');
  });

  it('scrolls to the last', async () => {
    roster = await RosterHarness.online(crowd(5000));
    await roster.scrollTo(10_000_000);
    expect(roster.isRowInSight('Contact 4999 in Group 49')).to.be.true;
    await roster.clickContact('Contact 4999');
    expect(roster.events[0]?.detail).to.deep.equal({ jid: 'c4999@im.example' });
  });

  it('shows no gap: rows follow each other without overlap over the whole height', async () => {
    roster = await RosterHarness.online(crowd(5000), { height: 500 });
    for (const offset of [0, 1234, 77_777, 10_000_000]) {
      await roster.scrollTo(offset);
      const boxes = roster.boxesInSight();
      for (const [index, box] of boxes.slice(1).entries()) expect(box.top).to.be.closeTo(boxes[index]?.bottom ?? 0, 0.5);
      expect(boxes.length).to.be.above(8);
    }
  });

  it('follows the size that its page and the reader’s font give it', async () => {
    roster = await RosterHarness.online(crowd(5000), { height: 300 });
    const few = roster.boxesInSight().length;
    roster.element.style.blockSize = '800px';
    await roster.settled();
    expect(roster.boxesInSight().length).to.be.above(few * 2);
    roster.element.style.setProperty('--xmpp-roster-contact-height', '26px');
    await roster.settled();
    expect(roster.contact('Contact 0001').box.height).to.equal(26);
    expect(roster.contact('Contact 0002').box.top - roster.contact('Contact 0001').box.top).to.equal(26);
  });

  it('stays where it is scrolled to when rows change, and when it is hidden and shown again', async () => {
    roster = await RosterHarness.online(crowd(5000), { height: 500 });
    await roster.scrollTo(50_000);
    const inSight = roster.rows();
    roster.account.presence('c4000@im.example/a');
    await roster.settled();
    expect(roster.scrollTop).to.equal(50_000);
    expect(roster.rows()).to.deep.equal(inSight);
    roster.element.hidden = true;
    await roster.settled();
    roster.element.hidden = false;
    await roster.settled();
    expect(roster.boxesInSight().length).to.be.above(8);
  });

  it('shows 100 presences in one update a frame', async () => {
    roster = await RosterHarness.online(crowd(5000));
    const changed = roster.watchRows();
    for (let number = 0; number < 100; number++) roster.account.presence(`c${String(number).padStart(4, '0')}@im.example/a`);
    await changed();
    expect(roster.group('Group 00').count).to.equal('100/100');
  });

  it('fills the list with what is there after a collapse near its end', async () => {
    roster = await RosterHarness.online(crowd(300), { height: 500 });
    await roster.scrollTo(10_000_000);
    await roster.press('Tab', 'End', 'ArrowLeft', 'ArrowLeft');
    expect(roster.group('Group 02').isExpanded).to.be.false;
    expect(roster.isRowInSight('Group 02')).to.be.true;
    expect(roster.boxesInSight().length).to.be.above(7);
  });
});
