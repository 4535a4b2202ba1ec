import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import type { XmppErrorEvent, XmppPresenceChangeEvent } from '../../src/elements/events.js';
import { StatusPickerHarness } from './status-picker.harness.js';

const MINUTE_MS = 60_000;
const ALL = ['Available', 'Free to chat', 'Away', 'Extended away', 'Do not disturb', 'Offline'];

describe('<xmpp-status-picker>', () => {
  let picker: StatusPickerHarness;

  beforeEach(async () => {
    document.documentElement.style.colorScheme = 'light dark';
    await setViewport({ width: 800, height: 700 });
    picker = await StatusPickerHarness.online();
  });

  afterEach(() => {
    picker.remove();
    expect(picker.stream.environment.errors).to.deep.equal([]);
  });

  /** Another picker instead of the connected one. */
  async function instead(made: Promise<StatusPickerHarness>): Promise<void> {
    picker.remove();
    picker = await made;
  }

  describe('choosing', () => {
    it('offers every availability, and marks the one that is set', async () => {
      await picker.open();
      expect(picker.items).to.deep.equal(ALL);
      expect(picker.checked).to.deep.equal(['Available']);
    });

    it('sends the availability at one click, and closes', async () => {
      await picker.choose('Do not disturb');
      expect(picker.stream.take('presence')).to.deep.equal(['<presence><show>dnd</show></presence>']);
      expect(picker.isOpen).to.be.false;
      expect(picker.focused).to.equal('button');
    });

    it('sends the availability together with the message that was just typed', async () => {
      await picker.typeMessage('At the coffee machine');
      await picker.choose('Away');
      expect(picker.stream.take('presence')).to.deep.equal(['<presence><show>away</show><status>At the coffee machine</status></presence>']);
      expect([picker.availability, picker.message, picker.badge]).to.deep.equal(['Away', 'At the coffee machine', 'away']);
    });

    it('keeps message and priority when the availability changes', async () => {
      await picker.session.setPresence({ status: 'In the office', priority: 7 });
      picker.stream.take();
      await picker.choose('Extended away');
      expect(picker.stream.take('presence')).to.deep.equal(['<presence><show>xa</show><status>In the office</status><priority>7</priority></presence>']);
    });

    it('keeps the availability when Enter sets another message', async () => {
      await picker.choose('Free to chat');
      picker.stream.take();
      await picker.typeMessage('Ask me anything');
      await picker.press('Enter');
      expect(picker.stream.take('presence')).to.deep.equal(['<presence><show>chat</show><status>Ask me anything</status></presence>']);
      expect(picker.isOpen).to.be.false;
      expect(picker.focused).to.equal('button');
    });

    it('sets the message with the button too', async () => {
      await picker.typeMessage('Back at 3');
      await picker.click('set-button');
      expect(picker.stream.take('presence')).to.deep.equal(['<presence><status>Back at 3</status></presence>']);
    });

    it('takes the message away at one click, and stays open', async () => {
      await picker.session.setPresence({ show: 'dnd', status: 'In a meeting' });
      picker.stream.take();
      await picker.open();
      await picker.click('clear-button');
      expect(picker.stream.take('presence')).to.deep.equal(['<presence><show>dnd</show></presence>']);
      expect([picker.isOpen, picker.focused, picker.field]).to.deep.equal([true, 'Message', '']);
    });

    it('goes offline with the message, and comes back with message and priority', async () => {
      await picker.session.setPresence({ status: 'Gone home', priority: 5 });
      picker.stream.take();
      await picker.choose('Offline');
      expect(picker.stream.take('presence')).to.deep.equal(['<presence type="unavailable"><status>Gone home</status></presence>']);
      expect([picker.availability, picker.message, picker.badge]).to.deep.equal(['Offline', 'Gone home', 'unavailable']);
      await picker.choose('Available');
      expect(picker.stream.take('presence')).to.deep.equal(['<presence><status>Gone home</status><priority>5</priority></presence>']);
    });

    it('sets a priority, and makes a whole number from −128 to 127 of it', async () => {
      await picker.typePriority('300');
      await picker.press('Enter');
      expect(picker.stream.take('presence')).to.deep.equal(['<presence><priority>127</priority></presence>']);
      await picker.typePriority('-4');
      await picker.choose('Away');
      expect(picker.stream.take('presence')).to.deep.equal(['<presence><show>away</show><priority>-4</priority></presence>']);
    });

    it('takes no more than 200 characters', async () => {
      await picker.typeMessage('x'.repeat(210));
      expect(picker.field).to.have.lengthOf(200);
    });

    it('sends nothing when what is set is chosen again', async () => {
      let events = 0;
      picker.box.addEventListener('xmpp-presence-change', () => events++);
      await picker.choose('Available');
      expect(picker.stream.take('presence')).to.deep.equal([]);
      expect(events).to.equal(0);
    });

    it('forgets what was typed when it is closed without setting it', async () => {
      await picker.typeMessage('Never mind');
      await picker.press('Escape');
      await picker.open();
      expect(picker.field).to.equal('');
      expect(picker.stream.take('presence')).to.deep.equal([]);
    });
  });

  describe('events', () => {
    it('tells the page before anything is sent', async () => {
      const details: unknown[] = [];
      picker.box.addEventListener('xmpp-presence-change', ({ detail }) => details.push([detail, picker.stream.take('presence')]));
      await picker.typeMessage('At lunch');
      await picker.choose('Away');
      await picker.choose('Offline');
      const sent = '<presence><show>away</show><status>At lunch</status></presence>';
      expect(details).to.deep.equal([
        [{ type: 'available', show: 'away', status: 'At lunch' }, []],
        [{ type: 'unavailable', status: 'At lunch' }, [sent]],
      ]);
    });

    it('keeps the former presence when the page cancels', async () => {
      picker.box.addEventListener('xmpp-presence-change', (event: XmppPresenceChangeEvent) => event.preventDefault());
      await picker.choose('Do not disturb');
      expect(picker.stream.take('presence')).to.deep.equal([]);
      expect(picker.availability).to.equal('Available');
      await picker.open();
      expect(picker.checked).to.deep.equal(['Available']);
    });

    it('shows a presence that code has set, without an event', async () => {
      let events = 0;
      picker.box.addEventListener('xmpp-presence-change', () => events++);
      await picker.session.setPresence({ show: 'xa', status: 'On holiday' });
      await picker.settled();
      expect([picker.availability, picker.message]).to.deep.equal(['Extended away', 'On holiday']);
      expect(events).to.equal(0);
    });
  });

  describe('requested and confirmed', () => {
    it('is pending until the server has confirmed', async () => {
      picker.serverThat('stays silent');
      await picker.choose('Away');
      expect([picker.availability, picker.isPending]).to.deep.equal(['Away', true]);
      expect(picker.label).to.equal('Your presence: Away, waiting for the server');
      picker.stream.receive('<presence from="george@im.example/office"><show>away</show></presence>');
      await picker.settled();
      expect([picker.availability, picker.isPending]).to.deep.equal(['Away', false]);
      expect(picker.label).to.equal('Your presence: Away');
    });

    it('says so in words when no answer comes, and tells the page', async () => {
      const errors: XmppErrorEvent[] = [];
      picker.box.addEventListener('xmpp-error', (event) => errors.push(event));
      picker.serverThat('stays silent');
      await picker.choose('Away');
      picker.stream.environment.advance(MINUTE_MS);
      await picker.settled();
      expect(picker.error).to.equal('Setting your presence: no answer came. It may or may not have taken effect.');
      expect(errors.map(({ detail }) => detail.error.name)).to.deep.equal(['NoResponseError']);
    });

    it('lets the error be closed, and does not wait again for what has failed', async () => {
      picker.serverThat('stays silent');
      await picker.choose('Away');
      picker.stream.environment.advance(MINUTE_MS);
      await picker.settled();
      await picker.dismissError();
      expect([picker.error, picker.availability, picker.isPending]).to.deep.equal(['', 'Away', false]);
    });

    it('takes the error back when the server confirms after all', async () => {
      picker.serverThat('stays silent');
      await picker.choose('Away');
      picker.stream.environment.advance(MINUTE_MS);
      picker.stream.receive('<presence from="george@im.example/office"><show>away</show></presence>');
      await picker.settled();
      expect(picker.error).to.equal('');
    });

    it('speaks of the last choice only', async () => {
      let errors = 0;
      picker.box.addEventListener('xmpp-error', () => errors++);
      picker.serverThat('stays silent');
      await picker.choose('Away');
      await picker.choose('Do not disturb');
      picker.stream.environment.advance(MINUTE_MS);
      await picker.settled();
      expect(errors).to.equal(1);
    });
  });

  describe('without a connection', () => {
    it('says that there is none on the page, and cannot be opened', async () => {
      await instead(StatusPickerHarness.withoutConnection());
      expect([picker.availability, picker.badge, picker.isDisabled]).to.deep.equal(['Not connected', 'unknown', true]);
    });

    it('shows a choice as what will be sent, and sends it once connected', async () => {
      await instead(StatusPickerHarness.connecting());
      expect([picker.availability, picker.message, picker.badge]).to.deep.equal(['Connecting…', 'Then: Available', 'unknown']);
      await picker.typeMessage('At lunch');
      await picker.choose('Away');
      expect([picker.availability, picker.message]).to.deep.equal(['Connecting…', 'Then: Away – At lunch']);
      await picker.comeOnline();
      expect(picker.stream.take('presence')).to.deep.equal(['<presence><show>away</show><status>At lunch</status></presence>']);
      expect([picker.availability, picker.message, picker.badge]).to.deep.equal(['Away', 'At lunch', 'away']);
    });

    it('says that it connects as long as there was no connection', async () => {
      await instead(StatusPickerHarness.connecting());
      picker.stream.lose();
      await picker.settled();
      expect(picker.availability).to.equal('Connecting…');
    });

    it('shows nobody as online while it reconnects', async () => {
      await picker.choose('Free to chat');
      picker.stream.lose();
      await picker.settled();
      expect([picker.availability, picker.message, picker.badge]).to.deep.equal(['Reconnecting…', 'Then: Free to chat', 'unknown']);
      await picker.open();
      expect(picker.checked).to.deep.equal(['Free to chat']);
      expect(picker.notice).to.equal('Not connected. Your choice is sent as soon as there is a connection.');
    });

    it('says so after signing out', async () => {
      await picker.session.disconnect();
      await picker.settled();
      expect([picker.availability, picker.message, picker.badge]).to.deep.equal(['Not connected', 'Then: Available', 'unavailable']);
    });

    it('stays offline after a reconnect when Offline was chosen', async () => {
      await picker.choose('Offline');
      picker.stream.lose();
      picker.stream.take();
      await picker.comeOnline();
      expect(picker.stream.take('presence')).to.deep.equal(['<presence type="unavailable"/>']);
    });
  });

  describe('with the keyboard', () => {
    it('opens with Enter on what is set, and goes through the menu with the arrow keys, round and round', async () => {
      await picker.session.setPresence({ show: 'dnd' });
      await picker.press('Tab', 'Enter');
      expect(picker.focused).to.equal('Do not disturb');
      await picker.press('ArrowDown');
      expect(picker.focused).to.equal('Offline');
      await picker.press('ArrowDown');
      expect(picker.focused).to.equal('Available');
      await picker.press('ArrowUp');
      expect(picker.focused).to.equal('Offline');
      await picker.press('Home');
      expect(picker.focused).to.equal('Available');
      await picker.press('End');
      expect(picker.focused).to.equal('Offline');
    });

    it('opens with the down arrow', async () => {
      await picker.press('Tab', 'ArrowDown');
      expect(picker.focused).to.equal('Available');
    });

    for (const key of ['Enter', 'Space']) {
      it(`chooses with ${key}`, async () => {
        await picker.press('Tab', 'Enter', 'ArrowDown', 'ArrowDown', key);
        expect(picker.stream.take('presence')).to.deep.equal(['<presence><show>away</show></presence>']);
        expect([picker.isOpen, picker.focused]).to.deep.equal([false, 'button']);
      });
    }

    it('goes to the item whose name is typed', async () => {
      await picker.press('Tab', 'Enter');
      await picker.type('ext');
      expect(picker.focused).to.equal('Extended away');
    });

    it('goes through those of one letter when it is typed again', async () => {
      await picker.press('Tab', 'Enter', 'a');
      expect(picker.focused).to.equal('Away');
      await picker.press('a');
      expect(picker.focused).to.equal('Available');
    });

    it('closes with Escape, from menu and field, and gives the focus back', async () => {
      await picker.press('Tab', 'Enter', 'Escape');
      expect([picker.isOpen, picker.focused]).to.deep.equal([false, 'button']);
      await picker.press('Enter', 'Tab', 'Escape');
      expect([picker.isOpen, picker.focused]).to.deep.equal([false, 'button']);
    });

    it('takes Tab from the menu to the fields and back to the same item', async () => {
      await picker.press('Tab', 'Enter', 'ArrowDown', 'ArrowDown', 'Tab');
      expect(picker.focused).to.equal('Message');
      await picker.pressWithShift('Tab');
      expect(picker.focused).to.equal('Away');
    });

    it('closes when Tab leaves it, and leaves the focus there', async () => {
      const next = document.createElement('button');
      picker.box.append(next);
      await picker.press('Tab', 'Enter', 'Tab', 'Tab', 'Tab', 'Tab');
      expect(picker.isOpen).to.be.false;
      expect(document.activeElement).to.equal(next);
    });

    it('leaves letters and arrows to the field', async () => {
      await picker.press('Tab', 'Enter', 'Tab');
      await picker.type('away');
      await picker.press('Home');
      await picker.type('far ');
      expect([picker.focused, picker.field]).to.deep.equal(['Message', 'far away']);
    });
  });

  describe('the popup', () => {
    it('closes at a click on the button, and at one elsewhere', async () => {
      await picker.open();
      await picker.click('button');
      expect(picker.isOpen).to.be.false;
      await picker.open();
      await picker.clickAt(790, 690);
      expect(picker.isOpen).to.be.false;
    });

    it('is not clipped by the page around it', async () => {
      Object.assign(picker.box.style, { overflow: 'hidden', transform: 'translateX(40px)', contain: 'layout paint', blockSize: '60px', inlineSize: '220px' });
      await picker.open();
      expect(picker.isPopupUnclipped).to.be.true;
      expect(picker.popupBox.top).to.be.closeTo(picker.buttonBox.bottom, 8);
      expect(picker.popupBox.left).to.be.closeTo(picker.buttonBox.left, 1);
    });

    it('opens above the button where there is no room below', async () => {
      Object.assign(picker.box.style, { position: 'fixed', insetBlockEnd: '10px', inlineSize: '300px' });
      await picker.open();
      expect(picker.popupBox.bottom).to.be.closeTo(picker.buttonBox.top, 8);
      expect(picker.isPopupUnclipped).to.be.true;
    });

    it('stays within a window that has room neither above nor below', async () => {
      await setViewport({ width: 800, height: 420 });
      Object.assign(picker.box.style, { position: 'fixed', insetBlockStart: '180px' });
      await picker.open();
      expect(picker.popupBox.top).to.be.at.least(0);
      expect(picker.popupBox.bottom).to.be.at.most(420);
    });

    it('starts at the other side in a page that is read from right to left', async () => {
      Object.assign(picker.box.style, { inlineSize: '200px', direction: 'rtl', marginInlineStart: '100px', position: 'absolute', right: '0' });
      await picker.open();
      expect(picker.popupBox.right).to.be.closeTo(picker.buttonBox.right, 1);
    });

    it('follows its button when the page scrolls, and closes when that is out of sight', async () => {
      const around = document.createElement('div');
      Object.assign(around.style, { overflow: 'auto', blockSize: '200px' });
      picker.box.before(around);
      around.append(picker.box);
      picker.box.style.blockSize = '2000px';
      await picker.open();
      around.scrollTop = 20;
      await picker.settled();
      expect(picker.popupBox.top).to.be.closeTo(picker.buttonBox.bottom, 8);
      around.scrollTop = 500;
      await picker.settled();
      expect(picker.isOpen).to.be.false;
      around.remove();
    });

    it('closes with its element, and opens again where that is put', async () => {
      await picker.open();
      picker.remove();
      await picker.attach();
      expect(picker.isOpen).to.be.false;
      await picker.choose('Away');
      expect(picker.stream.take('presence')).to.deep.equal(['<presence><show>away</show></presence>']);
    });

    it('keeps what is being typed when presence changes meanwhile', async () => {
      await picker.typeMessage('Half a sen');
      await picker.session.setPresence({ show: 'away', status: 'Set elsewhere' });
      await picker.settled();
      expect([picker.field, picker.focused]).to.deep.equal(['Half a sen', 'Message']);
      expect(picker.checked).to.deep.equal(['Away']);
    });
  });

  it('is not rendered anew for the presence of others', async () => {
    let updates = 0;
    picker.picker.addController({ hostUpdated: () => updates++ });
    picker.stream.receive('<presence from="mary@im.example/tablet"><show>away</show></presence>');
    await picker.settled();
    expect(updates).to.equal(0);
    await picker.session.setPresence({ show: 'away' });
    await picker.settled();
    expect(updates).to.be.greaterThan(0);
  });
});
