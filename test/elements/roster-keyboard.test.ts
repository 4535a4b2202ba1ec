import { expect } from 'chai';
import { crowd, office } from './people.js';
import { RosterHarness } from './roster.harness.js';

/** The focus goes into the list as a person takes it there. */
async function entered(roster: RosterHarness): Promise<RosterHarness> {
  await roster.press('Tab');
  return roster;
}

describe('<xmpp-roster> by keyboard', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  it('is one tab stop', async () => {
    roster = await RosterHarness.online(office);
    roster.box.append(document.createElement('button'));
    await entered(roster);
    expect(roster.focused).to.equal('Coworker');
    expect(roster.tabStops).to.deep.equal(['Coworker']);
    await roster.press('ArrowDown');
    expect(roster.tabStops).to.deep.equal(['Garry in Coworker']);
    await roster.press('Tab');
    expect(roster.focused).to.equal('');
    await roster.press('Shift+Tab');
    expect(roster.focused).to.equal('Garry in Coworker');
  });

  it('goes from row to row with the arrows, and stays at the ends', async () => {
    roster = await entered(await RosterHarness.online(office));
    await roster.press('ArrowUp');
    expect(roster.focused).to.equal('Coworker');
    await roster.press('ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(roster.focused).to.equal('Football');
    await roster.press('End');
    expect(roster.focused).to.equal('news@im.example in no group');
    await roster.press('ArrowDown');
    expect(roster.focused).to.equal('news@im.example in no group');
    await roster.press('Home');
    expect(roster.focused).to.equal('Coworker');
  });

  it('goes a page down and up, and to the ends of a long list, with the row in sight', async () => {
    roster = await entered(await RosterHarness.online(crowd(500), { height: 400 }));
    await roster.press('PageDown');
    expect(roster.focused).to.equal('Contact 0009 in Group 00');
    expect(roster.isInSight(roster.contact('Contact 0009'))).to.be.true;
    await roster.press('End');
    expect(roster.focused).to.equal('Contact 0499 in Group 04');
    expect(roster.isInSight(roster.contact('Contact 0499'))).to.be.true;
    await roster.press('PageUp');
    expect(roster.focused).to.equal('Contact 0489 in Group 04');
    expect(roster.isInSight(roster.contact('Contact 0489'))).to.be.true;
    await roster.press('Home');
    expect(roster.focused).to.equal('Group 00');
    expect(roster.isInSight(roster.group('Group 00'))).to.be.true;
  });

  it('opens and closes a group, and goes from a contact to its group', async () => {
    roster = await entered(await RosterHarness.online(office));
    await roster.press('ArrowLeft');
    expect(roster.group('Coworker').isExpanded).to.be.false;
    await roster.press('ArrowLeft');
    expect(roster.group('Coworker').isExpanded).to.be.false;
    await roster.press('ArrowRight');
    expect(roster.group('Coworker').isExpanded).to.be.true;
    await roster.press('ArrowRight');
    expect(roster.focused).to.equal('Garry in Coworker');
    await roster.press('ArrowRight');
    expect(roster.focusedButton).to.equal('Actions for Garry');
    await roster.press('ArrowLeft');
    expect(roster.focused).to.equal('Garry in Coworker');
    await roster.press('ArrowDown', 'ArrowLeft');
    expect(roster.focused).to.equal('Coworker');
  });

  it('mirrors left and right where the page reads from right to left', async () => {
    roster = await RosterHarness.online(office);
    roster.box.dir = 'rtl';
    await entered(roster);
    await roster.press('ArrowRight');
    expect(roster.group('Coworker').isExpanded).to.be.false;
    await roster.press('ArrowLeft');
    await roster.press('ArrowLeft');
    expect(roster.focused).to.equal('Garry in Coworker');
    await roster.press('ArrowRight');
    expect(roster.focused).to.equal('Coworker');
  });

  it('stays on a group that is open but lists nobody', async () => {
    roster = await RosterHarness.online(office);
    roster.account.presence('news@im.example', { type: 'unavailable' });
    roster.element.hideUnavailable = true;
    await entered(roster);
    await roster.press('End');
    expect(roster.focused).to.equal('No group');
    await roster.press('ArrowRight');
    expect(roster.focused).to.equal('No group');
  });

  it('opens a contact with Enter, and toggles a group with Enter and Space', async () => {
    roster = await entered(await RosterHarness.online(office));
    await roster.press('Enter');
    expect(roster.group('Coworker').isExpanded).to.be.false;
    await roster.press('Space');
    expect(roster.group('Coworker').isExpanded).to.be.true;
    await roster.press('ArrowDown', 'Enter');
    expect(roster.events).to.deep.equal([{ type: 'xmpp-contact-activate', detail: { jid: 'garry@im.example' } }]);
  });

  it('leaves keys with Ctrl, Alt and Meta to the page and the browser', async () => {
    roster = await entered(await RosterHarness.online(office));
    const prevented: boolean[] = [];
    roster.box.addEventListener('keydown', (event) => prevented.push(event.defaultPrevented));
    await roster.press('Control+ArrowDown', 'Meta+ArrowDown', 'x');
    expect(roster.focused).to.equal('Coworker');
    expect(prevented).not.to.include(true);
  });

  it('scrolls no page while it takes the keys', async () => {
    roster = await RosterHarness.online(office);
    roster.box.style.paddingBlockEnd = '3000px';
    await entered(roster);
    await roster.press('ArrowDown', 'PageDown', 'Space', 'End', 'Home');
    expect(document.scrollingElement?.scrollTop).to.equal(0);
  });

  describe('keeps the focus', () => {
    async function onMary(): Promise<void> {
      roster = await entered(await RosterHarness.online(office));
      await roster.press('ArrowDown', 'ArrowDown');
      expect(roster.focused).to.equal('Mary in Coworker');
    }

    it('on the contact, who is sorted elsewhere once nobody has pressed a key for long', async () => {
      await onMary();
      roster.account.presence('mary@im.example/a');
      await roster.settled();
      expect(roster.rows()[2]).to.equal('Mary in Coworker');
      expect(roster.focused).to.equal('Mary in Coworker');
      roster.account.presence('stuart@im.example/a', { show: 'chat' });
      roster.account.presence('garry@im.example/a', { show: 'chat' });
      roster.account.presence('mary@im.example/a', { type: 'unavailable' });
      await roster.settled();
      expect(roster.rows()[2]).to.equal('Mary in Coworker');
      roster.account.stream.environment.advance(30_000);
      await roster.settled();
      expect(roster.rows()[3]).to.equal('Mary in Coworker');
      expect(roster.focused).to.equal('Mary in Coworker');
      await roster.press('ArrowUp');
      expect(roster.focused).to.equal('Stuart in Coworker');
    });

    it('on the contact when groups come before it', async () => {
      await onMary();
      roster.account.push({ jid: 'eve@im.example', name: 'Eve', groups: ['Art'] });
      await roster.settled();
      expect(roster.focused).to.equal('Mary in Coworker');
    });

    it('on the contact that is moved to another group', async () => {
      await onMary();
      roster.account.push({ jid: 'mary@im.example', name: 'Mary', groups: ['Friends'] });
      await roster.settled();
      expect(roster.focused).to.equal('Mary in Friends');
    });

    it('in the list when the contact is removed', async () => {
      await onMary();
      roster.account.pushRemoval('mary@im.example');
      await roster.settled();
      expect(roster.focused).to.equal('Stuart in Coworker');
      await roster.press('ArrowUp');
      expect(roster.focused).to.equal('Garry in Coworker');
    });

    it('in the list when the last row is removed', async () => {
      roster = await entered(await RosterHarness.online(office));
      await roster.press('End');
      roster.account.pushRemoval('news@im.example');
      await roster.settled();
      expect(roster.focused).to.equal('Ann Lee in Friends');
    });

    it('through a reconnect', async () => {
      await onMary();
      roster.account.stream.lose();
      await roster.settled();
      expect(roster.focused).to.equal('Mary in Coworker');
      await roster.account.comeOnline(office);
      await roster.settled();
      expect(roster.focused).to.equal('Mary in Coworker');
    });

    it('when its row is scrolled away', async () => {
      roster = await entered(await RosterHarness.online(crowd(500), { height: 400 }));
      await roster.press('ArrowDown', 'ArrowDown');
      await roster.scrollTo(12_000);
      expect(roster.focused).to.equal('Contact 0001 in Group 00');
      await roster.press('ArrowDown');
      expect(roster.focused).to.equal('Contact 0002 in Group 00');
      expect(roster.isInSight(roster.contact('Contact 0002'))).to.be.true;
    });

    it('when its row is scrolled away and sorted elsewhere meanwhile', async () => {
      roster = await entered(await RosterHarness.online(crowd(500), { height: 400 }));
      await roster.press('ArrowDown', 'ArrowDown');
      await roster.scrollTo(12_000);
      roster.account.presence('c0005@im.example/a', { show: 'chat' });
      roster.account.presence('c0050@im.example/a');
      await roster.settled();
      expect(roster.focused).to.equal('Contact 0001 in Group 00');
      expect(roster.scrollTop).to.equal(12_000);
      await roster.press('ArrowUp');
      expect(roster.focused).to.equal('Contact 0000 in Group 00');
    });

    it('outside when it is outside, whatever changes', async () => {
      roster = await RosterHarness.online(office);
      roster.account.presence('mary@im.example/a');
      roster.account.pushRemoval('garry@im.example');
      await roster.settled();
      expect(roster.focused).to.equal('');
    });
  });
});
