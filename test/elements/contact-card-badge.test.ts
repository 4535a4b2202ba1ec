import { resetMouse, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/elements/xmpp-presence-badge/xmpp-presence-badge.js';
import { click, press } from '../support/browser/hands.js';
import { axeProblems, useColorScheme } from '../support/browser/looks.js';
import { MockAccount } from '../support/browser/mock-account.js';
import { settled } from '../support/browser/waiting.js';
import { CardPopupSeen } from './card-popup-seen.js';

describe('a contact’s card, opened from a badge', () => {
  let box: HTMLElement;
  let badge: HTMLElementTagNameMap['xmpp-presence-badge'];
  let card: CardPopupSeen;
  beforeEach(async () => {
    await setViewport({ width: 900, height: 900 });
    const account = new MockAccount();
    await account.comeOnline([{ jid: 'ann@im.example', name: 'Ann Lee' }]);
    account.presence('ann@im.example/a', { show: 'away' });
    box = account.provider();
    badge = document.createElement('xmpp-presence-badge');
    badge.jid = 'ann@im.example';
    badge.setAttribute('card', '');
    box.append(badge);
    document.body.append(box);
    await settled(badge);
    card = new CardPopupSeen(badge);
  });
  afterEach(async () => {
    box.remove();
    await resetMouse();
  });

  it('which is a button with the label that the icon had', () => {
    const button = card.opener;
    expect([button.ariaLabel, button.title, button.ariaExpanded]).to.deep.equal(['Ann Lee, away', 'Ann Lee, away', 'false']);
    expect(badge.availability).to.equal('away');
  });

  it('by a click, closed by the next', async () => {
    await click(card.opener);
    await card.shows();
    expect([card.name, card.focused, card.opener.ariaExpanded]).to.deep.equal(['Ann Lee', 'Ann Lee', 'true']);
    await click(card.opener);
    await card.closes();
    expect(card.opener.ariaExpanded).to.equal('false');
  });

  it('by the keyboard, with the focus back on the badge after Escape', async () => {
    card.opener.focus();
    await press('Enter');
    await card.shows();
    await press('Escape');
    await card.closes();
    expect(badge.shadowRoot?.activeElement).to.equal(card.opener);
  });

  it('only where there is somebody to show, and only where it is asked for', async () => {
    badge.jid = '';
    await settled(badge);
    expect(badge.shadowRoot?.querySelector('button')).to.equal(null);
    badge.jid = 'ann@im.example';
    badge.card = false;
    await settled(badge);
    expect(badge.shadowRoot?.querySelector('button')).to.equal(null);
  });

  it('is as large as before', async () => {
    const { width, height } = badge.getBoundingClientRect();
    badge.card = false;
    await settled(badge);
    expect(badge.getBoundingClientRect()).to.include({ width, height });
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`gives axe nothing to object to, ${scheme}`, async () => {
      await useColorScheme(scheme);
      expect(await axeProblems(badge)).to.deep.equal([]);
      await click(card.opener);
      await card.shows();
      expect(await axeProblems(badge)).to.deep.equal([]);
    });
  }
});
