import { expect } from 'chai';
import { CardHarness } from './contact-card.harness.js';

const ann = 'ann@im.example';
const contact = { jid: ann, name: 'Ann Lee', groups: ['Friends'] };

describe('<xmpp-contact-card>', () => {
  let card: CardHarness;
  afterEach(() => card.remove());

  describe('says who it is', () => {
    it('by the name in the list and the address, which can be copied', async () => {
      card = await CardHarness.online(ann, [contact]);
      expect([card.name, card.address]).to.deep.equal(['Ann Lee', ann]);
      expect(card.isAddressSelectable).to.be.true;
    });

    it('by the address alone where there is no name', async () => {
      card = await CardHarness.online(ann, [{ jid: ann }]);
      expect([card.name, card.address]).to.deep.equal([ann, ann]);
    });

    it('by different addresses where two have the same name', async () => {
      card = await CardHarness.online('ann@im.example', [contact, { jid: 'аnn@im.example', name: 'Ann Lee' }]);
      const addresses = [card.address];
      card.element.jid = 'аnn@im.example';
      await card.settled();
      expect([...addresses, card.address]).to.deep.equal(['ann@im.example', 'аnn@im.example']);
    });

    it('shows an address as another one if it holds what cannot be seen', async () => {
      card = await CardHarness.online('a\u202enn@im.example');
      expect(card.address).to.equal('a\ufffdnn@im.example');
    });

    it('tells what they call themselves as their claim, where it says something else', async () => {
      card = await CardHarness.online(ann, [contact]);
      await card.receive(`<presence from="${ann}/a"><nick xmlns="http://jabber.org/protocol/nick">The Boss</nick></presence>`);
      expect(card.nick).to.equal('Calls themselves “The Boss”');
      expect(card.name).to.equal('Ann Lee');
      await card.receive(`<presence from="${ann}/a"><nick xmlns="http://jabber.org/protocol/nick">Ann Lee</nick></presence>`);
      expect(card.nick).to.equal('');
    });

    it('takes a full address for the bare one', async () => {
      card = await CardHarness.online(`${ann}/desk`, [contact]);
      expect([card.name, card.address]).to.deep.equal(['Ann Lee', ann]);
    });

    it('says so where there is no address, or none that makes sense', async () => {
      card = await CardHarness.online('');
      expect(card.notice).to.equal('No address was given.');
      card.element.jid = '@@';
      await card.settled();
      expect([card.address, card.notice]).to.deep.equal(['@@', 'This is no address.']);
      card.element.removeAttribute('jid');
      await card.settled();
      expect(card.notice).to.equal('No address was given.');
      expect(card.buttons()).to.deep.equal([]);
    });

    it('says so where there is no connection on the page', async () => {
      card = await CardHarness.online(ann, [contact]);
      document.body.append(card.element);
      await card.settled();
      card.element.remove();
      const alone = document.createElement('xmpp-contact-card');
      alone.jid = ann;
      document.body.append(alone);
      await alone.updateComplete;
      expect(alone.shadowRoot?.textContent).to.contain('There is no connection on this page.').and.to.contain(ann);
      alone.remove();
    });
  });

  describe('says how available they are', () => {
    it('in words, with message and since when they are idle', async () => {
      card = await CardHarness.online(ann, [contact]);
      await card.receive(`<presence from="${ann}/a"><show>dnd</show><status>In a meeting</status><idle xmlns="urn:xmpp:idle:1" since="2020-01-06T12:00:00Z"/></presence>`);
      expect([card.icon, card.availability, card.status]).to.deep.equal(['dnd', 'Do not disturb', 'In a meeting']);
      expect(card.since).to.match(/^Idle since .*2020/);
    });

    it('with when they were last seen', async () => {
      card = await CardHarness.online(ann, [contact]);
      card.account.presence(ann, { type: 'unavailable', status: 'Gone home', stamp: '2020-01-06T12:00:00Z' });
      await card.settled();
      expect([card.availability, card.status]).to.deep.equal(['Offline', 'Gone home']);
      expect(card.since).to.match(/^Last seen .*2020/);
    });

    it('with the reason where nothing is known', async () => {
      card = await CardHarness.online(ann, [contact]);
      expect(card.availability).to.equal('Availability not known yet');
      await card.push({ ...contact, subscription: 'from' });
      expect(card.availability).to.equal('Availability not shared');
      card.account.goUnavailable();
      await card.settled();
      expect(card.availability).to.equal('Availability unknown while you are offline');
      card.account.stream.lose();
      await card.settled();
      expect(card.availability).to.equal('Availability unknown while disconnected');
      expect([card.name, card.address]).to.deep.equal(['Ann Lee', ann]);
    });

    it('of every device, the one that counts first and said to count', async () => {
      card = await CardHarness.online(ann, [contact]);
      card.account.presence(`${ann}/desk`, { show: 'away', status: 'At lunch', priority: 5 });
      card.account.presence(`${ann}/phone`, { show: 'dnd', priority: 10 });
      card.account.presence(`${ann}/bot`, { priority: -1 });
      await card.settled();
      expect(card.devices()).to.deep.equal([
        'phone counts Do not disturb · priority 10',
        'desk Away · priority 5 At lunch',
        'bot Available · priority −1',
      ]);
      expect(card.deviceIcons()).to.deep.equal(['dnd', 'away', 'available']);
      card.account.presence(`${ann}/phone`, { type: 'unavailable' });
      await card.settled();
      expect(card.devices()[0]).to.equal('desk counts Away · priority 5 At lunch');
      expect(card.status).to.equal('At lunch');
    });
  });

  it('shows one’s own account with its devices, and nothing to do', async () => {
    card = await CardHarness.online('george@im.example', [contact]);
    card.account.presence('george@im.example/office');
    card.account.presence('george@im.example/phone', { show: 'away' });
    await card.settled();
    expect(card.devices()).to.have.length(2);
    expect([card.relation(), card.buttons(), card.groups()]).to.deep.equal([[], [], []]);
  });

  it('shows another person when it is given another address, and forgets what was typed about the first', async () => {
    card = await CardHarness.online(ann, [contact, { jid: 'bob@im.example', name: 'Bob' }]);
    await card.typeOver('Name in your list', 'Annie');
    card.element.jid = 'bob@im.example';
    await card.settled();
    expect([card.name, card.value('Name in your list')]).to.deep.equal(['Bob', 'Bob']);
  });

  it('listens to nobody once it is gone from the page', async () => {
    card = await CardHarness.online(ann, [contact]);
    const before = card.account.session.listeners;
    card.element.remove();
    expect(card.account.session.listeners).to.equal(before - 2);
  });

  describe('with texts as odd as a server allows', () => {
    const odd = '\u202e<img src=x onerror=alert(1)>\u0007\u0085\u2066 ' + 'W'.repeat(5_000);

    it('shows them as text, in their place, and leaves ours alone', async () => {
      card = await CardHarness.online(ann, [{ jid: ann, name: odd.slice(0, 900).replace('\u0007', ''), groups: [odd.slice(0, 900).replace('\u0007', '')] }], { width: 280 });
      const xml = odd.replaceAll('<', '&lt;').replace('\u0007', '');
      const from = `${ann}/${xml.slice(0, 1_000)}`;
      await card.receive(`<presence from="${from}"><status>${xml}</status><nick xmlns="http://jabber.org/protocol/nick">Nick ${xml}</nick></presence>`);
      expect(card.foreignElements).to.equal(0);
      expect(card.overhang).to.be.at.most(0.5);
      expect(card.size.height).to.be.at.most(1_400);
      for (const text of [card.name, card.status, card.nick, ...card.devices(), ...card.groups()]) {
        expect(text).to.contain('<img src=x onerror=alert(1)>').and.not.match(/[\u202e\u2066\u0085]/);
      }
      expect(await card.axe()).to.deep.equal([]);
    });

    it('asks about somebody of such a name in our words', async () => {
      card = await CardHarness.online(ann, [{ jid: ann, name: '\u202eevil' }]);
      await card.click('Remove from contacts…');
      expect(card.question).to.equal('Remove evil from your contacts? Neither of you will see the other’s presence any more.');
    });
  });
});
