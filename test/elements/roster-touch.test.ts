import { expect } from 'chai';
import { touch } from '../support/browser/touch.js';
import { until } from '../support/browser/waiting.js';
import { MovingHarness } from './moving.harness.js';
import { crowd, office } from './people.js';
import type { RosterHarness } from './roster.harness.js';

describe('<xmpp-roster> by touch', () => {
  let roster: RosterHarness;
  let seen: MovingHarness;
  const open = async (items = office, look?: { height: number }) => {
    ({ roster, seen } = await MovingHarness.online(items, look));
  };
  afterEach(async () => {
    await touch('end');
    await roster.remove();
  });

  it('moves a contact that a finger has rested on', async () => {
    await open();
    await seen.liftByTouch('Mary', 'Coworker');
    expect(roster.contact('Mary').parts).to.include('dragged');
    await seen.touchGroup('Friends');
    expect(roster.dropTargets).to.deep.equal(['Friends']);
    await seen.letGoByTouch();
    expect(await seen.serve()).to.deep.equal(['mary: Friends']);
    expect(roster.events.map(({ type }) => type)).to.deep.equal(['xmpp-contact-move']);
  });

  it('scrolls with a finger that moves at once, and lifts nothing', async () => {
    await open(crowd(300), { height: 400 });
    const { x, y } = roster.contact('Contact 0004').box;
    await touch('start', x + 50, y + 20);
    for (let step = 1; step <= 12; step++) await touch('move', x + 50, y + 20 - step * 12);
    await touch('end');
    await until(() => roster.scrollTop > 50, 'the list scrolls');
    expect(roster.dragImage).to.equal(undefined);
    expect(roster.events).to.deep.equal([]);
  });

  it('does not scroll with what it has lifted', async () => {
    await open(crowd(300), { height: 400 });
    await seen.liftByTouch('Contact 0005');
    const { x, y } = roster.contact('Contact 0005').box;
    for (let step = 1; step <= 8; step++) await touch('move', x + 50, y + 20 - step * 12);
    await roster.settled();
    expect(roster.scrollTop).to.equal(0);
    expect(roster.dragImage).not.to.equal(undefined);
  });

  it('opens the menu of a row that was lifted and let go where it is', async () => {
    await open();
    await seen.liftByTouch('Mary', 'Coworker');
    await seen.letGoByTouch();
    await until(() => seen.menu.length > 0, 'the menu is open');
    expect(seen.menuLabel).to.equal('Actions for Mary');
    expect(await seen.serve()).to.deep.equal([]);
  });

  describe('where a long press asks for no menu, as on iOS', () => {
    const ignore = (event: Event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
    };
    beforeEach(() => window.addEventListener('contextmenu', ignore, true));
    afterEach(() => window.removeEventListener('contextmenu', ignore, true));

    it('opens the menu of a group that a finger has rested on, and neither opens nor closes the group', async () => {
      await open();
      await seen.restOn(roster.group('Coworker'));
      await until(() => seen.menu.length > 0, 'the menu is open');
      expect(seen.menuLabel).to.equal('Actions for Coworker');
      expect(roster.group('Coworker').isExpanded).to.be.true;
      expect(roster.dragImage).to.equal(undefined);
    });

    it('opens the menu of a contact in a list that is read only, and of one on the way', async () => {
      await open();
      await roster.dragTo('Mary', 'Coworker', 'Friends');
      await seen.restOn(roster.contact('Mary', 'Friends'));
      await until(() => seen.menu.length > 0, 'the menu is open');
      expect(seen.menuLabel).to.equal('Actions for Mary');
      await roster.press('Escape');
      roster.element.readOnly = true;
      await roster.settled();
      await seen.restOn(roster.contact('Garry'));
      await until(() => seen.menu.length > 0, 'the menu is open');
      expect(seen.menu).to.deep.equal(['Open card', 'Add to favourites', 'Announce changes', 'Select']);
      expect(roster.events.map(({ type }) => type)).to.deep.equal(['xmpp-contact-move']);
    });

    it('takes a tap on a group for a tap', async () => {
      await open();
      await seen.tap('Mary', 'Coworker');
      await roster.press('Escape');
      const { x, y } = roster.group('Friends').box;
      await touch('start', x + 60, y + 10);
      await touch('end');
      await until(() => !roster.group('Friends').isExpanded, 'the group is closed');
      expect(seen.menu).to.deep.equal([]);
    });
  });

  it('opens the card with a tap, and selects with taps once something is selected', async () => {
    await open();
    await seen.tap('Mary', 'Coworker');
    expect(roster.events.map(({ type }) => type)).to.deep.equal(['xmpp-contact-activate']);
    await roster.press('Escape');
    await seen.liftByTouch('Mary', 'Coworker');
    await seen.letGoByTouch();
    await until(() => seen.menu.length > 0, 'the menu is open');
    await seen.chooseInMenu('Select');
    await seen.tap('Garry', 'Coworker');
    expect(seen.selected).to.deep.equal(['Garry in Coworker', 'Mary in Coworker']);
    expect(roster.events).to.have.lengthOf(1);
  });

  it('drags at once from the handle, where the theme shows it', async () => {
    await open();
    const style = document.createElement('style');
    style.textContent = 'xmpp-roster::part(drag-handle) { display: grid }';
    roster.box.append(style);
    await roster.settled();
    const handle = roster.element.shadowRoot?.querySelector('[data-jid="mary@im.example"] [part=drag-handle]')?.getBoundingClientRect();
    await touch('start', (handle?.x ?? 0) + 8, (handle?.y ?? 0) + 8);
    await seen.touchGroup('Friends');
    await seen.letGoByTouch();
    expect(await seen.serve()).to.deep.equal(['mary: Friends']);
  });
});
