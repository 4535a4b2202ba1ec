import { expect } from 'chai';
import { crowd, office } from './people.js';
import { RosterHarness } from './roster.harness.js';

const sentBy = (roster: RosterHarness) => roster.account.sets().map(({ jid, name, groups }) => ({ jid, name, groups: [...groups].sort() }));

describe('dragging in <xmpp-roster>', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  it('moves a contact with one roster set that keeps its name and its other groups', async () => {
    roster = await RosterHarness.online(office);
    await roster.dragTo('Stuart', 'Coworker', 'Friends');
    expect(sentBy(roster)).to.deep.equal([{ jid: 'stuart@im.example', name: 'Stuart', groups: ['Football', 'Friends'] }]);
  });

  it('tells the page what is moved, and from where to where', async () => {
    roster = await RosterHarness.online(office);
    await roster.dragTo('Stuart', 'Coworker', 'Friends');
    const detail = { jid: 'stuart@im.example', from: 'Coworker', to: 'Friends', copy: false };
    expect(roster.events).to.deep.equal([{ type: 'xmpp-contact-move', detail }]);
  });

  it('lets the page keep a contact where it is', async () => {
    roster = await RosterHarness.online(office);
    roster.box.addEventListener('xmpp-contact-move', (event) => event.preventDefault());
    await roster.dragTo('Stuart', 'Coworker', 'Friends');
    expect(sentBy(roster)).to.deep.equal([]);
    expect(roster.group('Coworker').contacts()).to.include('Stuart');
    expect(roster.contact('Stuart', 'Coworker').parts).not.to.include('pending');
  });

  it('adds the contact there and keeps it where it was, with Ctrl or Alt', async () => {
    roster = await RosterHarness.online(office);
    for (const key of ['Control', 'Alt'] as const) {
      await roster.hold(key);
      await roster.dragTo('Stuart', 'Coworker', 'Friends');
      await roster.letGo(key);
      const [set] = roster.account.sets();
      expect(set?.groups).to.have.members(['Coworker', 'Football', 'Friends']);
      set?.refuse('resource-constraint');
      await roster.settled();
    }
  });

  it('drops on a contact’s row as on its group', async () => {
    roster = await RosterHarness.online(office);
    await roster.lift('Mary', 'Coworker');
    await roster.carryToContact('Ann Lee', 'Friends');
    expect(roster.dropTargets).to.deep.equal(['Friends']);
    await roster.release();
    expect(sentBy(roster)[0]?.groups).to.deep.equal(['Friends']);
  });

  it('drops on a collapsed group', async () => {
    roster = await RosterHarness.online(office);
    await roster.clickGroup('Friends');
    await roster.dragTo('Mary', 'Coworker', 'Friends');
    expect(sentBy(roster)[0]?.groups).to.deep.equal(['Friends']);
    expect(roster.group('Friends').isExpanded).to.be.false;
  });

  it('takes a contact out of a group, and into its first', async () => {
    roster = await RosterHarness.online(office);
    await roster.dragTo('Mary', 'Coworker', null);
    expect(sentBy(roster)[0]?.groups).to.deep.equal([]);
    await roster.dragTo('news@im.example', null, 'Friends');
    expect(sentBy(roster)).to.deep.equal([{ jid: 'news@im.example', name: undefined, groups: ['Friends'] }]);
  });

  it('names groups to the server exactly as the server named them', async () => {
    const groups = ['Friends ', '<b>&"', '__proto__', 'x'.repeat(1023)];
    roster = await RosterHarness.online([...office, { jid: 'o@im.example', name: 'Odd', groups }]);
    await roster.dragTo('Odd', '__proto__', 'Coworker');
    expect(sentBy(roster)[0]?.groups).to.have.members(['Friends ', '<b>&"', 'x'.repeat(1023), 'Coworker']);
  });

  it('does nothing where nothing would change', async () => {
    roster = await RosterHarness.online(office);
    await roster.dragTo('Stuart', 'Coworker', 'Coworker');
    await roster.lift('Stuart', 'Coworker');
    await roster.moveTo(700, 100);
    expect(roster.dropTargets).to.deep.equal([]);
    await roster.release();
    await roster.hold('Control');
    await roster.dragTo('Stuart', 'Coworker', 'Football');
    await roster.dragTo('Stuart', 'Coworker', null);
    expect(sentBy(roster)).to.deep.equal([]);
    expect(roster.events).to.deep.equal([]);
  });

  it('drops on no element of the page that merely looks like a row', async () => {
    roster = await RosterHarness.online(office);
    const lookalike = document.createElement('div');
    lookalike.className = 'row';
    lookalike.dataset.index = '6';
    lookalike.style.cssText = 'position: fixed; inset: 100px auto auto 600px; inline-size: 100px; block-size: 100px';
    roster.box.append(lookalike);
    await roster.lift('Mary', 'Coworker');
    await roster.moveTo(650, 150);
    expect(roster.dropTargets).to.deep.equal([]);
    await roster.release();
    expect(sentBy(roster)).to.deep.equal([]);
  });

  it('is called off with Escape', async () => {
    roster = await RosterHarness.online(office);
    await roster.lift('Stuart', 'Coworker');
    await roster.carryTo('Friends');
    await roster.press('Escape');
    expect(roster.dragImage).to.equal(undefined);
    expect(roster.dropTargets).to.deep.equal([]);
    await roster.release();
    expect(sentBy(roster)).to.deep.equal([]);
    expect(roster.events).to.deep.equal([]);
  });

  it('opens no contact: not after a drop on its own row, not after Escape', async () => {
    roster = await RosterHarness.online(office);
    await roster.lift('Stuart', 'Coworker');
    await roster.carryToContact('Stuart', 'Coworker');
    await roster.release();
    await roster.lift('Stuart', 'Coworker');
    await roster.press('Escape');
    await roster.release();
    expect(roster.events).to.deep.equal([]);
    await roster.clickContact('Stuart', 'Coworker');
    expect(roster.events).to.have.lengthOf(1);
  });

  it('begins only when the pointer has moved', async () => {
    roster = await RosterHarness.online(office);
    await roster.clickContact('Stuart', 'Coworker');
    expect(roster.dragImage).to.equal(undefined);
    expect(roster.events.map(({ type }) => type)).to.deep.equal(['xmpp-contact-activate']);
  });

  it('ends with the next move where the release was lost: in another window, in a handler of the page', async () => {
    roster = await RosterHarness.online(office);
    const lose = (event: Event) => event.stopImmediatePropagation();
    window.addEventListener('pointerup', lose, true);
    await roster.lift('Stuart', 'Coworker');
    await roster.carryTo('Friends');
    await roster.release();
    window.removeEventListener('pointerup', lose, true);
    await roster.moveTo(400, 400);
    expect(roster.dragImage).to.equal(undefined);
    expect(sentBy(roster)).to.deep.equal([]);
  });

  it('is called off when the window loses the focus', async () => {
    roster = await RosterHarness.online(office);
    await roster.lift('Stuart', 'Coworker');
    await roster.carryTo('Friends');
    window.dispatchEvent(new Event('blur'));
    await roster.settled();
    expect(roster.dragImage).to.equal(undefined);
    await roster.release();
    expect(sentBy(roster)).to.deep.equal([]);
  });

  it('takes a group’s row for no contact', async () => {
    roster = await RosterHarness.online(office);
    const { x, y, width } = roster.group('Friends').box;
    await roster.moveTo(x + width / 2, y + 10);
    await roster.lift('Ann Lee', 'Friends');
    expect(roster.dragImage?.text).to.match(/^Ann Lee: /);
    await roster.press('Escape');
  });

  it('scrolls a long list at its edges, and drops where it then is', async () => {
    roster = await RosterHarness.online(crowd(300), { height: 400 });
    roster.element.style.setProperty('--xmpp-roster-contact-height', '20px');
    await roster.settled();
    await roster.lift('Contact 0001');
    const { left, bottom, top } = roster.element.getBoundingClientRect();
    await roster.moveTo(left + 100, bottom - 4);
    await roster.comesInSight('Contact 0106 in Group 01');
    await roster.moveTo(left + 100, top + 200);
    expect(roster.dragImage?.text).to.equal('Contact 0001: Move to Group 01');
    await roster.moveTo(left + 100, top + 4);
    await roster.comesInSight('Group 00');
    await roster.press('Escape');
    const still = roster.scrollTop;
    await roster.settled();
    expect(roster.scrollTop).to.equal(still);
  });
});
