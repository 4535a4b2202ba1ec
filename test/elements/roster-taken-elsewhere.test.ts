import { expect } from 'chai';
import { MovingHarness } from './moving.harness.js';
import { office } from './people.js';
import type { RosterHarness } from './roster.harness.js';

describe('<xmpp-roster> that is taken elsewhere on the page', () => {
  let roster: RosterHarness;
  let seen: MovingHarness;
  beforeEach(async () => {
    ({ roster, seen } = await MovingHarness.online(office));
  });
  afterEach(() => roster.remove());

  it('no longer asks for a name, and renames nothing', async () => {
    await roster.press('Tab', 'F2');
    await seen.dialogOpens('Rename Coworker');
    await roster.moveElsewhere();
    expect(seen.dialog).to.equal('');
    expect(await seen.serve()).to.deep.equal([]);
    await roster.clickContact('Garry');
    expect(roster.events.map(({ type }) => type)).to.deep.equal(['xmpp-contact-activate']);
  });

  it('no longer asks for a group, and asks anew when it is wanted', async () => {
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
});
