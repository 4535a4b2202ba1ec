import { expect } from 'chai';
import { SubscriptionRequestsHarness } from './subscription-requests.harness.js';

const ann = 'ann@im.example';
const eve = 'eve@im.example';
const joe = 'joe@im.example';

describe('<xmpp-subscription-requests>', () => {
  let requests: SubscriptionRequestsHarness;
  afterEach(() => requests.remove());

  it('takes no room while nobody asks', async () => {
    requests = await SubscriptionRequestsHarness.online();
    expect(requests.size.height).to.equal(0);
    expect(requests.isEmpty).to.be.true;
    expect(requests.element.getAttribute('count')).to.equal('0');
  });

  it('shows who asks, what they call themselves and their words, and counts', async () => {
    requests = await SubscriptionRequestsHarness.online();
    await requests.asks(ann, { nick: 'Annie', status: 'We met at lunch' });
    await requests.asks(eve);
    expect(requests.heading).to.equal('Contact requests 2');
    expect([requests.element.count, requests.element.getAttribute('count'), requests.isEmpty]).to.deep.equal([2, '2', false]);
    expect(requests.request(ann)).to.deep.include({ nick: 'Calls themselves “Annie”', message: 'We met at lunch', known: '', warning: '' });
    expect(requests.request(eve)).to.deep.include({ nick: '', message: '' });
  });

  it('shows a request that is repeated once, with the newest words', async () => {
    requests = await SubscriptionRequestsHarness.online();
    await requests.asks(ann, { status: 'Hello' });
    await requests.asks(`${ann}/phone`, { status: 'Hello again' });
    expect(requests.requests().map(({ address, message }) => [address, message])).to.deep.equal([[ann, 'Hello again']]);
  });

  it('says that somebody is in the contact list, and under which name', async () => {
    requests = await SubscriptionRequestsHarness.online([{ jid: ann, name: 'Ann Lee', subscription: 'to' }]);
    await requests.asks(ann, { nick: 'The boss' });
    expect(requests.request().known).to.equal('In your contact list as Ann Lee');
  });

  describe('answers', () => {
    it('approves', async () => {
      requests = await SubscriptionRequestsHarness.online();
      await requests.asks(ann);
      await requests.answer('Approve');
      expect(requests.sent()).to.deep.equal([`subscribed ${ann}`]);
      expect(requests.notice).to.equal('ann@im.example may see your presence now.');
      expect(requests.addresses()).to.deep.equal([]);
    });

    it('approves and asks back, approval first', async () => {
      requests = await SubscriptionRequestsHarness.online();
      await requests.asks(ann);
      await requests.answer('Approve and ask back');
      expect(requests.sent()).to.deep.equal([`subscribed ${ann}`, `subscribe ${ann}`]);
      expect(requests.notice).to.equal('ann@im.example may see your presence now, and is asked to show you theirs.');
    });

    it('offers no asking back where one sees them, or has asked', async () => {
      requests = await SubscriptionRequestsHarness.online([{ jid: ann, subscription: 'to' }, { jid: eve, subscription: 'none', ask: 'subscribe' }]);
      for (const jid of [ann, eve, joe]) await requests.asks(jid);
      expect(requests.request(ann).answers).to.deep.equal(['Approve', 'Deny', 'Deny and block']);
      expect(requests.request(eve).answers).to.deep.equal(['Approve', 'Deny', 'Deny and block']);
      expect(requests.request(joe).answers).to.deep.equal(['Approve and ask back', 'Approve', 'Deny', 'Deny and block']);
    });

    it('denies', async () => {
      requests = await SubscriptionRequestsHarness.online();
      await requests.asks(eve);
      await requests.answer('Deny');
      expect(requests.sent()).to.deep.equal([`unsubscribed ${eve}`]);
      expect(requests.notice).to.equal('eve@im.example was turned down.');
    });

    it('denies and blocks, and says so once the server has blocked', async () => {
      requests = await SubscriptionRequestsHarness.online();
      await requests.asks(eve);
      await requests.answer('Deny and block');
      expect(requests.sent()).to.deep.equal([`unsubscribed ${eve}`, `block ${eve}`]);
      expect(requests.notice).to.equal('');
      await requests.answersBlock();
      expect(requests.notice).to.equal('eve@im.example was turned down and blocked.');
    });

    it('offers no blocking where the server cannot', async () => {
      requests = await SubscriptionRequestsHarness.online([], { blocking: false });
      await requests.asks(eve);
      expect(requests.request().answers).not.to.include('Deny and block');
    });

    it('says why somebody could not be blocked', async () => {
      requests = await SubscriptionRequestsHarness.online();
      await requests.asks(eve);
      await requests.answer('Deny and block');
      await requests.answersBlock('not-allowed');
      expect(requests.error).to.equal('Blocking eve@im.example did not work: the server does not allow it.');
      expect(requests.errors).to.deep.equal(['Blocking eve@im.example: StanzaError']);
    });

    it('keeps a request that could not be answered, and says why', async () => {
      requests = await SubscriptionRequestsHarness.online();
      await requests.asks(ann);
      requests.account.stream.send = () => {
        throw Object.assign(new Error('gone'), { name: 'NotConnectedError' });
      };
      await requests.answer('Approve');
      expect(requests.addresses()).to.deep.equal([ann]);
      expect(requests.error).to.equal('Approving ann@im.example is not possible while there is no connection.');
      expect(requests.notice).to.equal('');
    });
  });

  describe('stays true', () => {
    it('when a push says that another client has approved', async () => {
      requests = await SubscriptionRequestsHarness.online();
      await requests.asks(ann);
      requests.account.push({ jid: ann, subscription: 'from' });
      await requests.settled();
      expect(requests.addresses()).to.deep.equal([]);
      expect(requests.size.height).to.equal(0);
    });

    it('through a push that says nothing of the request', async () => {
      requests = await SubscriptionRequestsHarness.online();
      await requests.asks(ann);
      requests.account.push({ jid: ann, name: 'Ann Lee', subscription: 'none', ask: 'subscribe' });
      await requests.settled();
      expect(requests.request()).to.deep.include({ address: ann, known: 'In your contact list as Ann Lee' });
      expect(requests.request().answers).not.to.include('Approve and ask back');
    });

    it('when the request is withdrawn', async () => {
      requests = await SubscriptionRequestsHarness.online();
      await requests.asks(ann);
      await requests.asks(eve);
      await requests.withdraws(ann);
      expect(requests.addresses()).to.deep.equal([eve]);
      expect(requests.notice).to.equal('');
    });

    it('when the connection is lost: the server asks again in the next session', async () => {
      requests = await SubscriptionRequestsHarness.online();
      await requests.asks(ann);
      requests.account.stream.lose();
      await requests.settled();
      expect(requests.isEmpty).to.be.true;
    });

    it('on a page without a connection', async () => {
      requests = await SubscriptionRequestsHarness.online();
      document.body.append(requests.element);
      await requests.settled();
      expect(requests.isEmpty).to.be.true;
    });
  });

  describe('warns of an address that looks like a contact’s', () => {
    const known = [{ jid: ann, name: 'Ann Lee' }];

    for (const [what, jid] of [['Cyrillic letters', 'аnn@im.example'], ['accents', 'ánn@im.example'], ['another domain', 'ann@irn.example']] as const) {
      it(what, async () => {
        requests = await SubscriptionRequestsHarness.online(known);
        await requests.asks(jid, { nick: 'Ann Lee' });
        expect(requests.request().warning).to.equal('Not your contact ann@im.example (Ann Lee): the address only looks alike.');
      });
    }

    it('but neither of the contact itself nor of others', async () => {
      requests = await SubscriptionRequestsHarness.online([{ ...known[0]!, subscription: 'to' }]);
      await requests.asks(ann);
      await requests.asks(joe);
      expect(requests.requests().map(({ warning }) => warning)).to.deep.equal(['', '']);
    });

    it('as contacts come and go', async () => {
      requests = await SubscriptionRequestsHarness.online();
      await requests.asks('аnn@im.example');
      requests.account.push({ jid: ann });
      await requests.settled();
      expect(requests.request().warning).to.contain(ann);
      requests.account.pushRemoval(ann);
      await requests.settled();
      expect(requests.request().warning).to.equal('');
    });
  });

  describe('with 500 requests', () => {
    it('shows some of them, and more when asked, from where one was', async () => {
      requests = await SubscriptionRequestsHarness.online();
      for (let index = 0; index < 500; index++) requests.receiveRequest(`p${index}@im.example`);
      await requests.settled();
      expect(requests.heading).to.equal('Contact requests 500');
      expect(requests.addresses()).to.have.lengthOf(10);
      expect(requests.more).to.equal('Show more (490)');
      await requests.showMore();
      expect(requests.addresses()).to.have.lengthOf(20);
      expect(requests.focused).to.equal('p10@im.example asks to see your presence');
    });

    it('lets the next one come up when one is answered', async () => {
      requests = await SubscriptionRequestsHarness.online();
      for (let index = 0; index < 500; index++) requests.receiveRequest(`p${index}@im.example`);
      await requests.settled();
      await requests.answer('Deny', 'p0@im.example');
      expect(requests.addresses()).to.have.lengthOf(10).and.to.include('p10@im.example');
      expect(requests.element.count).to.equal(499);
    });
  });

  describe('from hostile people', () => {
    it('takes markup for text', async () => {
      requests = await SubscriptionRequestsHarness.online();
      const payload = '<img src=x onerror="document.title=1"><b>&amp;</b>';
      await requests.asks(eve, { nick: payload, status: payload });
      expect(requests.request()).to.deep.include({ nick: `Calls themselves “${payload}”`, message: payload });
      expect(requests.foreignElements).to.equal(0);
    });

    it('leaves controls out that turn text around, and claims of nothing visible', async () => {
      requests = await SubscriptionRequestsHarness.online();
      await requests.asks(eve, { nick: 'Ann\u202Eeel', status: '\u2066\u200b\u3164 ' });
      expect(requests.request()).to.deep.include({ nick: 'Calls themselves “Anneel”', message: '' });
    });

    it('shows in an address what could not be seen', async () => {
      requests = await SubscriptionRequestsHarness.online([{ jid: ann }]);
      await requests.asks('ann\u202e@im.example');
      expect(requests.addresses()).to.deep.equal(['ann\ufffd@im.example']);
      expect(requests.request().warning).to.contain('only looks alike');
    });

    it('cuts words that nobody reads', async () => {
      requests = await SubscriptionRequestsHarness.online();
      await requests.asks(eve, { status: 'x'.repeat(10_000) });
      expect(requests.request().message).to.have.lengthOf(301);
      expect(requests.overflows).to.be.false;
    });

    it('answers names that objects have already', async () => {
      requests = await SubscriptionRequestsHarness.online();
      for (const local of ['__proto__', 'constructor', 'tostring']) await requests.asks(`${local}@im.example`, { nick: '__proto__' });
      expect(requests.addresses()).to.deep.equal(['__proto__@im.example', 'constructor@im.example', 'tostring@im.example']);
      await requests.answer('Deny', '__proto__@im.example');
      expect(requests.sent()).to.deep.equal(['unsubscribed __proto__@im.example']);
    });
  });

  describe('with the keyboard alone', () => {
    it('goes to the next request when one is answered, to the one before at the end, and says so after the last', async () => {
      requests = await SubscriptionRequestsHarness.online();
      requests.box.append(document.createElement('button'));
      for (const jid of [ann, eve, joe]) await requests.asks(jid);
      await requests.press('Tab', 'Tab', 'Enter');
      expect(requests.sent()).to.deep.equal([`subscribed ${ann}`]);
      expect(requests.focused).to.equal('eve@im.example asks to see your presence');
      await requests.press('Tab', 'Tab', 'Tab', 'Tab', 'Tab', 'Space');
      expect(requests.sent()).to.deep.equal([`subscribed ${joe}`, `subscribe ${joe}`]);
      expect(requests.focused).to.equal('eve@im.example asks to see your presence');
      await requests.press('Tab', 'Tab', 'Tab', 'Enter');
      expect(requests.sent()).to.deep.equal([`unsubscribed ${eve}`]);
      expect(requests.focused).to.equal('eve@im.example was turned down.');
      await requests.press('Tab');
      expect(requests.size.height, 'what became of it is gone with the focus').to.equal(0);
    });

    it('keeps the focus when the request that has it is withdrawn', async () => {
      requests = await SubscriptionRequestsHarness.online();
      for (const jid of [ann, eve]) await requests.asks(jid);
      await requests.press('Tab');
      expect(requests.focused).to.equal(`Approve and ask back: ${ann}`);
      await requests.withdraws(ann);
      expect(requests.focused).to.equal('eve@im.example asks to see your presence');
    });

    it('lets the focus be where it is when others come and go', async () => {
      requests = await SubscriptionRequestsHarness.online();
      for (const jid of [ann, eve]) await requests.asks(jid);
      await requests.press('Tab', 'Tab', 'Tab', 'Tab', 'Tab');
      expect(requests.focused).to.equal(`Approve and ask back: ${eve}`);
      await requests.withdraws(ann);
      await requests.asks(joe);
      expect(requests.focused).to.equal(`Approve and ask back: ${eve}`);
    });
  });

  it('fits into 280 px, also from right to left', async () => {
    requests = await SubscriptionRequestsHarness.online([{ jid: ann, name: 'Ann Lee' }], { width: 280 });
    await requests.asks('аnn@im.example', { nick: 'N'.repeat(80), status: 'W'.repeat(200) });
    await requests.asks(`${'long'.repeat(30)}@im.example`);
    expect(requests.overflows).to.be.false;
    requests.box.dir = 'rtl';
    await requests.settled();
    expect(requests.overflows).to.be.false;
  });
});
