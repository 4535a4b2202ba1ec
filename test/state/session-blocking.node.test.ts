import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resultOf } from '../support/browser/mock-stream.js';
import { parse } from '../support/browser/parse.js';
import { OnlineSession, outcome } from './online-session.js';

const NS = 'urn:xmpp:blocking';
const MARY = '<item jid="mary@im.example" name="Mary" subscription="both"/>';

/** A session whose server can block, and blocks these. */
async function start(blocked: readonly string[] = [], features = `<feature var="${NS}"/>`): Promise<OnlineSession> {
  const online = new OnlineSession(MARY);
  const { respond } = online.stream;
  online.stream.respond = (stanza) => {
    const xml = JSON.stringify(stanza.children);
    if (xml.includes('disco#info')) return resultOf(stanza, parse(`<query xmlns="http://jabber.org/protocol/disco#info">${features}</query>`));
    if (xml.includes('"blocklist"')) return resultOf(stanza, parse(`<blocklist xmlns="${NS}">${items(blocked)}</blocklist>`));
    return respond(stanza);
  };
  await online.begin();
  await new Promise(setImmediate);
  online.stream.take();
  return online;
}

const items = (jids: readonly string[]) => jids.map((jid) => `<item jid="${jid}"/>`).join('');
const push = (online: OnlineSession, content: string, attrs = '') => online.receive(`<iq type="set" id="b1"${attrs}>${content}</iq>`);
const mary = ({ session }: OnlineSession) => session.contact('mary@im.example');

describe('blocking (XEP-0191)', () => {
  it('is asked for at our own server, and the list fetched, once presence is out', async () => {
    const online = new OnlineSession(MARY);
    await online.begin();
    const sent = online.stream.take().join('');
    assert.match(sent, /<presence\/>.*<iq type="get" to="im.example" id="[^"]+"><query xmlns="http:\/\/jabber.org\/protocol\/disco#info"\/><\/iq>/);
    assert.equal(online.session.canBlock, false);
  });

  it('shows whom the server blocks, by address and by domain', async () => {
    const online = await start(['mary@im.example', 'evil.example']);
    assert.equal(online.session.canBlock, true);
    assert.deepEqual(online.session.blocked(), ['mary@im.example', 'evil.example']);
    assert.equal(mary(online).blocked, true);
    assert.equal(mary(online).reason, 'blocked');
    assert.equal(online.session.contact('anybody@evil.example').blocked, true);
    assert.equal(online.session.contact('stuart@im.example').blocked, false);
  });

  it('is one set with the bare address, and takes effect by the push', async () => {
    const online = await start();
    online.presence('mary@im.example/a');
    const blocked = online.session.blockContact('Mary@im.example/tablet');
    assert.match(online.stream.sent.map((stanza) => JSON.stringify(stanza)).join(), /"block".*"jid":"mary@im.example"/);
    online.answer();
    assert.equal(await outcome(blocked), 'done');
    assert.equal(mary(online).blocked, false);
    push(online, `<block xmlns="${NS}">${items(['mary@im.example'])}</block>`);
    assert.equal(mary(online).blocked, true);
    assert.deepEqual(mary(online).resources, [], 'nothing says any more that she is there');
    push(online, `<unblock xmlns="${NS}">${items(['mary@im.example'])}</unblock>`);
    assert.equal(mary(online).blocked, false);
  });

  it('settles the request that waits', async () => {
    const online = await start();
    online.presence('eve@evil.example', '', ' type="subscribe"');
    const blocked = online.session.blockContact('eve@evil.example');
    online.answer();
    await blocked;
    assert.deepEqual(online.session.requests(), []);
  });

  it('of a whole domain ends what is known of its people, and settles their requests, wherever it was done', async () => {
    const online = await start();
    online.presence('mary@im.example/a');
    online.presence('eve@im.example', '', ' type="subscribe"');
    push(online, `<block xmlns="${NS}">${items(['im.example'])}</block>`);
    assert.deepEqual([mary(online).availability, mary(online).reason, mary(online).resources], ['unknown', 'blocked', []]);
    assert.deepEqual(online.session.requests(), []);
  });

  it('ends for everybody at an empty unblock', async () => {
    const online = await start(['mary@im.example', 'eve@evil.example']);
    push(online, `<unblock xmlns="${NS}"/>`);
    assert.deepEqual(online.session.blocked(), []);
    assert.equal(mary(online).blocked, false);
  });

  it('tells listeners', async () => {
    const online = await start();
    const changed: string[] = [];
    online.session.subscribe((jids) => changed.push(...jids));
    push(online, `<block xmlns="${NS}">${items(['mary@im.example'])}</block>`);
    assert.ok(changed.includes('mary@im.example'));
    changed.length = 0;
    push(online, `<block xmlns="${NS}">${items(['im.example'])}</block>`);
    assert.ok(changed.includes('mary@im.example'), 'a domain concerns everybody of it');
  });

  for (const from of ['eve@evil.example', 'im.example', 'george@im.example/other', 'george@im.example.evil.example']) {
    it(`believes no push from ${from}, and does not answer it`, async () => {
      const online = await start(['eve@evil.example']);
      push(online, `<unblock xmlns="${NS}"/>`, ` from="${from}"`);
      assert.deepEqual(online.session.blocked(), ['eve@evil.example']);
      assert.deepEqual(online.stream.take(), []);
    });
  }

  for (const content of [`<block xmlns="${NS}"/>`, `<block xmlns="${NS}"><item/></block>`, `<unblock xmlns="${NS}"><item jid="@"/></unblock>`, `<what xmlns="${NS}"/>`]) {
    it(`takes nothing from ${content}, and answers`, async () => {
      const online = await start(['eve@evil.example']);
      push(online, content);
      assert.deepEqual(online.session.blocked(), ['eve@evil.example']);
      assert.match(online.stream.take().join(), /type="result"/);
      assert.deepEqual(online.environment.errors, []);
    });
  }

  it('tells them first that we go, and when it is refused that we are there', async () => {
    const online = await start();
    void online.session.setPresence({ show: 'away' });
    online.stream.take();
    const blocked = online.session.blockContact('mary@im.example');
    assert.deepEqual(online.stream.sent.map(({ name, attrs }) => [name, attrs.type, attrs.to]), [['presence', 'unavailable', 'mary@im.example'], ['iq', 'set', undefined]]);
    online.refuse('not-acceptable');
    await outcome(blocked);
    assert.deepEqual(online.stream.take('presence').at(-1), '<presence to="mary@im.example"><show>away</show></presence>');
    void online.session.blockContact('stranger@im.example').catch(() => undefined);
    assert.deepEqual(online.stream.take('presence'), [], 'a stranger does not see us');
  });

  it('of oneself is refused before anything is sent, and so is blocking where the server cannot', async () => {
    const online = await start();
    assert.equal((await outcome(online.session.blockContact('george@im.example/x')) as { condition?: string }).condition, 'not-allowed');
    const plain = await start([], '');
    assert.equal((await outcome(plain.session.blockContact('mary@im.example')) as { condition?: string }).condition, 'feature-not-implemented');
    assert.deepEqual([...online.stream.take(), ...plain.stream.take()], []);
  });

  it('refused by the server changes nothing', async () => {
    const online = await start();
    const blocked = online.session.blockContact('mary@im.example');
    online.refuse('not-acceptable');
    assert.equal((await outcome(blocked) as { condition?: string }).condition, 'not-acceptable');
    assert.equal(mary(online).blocked, false);
  });

  it('is asked for anew in a new session', async () => {
    const online = await start(['mary@im.example']);
    online.stream.lose();
    assert.equal(online.session.canBlock, undefined);
    assert.deepEqual(online.session.blocked(), []);
    await online.begin();
    await new Promise(setImmediate);
    assert.deepEqual(online.session.blocked(), ['mary@im.example']);
  });
});
