import { expect } from 'chai';
import { office } from './people.js';
import { RosterHarness } from './roster.harness.js';

const chat = { id: 'chat', label: 'Chat' };
const call = { id: 'call', label: 'Call', icon: '☎' };

describe('the page’s actions in the rows of <xmpp-roster>', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  const withActions = async () => {
    roster = await RosterHarness.online(office);
    roster.element.contactActions = [chat, call];
    await roster.settled();
  };
  const actions = () => roster.events.filter(({ type }) => type === 'xmpp-contact-action').map(({ detail }) => detail);

  it('are buttons with names, seen under the pointer', async () => {
    await withActions();
    const names = roster.contact('Mary').buttons.map(({ name }) => name);
    expect(names).to.deep.equal(['Chat', 'Call']);
    expect(roster.contact('Mary').buttons.some(({ isSeen }) => isSeen)).to.equal(false);
    const { x, y } = roster.contact('Mary').box;
    await roster.moveTo(x + 20, y + 10);
    expect(roster.contact('Mary').buttons.every(({ isSeen }) => isSeen)).to.equal(true);
  });

  it('tell the page which one it was, and open no card', async () => {
    await withActions();
    await roster.clickButton('Mary', 'Call');
    expect(actions()).to.deep.equal([{ id: 'call', jid: 'mary@im.example', group: 'Coworker' }]);
    expect(roster.events.map(({ type }) => type)).not.to.include('xmpp-contact-activate');
  });

  it('start no drag', async () => {
    await withActions();
    const { box } = roster.contact('Mary').buttons[0]!;
    await roster.moveTo(box.x + 5, box.y + 5);
    await roster.pressMouse();
    await roster.moveTo(box.x + 5, box.y + 60);
    expect(roster.dragImage).to.equal(undefined);
    await roster.release();
    expect(roster.events).to.deep.equal([]);
  });

  it('are reached with →, left with ←, and Escape goes back to the row', async () => {
    await withActions();
    await roster.clickContact('Mary');
    await roster.press('Escape');
    expect(roster.focused).to.equal('Mary in Coworker');
    await roster.press('ArrowRight');
    expect(roster.focusedButton).to.equal('Chat');
    await roster.press('ArrowRight');
    expect(roster.focusedButton).to.equal('Call');
    await roster.press('ArrowRight', 'ArrowRight');
    expect(roster.focusedButton).to.equal('Actions for Mary');
    await roster.press('ArrowLeft', 'ArrowLeft', 'ArrowLeft');
    expect(roster.focused).to.equal('Mary in Coworker');
    await roster.press('ArrowRight', 'ArrowRight', 'Escape');
    expect(roster.focused).to.equal('Mary in Coworker');
    await roster.press('ArrowLeft');
    expect(roster.focused).to.equal('Coworker');
  });

  it('are pressed with Enter and the space bar', async () => {
    await withActions();
    await roster.press('Tab', 'ArrowDown', 'ArrowRight', 'Enter', 'ArrowRight', 'Space');
    expect(actions()).to.deep.equal([{ id: 'chat', jid: 'garry@im.example', group: 'Coworker' }, { id: 'call', jid: 'garry@im.example', group: 'Coworker' }]);
    expect(roster.events.map(({ type }) => type)).not.to.include('xmpp-contact-activate');
  });

  it('come after the row with Tab, in the row that has the focus alone', async () => {
    await withActions();
    await roster.press('Tab', 'ArrowDown', 'Tab');
    expect(roster.focusedButton).to.equal('Chat');
    expect(roster.contact('Mary').buttons.map(({ tabIndex }) => tabIndex)).to.deep.equal([-1, -1]);
    await roster.press('ArrowDown');
    expect(roster.focused, 'to the next row').to.equal('Mary in Coworker');
  });

  it('keep the focus while presence comes in', async () => {
    await withActions();
    await roster.press('Tab', 'ArrowDown', 'ArrowRight');
    roster.account.presence('garry@im.example/a', { status: 'busy' });
    roster.account.presence('ann@im.example/a');
    await roster.settled();
    expect(roster.focusedButton).to.equal('Chat');
  });

  it('are mirrored where one reads from right to left', async () => {
    await withActions();
    roster.element.dir = 'rtl';
    await roster.press('Tab', 'ArrowDown', 'ArrowLeft');
    expect(roster.focusedButton).to.equal('Chat');
  });

  it('are nothing to object to for axe', async () => {
    await withActions();
    expect(await roster.axe()).to.deep.equal([]);
  });
});
