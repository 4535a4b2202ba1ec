import { expect } from 'chai';
import { MovingHarness } from './moving.harness.js';
import { crowd, office } from './people.js';
import type { RosterHarness } from './roster.harness.js';

describe('selecting in <xmpp-roster>', () => {
  let roster: RosterHarness;
  let seen: MovingHarness;
  const open = async (items = office, look?: { height: number }) => {
    ({ roster, seen } = await MovingHarness.online(items, look));
  };
  afterEach(() => roster.remove());

  it('adds and takes away with Ctrl and a click, and opens no card', async () => {
    await open();
    await roster.select('Garry in Coworker', 'Stuart in Football', 'Mary in Coworker', 'Garry in Coworker');
    expect(seen.selected).to.deep.equal(['Mary in Coworker', 'Stuart in Football']);
    expect(roster.events).to.deep.equal([]);
  });

  it('takes a range with Shift and a click, across groups', async () => {
    await open();
    await roster.select('Mary in Coworker');
    await roster.holdShift(() => roster.clickContact('Ann Lee', 'Friends'));
    expect(seen.selected).to.deep.equal(['Mary in Coworker', 'Stuart in Coworker', 'Stuart in Football', 'Ann Lee in Friends']);
  });

  it('forgets the selection at a plain click, which opens the card as ever', async () => {
    await open();
    await roster.select('Mary in Coworker', 'Garry in Coworker');
    await roster.clickContact('Ann Lee');
    expect(seen.selected).to.deep.equal([]);
    expect(roster.events.map(({ type }) => type)).to.deep.equal(['xmpp-contact-activate']);
  });

  it('goes by keyboard: Space, Shift and the arrows, Ctrl+A for the group and then for all, Escape', async () => {
    await open();
    await roster.press('Tab', 'ArrowDown', 'Space');
    expect(seen.selected).to.deep.equal(['Garry in Coworker']);
    await roster.press('Shift+ArrowDown');
    expect(seen.selected).to.deep.equal(['Garry in Coworker', 'Mary in Coworker']);
    expect(roster.focused).to.equal('Mary in Coworker');
    await roster.press('Shift+ArrowDown', 'Shift+ArrowUp', 'Shift+ArrowUp');
    expect(seen.selected).to.deep.equal(['Garry in Coworker']);
    await roster.press('Control+Space');
    expect(seen.selected).to.deep.equal([]);
    await roster.press('Control+a');
    expect(seen.selected).to.deep.equal(['Garry in Coworker', 'Mary in Coworker', 'Stuart in Coworker']);
    await roster.press('Control+a');
    expect(seen.selected).to.have.lengthOf(6);
    await roster.press('Escape');
    expect(seen.selected).to.deep.equal([]);
  });

  it('tells the page who is selected, and where', async () => {
    await open();
    const told: unknown[] = [];
    roster.box.addEventListener('xmpp-contact-select', ({ detail }) => told.push(detail.contacts));
    await roster.select('Stuart in Football');
    await roster.press('Escape');
    expect(told).to.deep.equal([[{ jid: 'stuart@im.example', group: 'Football' }], []]);
  });

  it('is said of rows: several may be selected, and each says whether it is', async () => {
    await open();
    await roster.select('Mary in Coworker');
    expect(roster.element.shadowRoot?.querySelector('[role=treegrid]')?.ariaMultiSelectable).to.equal('true');
    expect(roster.contact('Mary').parts).to.include('selected');
    expect(roster.contact('Garry').parts).not.to.include('selected');
    expect(await roster.axe()).to.deep.equal([]);
  });

  it('lasts while people come and go, and ends with the membership', async () => {
    await open();
    await roster.select('Mary in Coworker', 'Stuart in Coworker');
    roster.account.presence('mary@im.example/a', { show: 'away' });
    roster.account.push({ jid: 'stuart@im.example', name: 'Stuart', groups: ['Football'] });
    await roster.settled();
    expect(seen.selected).to.deep.equal(['Mary in Coworker']);
  });

  it('ends in “No group” with the first group, and among the favourites when one is taken off them', async () => {
    await open();
    roster.account.session.viewSettings.setFavourite('ann@im.example', true);
    await roster.settled();
    await roster.select('Mary in Coworker');
    await roster.hold('Control');
    await roster.clickContact('news@im.example', null);
    await roster.clickContact('Ann Lee', null);
    await roster.letGo('Control');
    expect(seen.selected).to.have.lengthOf(3);
    roster.account.push({ jid: 'news@im.example', groups: ['Friends'] });
    roster.account.session.viewSettings.setFavourite('ann@im.example', false);
    await roster.settled();
    await roster.lift('Mary', 'Coworker');
    expect(roster.dragImage?.text).to.equal('Mary: Move to another group');
    await roster.press('Escape');
    await roster.release();
  });

  it('tells the page when it shrinks by itself', async () => {
    await open();
    await roster.select('Mary in Coworker', 'Stuart in Coworker');
    const told: unknown[] = [];
    roster.box.addEventListener('xmpp-contact-select', ({ detail }) => told.push(detail.contacts));
    roster.account.push({ jid: 'stuart@im.example', name: 'Stuart', groups: ['Football'] });
    await roster.settled();
    roster.account.pushRemoval('mary@im.example');
    await roster.settled();
    roster.account.pushRemoval('ann@im.example');
    await roster.settled();
    expect(told).to.deep.equal([[{ jid: 'mary@im.example', group: 'Coworker' }], []]);
  });

  it('holds thousands', async () => {
    await open(crowd(5000), { height: 400 });
    await roster.press('Tab', 'Control+a', 'Control+a');
    let count = 0;
    roster.box.addEventListener('xmpp-contact-select', ({ detail }) => (count = detail.contacts.length));
    await roster.press('ArrowDown', 'Space');
    expect(count).to.equal(4999);
  });
});
