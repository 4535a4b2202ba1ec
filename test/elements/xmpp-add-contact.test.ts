import { expect } from 'chai';
import { until } from '../support/browser/waiting.js';
import { AddContactHarness } from './add-contact.harness.js';
import { office } from './people.js';

const bob = 'bob@im.example';

describe('<xmpp-add-contact>', () => {
  let form: AddContactHarness;
  afterEach(() => form.remove());

  describe('adds', () => {
    it('a contact with name and groups, and asks to see their presence', async () => {
      form = await AddContactHarness.online(office);
      await form.fill({ address: 'Bob@IM.example', name: ' Bob ', groups: ['Friends', 'Chess'] });
      await form.submit();
      expect(form.sent()).to.deep.equal([
        `<iq type="set"><query><item jid="${bob}" name="Bob"><group>Friends</group><group>Chess</group></item></query></iq>`,
      ]);
      expect(form.isPending).to.be.true;
      expect(form.button).to.equal('Waiting for the server…');
      await form.accepts();
      expect(form.sent()).to.deep.equal([`<presence type="subscribe" to="${bob}"/>`]);
      expect(form.notice).to.equal('Bob was added to Friends and Chess. They are asked to show you their presence.');
      expect(form.entries).to.deep.equal({ address: '', name: '', groups: [], message: '', subscribe: true });
      expect([form.isPending, form.button, form.focused]).to.deep.equal([false, 'Add contact', 'Address']);
    });

    it('with words of one’s own', async () => {
      form = await AddContactHarness.online();
      await form.fill({ address: bob, message: 'We met at lunch' });
      await form.submit();
      await form.accepts();
      expect(form.sent()).to.deep.equal([`<presence type="subscribe" to="${bob}"><status>We met at lunch</status></presence>`]);
    });

    it('without asking, if one does not want to ask', async () => {
      form = await AddContactHarness.online();
      await form.fill({ address: bob });
      await form.toggleRequest();
      await form.submit();
      await form.accepts();
      expect(form.sent()).to.deep.equal([]);
      expect(form.notice).to.equal('bob@im.example was added.');
    });

    it('a group that was typed and not entered', async () => {
      form = await AddContactHarness.online(office);
      await form.fill({ address: bob });
      await form.enter('group', 'Chess');
      await form.submit();
      expect(form.sent().join()).to.contain('<group>Chess</group>');
    });

    it('once, however often one submits', async () => {
      form = await AddContactHarness.online();
      await form.fill({ address: bob });
      await form.submit();
      await form.submit();
      expect(form.sent()).to.have.lengthOf(1);
    });
  });

  describe('tells the page', () => {
    it('before anything is sent', async () => {
      form = await AddContactHarness.online();
      await form.fill({ address: bob, name: 'Bob', groups: ['Chess'] });
      await form.submit();
      expect(form.events).to.deep.equal([{ type: 'xmpp-contact-add', detail: { jid: bob, name: 'Bob', groups: ['Chess'], subscribe: true } }]);
    });

    it('and sends nothing when the page cancels it; what was typed stays', async () => {
      form = await AddContactHarness.online();
      form.cancels = true;
      await form.fill({ address: bob, name: 'Bob' });
      await form.submit();
      expect(form.sent()).to.deep.equal([]);
      expect(form.entries).to.deep.include({ address: bob, name: 'Bob' });
      expect(form.isPending).to.be.false;
    });
  });

  describe('refused', () => {
    it('says why and keeps all that was typed', async () => {
      form = await AddContactHarness.online();
      const typed = { address: bob, name: 'Bob', groups: ['Chess'], message: 'Hello' };
      await form.fill(typed);
      await form.submit();
      await form.refuses('not-acceptable');
      expect(form.error).to.equal('Adding bob@im.example did not work: the server does not accept that name.');
      expect(form.entries).to.deep.equal({ ...typed, subscribe: true });
      expect(form.sent()).to.deep.equal([]);
      expect(form.events.at(-1)?.detail).to.have.nested.property('error.condition', 'not-acceptable');
    });

    it('takes the words away when one goes on typing', async () => {
      form = await AddContactHarness.online();
      await form.fill({ address: bob });
      await form.submit();
      await form.refuses('not-allowed');
      await form.enter('name', 'B');
      expect(form.error).to.equal('');
    });

    it('says that there is no connection', async () => {
      form = await AddContactHarness.online();
      await form.account.session.disconnect();
      await form.fill({ address: bob });
      await form.submit();
      expect(form.error).to.equal('Adding bob@im.example is not possible while there is no connection.');
      expect(form.entries.address).to.equal(bob);
    });

    it('cannot be submitted on a page without a connection', async () => {
      form = await AddContactHarness.online();
      document.body.append(form.element);
      await form.settled();
      expect(form.button).to.equal('No connection on this page');
    });
  });

  describe('says of the address', () => {
    it('nothing while it is typed, and what is wrong once one goes on', async () => {
      form = await AddContactHarness.online();
      await form.enter('address', 'bob@');
      expect(form.isSilent).to.be.true;
      await form.press('Tab');
      expect(form.addressError).to.equal('This is not an address yet. It should look like name@company.org.');
      await form.enter('address', 'im');
      expect(form.isSilent, 'typing goes on').to.be.true;
    });

    it('what is wrong after a pause, too', async () => {
      form = await AddContactHarness.online();
      await form.enter('address', 'bob@');
      await until(() => !form.isSilent, 'the pause is long enough');
      expect(form.addressError).to.contain('not an address yet');
    });

    it('nothing when it is left empty, until one submits', async () => {
      form = await AddContactHarness.online();
      await form.address('');
      expect(form.isSilent).to.be.true;
      await form.submit();
      expect(form.addressError).to.equal('Please enter an address, such as name@company.org.');
      expect(form.focused).to.equal('Address');
    });

    for (const text of ['bob@', '@im.example', 'a@b@im.example', 'bob miller@im.example', 'bob@im..example', '<b>@im.example', 'bob@im example', 'bob"@im.example']) {
      it(`that “${text}” is none`, async () => {
        form = await AddContactHarness.online();
        await form.address(text);
        expect(form.addressError).to.contain('not an address yet');
        await form.submit();
        expect(form.sent()).to.deep.equal([]);
      });
    }

    it('what may be meant by a name alone', async () => {
      form = await AddContactHarness.online();
      await form.address('bob');
      expect(form.suggestion).to.equal('Use bob@im.example');
      await form.takeSuggestion();
      expect(form.entries.address).to.equal(bob);
      expect(form.isSilent).to.be.true;
    });

    it('that it is one’s own', async () => {
      form = await AddContactHarness.online();
      await form.address('George@im.example/home');
      expect(form.addressError).to.equal('This is your own address.');
    });

    it('that a resource is left out', async () => {
      form = await AddContactHarness.online();
      await form.address(`${bob}/phone`);
      expect(form.hints).to.deep.equal(['bob@im.example will be added. What follows the slash is only one of their devices.']);
      await form.submit();
      expect(form.sent().join()).to.contain(`<item jid="${bob}"/>`);
    });

    it('that it is a server’s, and does not forbid it', async () => {
      form = await AddContactHarness.online();
      await form.address('gateway.im.example');
      expect(form.warnings.join()).to.contain('the address of a server');
      await form.submit();
      expect(form.sent().join()).to.contain('<item jid="gateway.im.example"/>');
    });

    for (const [what, text] of [['Cyrillic', 'аnn@im.example'], ['Greek', 'αnn@im.example'], ['accents', 'änn@im.example'], ['a look-alike domain', 'ann@іm.example'], ['digits', 'ann@im.examp1e']] as const) {
      it(`that it looks like a contact’s: ${what}; and does not forbid it`, async () => {
        form = await AddContactHarness.online(office);
        await form.address(text);
        expect(form.warnings).to.deep.equal(['Careful: this looks like ann@im.example (Ann Lee) in your contact list, but is a different address.']);
        await form.submit();
        expect(form.sent().join()).to.contain(`jid="${text}"`);
      });
    }

    it('nothing that would move the button while it is being clicked', async () => {
      form = await AddContactHarness.online(office);
      await form.fill({ name: 'Ann', address: 'ann@im.example/phone' });
      await form.submit();
      expect(form.sent()).to.have.lengthOf(1);
    });

    it('that they ask to see our presence, too', async () => {
      form = await AddContactHarness.online();
      form.account.presence(bob, { type: 'subscribe' });
      await form.address(bob);
      expect(form.hints).to.deep.equal(['They ask to see your presence, too.']);
    });
  });

  describe('for somebody who is a contact already', () => {
    it('says so, and changes nothing where nothing is new', async () => {
      form = await AddContactHarness.online(office);
      await form.address('ann@im.example');
      expect(form.hints).to.deep.equal(['Already in your contact list as Ann Lee, in Friends.']);
      expect(form.canAsk, 'she shows her presence').to.be.false;
      await form.submit();
      expect(form.sent()).to.deep.equal([]);
      expect(form.notice).to.equal('Ann Lee is in your contact list just like that. Nothing was changed.');
    });

    it('adds groups to those that are there, and keeps the name', async () => {
      form = await AddContactHarness.online(office);
      await form.fill({ address: 'ann@im.example', groups: ['Football'] });
      expect(form.button).to.equal('Update contact');
      await form.submit();
      expect(form.sent()).to.deep.equal([
        '<iq type="set"><query><item jid="ann@im.example" name="Ann Lee"><group>Friends</group><group>Football</group></item></query></iq>',
      ]);
    });

    it('asks to see their presence where one does not', async () => {
      form = await AddContactHarness.online([{ jid: 'ann@im.example', name: 'Ann Lee', subscription: 'from' }]);
      await form.address('ann@im.example');
      expect(form.hints.join()).to.contain('Sees your presence, does not share theirs.');
      expect(form.button).to.equal('Ask to see presence');
      await form.submit();
      expect(form.sent()).to.deep.equal(['<presence type="subscribe" to="ann@im.example"/>']);
      expect(form.notice).to.equal('Ann Lee is asked to show you their presence.');
    });

    it('notices when another client adds them meanwhile', async () => {
      form = await AddContactHarness.online();
      await form.address(bob);
      form.account.push({ jid: bob, name: 'Bobby', subscription: 'none', ask: 'subscribe' });
      await form.settled();
      expect(form.hints).to.deep.equal(['Already in your contact list as Bobby. Asked, waiting for an answer.']);
    });
  });

  describe('takes an xmpp: link', () => {
    it('pasted, with name and group', async () => {
      form = await AddContactHarness.online();
      await form.paste('xmpp:bob@im.example?roster;name=Bob%20M%C3%BCller;group=Chess%20club');
      expect(form.entries).to.deep.include({ address: bob, name: 'Bob Müller', groups: ['Chess club'] });
      expect(form.isSilent).to.be.true;
    });

    it('typed, once it is finished', async () => {
      form = await AddContactHarness.online();
      await form.toggleRequest();
      await form.enter('address', 'XMPP:bob@im.example?subscribe');
      expect(form.entries.address).to.contain('subscribe');
      await form.press('Tab');
      expect(form.entries).to.deep.include({ address: bob, subscribe: true });
    });

    it('with an authority, a resource, other actions or a fragment: the address alone', async () => {
      form = await AddContactHarness.online();
      await form.paste('xmpp://george@im.example/bob@im.example?message;body=Buy!#x');
      expect(form.entries).to.deep.include({ address: bob, name: '', groups: [] });
    });

    it('that is broken, as no address', async () => {
      form = await AddContactHarness.online();
      await form.paste('xmpp:bob%@im.example?roster;name=%zz');
      expect(form.addressError).to.contain('not an address yet');
      expect(form.entries.name).to.equal('');
    });

    it('of hostile people as text, without controls, and not for ever', async () => {
      form = await AddContactHarness.online();
      const groups = Array.from({ length: 40 }, (_, index) => `;group=g${index}`).join('');
      await form.paste(`xmpp:bob@im.example?roster;__proto__=x;constructor=y;name=%3Cimg%20src=x%3E%E2%80%AEx${groups}`);
      expect(form.entries).to.deep.include({ address: bob, name: '<img src=x>x' });
      expect(form.entries.groups).to.have.lengthOf(5);
      expect(form.foreignElements).to.equal(0);
    });
  });

  describe('completes groups', () => {
    it('offers those that exist and are not chosen, those that begin with the text first', async () => {
      form = await AddContactHarness.online(office);
      await form.enter('group', 'f');
      expect(form.choices).to.deep.equal(['Football', 'Friends', 'New group “f”']);
      await form.press('Enter');
      await form.enter('group', 'o');
      expect(form.choices).to.deep.equal(['Coworker', 'Football', 'New group “o”']);
    });

    it('takes one by mouse', async () => {
      form = await AddContactHarness.online(office);
      await form.pickGroup('Friends');
      expect(form.entries.groups).to.deep.equal(['Friends']);
      await form.pickGroup('Football');
      expect(form.entries.groups).to.deep.equal(['Friends', 'Football']);
      await form.removeGroup('Friends');
      expect(form.entries.groups).to.deep.equal(['Football']);
      expect(form.focused).to.equal('Groups');
    });

    it('takes one by keys, and says which', async () => {
      form = await AddContactHarness.online(office);
      await form.enter('group', 'f');
      await form.press('ArrowDown', 'ArrowDown');
      expect([form.activeChoice, form.isExpanded]).to.deep.equal(['Friends', true]);
      await form.press('ArrowUp', 'ArrowUp');
      expect(form.activeChoice).to.equal('New group “f”');
      await form.press('ArrowDown', 'Enter');
      expect(form.entries.groups).to.deep.equal(['Football']);
      expect(form.isExpanded).to.be.false;
      expect(form.sent(), 'Enter is not for the form yet').to.deep.equal([]);
    });

    it('closes at Escape, opens at an arrow, and takes the last one out at Backspace', async () => {
      form = await AddContactHarness.online(office);
      await form.fill({ groups: ['Chess', 'Go'] });
      await form.press('ArrowDown');
      expect([form.isExpanded, form.activeChoice]).to.deep.equal([true, 'Coworker']);
      await form.press('Escape');
      expect(form.isExpanded).to.be.false;
      await form.press('Backspace');
      expect(form.entries.groups).to.deep.equal(['Chess']);
    });

    it('takes a group that exists, whatever its case', async () => {
      form = await AddContactHarness.online(office);
      await form.fill({ groups: ['friends'] });
      expect(form.entries.groups).to.deep.equal(['Friends']);
    });

    it('shows hostile names as they are', async () => {
      const names = ['<img src=x onerror=alert(1)>', '__proto__', '"] , *{display:none} [a="'];
      form = await AddContactHarness.online([{ jid: 'ann@im.example', groups: names }]);
      for (const name of names) await form.pickGroup(name);
      expect(form.entries.groups).to.deep.equal(names);
      expect(form.foreignElements).to.equal(0);
    });
  });

  it('is filled in and sent with the keyboard alone', async () => {
    form = await AddContactHarness.online(office);
    await form.press('Tab');
    await form.type(bob);
    await form.press('Tab');
    await form.type('Bob');
    await form.press('Tab');
    await form.type('fri');
    await form.press('ArrowDown', 'Enter', 'Tab', 'Tab');
    await form.type('Hello');
    await form.press('Enter');
    expect(form.sent().join()).to.contain(`<item jid="${bob}" name="Bob"><group>Friends</group></item>`);
    await form.accepts();
    expect(form.sent()).to.deep.equal([`<presence type="subscribe" to="${bob}"><status>Hello</status></presence>`]);
    expect(form.focused).to.equal('Address');
  });

  it('fits into 280 px, also from right to left', async () => {
    form = await AddContactHarness.online(office, { width: 280 });
    await form.fill({ address: `${'long'.repeat(40)}@im.example/phone`, groups: ['A group with a very long name that goes on and on, and then some'] });
    expect(form.overflows).to.be.false;
    form.box.dir = 'rtl';
    await form.settled();
    expect(form.overflows).to.be.false;
  });
});
