import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OnlineSession, OWN, outcome } from './online-session.js';

const PENDING = '<item jid="mary@im.example" name="Mary" subscription="none" ask="subscribe"/>';
const ERROR = '<error type="cancel"><remote-server-not-found xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error>';
const condition = async (promise: Promise<unknown>) => (await outcome(promise) as { condition?: string }).condition;
const mary = ({ session }: OnlineSession) => session.contact('mary@im.example');

describe('asking to see somebody (RFC 6121 §3.1)', () => {
  it('goes to the bare address with an id, and with words if there are any', async () => {
    const online = await OnlineSession.start();
    await online.session.requestSubscription(' Mary@im.example/tablet ', { status: 'It is <me>', nick: 'George' });
    const [sent = ''] = online.stream.take();
    assert.match(sent, /^<presence type="subscribe" to="mary@im.example" id="[^"]+"><status>It is &lt;me><\/status><nick xmlns="http:\/\/jabber.org\/protocol\/nick">George<\/nick><\/presence>$/);
  });

  it('is refused for oneself and for what is no address', async () => {
    const online = await OnlineSession.start();
    assert.equal(await condition(online.session.requestSubscription(OWN)), 'not-allowed');
    assert.equal(await condition(online.session.requestSubscription('a@b@c')), 'jid-malformed');
    assert.deepEqual(online.stream.take(), []);
  });

  it('that fails is told, with the item kept as pending', async () => {
    const online = await OnlineSession.start(PENDING);
    const changed: string[] = [];
    online.session.subscribe((jids) => changed.push(...jids), 'mary@im.example');
    online.presence('mary@im.example', ERROR, ' type="error"');
    assert.equal(mary(online).requestError?.condition, 'remote-server-not-found');
    assert.equal(mary(online).item?.ask, 'subscribe');
    assert.equal(mary(online).availability, 'unknown');
    assert.deepEqual(changed, ['mary@im.example']);
  });

  it('that failed is forgotten when it is asked again, taken back, or settled by a push', async () => {
    const settlings: readonly ((online: OnlineSession) => void)[] = [
      ({ session }) => void session.requestSubscription('mary@im.example'),
      ({ session }) => void session.unsubscribe('mary@im.example'),
      (online) => online.push('<item jid="mary@im.example" subscription="to"/>'),
      (online) => online.push('<item jid="mary@im.example" subscription="remove"/>'),
    ];
    for (const settle of settlings) {
      const online = await OnlineSession.start(PENDING);
      online.presence('mary@im.example', ERROR, ' type="error"');
      settle(online);
      assert.equal(mary(online).requestError, undefined);
    }
  });

  it('is not what an error of a stranger, or of one whom we see, is about', async () => {
    const online = await OnlineSession.start('<item jid="mary@im.example" subscription="both"/>');
    online.presence('mary@im.example', ERROR, ' type="error"');
    online.presence('eve@evil.example', ERROR, ' type="error"');
    assert.equal(mary(online).requestError, undefined);
    assert.equal(online.session.contact('eve@evil.example').requestError, undefined);
  });
});

describe('what they call themselves (XEP-0172)', () => {
  it('is a claim beside the address or our own handle, never the name that is shown', async () => {
    const online = await OnlineSession.start('<item jid="mary@im.example" name="Mary" subscription="to"/>');
    online.presence('mary@im.example', '<nick xmlns="http://jabber.org/protocol/nick"> The Boss </nick>', ' type="subscribe"');
    online.presence('eve@evil.example', '<nick xmlns="http://jabber.org/protocol/nick">Mary</nick>', ' type="subscribe"');
    assert.deepEqual([mary(online).name, mary(online).nick], ['Mary', 'The Boss']);
    const eve = online.session.contact('eve@evil.example');
    assert.deepEqual([eve.name, eve.nick, eve.requested], ['eve@evil.example', 'Mary', true]);
  });
});

describe('approving in advance (RFC 6121 §3.4)', () => {
  const offered = new Set(['urn:xmpp:features:pre-approval']);

  it('is refused where the server does not offer it', async () => {
    const online = await OnlineSession.start();
    assert.equal(online.session.canPreApprove, false);
    assert.equal(await condition(online.session.preApproveSubscription('mary@im.example')), 'feature-not-implemented');
    assert.deepEqual(online.stream.take(), []);
  });

  it('is a subscribed without a request, and can be taken back', async () => {
    const online = new OnlineSession();
    await online.stream.comeOnline(OWN, offered);
    online.stream.take();
    assert.deepEqual(online.session.subscriptionActions('mary@im.example'), ['request', 'pre-approve']);
    await online.session.preApproveSubscription('Mary@im.example/x');
    assert.match(online.stream.take('presence').join(), /^<presence type="subscribed" to="mary@im.example" id=/);
    online.push('<item jid="mary@im.example" subscription="none" approved="true"/>');
    assert.deepEqual(online.session.subscriptionActions('mary@im.example'), ['request', 'cancel-pre-approval']);
    await online.session.cancelSubscription('mary@im.example');
    assert.match(online.stream.take('presence').join(), /^<presence type="unsubscribed" to="mary@im.example"/);
  });
});

describe('one’s own account', () => {
  it('asks nobody, is never a request, and there is nothing to do about it', async () => {
    const online = await OnlineSession.start();
    online.presence('george@im.example', '', ' type="subscribe"');
    assert.deepEqual(online.session.requests(), []);
    assert.deepEqual(online.session.subscriptionActions('george@im.example'), []);
  });

  it('taken for gone by the server says again that it is there, but not over and over', async () => {
    const online = await OnlineSession.start();
    online.presence(OWN, '', ' type="unavailable"');
    online.presence(OWN, '', ' type="unavailable"');
    assert.deepEqual(online.stream.take('presence'), ['<presence/>']);
    assert.equal(online.session.presence.confirmed, false);
    online.environment.advance(10_000);
    online.presence(OWN, '', ' type="unavailable"');
    assert.deepEqual(online.stream.take('presence'), ['<presence/>']);
  });

  it('that chose to be unavailable is believed', async () => {
    const online = await OnlineSession.start();
    void online.session.setUnavailable().catch(() => undefined);
    online.stream.take();
    online.presence(OWN, '', ' type="unavailable"');
    assert.deepEqual(online.stream.take('presence'), []);
  });
});

describe('presence directed at somebody (RFC 6121 §4.6)', () => {
  const directed = (online: OnlineSession) => online.session.contact('eve@else.example').directed;

  it('is remembered until it is ended', async () => {
    const online = await OnlineSession.start();
    await online.session.sendDirectedPresence('eve@else.example/Phone', { show: 'away' });
    assert.equal(directed(online), true);
    assert.deepEqual(online.stream.take(), ['<presence to="eve@else.example/Phone"><show>away</show></presence>']);
    await online.session.endDirectedPresence('eve@else.example/Phone');
    assert.equal(directed(online), false);
    assert.deepEqual(online.stream.take(), ['<presence type="unavailable" to="eve@else.example/Phone"/>']);
  });

  it('ends with our presence: the server tells them, and nothing is renewed by itself', async () => {
    const online = await OnlineSession.start();
    await online.session.sendDirectedPresence('eve@else.example');
    online.stream.take();
    void online.session.setUnavailable().catch(() => undefined);
    assert.deepEqual(online.stream.take('presence'), ['<presence type="unavailable"/>']);
    assert.equal(directed(online), false);
    void online.session.setPresence({});
    assert.deepEqual(online.stream.take('presence'), ['<presence/>']);
  });

  it('ends with the connection', async () => {
    const online = await OnlineSession.start();
    await online.session.sendDirectedPresence('eve@else.example');
    online.stream.take();
    online.stream.lose();
    assert.equal(directed(online), false);
    await online.begin();
    assert.deepEqual(online.stream.take('presence').filter((xml) => xml.includes('to=')), []);
  });

  it('from an unavailable account is ended by ourselves, since no broadcast will tell them (§4.6.3)', async () => {
    const online = await OnlineSession.start();
    void online.session.setUnavailable().catch(() => undefined);
    online.stream.take();
    await online.session.sendDirectedPresence('eve@else.example', {});
    online.stream.take();
    await online.session.disconnect();
    assert.deepEqual(online.stream.take('presence'), ['<presence type="unavailable" to="eve@else.example"/>']);
  });

  it('is refused for what is no address', async () => {
    const online = await OnlineSession.start();
    assert.equal(await condition(online.session.sendDirectedPresence('a@b@c')), 'jid-malformed');
    assert.deepEqual(online.stream.take(), []);
  });

  it('from a stranger shows who they are', async () => {
    const online = await OnlineSession.start();
    online.presence('eve@else.example/p', '<show>dnd</show>');
    const eve = online.session.contact('eve@else.example');
    assert.deepEqual([eve.availability, eve.item], ['dnd', undefined]);
    online.presence('eve@else.example/p', '', ' type="unavailable"');
    assert.deepEqual([online.session.contact('eve@else.example').availability, online.session.contact('eve@else.example').reason], ['unknown', 'not-subscribed']);
  });
});
