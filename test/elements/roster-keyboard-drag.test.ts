import { expect } from 'chai';
import { until } from '../support/browser/waiting.js';
import { MovingHarness } from './moving.harness.js';
import { office } from './people.js';
import type { RosterHarness } from './roster.harness.js';

describe('dragging by keyboard in <xmpp-roster>', () => {
  let roster: RosterHarness;
  let seen: MovingHarness;
  const lift = async (items = office) => {
    ({ roster, seen } = await MovingHarness.online(items));
    await roster.press('Tab', 'ArrowDown', 'ArrowDown', 'ArrowDown');
    expect(roster.focused).to.equal('Stuart in Coworker');
    await roster.press('Control+Enter');
  };
  afterEach(() => roster.remove());

  it('says that it has lifted, and what to do', async () => {
    await lift();
    expect(seen.said).to.equal('Stuart lifted. Tab goes to the next place to drop, Enter drops, plus switches between moving and adding, Escape cancels.');
    expect(roster.contact('Stuart', 'Coworker').parts).to.include('dragged');
    expect(await roster.axe()).to.deep.equal([]);
  });

  it('goes with Tab through what is possible only, in a circle, and says each', async () => {
    await lift();
    const visited: string[] = [];
    for (let step = 0; step < 5; step++) {
      await roster.press('Tab');
      visited.push(`${seen.said} · ${roster.focusedButton || roster.focused}`);
    }
    expect(visited).to.deep.equal([
      'Move to Football, 1 of 4 · Football',
      'Move to Friends, 2 of 4 · Friends',
      'Remove from Coworker, 3 of 4 · No group',
      'Move to a new group, 4 of 4 · New group…',
      'Move to Football, 1 of 4 · Football',
    ]);
    await roster.press('Shift+Tab');
    expect(seen.said).to.equal('Move to a new group, 4 of 4');
  });

  it('drops with Enter, and the focus goes along', async () => {
    await lift();
    await roster.press('Tab', 'Tab');
    expect(roster.dropTargets).to.deep.equal(['Friends']);
    await roster.press('Enter');
    expect(await seen.serve()).to.deep.equal(['stuart: Football, Friends']);
    expect(roster.focused).to.equal('Stuart in Friends');
    expect(roster.events.map(({ type }) => type)).to.deep.equal(['xmpp-contact-move']);
  });

  it('adds after a plus: where it is already is no target then', async () => {
    await lift();
    await roster.press('+', 'Tab');
    expect(seen.said).to.equal('Also add to a new group, 2 of 2');
    await roster.press('Tab');
    expect(seen.said).to.equal('Also add to Friends, 1 of 2');
    await roster.press('Enter');
    expect(await seen.serve()).to.deep.equal(['stuart: Coworker, Football, Friends']);
  });

  it('is called off with Escape: nothing is sent, and the focus is where it was', async () => {
    await lift();
    await roster.press('Tab', 'Escape');
    expect(seen.said).to.equal('Cancelled, nothing was moved.');
    expect(roster.focused).to.equal('Stuart in Coworker');
    expect(seen.extraTargets).to.deep.equal([]);
    expect(await seen.serve()).to.deep.equal([]);
  });

  it('names a new group', async () => {
    await lift();
    await roster.press('Shift+Tab', 'Enter');
    await seen.dialogOpens('New group for Stuart');
    await seen.enter('Chess');
    expect(await seen.serve()).to.deep.equal(['stuart: Chess, Football']);
  });

  it('lifts all that are selected', async () => {
    await lift();
    await roster.press('Escape');
    await roster.select('Mary in Coworker', 'Garry in Coworker');
    await roster.press('Control+Enter', 'Tab', 'Tab');
    expect(seen.said).to.equal('Move 2 to Friends, 2 of 4');
    await roster.press('Enter');
    expect((await seen.serve()).sort()).to.deep.equal(['garry: Friends', 'mary: Friends']);
  });

  it('begins from the menu, too', async () => {
    await lift();
    await roster.press('Escape', 'Shift+F10');
    await seen.chooseInMenu('Move with the keyboard');
    await roster.press('Tab', 'Enter');
    expect(await seen.serve()).to.deep.equal(['stuart: Football']);
  });

  it('is over when the contact is removed elsewhere, and says so', async () => {
    await lift();
    roster.account.pushRemoval('stuart@im.example');
    await roster.settled();
    expect(seen.said).to.equal('stuart@im.example is no longer in the list; cancelled.');
  });

  it('leaves the focus in the list when it is over with the focus on a target below', async () => {
    await lift();
    await roster.press('Shift+Tab');
    expect(roster.focusedButton).to.equal('New group…');
    roster.account.pushRemoval('stuart@im.example');
    await roster.settled();
    expect(roster.focused).to.equal('Friends');
  });

  it('takes the focus along when a target below becomes a group of the list', async () => {
    await lift(office.filter(({ groups }) => groups));
    await roster.press('Shift+Tab');
    expect(`${seen.said} · ${roster.focusedButton}`).to.equal('Remove from Coworker, 4 of 4 · No group');
    roster.account.push({ jid: 'zoe@im.example', name: 'Zoe' });
    await roster.settled();
    expect(roster.focused).to.equal('No group');
    await roster.press('Enter');
    expect(seen.dialog).to.equal('Take Stuart out of their groups?');
    await roster.press('Escape');
  });

  it('is over when the focus goes elsewhere on the page: people are sorted again', async () => {
    await lift();
    const field = document.createElement('input');
    roster.box.append(field);
    field.focus();
    await until(() => seen.extraTargets.length === 0, 'nothing is lifted');
    expect(seen.said).to.equal('Cancelled, nothing was moved.');
    roster.account.presence('stuart@im.example/a', { show: 'chat' });
    await roster.settled();
    expect(roster.group('Coworker').contacts()).to.deep.equal(['Stuart', 'Garry', 'Mary']);
  });

  it('is over, without a word, when the list is taken elsewhere on the page', async () => {
    await lift();
    roster.element.remove();
    roster.box.append(roster.element);
    await roster.settled();
    expect(seen.extraTargets).to.deep.equal([]);
    expect(roster.contact('Stuart', 'Coworker').parts).not.to.include('dragged');
    expect(seen.said).to.equal('');
  });

  it('drops on a target below that is clicked, as voice control does', async () => {
    await lift();
    await seen.clickExtra('New group…');
    await seen.dialogOpens('New group for Stuart');
    await seen.enter('Chess');
    expect(await seen.serve()).to.deep.equal(['stuart: Chess, Football']);
    expect(roster.focused).to.equal('Stuart in Chess');
  });
});
