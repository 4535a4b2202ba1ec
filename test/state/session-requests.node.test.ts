import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OnlineSession, outcome } from './online-session.js';

/** A session in which Mary asks to see us. */
async function asked(roster = ''): Promise<OnlineSession> {
  const online = await OnlineSession.start(roster);
  online.presence('mary@im.example', '<status>It is me, Mary</status><nick xmlns="http://jabber.org/protocol/nick">Mary B.</nick>', ' type="subscribe"');
  return online;
}
const whoAsks = ({ session }: OnlineSession) => session.requests().map(({ jid }) => jid);

describe('a request to see us', () => {
  it('waits for the user, with its words and its nick; the one who asks is no contact (RFC 6121 §3.1.3)', async () => {
    const online = await asked();
    assert.deepEqual(online.session.requests(), [{ jid: 'mary@im.example', nick: 'Mary B.', status: 'It is me, Mary' }]);
    assert.deepEqual(online.session.contacts(), []);
    assert.deepEqual(online.stream.take(), [], 'nothing is answered by itself');
  });

  it('is one, however often and from wherever it comes; the newest words count', async () => {
    const online = await asked();
    online.presence('Mary@IM.Example/tablet', '<status>Please</status>', ' type="subscribe"');
    assert.deepEqual(online.session.requests(), [{ jid: 'mary@im.example', nick: undefined, status: 'Please' }]);
  });

  it('is withdrawn by an unsubscribe (RFC 6121 A.3.2)', async () => {
    const online = await asked();
    online.presence('mary@im.example', '', ' type="unsubscribe"');
    assert.deepEqual(whoAsks(online), []);
  });

  for (const subscription of ['from', 'both']) {
    it(`is settled by a push with “${subscription}”: it was approved elsewhere`, async () => {
      const online = await asked();
      online.push(`<item jid="mary@im.example" subscription="${subscription}"/>`);
      assert.deepEqual(whoAsks(online), []);
    });
  }

  for (const subscription of ['none', 'to', 'remove']) {
    it(`is kept when a push with “${subscription}” arrives: that says nothing of it (RFC 6121 A.1)`, async () => {
      const online = await asked('<item jid="mary@im.example" subscription="to"/>');
      online.push(`<item jid="mary@im.example" subscription="${subscription}"/>`);
      assert.deepEqual(whoAsks(online), ['mary@im.example']);
    });
  }

  it('is kept through forged pushes, presence and answers to other things', async () => {
    const online = await asked();
    online.push('<item jid="mary@im.example" subscription="both"/>', ' from="mary@im.example"');
    for (const type of ['', ' type="unavailable"', ' type="subscribed"', ' type="unsubscribed"', ' type="error"']) online.presence('mary@im.example', '', type);
    assert.deepEqual(whoAsks(online), ['mary@im.example']);
  });

  it('approved is answered to the bare address with an id of its own, and settled', async () => {
    const online = await asked();
    await online.session.approveSubscription('Mary@im.example/tablet');
    assert.match(online.stream.take().join(), /^<presence type="subscribed" to="mary@im.example" id="[^"]+"\/>$/);
    assert.deepEqual(whoAsks(online), []);
  });

  it('denied is answered and settled', async () => {
    const online = await asked();
    await online.session.denySubscription('mary@im.example');
    assert.match(online.stream.take().join(), /^<presence type="unsubscribed" to="mary@im.example"/);
    assert.deepEqual(whoAsks(online), []);
  });

  it('that could not be answered waits on', async () => {
    const online = await asked();
    const approve = online.session.approveSubscription('not@an@address');
    assert.equal((await outcome(approve) as Error).name, 'StanzaError');
    assert.deepEqual(whoAsks(online), ['mary@im.example']);
  });

  it('from thousands of strangers stays bounded, and those who wait are not pushed out', async () => {
    const online = await asked();
    for (let index = 0; index < 2_000; index++) online.presence(`s${index}@evil.example`, '', ' type="subscribe"');
    assert.ok(online.session.requests().length <= 500);
    assert.equal(whoAsks(online)[0], 'mary@im.example');
  });

  it('tells those who listen to that address', async () => {
    const online = await OnlineSession.start();
    const heard: string[] = [];
    online.session.subscribe((changed) => heard.push(...changed), 'mary@im.example');
    online.presence('mary@im.example', '', ' type="subscribe"');
    assert.deepEqual(heard, ['mary@im.example']);
  });
});

describe('our subscription', () => {
  it('is asked for at the bare address, whatever was typed (RFC 6121 §3.1.1)', async () => {
    const online = await OnlineSession.start();
    await online.session.requestSubscription(' Mary@IM.example/tablet ');
    assert.match(online.stream.take().join(), /^<presence type="subscribe" to="mary@im.example" id="[^"]+"\/>$/);
  });

  it('when ended makes their presence void at once (RFC 6121 §3.3.3)', async () => {
    const online = await OnlineSession.start('<item jid="mary@im.example" subscription="both"/>');
    online.presence('mary@im.example/tablet');
    await online.session.unsubscribe('mary@im.example');
    assert.match(online.stream.take().join(), /^<presence type="unsubscribe" to="mary@im.example"/);
    assert.equal(online.session.contact('mary@im.example').availability, 'unknown');
  });

  it('stays as it is when we take back theirs', async () => {
    const online = await OnlineSession.start('<item jid="mary@im.example" subscription="both"/>');
    online.presence('mary@im.example/tablet');
    await online.session.cancelSubscription('mary@im.example');
    assert.match(online.stream.take().join(), /^<presence type="unsubscribed" to="mary@im.example"/);
    assert.equal(online.session.contact('mary@im.example').availability, 'available');
  });

  it('granted or refused needs no answer (RFC 6121 §3.1.6)', async () => {
    const online = await OnlineSession.start('<item jid="mary@im.example" subscription="none" ask="subscribe"/>');
    online.presence('mary@im.example', '', ' type="subscribed"');
    online.presence('mary@im.example', '', ' type="unsubscribed"');
    assert.deepEqual(online.stream.take(), []);
    assert.equal(online.session.contacts().length, 1);
  });
});
