import { expect } from 'chai';
import { applyForcedColors, useColorScheme } from '../support/browser/looks.js';
import { CardHarness } from './contact-card.harness.js';

const ann = 'ann@im.example';
const contact = { jid: ann, name: 'Ann Lee', groups: ['Friends', 'A group with quite a long name that has to be cut somewhere'] };

async function filled(width?: number): Promise<CardHarness> {
  const card = await CardHarness.online(ann, [contact], width === undefined ? {} : { width });
  await card.receive(`<presence from="${ann}/Conversations.8f3a-of-a-long-name"><show>dnd</show><status>${'In a meeting until three. '.repeat(20)}</status><priority>10</priority><nick xmlns="http://jabber.org/protocol/nick">Annie</nick></presence>`);
  card.account.presence(`${ann}/desk`, { show: 'away', priority: -128 });
  await card.settled();
  return card;
}

describe('the looks of <xmpp-contact-card>', () => {
  let card: CardHarness;
  afterEach(() => card.remove());

  it('have headings to go by', async () => {
    card = await filled();
    expect(card.headings).to.deep.equal(['Ann Lee', 'Devices', 'Who sees whom', 'Groups', 'Removing and blocking']);
  });

  for (const direction of ['ltr', 'rtl'] as const) {
    it(`fit into 280 px, ${direction}`, async () => {
      card = await filled(280);
      card.box.dir = direction;
      await card.settled();
      expect(card.size.width).to.equal(280);
      expect(card.overhang).to.be.at.most(0.5);
      await card.click('Remove from contacts…');
      expect(card.overhang).to.be.at.most(0.5);
    });
  }

  it('are what a finger can hit where there are fingers', async () => {
    card = await filled();
    card.useCoarsePointer();
    await card.settled();
    expect(card.smallTargets(44)).to.deep.equal([]);
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`give axe nothing to object to, ${scheme}`, async () => {
      await useColorScheme(scheme);
      card = await filled();
      expect(await card.axe(), 'of a contact').to.deep.equal([]);
      await card.tick('Friends');
      expect(await card.axe(), 'while a group changes').to.deep.equal([]);
      await card.refuse(card.set(), 'not-allowed');
      expect(await card.axe(), 'after a refusal').to.deep.equal([]);
      await card.click('Stop sharing yours');
      expect(await card.axe(), 'with what has taken effect').to.deep.equal([]);
      await card.click('Block…');
      expect(await card.axe(), 'while it asks').to.deep.equal([]);
      await card.pushBlock('block', ann);
      expect(await card.axe(), 'of somebody blocked').to.deep.equal([]);
      card.account.pushRemoval(ann);
      await card.receive(`<presence from="ann@im.example" type="subscribe"><status>It is me</status></presence>`);
      await card.pushBlock('unblock', ann);
      expect(await card.axe(), 'of a stranger').to.deep.equal([]);
      card.element.jid = 'george@im.example';
      await card.settled();
      expect(await card.axe(), 'of oneself').to.deep.equal([]);
      card.element.jid = '';
      await card.settled();
      expect(await card.axe(), 'of nobody').to.deep.equal([]);
    });
  }

  it('keep their boxes where colours are forced', async () => {
    card = await filled();
    applyForcedColors(card.element);
    await card.pushBlock('block', ann);
    expect(card.outlineOf('blocked')).to.equal('1px solid');
    expect(card.buttons()).to.include('Unblock');
  });

  it('can be used with the keyboard only, from the first thing to the last', async () => {
    card = await CardHarness.online(ann, [{ ...contact, groups: ['Friends'] }]);
    card.element.focus();
    const reached = [card.focused];
    for (let stops = 0; stops < 9; stops++) {
      await card.press('Tab');
      reached.push(card.focused);
    }
    expect(reached).to.deep.equal([
      'Ann Lee', 'Stop seeing theirs', 'Stop sharing yours', 'Friends', 'New group', 'Add group', 'Name in your list', 'Save name', 'Block…', 'Remove from contacts…',
    ]);
    await card.press('Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Shift+Tab', 'Space');
    expect(card.set().groups).to.deep.equal([]);
  });

  it('keep the focus near when what had it is gone', async () => {
    card = await CardHarness.online(ann, [{ ...contact, subscription: 'to' }]);
    await card.click('Stop seeing theirs');
    await card.push({ ...contact, subscription: 'none' });
    expect(card.focused).to.equal('Who sees whom');
    await card.press('Tab');
    expect(card.focused).to.equal('Ask to see theirs');
  });
});
