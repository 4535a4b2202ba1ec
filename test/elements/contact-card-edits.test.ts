import { expect } from 'chai';
import { CardHarness } from './contact-card.harness.js';

const ann = 'ann@im.example';
const contact = { jid: ann, name: 'Ann Lee', groups: ['Friends', 'Work'] };
const others = [{ jid: 'bob@im.example', name: 'Bob', groups: ['Football'] }];

describe('<xmpp-contact-card> edits', () => {
  let card: CardHarness;
  beforeEach(async () => {
    card = await CardHarness.online(ann, [contact, ...others]);
  });
  afterEach(() => card.remove());

  describe('groups', () => {
    it('all of them on offer, one’s own ticked', () => {
      expect(card.groups()).to.deep.equal(['[ ] Football', '[x] Friends', '[x] Work']);
    });

    it('adds one and keeps the name and all others', async () => {
      await card.tick('Football');
      expect(card.groups()[0]).to.equal('[x] Football…');
      const set = card.set();
      expect([set.jid, set.name, set.groups]).to.deep.equal([ann, 'Ann Lee', ['Friends', 'Work', 'Football']]);
      set.accept();
      await card.settled();
      expect(card.groups()[0], 'the push has not come yet').to.equal('[x] Football…');
      set.push();
      await card.settled();
      expect(card.groups()).to.deep.equal(['[x] Football', '[x] Friends', '[x] Work']);
      expect(card.done).to.equal('Added to “Football”.');
    });

    it('takes out of one and keeps the others; a group without members stays on offer', async () => {
      await card.tick('Friends');
      const set = card.set();
      expect(set.groups).to.deep.equal(['Work']);
      await card.accept(set);
      expect(card.groups()).to.deep.equal(['[ ] Football', '[ ] Friends', '[x] Work']);
      expect(card.done).to.equal('Taken out of “Friends”.');
    });

    it('is back where it was when the server refuses, and says so', async () => {
      await card.tick('Football');
      await card.refuse(card.set(), 'not-allowed');
      expect(card.groups()[0]).to.equal('[ ] Football');
      expect(card.error).to.equal('Adding them to “Football” did not work: the server does not allow it.');
    });

    it('is back where it was when the server says “done” and states what its rules say', async () => {
      await card.tick('Football');
      card.set().accept();
      await card.push({ ...contact });
      card.account.stream.environment.advance(5_000);
      await card.settled();
      expect(card.groups()[0]).to.equal('[ ] Football');
      expect(card.done).to.equal('');
      expect(card.error).to.equal('Adding them to “Football” did not work: the server does not allow it. (The server has taken the change back.)');
    });

    it('one after the other, each on what the one before has led to', async () => {
      await card.tick('Football');
      await card.tick('Friends');
      expect(card.groups()).to.deep.equal(['[x] Football…', '[ ] Friends…', '[x] Work']);
      const first = card.set();
      await card.accept(first);
      const second = card.set();
      expect([...second.groups].sort()).to.deep.equal(['Football', 'Work']);
      await card.accept(second);
      expect(card.groups()).to.deep.equal(['[x] Football', '[ ] Friends', '[x] Work']);
    });

    it('goes on after a refusal', async () => {
      await card.tick('Football');
      await card.tick('Friends');
      await card.refuse(card.set(), 'not-allowed');
      await card.accept(card.set());
      expect(card.groups()).to.deep.equal(['[ ] Football', '[ ] Friends', '[x] Work']);
      expect(card.error).to.match(/^Adding them to “Football” did not work/);
    });

    it('leaves what has not been answered yet as it is', async () => {
      await card.tick('Football');
      await card.tick('Football');
      expect(card.groups()[0]).to.equal('[x] Football…');
      expect(card.set().groups).to.have.length(3);
    });

    it('into a new one, by name and Enter', async () => {
      await card.typeOver('New group', ' Chess ');
      await card.press('Enter');
      const set = card.set();
      expect(set.groups).to.deep.equal(['Friends', 'Work', 'Chess']);
      expect(card.value('New group')).to.equal(' Chess ');
      await card.accept(set);
      expect(card.groups()[0]).to.equal('[x] Chess');
      expect(card.value('New group')).to.equal('');
    });

    it('keeps the name of a new one when the server refuses', async () => {
      await card.typeOver('New group', 'Chess');
      await card.click('Add group');
      await card.refuse(card.set(), 'not-acceptable');
      expect(card.value('New group')).to.equal('Chess');
      expect(card.groups()).not.to.include('[ ] Chess');
      expect(card.error).to.equal('Adding them to “Chess” did not work: the server does not accept that name.');
    });

    it('sends nothing for a new one without a name', async () => {
      await card.typeOver('New group', '  ');
      await card.click('Add group');
      expect(card.account.sets()).to.deep.equal([]);
    });

    it('follows other clients', async () => {
      await card.push({ ...contact, groups: ['Football'] });
      expect(card.groups()).to.deep.equal(['[x] Football', '[ ] Friends', '[ ] Work']);
    });
  });

  describe('the name', () => {
    it('and keeps the groups', async () => {
      await card.typeOver('Name in your list', 'Annie');
      await card.click('Save name');
      const set = card.set();
      expect([set.name, set.groups]).to.deep.equal(['Annie', ['Friends', 'Work']]);
      expect(card.value('Name in your list')).to.equal('Annie');
      await card.accept(set);
      expect([card.name, card.done]).to.deep.equal(['Annie', 'Name saved.']);
    });

    it('to none, and then the address is shown', async () => {
      await card.typeOver('Name in your list', '');
      await card.press('Enter');
      const set = card.set();
      expect(set.name).to.equal(undefined);
      await card.accept(set);
      expect([card.name, card.value('Name in your list'), card.done]).to.deep.equal([ann, '', 'Name taken away.']);
    });

    it('stays as typed when the server refuses', async () => {
      await card.typeOver('Name in your list', 'Annie');
      await card.press('Enter');
      await card.refuse(card.set(), 'not-acceptable');
      expect(card.error).to.equal('Saving the name did not work: the server does not accept that name.');
      expect([card.name, card.value('Name in your list')]).to.deep.equal(['Ann Lee', 'Annie']);
    });

    it('is not disturbed while one types it: neither by pushes nor by presence', async () => {
      await card.typeOver('Name in your list', 'Ann');
      const { height, width } = card.fieldBox('Name in your list');
      await card.push({ ...contact, name: 'Somebody' });
      card.account.presence(`${ann}/a`, { status: 'Hello' });
      await card.settled();
      await card.press('i', 'e');
      expect([card.name, card.value('Name in your list'), card.focused]).to.deep.equal(['Somebody', 'Annie', 'Name in your list']);
      expect(card.fieldBox('Name in your list')).to.include({ height, width });
    });

    it('follows other clients while nobody types', async () => {
      await card.push({ ...contact, name: 'Annie' });
      expect(card.value('Name in your list')).to.equal('Annie');
    });

    it('sends nothing where nothing changed', async () => {
      await card.click('Save name');
      await card.typeOver('Name in your list', 'Ann Lee');
      await card.click('Save name');
      expect(card.account.sets()).to.deep.equal([]);
    });
  });

  describe('removing', () => {
    it('asks first, tells the page, and removes', async () => {
      await card.click('Remove from contacts…');
      expect(card.question).to.equal('Remove Ann Lee from your contacts? Neither of you will see the other’s presence any more.');
      expect(card.focused).to.equal('Cancel');
      expect(card.account.sets()).to.deep.equal([]);
      await card.click('Remove');
      expect(card.events).to.deep.equal([`xmpp-contact-remove ${ann}`]);
      await card.answer();
      card.account.pushRemoval(ann);
      await card.settled();
      expect([card.question, card.done]).to.deep.equal(['', 'Removed from your contacts.']);
      expect(card.relation()[0]).to.equal('Not in your contact list.');
      expect(card.focused, 'it is not lost').not.to.equal('');
    });

    it('not, if the page cancels it', async () => {
      card.box.addEventListener('xmpp-contact-remove', (event) => event.preventDefault());
      await card.click('Remove from contacts…');
      await card.click('Remove');
      expect(card.account.sets()).to.deep.equal([]);
      expect([card.question, card.focused]).to.deep.equal(['', 'Remove from contacts…']);
    });

    it('not, if one thinks better of it: by button or Escape', async () => {
      await card.click('Remove from contacts…');
      await card.click('Cancel');
      expect([card.question, card.focused]).to.deep.equal(['', 'Remove from contacts…']);
      await card.press('Enter', 'Escape');
      expect([card.question, card.focused]).to.deep.equal(['', 'Remove from contacts…']);
      expect([card.events, card.account.sets()]).to.deep.equal([[], []]);
    });

    it('says so when the server refuses', async () => {
      await card.click('Remove from contacts…');
      await card.click('Remove');
      await card.answer('not-allowed');
      expect(card.error).to.equal('Removing the contact did not work: the server does not allow it.');
      expect([card.name, card.question, card.focused]).to.deep.equal(['Ann Lee', '', 'Remove from contacts…']);
    });
  });
});
