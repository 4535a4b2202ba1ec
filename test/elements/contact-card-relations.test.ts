import { expect } from 'chai';
import type { Item } from '../support/browser/mock-account.js';
import { CardHarness } from './contact-card.harness.js';

const ann = 'ann@im.example';
const contact = { jid: ann, name: 'Ann Lee', groups: ['Friends'] };

const nameAndGroups = ['Add group', 'Save name'];
const ends = ['Block…', 'Remove from contacts…'];
const forNow = 'Show my presence to them for now';
const request = `<presence from="${ann}" type="subscribe"><status>It is me</status></presence>`;
const undelivered = `<presence from="${ann}" type="error"><error type="cancel"><remote-server-not-found xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></presence>`;

interface State {
  /** `undefined`: a stranger. */
  readonly item?: Omit<Item, 'jid'>;
  /** What the server sends afterwards. */
  readonly then?: string;
  readonly preApproval?: boolean;
  /** What is read. */
  readonly words: readonly string[];
  /** The buttons about who sees whom, and adding a stranger. */
  readonly buttons: readonly string[];
}

const states: Readonly<Record<string, State>> = {
  both: {
    item: { subscription: 'both' },
    words: ['You see their presence.', 'They see your presence.'],
    buttons: ['Stop seeing theirs', 'Stop sharing yours'],
  },
  to: {
    item: { subscription: 'to' },
    words: ['You see their presence.', 'They do not see your presence.'],
    buttons: ['Stop seeing theirs', forNow],
  },
  'to, and they ask': {
    item: { subscription: 'to' },
    then: request,
    words: ['You see their presence.', 'They ask to see your presence.'],
    buttons: ['Stop seeing theirs', 'Allow', 'Decline', forNow],
  },
  from: {
    item: { subscription: 'from' },
    words: ['You do not see their presence.', 'They see your presence.'],
    buttons: ['Ask to see theirs', 'Stop sharing yours'],
  },
  'from, and asked': {
    item: { subscription: 'from', ask: 'subscribe' },
    words: ['You asked to see their presence. They have not answered yet.', 'They see your presence.'],
    buttons: ['Withdraw request', 'Stop sharing yours'],
  },
  none: {
    item: { subscription: 'none' },
    words: ['You do not see their presence.', 'They do not see your presence.'],
    buttons: ['Ask to see theirs', forNow],
  },
  'none, with approval in advance on offer': {
    item: { subscription: 'none' },
    preApproval: true,
    words: ['You do not see their presence.', 'They do not see your presence.'],
    buttons: ['Ask to see theirs', 'Allow in advance', forNow],
  },
  'none, and approved in advance': {
    item: { subscription: 'none', approved: true },
    preApproval: true,
    words: ['You do not see their presence.', 'They do not see your presence yet. You allowed it in advance: they only need to ask.'],
    buttons: ['Ask to see theirs', 'No longer allow in advance', forNow],
  },
  asked: {
    item: { subscription: 'none', ask: 'subscribe' },
    words: ['You asked to see their presence. They have not answered yet.', 'They do not see your presence.'],
    buttons: ['Withdraw request', forNow],
  },
  'asked in vain': {
    item: { subscription: 'none', ask: 'subscribe' },
    then: undelivered,
    words: ['Your request to see their presence could not be delivered: their server could not be found.', 'They do not see your presence.'],
    buttons: ['Withdraw request', forNow],
  },
  'none, and they ask': {
    item: { subscription: 'none' },
    then: request,
    words: ['You do not see their presence.', 'They ask to see your presence.'],
    buttons: ['Ask to see theirs', 'Allow', 'Decline', forNow],
  },
  'both ask': {
    item: { subscription: 'none', ask: 'subscribe' },
    then: request,
    words: ['You asked to see their presence. They have not answered yet.', 'They ask to see your presence.'],
    buttons: ['Withdraw request', 'Allow', 'Decline', forNow],
  },
  stranger: {
    words: ['Not in your contact list.', 'You do not see their presence.', 'They do not see your presence.'],
    buttons: ['Add to contacts', 'Ask to see theirs', forNow],
  },
  'stranger who asks': {
    then: request,
    words: ['Not in your contact list.', 'You do not see their presence.', 'They ask to see your presence.'],
    buttons: ['Add to contacts', 'Ask to see theirs', 'Allow', 'Decline', forNow],
  },
};

/** The stanza that each of the buttons sends, and what is said when it has taken effect. */
const deeds: readonly { readonly state: string; readonly button: string; readonly sends: string; readonly push?: Item['subscription']; readonly done: string }[] = [
  { state: 'none', button: 'Ask to see theirs', sends: 'subscribe', done: 'Request sent.' },
  { state: 'asked', button: 'Withdraw request', sends: 'unsubscribe', done: 'Request withdrawn.' },
  { state: 'asked in vain', button: 'Withdraw request', sends: 'unsubscribe', done: 'Request withdrawn.' },
  { state: 'both', button: 'Stop seeing theirs', sends: 'unsubscribe', push: 'from', done: 'You no longer see their presence.' },
  { state: 'both', button: 'Stop sharing yours', sends: 'unsubscribed', push: 'to', done: 'They no longer see your presence.' },
  { state: 'none, and they ask', button: 'Allow', sends: 'subscribed', done: 'They may see your presence.' },
  { state: 'none, and they ask', button: 'Decline', sends: 'unsubscribed', done: 'Request declined.' },
  { state: 'none, with approval in advance on offer', button: 'Allow in advance', sends: 'subscribed', done: 'Allowed in advance.' },
  { state: 'none, and approved in advance', button: 'No longer allow in advance', sends: 'unsubscribed', done: 'No longer allowed in advance.' },
  { state: 'none', button: forNow, sends: 'available', done: 'They see your presence for now.' },
  { state: 'stranger', button: 'Ask to see theirs', sends: 'subscribe', done: 'Request sent.' },
];

describe('<xmpp-contact-card> on who sees whom', () => {
  let card: CardHarness;
  afterEach(() => card.remove());

  async function open(name: string): Promise<void> {
    const { item, then, preApproval = false } = states[name] ?? { words: [], buttons: [] };
    card = await CardHarness.online(ann, item ? [{ ...contact, ...item }] : [], { preApproval });
    if (then !== undefined) await card.receive(then);
  }

  for (const [name, { item, words, buttons }] of Object.entries(states)) {
    it(`says and offers what there is: ${name}`, async () => {
      await open(name);
      expect(card.relation()).to.deep.equal(words);
      expect(card.buttons()).to.deep.equal([...buttons, ...(item ? [...nameAndGroups, ...ends] : ['Block…'])]);
    });
  }

  it('tells all of these apart', () => {
    const said = Object.values(states).map(({ words, buttons }) => [...words, ...buttons].join(' '));
    expect(new Set(said).size).to.equal(said.length);
  });

  for (const { state, button, sends, push, done } of deeds) {
    it(`“${button}” sends ${sends}: ${state}`, async () => {
      await open(state);
      await card.click(button);
      expect(card.sent()).to.deep.equal([`${sends} ${ann}`]);
      if (push) {
        expect(card.done, 'nothing is known yet').to.equal('');
        await card.push({ ...contact, subscription: push });
      }
      expect([card.done, card.error]).to.deep.equal([done, '']);
    });
  }

  it('follows what the server states', async () => {
    await open('none');
    await card.click('Ask to see theirs');
    await card.push({ ...contact, subscription: 'none', ask: 'subscribe' });
    expect(card.buttons()).to.include('Withdraw request');
    await card.push({ ...contact, subscription: 'to' });
    expect(card.relation()).to.deep.equal(states['to']?.words);
    await card.receive(request);
    expect(card.requestWords).to.equal('It is me');
    await card.click('Allow');
    await card.push({ ...contact, subscription: 'both' });
    expect(card.relation()).to.deep.equal(states['both']?.words);
  });

  it('shows one’s presence for now, until it is stopped', async () => {
    await open('to');
    await card.click(forNow);
    expect(card.relation()[1]).to.equal('They see your presence for now, until you go offline.');
    expect(card.buttons()).to.include('Stop showing it').and.not.include(forNow);
    card.sent();
    await card.click('Stop showing it');
    expect(card.sent()).to.deep.equal([`unavailable ${ann}`]);
    expect(card.relation()[1]).to.equal('They do not see your presence.');
  });

  it('says in words what cannot be sent, and tells the page', async () => {
    await open('none');
    card.account.stream.lose();
    await card.click('Ask to see theirs');
    expect(card.error).to.equal('Asking to see their presence is not possible while there is no connection.');
    expect(card.events).to.deep.equal(['xmpp-error Asking to see their presence: NotConnectedError']);
    expect(card.done).to.equal('');
    expect(card.relation()).to.deep.equal(states['none']?.words);
  });

  describe('makes a contact of a stranger', () => {
    it('who is added, and asked', async () => {
      await open('stranger');
      await card.click('Add to contacts');
      await card.accept(card.set());
      expect(card.sent()).to.deep.equal([`subscribe ${ann}`]);
      expect(card.done).to.equal('Added to your contacts, and asked to see their presence.');
      expect(card.buttons()).to.include.members(nameAndGroups);
    });

    it('or says why not', async () => {
      await open('stranger');
      await card.click('Add to contacts');
      await card.refuse(card.set(), 'not-allowed');
      expect(card.error).to.equal('Adding them to your contacts did not work: the server does not allow it.');
      expect(card.buttons()).to.include('Add to contacts');
      expect(card.sent()).to.deep.equal([]);
    });
  });
});
