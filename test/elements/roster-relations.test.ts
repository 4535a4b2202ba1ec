import { expect } from 'chai';
import type { Item } from '../support/browser/mock-account.js';
import { RosterHarness } from './roster.harness.js';

const ann = { jid: 'ann@im.example', name: 'Ann Lee', groups: ['Friends'] };

/** How somebody stands to us: the roster item, whether they ask, and what the row says of it. */
const relations: Readonly<Record<string, { readonly item: Partial<Item>; readonly asks?: boolean; readonly line: string; readonly label: string }>> = {
  None: {
    item: { subscription: 'none' },
    line: 'Neither of you sees the other’s presence',
    label: 'Ann Lee, neither of you sees the other’s presence',
  },
  'None + Pending Out': { item: { subscription: 'none', ask: 'subscribe' }, line: 'Asked, waiting for an answer', label: 'Ann Lee, asked, waiting for an answer' },
  'None + Pending In': {
    item: { subscription: 'none' }, asks: true,
    line: 'Asks to see your presence, does not share theirs',
    label: 'Ann Lee, asks to see your presence, does not share theirs',
  },
  'None + Pending Out+In': { item: { subscription: 'none', ask: 'subscribe' }, asks: true, line: 'You have asked each other', label: 'Ann Lee, you have asked each other' },
  To: { item: { subscription: 'to' }, line: 'Does not see your presence', label: 'Ann Lee, available, does not see your presence' },
  'To + Pending In': { item: { subscription: 'to' }, asks: true, line: 'Asks to see your presence', label: 'Ann Lee, available, asks to see your presence' },
  From: { item: { subscription: 'from' }, line: 'Sees your presence, does not share theirs', label: 'Ann Lee, sees your presence, does not share theirs' },
  'From + Pending Out': {
    item: { subscription: 'from', ask: 'subscribe' },
    line: 'Sees your presence, has not answered your request',
    label: 'Ann Lee, sees your presence, has not answered your request',
  },
  Both: { item: { subscription: 'both' }, line: '', label: 'Ann Lee, available' },
};

describe('how one stands to a contact, in <xmpp-roster>', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  for (const [state, { item, asks = false, line, label }] of Object.entries(relations)) {
    it(`is said in words in “${state}”: ${line || 'nothing, for all is plain'}`, async () => {
      roster = await RosterHarness.online([{ ...ann, ...item }]);
      if (item.subscription === 'to' || item.subscription === 'both') roster.account.presence('ann@im.example/desk');
      if (asks) roster.account.presence('ann@im.example', { type: 'subscribe' });
      await roster.settled();
      expect([roster.contact('Ann Lee').line, roster.contact('Ann Lee').label]).to.deep.equal([line, label]);
    });
  }

  it('is told apart in every state by words alone', () => {
    const labels = Object.values(relations).map(({ label }) => label);
    expect(new Set(labels)).to.have.property('size', labels.length);
  });

  it('is “blocked”, whatever else there is to say', async () => {
    roster = await RosterHarness.online([{ ...ann, subscription: 'both' }]);
    roster.account.stream.receive('<iq xmlns="jabber:client" type="set" id="b"><block xmlns="urn:xmpp:blocking"><item jid="ann@im.example"/></block></iq>');
    await roster.settled();
    expect([roster.contact('Ann Lee').line, roster.contact('Ann Lee').label]).to.deep.equal(['Blocked', 'Ann Lee, blocked']);
  });

  it('says that a request could not be delivered', async () => {
    roster = await RosterHarness.online([{ ...ann, subscription: 'none', ask: 'subscribe' }]);
    roster.account.stream.receive('<presence xmlns="jabber:client" type="error" from="ann@im.example"><error type="cancel"><remote-server-not-found xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error></presence>');
    await roster.settled();
    expect(roster.contact('Ann Lee').line).to.equal('Your request could not be delivered');
  });

  it('is not what an unknown presence is about', async () => {
    roster = await RosterHarness.online([{ ...ann, subscription: 'both' }]);
    expect(roster.contact('Ann Lee').label).to.equal('Ann Lee, availability not known yet');
  });
});
