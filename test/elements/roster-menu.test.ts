import { expect } from 'chai';
import { until } from '../support/browser/waiting.js';
import { MovingHarness } from './moving.harness.js';
import { office } from './people.js';
import type { RosterHarness } from './roster.harness.js';

const contactMenu = [
  'Open card', 'Add to favourites', 'Announce changes', 'Select', 'Move to…', 'Also add to…', 'Remove from Coworker', 'Move with the keyboard', 'Rename…', 'Remove…',
];

describe('the menus of <xmpp-roster>', () => {
  let roster: RosterHarness;
  let seen: MovingHarness;
  const open = async (items = office) => {
    ({ roster, seen } = await MovingHarness.online(items));
  };
  afterEach(() => roster.remove());

  it('open by right click, by the button in the row, with Shift+F10 and the menu key, and give the focus back', async () => {
    await open();
    await roster.rightClick('Mary', 'Coworker');
    expect(seen.menu).to.deep.equal(contactMenu);
    expect(seen.menuLabel).to.equal('Actions for Mary');
    await roster.press('Escape');
    expect(seen.menu).to.deep.equal([]);
    expect(roster.focused).to.equal('Mary in Coworker');
    await roster.clickButton('Mary', 'Actions for Mary');
    expect(seen.menu).to.deep.equal(contactMenu);
    await roster.press('Escape', 'Shift+F10');
    expect(seen.menu).to.deep.equal(contactMenu);
    await roster.press('Escape', 'ContextMenu');
    expect(seen.menu).to.deep.equal(contactMenu);
    expect(await roster.axe()).to.deep.equal([]);
    expect(roster.events).to.deep.equal([]);
  });

  it('are gone through with the arrows, and a letter', async () => {
    await open();
    await roster.rightClick('Mary');
    await roster.press('ArrowDown', 'ArrowUp', 'ArrowUp');
    expect(roster.focusedButton).to.equal('Remove…');
    await roster.press('Home', 'm');
    expect(roster.focusedButton).to.equal('Move to…');
  });

  it('are gone through with letters, accents aside, as the list is', async () => {
    await open();
    roster.element.contactMenu = () => ['Editor', 'Évaluer', 'École'].map((label) => ({ label, action: () => undefined }));
    await roster.rightClick('Mary');
    await roster.press('e');
    expect(roster.focusedButton).to.equal('Editor');
    await roster.press('e');
    expect(roster.focusedButton).to.equal('Évaluer');
    await roster.press('Home');
    await roster.type('ec');
    expect(roster.focusedButton).to.equal('École');
  });

  it('move to a group that is found by typing', async () => {
    await open();
    await roster.rightClick('Mary');
    await seen.chooseInMenu('Move to…');
    await seen.dialogOpens('Move Mary to…');
    expect(seen.choices).to.deep.equal(['Coworker', 'Football', 'Friends', 'No group']);
    expect(await roster.axe()).to.deep.equal([]);
    await seen.enter('fri');
    expect(await seen.serve()).to.deep.equal(['mary: Friends']);
    expect(seen.toast).to.equal('Mary moved to Friends.');
  });

  it('add to a new group, and remove from the one the row is in', async () => {
    await open();
    await roster.rightClick('Stuart', 'Coworker');
    await seen.chooseInMenu('Also add to…');
    await seen.dialogOpens('Also add Stuart to…');
    await seen.enter('Chess');
    expect(await seen.serve()).to.deep.equal(['stuart: Chess, Coworker, Football']);
    await roster.rightClick('Stuart', 'Coworker');
    await seen.chooseInMenu('Remove from Coworker');
    expect(await seen.serve()).to.deep.equal(['stuart: Chess, Football']);
  });

  it('offer no locked group', async () => {
    await open();
    roster.element.lockedGroups = ['Friends'];
    await roster.rightClick('Mary');
    await seen.chooseInMenu('Move to…');
    await seen.dialogOpens('Move Mary to…');
    expect(seen.choices).to.deep.equal(['Coworker', 'Football', 'Friends kept by the server', 'No group']);
    await seen.enter('Friends');
    expect(await seen.serve()).to.deep.equal([]);
    await roster.press('Escape');
  });

  it('are about all that are selected', async () => {
    await open();
    await roster.select('Mary in Coworker', 'Ann Lee in Friends');
    await roster.rightClick('Ann Lee');
    expect(seen.menuLabel).to.equal('Actions for 2 contacts');
    await seen.chooseInMenu('Remove from these groups');
    expect(await seen.serve()).to.deep.equal(['ann: ', 'mary: ']);
  });

  it('hold the page’s own lines', async () => {
    await open();
    const chosen: string[] = [];
    roster.element.contactMenu = (contacts, group) => [
      { label: 'Call', action: () => chosen.push(`${contacts.map(({ name }) => name).join()} in ${group}`) },
      { label: 'Fax', action: () => chosen.push('fax'), disabled: true },
    ];
    await roster.rightClick('Mary');
    expect(seen.menu).to.include.members(['Call', '(Fax)']);
    await seen.chooseInMenu('Fax');
    await seen.chooseInMenu('Call');
    expect(chosen).to.deep.equal(['Mary in Coworker']);
  });

  it('pin to the favourites, and put a group before another', async () => {
    await open();
    await roster.rightClick('Mary');
    await seen.chooseInMenu('Add to favourites');
    expect(roster.rows().slice(0, 2)).to.deep.equal(['Favourites', 'Mary in no group']);
    await roster.rightClickGroup('Football');
    await seen.chooseInMenu('Move group up');
    expect(roster.groups().map(({ group }) => group)).to.deep.equal([null, 'Football', 'Coworker', 'Friends', null]);
    await roster.rightClickGroup('Football');
    await seen.chooseInMenu('Order groups by name');
    expect(roster.groups().map(({ group }) => group)).to.deep.equal([null, 'Coworker', 'Football', 'Friends', null]);
  });

  it('collapse and expand all groups', async () => {
    await open();
    await roster.rightClickGroup('Coworker');
    await seen.chooseInMenu('Collapse all groups');
    expect(roster.rows()).to.deep.equal(['Coworker', 'Football', 'Friends', 'No group']);
    await roster.rightClickGroup(null);
    await seen.chooseInMenu('Expand all groups');
    expect(roster.rows()).to.have.lengthOf(10);
  });

  describe('rename and remove', () => {
    it('a contact, with F2 and Shift+Delete too, after a question', async () => {
      await open();
      await roster.press('Tab', 'ArrowDown', 'ArrowDown', 'F2');
      await seen.dialogOpens('Rename Mary');
      expect(await roster.axe()).to.deep.equal([]);
      await seen.enter('Mary P.');
      const [set] = roster.account.sets();
      expect(set?.name).to.equal('Mary P.');
      expect(set?.groups).to.deep.equal(['Coworker']);
      set?.push();
      set?.accept();
      await roster.settled();
      await roster.press('Shift+Delete');
      await seen.dialogOpens('Remove Mary P. from your contacts?');
      await seen.answer('Remove');
      expect(roster.account.stream.take('iq').join()).to.match(/<item jid="mary@im\.example" subscription="remove"\/>/);
      expect(roster.events.at(-1)).to.deep.equal({ type: 'xmpp-contact-remove', detail: { jid: 'mary@im.example' } });
    });

    it('a group, one set for each member, merged after a question', async () => {
      await open();
      await roster.rightClickGroup('Coworker');
      await seen.chooseInMenu('Rename group…');
      await seen.dialogOpens('Rename Coworker');
      await seen.enter('Football');
      await seen.dialogOpens('Merge Coworker into Football?');
      await seen.answer('Merge');
      expect((await seen.serve()).sort()).to.deep.equal(['garry: Football', 'mary: Football', 'stuart: Football']);
      expect(seen.toast).to.equal('Coworker renamed to Football.');
      await seen.useToast('Undo');
      expect((await seen.serve()).sort()).to.deep.equal(['garry: Coworker', 'mary: Coworker', 'stuart: Coworker, Football']);
    });

    it('no group to nothing', async () => {
      await open();
      await roster.press('Tab', 'F2');
      await seen.enter(' ');
      expect(seen.dialogText).to.equal('A group needs a name.');
      expect(await seen.serve()).to.deep.equal([]);
      await roster.press('Escape');
    });

    it('a group with Shift+Delete; its members stay', async () => {
      await open();
      await roster.press('Tab', 'Shift+Delete');
      await seen.dialogOpens('Remove the group Coworker?');
      expect(seen.dialogText).to.equal('Its 3 contacts stay in your list.');
      await seen.answer('Remove');
      expect((await seen.serve()).sort()).to.deep.equal(['garry: ', 'mary: ', 'stuart: Football']);
    });

    /** The server refuses the first member's move, and takes the others'. */
    const renameButForOne = async (name: string) => {
      await seen.enter(name);
      const [first, ...others] = roster.account.sets();
      first?.refuse('internal-server-error');
      for (const set of others) {
        set.push();
        set.accept();
      }
      await roster.settled();
      await until(() => roster.error !== '', 'the failure is said');
    };

    it('what the server has refused again, with those that are left', async () => {
      await open();
      await roster.press('Tab', 'F2');
      await renameButForOne('Team');
      expect(roster.error).to.equal('Renaming Coworker to Team did not work: the server had a fault.');
      await seen.retry();
      expect(await seen.serve()).to.have.lengthOf(1);
    });

    it('a group that is collapsed, which stays so even if it takes two goes', async () => {
      await open();
      await roster.press('Tab', 'ArrowLeft', 'F2');
      await renameButForOne('Team');
      await seen.retry();
      await seen.serve();
      expect(roster.groups().map(({ group }) => group)).to.deep.equal(['Football', 'Friends', 'Team', null]);
      expect(roster.group('Team').isExpanded).to.be.false;
    });
  });

  describe('of a list that is readonly', () => {
    it('change nothing, nor do keys and dragging', async () => {
      await open();
      roster.element.readOnly = true;
      await roster.settled();
      await roster.rightClick('Mary');
      expect(seen.menu).to.deep.equal(['Open card', 'Add to favourites', 'Announce changes', 'Select']);
      await roster.press('Escape', 'F2');
      expect(seen.dialog).to.equal('');
      await roster.press('Shift+Delete', 'Control+Enter');
      expect(seen.dialog).to.equal('');
      expect(seen.extraTargets).to.deep.equal([]);
      await roster.rightClickGroup('Coworker');
      expect(seen.menu).to.deep.equal(['Expand all groups', 'Collapse all groups', '(Move group up)', 'Move group down']);
      await roster.press('Escape');
      await roster.lift('Mary', 'Coworker');
      expect(roster.dragImage).to.equal(undefined);
      await roster.release();
      expect(await seen.serve()).to.deep.equal([]);
    });

    it('open cards without a button that would change anything', async () => {
      await open();
      roster.element.readOnly = true;
      await roster.clickContact('Mary');
      const card = roster.element.shadowRoot?.querySelector('xmpp-contact-card');
      await until(() => card?.shadowRoot?.querySelector('[part=sharing]') != null, 'the card is there');
      expect([...(card?.shadowRoot?.querySelectorAll('button, input') ?? [])]).to.deep.equal([]);
      expect(await roster.axe()).to.deep.equal([]);
    });
  });
});
