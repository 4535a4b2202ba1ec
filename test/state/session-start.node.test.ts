import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resultOf } from '../support/browser/mock-stream.js';
import { parse } from '../support/browser/parse.js';
import { OnlineSession, OWN } from './online-session.js';

const MARY = '<item jid="mary@im.example" name="Mary" subscription="both"><group>Coworker</group></item>';
const STUART = '<item jid="stuart@im.example" name="Stuart" subscription="to"/>';
const names = ({ session }: OnlineSession) => session.contacts().map(({ name }) => name).sort();

describe('the start of a session', () => {
  it('asks for the roster, and sends presence when it has come (RFC 6121 §2.2)', async () => {
    const online = new OnlineSession(MARY);
    const { stream } = online;
    stream.respond = () => undefined;
    await online.begin();
    const [ask] = stream.sent;
    assert.deepEqual(stream.take().map((xml) => xml.replace(/ id="[^"]*"/, '')), ['<iq type="get"><query xmlns="jabber:iq:roster"/></iq>']);
    assert.equal(online.session.ready, false);
    stream.receive(resultOf(ask!, parse(`<query xmlns="jabber:iq:roster">${MARY}</query>`)));
    await new Promise(setImmediate);
    assert.equal(online.session.ready, true);
    assert.deepEqual(stream.take('presence'), ['<presence/>']);
    assert.deepEqual(names(online), ['Mary']);
  });

  for (const condition of ['item-not-found', 'service-unavailable']) {
    it(`shows an empty list, but is present, where the server says ${condition} (RFC 6121 §2.1.4, §2.2)`, async () => {
      const online = new OnlineSession();
      online.stream.respond = () => undefined;
      await online.begin();
      online.refuse(condition);
      await new Promise(setImmediate);
      assert.deepEqual(online.stream.take('presence'), ['<presence/>']);
      assert.deepEqual(names(online), []);
      online.push(MARY);
      assert.deepEqual(names(online), ['Mary']);
    });
  }

  it('is present even when no roster comes in time, and keeps the one it had', async () => {
    const online = await OnlineSession.start(MARY);
    online.stream.lose();
    online.stream.respond = () => undefined;
    await online.begin();
    online.stream.take();
    online.environment.advance(30_000);
    await new Promise(setImmediate);
    assert.deepEqual(online.stream.take('presence'), ['<presence/>']);
    assert.equal(online.session.ready, true);
    assert.deepEqual(names(online), ['Mary']);
  });

  it('is nothing more when the connection is lost before the roster comes', async () => {
    const online = new OnlineSession(MARY);
    online.stream.respond = () => undefined;
    await online.begin();
    online.stream.take();
    online.stream.lose();
    await new Promise(setImmediate);
    assert.deepEqual(online.stream.take(), []);
    assert.equal(online.session.ready, false);
  });

  it('keeps presence that comes before the roster', async () => {
    const online = new OnlineSession();
    online.stream.respond = () => undefined;
    await online.begin();
    online.presence('mary@im.example/tablet', '<show>away</show>');
    online.answer(`<query xmlns="jabber:iq:roster">${MARY}</query>`);
    await new Promise(setImmediate);
    assert.equal(online.session.contact('mary@im.example').availability, 'away');
  });

  it('takes a push that comes before the roster, and then the roster as the whole truth', async () => {
    const online = new OnlineSession();
    online.stream.respond = () => undefined;
    await online.begin();
    online.push(STUART);
    assert.deepEqual(names(online), ['Stuart']);
    const [get] = online.stream.sent;
    online.stream.receive(resultOf(get!, parse(`<query xmlns="jabber:iq:roster">${MARY}</query>`)));
    await new Promise(setImmediate);
    assert.deepEqual(names(online), ['Mary']);
  });

  it('does not take a result with the right id from anybody else for the roster (CVE-2014-0364)', async () => {
    const online = new OnlineSession();
    online.stream.respond = () => undefined;
    await online.begin();
    const id = online.stream.sent[0]!.attrs.id;
    for (const from of ['mallory@im.example', 'im.example', 'george@im.example.evil.example', 'george@im.example/home']) {
      online.receive(`<iq type="result" id="${id}" from="${from}"><query xmlns="jabber:iq:roster">${STUART}</query></iq>`);
    }
    await new Promise(setImmediate);
    assert.deepEqual([names(online), online.session.ready], [[], false]);
    online.receive(`<iq type="result" id="${id}" from="george@im.example"><query xmlns="jabber:iq:roster">${MARY}</query></iq>`);
    await new Promise(setImmediate);
    assert.deepEqual(names(online), ['Mary']);
  });

  it('tells its listeners that everything may have changed', async () => {
    const online = new OnlineSession(MARY);
    let all = 0;
    let marys = 0;
    online.session.subscribe(() => all++);
    online.session.subscribe(() => marys++, 'Mary@IM.example/any');
    await online.begin();
    assert.ok(all > 0 && marys > 0);
    assert.deepEqual(online.environment.errors, []);
  });
});

describe('one’s own account', () => {
  it('is no contact, even if it stands in the roster (RFC 6121 §3)', async () => {
    const online = await OnlineSession.start(`${MARY}<item jid="george@im.example" name="Me" subscription="both"><group>Coworker</group></item>`);
    const { session } = online;
    online.presence(OWN, '<show>dnd</show>');
    assert.deepEqual(names(online), ['Mary']);
    assert.deepEqual(session.groups().map(({ contacts }) => contacts.length), [1]);
    assert.equal(session.contact('george@im.example').item, undefined);
    assert.equal(session.contact('george@im.example').availability, 'dnd');
  });

  it('has the resources that its other clients announce', async () => {
    const online = await OnlineSession.start();
    online.presence(OWN, '<priority>1</priority>');
    online.presence('george@im.example/home', '<priority>10</priority><show>away</show>');
    online.receive('<presence><show>dnd</show></presence>');
    assert.deepEqual(online.session.resources.map(({ resource }) => resource), ['home', 'office', '']);
  });
});

describe('a new session', () => {
  it('knows nobody’s presence any more, but keeps showing the list', async () => {
    const online = await OnlineSession.start(MARY);
    online.presence('mary@im.example/tablet');
    online.stream.lose();
    const offline = online.session.contact('mary@im.example');
    assert.deepEqual([offline.availability, offline.reason, offline.resources.length], ['unknown', 'disconnected', 0]);
    assert.deepEqual(names(online), ['Mary']);
    await online.begin();
    const again = online.session.contact('mary@im.example');
    assert.deepEqual([again.availability, again.reason], ['unknown', 'no-presence']);
  });

  it('knows no requests any more: the server repeats them', async () => {
    const online = await OnlineSession.start();
    online.presence('mary@im.example', '', ' type="subscribe"');
    online.stream.lose();
    assert.deepEqual(online.session.requests(), []);
  });

  it('loses contacts that are gone from its roster', async () => {
    const online = await OnlineSession.start(MARY + STUART);
    const heard = new Set<string>();
    online.stream.lose();
    online.roster = STUART;
    online.session.subscribe((changed) => changed.forEach((jid) => heard.add(jid)));
    await online.begin();
    assert.deepEqual(names(online), ['Stuart']);
    assert.ok(heard.has('mary@im.example'));
  });

  it('of another account starts with nothing of the former one’s', async () => {
    const online = await OnlineSession.start(MARY);
    await online.stream.disconnect();
    online.stream.respond = () => undefined;
    await online.begin('ann@other.example/x');
    assert.deepEqual(names(online), []);
    assert.equal(online.session.contact('mary@im.example').item, undefined);
    assert.equal(online.session.jid, 'ann@other.example');
  });

  it('says since when nothing was known', async () => {
    const online = new OnlineSession(MARY);
    const since = () => online.session.disconnectedSince?.getTime();
    online.stream.connect();
    assert.equal(since(), undefined);
    await online.begin();
    online.environment.advance(60_000);
    const lost = online.environment.now();
    online.stream.lose();
    online.environment.advance(60_000);
    online.stream.lose();
    assert.equal(since(), lost);
    await online.begin();
    assert.equal(since(), undefined);
  });

  it('tells the same presence as the last one (RFC 6121 §4.2)', async () => {
    const online = await OnlineSession.start();
    void online.session.setPresence({ show: 'dnd', status: 'On the phone', priority: 5 });
    online.presence(OWN, '<show>dnd</show>');
    online.stream.lose();
    online.stream.take();
    await online.begin();
    assert.deepEqual(online.stream.take('presence'), ['<presence><show>dnd</show><status>On the phone</status><priority>5</priority></presence>']);
  });
});
