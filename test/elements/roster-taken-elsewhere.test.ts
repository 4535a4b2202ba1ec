import { expect } from 'chai';
import { MovingHarness } from './moving.harness.js';
import { crowd, office } from './people.js';
import type { RosterHarness } from './roster.harness.js';

describe('<xmpp-roster> that is taken elsewhere on the page', () => {
  let roster: RosterHarness;
  let seen: MovingHarness;
  const open = async (items = office, look?: { height: number }) => {
    ({ roster, seen } = await MovingHarness.online(items, look));
  };
  afterEach(() => roster.remove());

  it('no longer asks for a name, and renames nothing', async () => {
    await open();
    await roster.press('Tab', 'F2');
    await seen.dialogOpens('Rename Coworker');
    await roster.moveElsewhere();
    expect(seen.dialog).to.equal('');
    expect(await seen.serve()).to.deep.equal([]);
    await roster.clickContact('Garry');
    expect(roster.events.map(({ type }) => type)).to.deep.equal(['xmpp-contact-activate']);
  });

  it('no longer asks for a group, and asks anew when it is wanted', async () => {
    await open();
    await roster.openMenu('Mary');
    await seen.chooseInMenu('Move to…');
    await seen.dialogOpens('Move Mary to…');
    await roster.moveElsewhere();
    expect(seen.dialog).to.equal('');
    await roster.openMenu('Mary');
    await seen.chooseInMenu('Move to…');
    await seen.enter('Friends');
    expect(await seen.serve()).to.deep.equal(['mary: Friends']);
  });

  it('has no menu open, and the next one does not go by the place of the last', async () => {
    await open(crowd(300), { height: 400 });
    await roster.openMenu('Contact 0000');
    await roster.moveElsewhere();
    expect(seen.menu).to.deep.equal([]);
    await roster.scrollTo(150);
    await roster.openMenu('Contact 0005');
    await roster.scrollTo(152);
    expect(seen.menuLabel).to.equal('Actions for Contact 0005');
  });
});
