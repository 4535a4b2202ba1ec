import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OnlineSession } from './online-session.js';

const MARY = '<item jid="mary@im.example" name="Mary" subscription="both"><group>Coworker</group></item>';
const mary = ({ session }: OnlineSession) => session.contact('mary@im.example');

describe('a roster push', () => {
  for (const [whose, from] of Object.entries({ nobody: '', 'our account': ' from="george@im.example"', 'our account in capitals': ' from="George@IM.Example"' })) {
    it(`from ${whose} is applied, and acknowledged once with its id (RFC 6121 §2.1.6)`, async () => {
      const online = await OnlineSession.start(MARY);
      online.push('<item jid="mary@im.example" name="Mary B." subscription="both"/>', from);
      assert.deepEqual([mary(online).name, mary(online).item?.groups], ['Mary B.', []]);
      assert.deepEqual(online.stream.take(), [`<iq type="result" id="push"${from.replace('from', 'to')}/>`]);
    });
  }

  // CVE-2015-8688, CVE-2016-9928
  for (const [whose, from] of Object.entries({
    'a contact': 'mary@im.example', 'a contact’s client': 'mary@im.example/tablet', 'another client of ours': 'george@im.example/home', 'our own client': 'george@im.example/office',
    'our server': 'im.example', 'a domain that looks like ours': 'george@im.example.evil.example', 'what is no address': 'george@im@example', 'an empty address': '',
  })) {
    it(`from ${whose} changes nothing, and nobody learns that we are here`, async () => {
      const online = await OnlineSession.start(MARY);
      const before = mary(online);
      const heard: string[] = [];
      online.session.subscribe((changed) => heard.push(...changed));
      online.push('<item jid="mary@im.example" subscription="remove"/>', ` from="${from}"`);
      online.push('<item jid="mallory@evil.example" name="Mary" subscription="both"/>', ` from="${from}"`);
      assert.equal(mary(online), before);
      assert.equal(online.session.contacts().length, 1);
      assert.deepEqual([heard, online.stream.take()], [[], []]);
    });
  }

  it('with no item, or with two, is acknowledged and changes nothing', async () => {
    const online = await OnlineSession.start(MARY);
    online.push('');
    online.push(`${MARY}<item jid="stuart@im.example"/>`);
    online.push('<item jid="a@b@c" subscription="both"/>');
    assert.deepEqual(online.session.contacts().map(({ jid }) => jid), ['mary@im.example']);
    assert.equal(online.stream.take('iq').length, 3);
    assert.deepEqual(online.environment.errors, []);
  });

  it('of one contact tells those who listen to that one, with a new record; others keep theirs', async () => {
    const online = await OnlineSession.start(`${MARY}<item jid="stuart@im.example" subscription="both"/>`);
    const stuart = online.session.contact('stuart@im.example');
    const before = mary(online);
    const heard: string[] = [];
    online.session.subscribe((changed) => heard.push(...changed), 'mary@im.example');
    online.session.subscribe(() => heard.push('stuart'), 'stuart@im.example');
    online.push('<item jid="mary@im.example" name="Mary B." subscription="both"/>');
    assert.deepEqual(heard, ['mary@im.example']);
    assert.notEqual(mary(online), before);
    assert.equal(online.session.contact('stuart@im.example'), stuart);
  });

  it('that removes a contact removes their presence too: some servers send none', async () => {
    const online = await OnlineSession.start(MARY);
    online.presence('mary@im.example/tablet', '<show>chat</show>');
    online.push('<item jid="mary@im.example" subscription="remove"/>');
    assert.deepEqual([mary(online).item, mary(online).availability, mary(online).reason], [undefined, 'unknown', 'not-subscribed']);
    online.push(MARY);
    assert.deepEqual([mary(online).availability, mary(online).reason], ['unknown', 'no-presence']);
  });

  it('that removes somebody unknown is acknowledged all the same', async () => {
    const online = await OnlineSession.start(MARY);
    online.push('<item jid="nobody@im.example" subscription="remove"/>');
    assert.deepEqual(online.stream.take(), ['<iq type="result" id="push"/>']);
    assert.equal(online.session.contacts().length, 1);
  });

  it('that ends our subscription ends their presence', async () => {
    const online = await OnlineSession.start(MARY);
    online.presence('mary@im.example/tablet');
    online.push('<item jid="mary@im.example" subscription="from"/>');
    assert.deepEqual([mary(online).availability, mary(online).reason, mary(online).resources.length], ['unknown', 'not-subscribed', 0]);
  });

  it('that begins our subscription does not make the server’s acknowledgement presence (RFC 6121 §3.1.3)', async () => {
    const online = await OnlineSession.start('<item jid="mary@im.example" subscription="none" ask="subscribe"/>');
    online.presence('mary@im.example', '', ' type="unavailable"');
    assert.deepEqual([mary(online).availability, mary(online).reason], ['unknown', 'not-subscribed']);
    online.push('<item jid="mary@im.example" subscription="to"/>');
    assert.deepEqual([mary(online).availability, mary(online).reason], ['unknown', 'no-presence']);
    online.presence('mary@im.example/tablet');
    assert.equal(mary(online).availability, 'available');
  });

  it('after presence that came first keeps it', async () => {
    const online = await OnlineSession.start('<item jid="mary@im.example" subscription="none" ask="subscribe"/>');
    online.presence('mary@im.example/tablet', '<show>away</show>');
    online.push('<item jid="mary@im.example" subscription="to"/>');
    assert.equal(mary(online).availability, 'away');
  });

  it('keeps order: the last one is the truth', async () => {
    const online = await OnlineSession.start(MARY);
    for (const group of ['A', 'B', 'C']) online.push(`<item jid="mary@im.example" subscription="both"><group>${group}</group></item>`);
    assert.deepEqual(mary(online).item?.groups, ['C']);
  });

  it('is followed by the next stanza even when a listener throws', async () => {
    const online = await OnlineSession.start(MARY);
    const fault = new Error('a fault in the page');
    online.session.subscribe(() => {
      throw fault;
    });
    online.push('<item jid="mary@im.example" name="Mary B." subscription="both"/>');
    online.presence('mary@im.example/tablet');
    assert.deepEqual([mary(online).name, mary(online).availability], ['Mary B.', 'available']);
    assert.equal(online.stream.take('iq').length, 1);
    assert.deepEqual(online.environment.errors, [fault, fault]);
  });
});

describe('a ping', () => {
  const ping = (from: string) => `<iq type="get" id="ping"${from}><ping xmlns="urn:xmpp:ping"/></iq>`;

  for (const from of ['', ' from="im.example"', ' from="george@im.example"']) {
    it(`${from || 'from nobody'} is answered (XEP-0199 §4)`, async () => {
      const online = await OnlineSession.start();
      online.receive(ping(from));
      assert.match(online.stream.take().join(), /^<iq type="result" id="ping"/);
    });
  }

  it('of a stranger hears what it would hear if nobody were here', async () => {
    const online = await OnlineSession.start();
    online.receive(ping(' from="mallory@evil.example/x"'));
    assert.match(online.stream.take().join(), /^<iq type="error" .*<service-unavailable /);
  });
});

describe('a contact’s presence', () => {
  it('is unknown, not unavailable, until the server has said something', async () => {
    const online = await OnlineSession.start(MARY);
    assert.deepEqual([mary(online).availability, mary(online).reason], ['unknown', 'no-presence']);
    online.presence('mary@im.example', '', ' type="unavailable"');
    assert.deepEqual([mary(online).availability, mary(online).reason], ['unavailable', undefined]);
  });

  it('is “last seen” by the server’s word, or by what we saw', async () => {
    const online = await OnlineSession.start(MARY);
    online.presence('mary@im.example', '<delay xmlns="urn:xmpp:delay" stamp="2026-03-01T17:00:00Z"/><status>Home</status>', ' type="unavailable"');
    assert.deepEqual([mary(online).lastSeen?.toISOString(), mary(online).status], ['2026-03-01T17:00:00.000Z', 'Home']);
    online.presence('mary@im.example/tablet', '<status>Back</status>');
    assert.deepEqual([mary(online).lastSeen, mary(online).status], [undefined, 'Back']);
    online.environment.advance(1_000);
    online.presence('mary@im.example/tablet', '', ' type="unavailable"');
    assert.equal(mary(online).lastSeen?.getTime(), online.environment.now());
  });

  it('says when they did something last: came, changed or went, fell idle, or by the server’s word', async () => {
    const online = await OnlineSession.start(MARY);
    const lastActivity = () => mary(online).lastActivity?.toISOString();
    assert.equal(lastActivity(), undefined);
    online.presence('mary@im.example/tablet', '<delay xmlns="urn:xmpp:delay" stamp="2026-03-01T17:00:00Z"/>');
    assert.equal(lastActivity(), '2026-03-01T17:00:00.000Z');
    online.presence('mary@im.example/tablet', '<show>dnd</show>');
    assert.equal(lastActivity(), '2026-03-02T09:00:00.000Z');
    online.presence('mary@im.example/tablet', '<show>away</show><idle xmlns="urn:xmpp:idle:1" since="2026-03-02T08:30:00Z"/>');
    assert.equal(lastActivity(), '2026-03-02T08:30:00.000Z');
    online.environment.advance(60_000);
    online.presence('mary@im.example/tablet', '', ' type="unavailable"');
    assert.equal(lastActivity(), '2026-03-02T09:01:00.000Z');
  });

  it('is the best resource’s, and all are listed', async () => {
    const online = await OnlineSession.start(MARY);
    online.presence('mary@im.example/phone', '<priority>9</priority><show>chat</show>');
    online.presence('mary@im.example/desk', '<priority>10</priority><show>dnd</show><status>On the meeting…</status>');
    assert.deepEqual([mary(online).availability, mary(online).status], ['dnd', 'On the meeting…']);
    assert.deepEqual(mary(online).resources.map(({ resource }) => resource), ['desk', 'phone']);
  });

  it('is not changed by errors, probes, unknown types, or what is said in asking', async () => {
    const online = await OnlineSession.start(MARY);
    online.presence('mary@im.example/tablet', '<status>Here</status>');
    const before = mary(online);
    for (const type of ['error', 'probe', 'online', 'subscribed', 'unsubscribed']) online.presence('mary@im.example/tablet', '<show>dnd</show><status>No</status>', ` type="${type}"`);
    assert.deepEqual([mary(online).availability, mary(online).status], [before.availability, before.status]);
    assert.deepEqual(online.stream.take(), []);
  });

  it('of a stranger is forgotten when there are too many of them, and whoever follows it is told', async () => {
    const online = await OnlineSession.start(MARY);
    const heard: string[] = [];
    online.presence('george@im.example/office');
    online.presence('first@evil.example/x');
    assert.equal(online.session.contact('first@evil.example').availability, 'available');
    online.session.subscribe((changed) => heard.push(...changed), 'first@evil.example');
    for (let index = 0; index < 1_000; index++) online.presence(`s${index}@evil.example/x`);
    assert.deepEqual([online.session.contact('first@evil.example').availability, heard], ['unknown', ['first@evil.example']]);
    assert.equal(online.session.resources.length, 1, 'we are no stranger to ourselves');
  });

  it('is in the reader’s language', async () => {
    const online = await OnlineSession.start(MARY, { languages: ['cs', 'en'] });
    online.presence('mary@im.example/tablet', '<status xml:lang="en">Away</status><status xml:lang="cs">Pryč</status>');
    assert.equal(mary(online).status, 'Pryč');
  });
});
