import { sendMouse, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { click, press } from '../support/browser/hands.js';
import { axeProblems, useColorScheme } from '../support/browser/looks.js';
import { until } from '../support/browser/waiting.js';
import { CardPopupSeen } from './card-popup-seen.js';
import { office } from './people.js';
import { RosterHarness } from './roster.harness.js';

describe('a contact’s card, opened from a row of the list', () => {
  let roster: RosterHarness;
  let card: CardPopupSeen;
  beforeEach(async () => {
    roster = await RosterHarness.online(office);
    card = new CardPopupSeen(roster.element);
  });
  afterEach(() => roster.remove());

  async function open(name: string, group?: string): Promise<void> {
    await roster.clickContact(name, group);
    await card.shows();
  }

  it('by a click, with the focus in it, beside the row', async () => {
    await open('Garry');
    expect([card.label, card.name, card.address]).to.deep.equal(['Contact card of Garry', 'Garry', 'garry@im.example']);
    expect(card.focused).to.equal('Garry');
    const row = roster.contact('Garry').box;
    expect(card.box.left).to.be.closeTo(row.left, 1);
    expect(Math.min(Math.abs(card.box.top - row.bottom), Math.abs(row.top - card.box.bottom))).to.be.closeTo(4, 1);
  });

  it('by Enter, and closed by Escape, with the focus back on the row', async () => {
    await roster.clickGroup('Coworker');
    await roster.clickGroup('Coworker');
    await roster.press('ArrowDown', 'Enter');
    await card.shows();
    expect(card.focused).to.equal('Garry');
    await roster.press('Escape');
    await card.closes();
    expect(roster.focused).to.equal('Garry in Coworker');
    await roster.press('ArrowDown', 'Enter');
    await card.shows();
    expect(card.name).to.equal('Mary');
  });

  for (const [where, margin] of [['below', '3000px 0 0'], ['above', '0 0 3000px']] as const) {
    it(`whole in the window when the row is ${where} what the window shows`, async () => {
      await roster.clickGroup('Coworker');
      await roster.clickGroup('Coworker');
      await roster.press('ArrowDown');
      roster.box.style.cssText = `display: block; margin: ${margin}`;
      window.scrollTo(0, where === 'below' ? 0 : document.documentElement.scrollHeight);
      await roster.settled();
      await roster.press('Enter');
      await card.shows();
      const { top, bottom, height } = card.box;
      expect([top >= 0, bottom <= window.innerHeight, height > 200]).to.deep.equal([true, true, true]);
    });
  }

  it('closed by its button, with the focus back on the row', async () => {
    await open('Garry');
    await click(card.closeButton);
    await card.closes();
    expect(roster.focused).to.equal('Garry in Coworker');
  });

  it('closed by a click elsewhere', async () => {
    await open('Garry');
    await sendMouse({ type: 'click', position: [880, 880] });
    await card.closes();
  });

  it('closed by a second click on the row, and opened by a third', async () => {
    await open('Garry');
    await roster.clickContact('Garry');
    await card.closes();
    expect(card.isOpen).to.be.false;
    await open('Garry');
  });

  it('replaced by the one of the next row that is clicked', async () => {
    await open('Ann Lee');
    const garry = roster.contact('Garry').box;
    expect(garry.bottom <= card.box.top || garry.top >= card.box.bottom, 'not covered').to.be.true;
    await roster.clickContact('Garry');
    await until(() => card.name === 'Garry', 'Garry’s card shows');
    await card.shows();
    expect(card.focused).to.equal('Garry');
  });

  it('closed when Tab leaves it', async () => {
    const after = document.createElement('button');
    roster.box.append(after);
    await open('Garry');
    for (let stops = 0; stops < 20 && card.isOpen; stops++) await press('Tab');
    await card.closes();
  });

  it('closed when its row is scrolled out of sight, and stays by it until then', async () => {
    roster.element.style.blockSize = '200px';
    await roster.settled();
    await open('Garry');
    const { top } = card.box;
    await roster.scrollTo(30);
    expect(card.box.top).to.be.closeTo(top - 30, 1);
    await roster.scrollTo(200);
    await card.closes();
  });

  it('not, if the page cancels it', async () => {
    roster.box.addEventListener('xmpp-contact-activate', (event) => event.preventDefault());
    await roster.clickContact('Garry');
    await roster.settled();
    expect(card.isOpen).to.be.false;
  });

  it('not by a drag, be it dropped, taken back or given up', async () => {
    await roster.dragTo('Garry', 'Coworker', 'Friends');
    expect(card.isOpen).to.be.false;
    roster.account.sets()[0]?.refuse('not-allowed');
    await roster.settled();
    await roster.lift('Garry', 'Coworker');
    await roster.press('Escape');
    await roster.release();
    expect(card.isOpen).to.be.false;
    expect(roster.events.map(({ type }) => type)).not.to.include('xmpp-contact-activate');
  });

  it('stays open while its contact changes groups, and the focus returns to where the contact went', async () => {
    await open('Garry');
    for (const group of ['Friends', 'Coworker']) {
      await card.tick(group);
      const [set] = roster.account.sets();
      set?.push();
      set?.accept();
      await roster.settled();
    }
    expect(card.isOpen).to.be.true;
    await roster.press('Escape');
    await card.closes();
    expect(roster.focused).to.equal('Garry in Friends');
  });

  it('stays open when its contact is removed, as a stranger’s', async () => {
    await open('Ann Lee');
    roster.account.pushRemoval('ann@im.example');
    await roster.settled();
    expect([card.isOpen, card.name]).to.deep.equal([true, 'ann@im.example']);
    await roster.press('Escape');
    await card.closes();
    expect(roster.focused).not.to.equal('');
  });

  it('gone with the list, and back without it', async () => {
    await open('Garry');
    roster.element.remove();
    roster.box.append(roster.element);
    await roster.settled();
    expect(card.isOpen).to.be.false;
    await open('Garry');
  });

  it('leaves the list’s own keys alone', async () => {
    await open('Garry');
    await roster.press('ArrowDown', 'End');
    expect(roster.tabStops).to.deep.equal(['Garry in Coworker']);
  });

  it('of no more than the window’s height, which scrolls', async () => {
    await setViewport({ width: 320, height: 420 });
    await open('Garry');
    expect(card.box.top).to.be.at.least(0);
    expect(card.box.bottom).to.be.at.most(420);
    expect(card.box.left).to.be.at.least(0);
    expect(card.box.right).to.be.at.most(320);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`gives axe nothing to object to, ${scheme}`, async () => {
      await useColorScheme(scheme);
      await open('Garry');
      expect(await axeProblems(roster.element)).to.deep.equal([]);
    });
  }
});
