import { expect } from 'chai';
import { CardHarness } from './contact-card.harness.js';

const ann = 'ann@im.example';
const contact = { jid: ann, name: 'Ann Lee', groups: ['Friends'] };
const both = ['You see their presence.', 'They see your presence.'];

describe('<xmpp-contact-card> blocks', () => {
  let card: CardHarness;
  beforeEach(async () => {
    card = await CardHarness.online(ann, [contact]);
  });
  afterEach(() => card.remove());

  it('once it was asked and the server has done it', async () => {
    await card.click('Block…');
    expect(card.question).to.equal('Block Ann Lee? To them you will be offline, and nothing of theirs will reach you.');
    expect(card.focused).to.equal('Cancel');
    await card.click('Block');
    expect(card.done).to.equal('');
    await card.answer();
    await card.pushBlock('block', ann);
    expect(card.availability).to.equal('Blocked');
    expect(card.relation()).to.deep.equal(['You block them: to them you are offline, and nothing of theirs reaches you.', ...both]);
    expect(card.buttons()).to.deep.equal(['Unblock', 'Add group', 'Save name', 'Remove from contacts…']);
    expect(card.done).to.equal('Blocked.');
  });

  it('and unblocks', async () => {
    await card.pushBlock('block', ann);
    await card.click('Unblock');
    await card.answer();
    await card.pushBlock('unblock', ann);
    expect(card.relation()).to.deep.equal(both);
    expect(card.done).to.equal('No longer blocked.');
  });

  it('says so when the server refuses, and offers it again', async () => {
    await card.click('Block…');
    await card.click('Block');
    await card.answer('internal-server-error');
    expect(card.error).to.equal('Blocking them did not work: the server had a fault.');
    expect(card.buttons()).to.include('Block…');
    expect(card.focused).to.equal('Block…');
  });

  it('nobody where the server cannot', async () => {
    card.remove();
    card = await CardHarness.online(ann, [contact], { blocking: false });
    expect(card.buttons()).not.to.include('Block…');
  });

  it('a stranger, too', async () => {
    card.account.pushRemoval(ann);
    await card.pushBlock('block', ann);
    expect(card.buttons()).to.deep.equal(['Unblock']);
  });

  it('tells that a whole server is blocked, which is not this card’s to undo', async () => {
    await card.pushBlock('block', 'im.example');
    expect(card.relation()[0]).to.match(/^Everybody of their server is blocked/);
    expect(card.buttons()).not.to.include('Unblock');
  });
});
