import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSessionSnapshot } from '../../src/state/read-snapshot.js';
import { parse } from '../support/browser/parse.js';
import { OnlineSession, OWN, standing } from './online-session.js';

const MARY = 'mary@im.example';
const LEE = 'lee@im.example';
const EVE = 'eve@far.example';
const GUEST = 'guest@far.example';
const ROSTER = `<item jid="${MARY}" name="Mary" subscription="both"><group>Friends</group></item><item jid="${LEE}" subscription="to" ask="subscribe"/>`;

/** A session that has heard of everything a session can hear of. */
async function start(): Promise<OnlineSession> {
  const online = await OnlineSession.start(ROSTER);
  online.presence(OWN, '<show>dnd</show>');
  online.presence(`${MARY}/desk`, '<show>away</show><priority>5</priority><idle xmlns="urn:xmpp:idle:1" since="2026-03-02T08:00:00Z"/>');
  online.presence(`${MARY}/phone`, '<status>On the way</status>');
  online.presence(LEE, '<delay xmlns="urn:xmpp:delay" stamp="2026-03-01T08:00:00Z"/><status>Gone</status>', ' type="unavailable"');
  online.presence(EVE, '<status>Let me in</status><nick xmlns="http://jabber.org/protocol/nick">Eve</nick>', ' type="subscribe"');
  online.presence(LEE, '<error type="cancel"><remote-server-not-found xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error>', ' type="error"');
  await online.session.sendDirectedPresence(`${GUEST}/phone`);
  online.environment.advance(2_000);
  online.stream.take();
  return online;
}

/** What a page shows of the session, as JSON: what is left out and what is undefined are the same. */
function seen({ session }: OnlineSession): unknown {
  const shown = {
    contacts: session.contacts(), others: [EVE, GUEST].map((jid) => session.contact(jid)), requests: session.requests(),
    own: [session.jid, session.ready, session.presence, session.resources, session.canBlock], view: [...session.viewSettings.favourites],
  };
  return JSON.parse(JSON.stringify(shown));
}

/** Another page, which goes on with what was kept of the first. */
async function goOn(kept: unknown): Promise<OnlineSession> {
  const next = new OnlineSession();
  await next.stream.takeOver(OWN, kept);
  return next;
}
const asKept = ({ session }: OnlineSession): unknown => JSON.parse(JSON.stringify(session.snapshot()));

describe('a session that goes on in another page', () => {
  it('shows all that it showed before, and sends nothing', async () => {
    const online = await start();
    online.session.viewSettings.setFavourite(MARY, true);
    const next = await goOn(asKept(online));
    assert.deepEqual(seen(next), seen(online));
    assert.deepEqual(next.stream.take(), []);
  });

  it('takes in what comes', async () => {
    const next = await goOn(asKept(await start()));
    next.presence(`${MARY}/desk`, '', ' type="unavailable"');
    next.push(`<item jid="${LEE}" name="Lee" subscription="to"/>`);
    assert.deepEqual([next.session.contact(MARY).status, next.session.contact(LEE).name, next.session.contact(LEE).requestError], ['On the way', 'Lee', undefined]);
  });

  it('stays unavailable where that was chosen', async () => {
    const online = await start();
    void online.session.setUnavailable();
    const next = await goOn(asKept(online));
    assert.deepEqual([next.session.presence.type, next.session.contact(MARY).reason], ['unavailable', 'own-unavailable']);
  });

  it('hears of the presence that was chosen meanwhile', async () => {
    const kept = asKept(await start());
    const next = new OnlineSession();
    const chosen = next.session.setPresence({ show: 'away' });
    await next.stream.takeOver(OWN, kept);
    assert.deepEqual(next.stream.take('presence'), ['<presence><show>away</show></presence>']);
    assert.equal(await standing(chosen), 'waiting');
    next.presence(OWN, '<show>away</show>');
    assert.equal(await standing(chosen), 'done');
  });

  it('takes over the presence that the page before chose after it had stored the session', async () => {
    const next = await goOn(asKept(await start()));
    next.presence(OWN, '<show>away</show><status>Back soon</status>');
    assert.deepEqual(next.session.presence, { type: 'available', show: 'away', status: 'Back soon', confirmed: true });
    void next.session.setPresence({ show: 'xa' });
    next.presence(OWN, '<show>xa</show>');
    assert.deepEqual([next.session.presence.show, next.stream.take().length], ['xa', 1]);
  });

  it('takes the place of what the page had of another account', async () => {
    const kept = asKept(await start());
    const other = await OnlineSession.start('<item jid="boss@other.example" subscription="both"/>');
    await other.begin('ann@other.example/desk');
    await other.stream.takeOver(OWN, kept);
    assert.deepEqual(other.session.contacts().map(({ jid }) => jid).sort(), [LEE, MARY]);
  });

  it('can be taken as it stood while its connection is lost', async () => {
    const online = await start();
    const before = asKept(online);
    online.stream.suspend();
    assert.deepEqual(asKept(online), before);
  });

  it('is not made too large to be handed on by what strangers say of themselves', async () => {
    const online = await start();
    const before = JSON.stringify(asKept(online)).length;
    for (let index = 0; index < 26; index++) {
      const words = `<status>${'s'.repeat(200_000)}</status><nick xmlns="http://jabber.org/protocol/nick">${'n'.repeat(200_000)}</nick>`;
      online.presence(`${EVE}/${index}`, words);
      online.presence(`s${index}@far.example`, words, ' type="subscribe"');
    }
    assert.ok(JSON.stringify(asKept(online)).length < before + 26 * 6_000);
  });

  it('cannot be taken before it has its roster', () => {
    assert.equal(new OnlineSession().session.snapshot(), undefined);
  });

  it('is none of what we would not have written', async () => {
    const good = asKept(await start()) as Record<string, unknown>;
    assert.ok(isSessionSnapshot(good));
    const bad: Record<string, unknown> = {
      format: 2, jid: 'George@IM.example', roster: { format: 1, items: [{ jid: 1 }] }, presences: [['a', { resources: [{ resource: 'x', priority: 'high' }] }]],
      settled: 'yes', presence: { type: 'invisible' }, requests: ['eve'], requestErrors: [[EVE, {}]], nicks: [[EVE, 5]], directed: [[GUEST, 'yes']], blocked: [1],
    };
    for (const [key, value] of Object.entries(bad)) assert.ok(!isSessionSnapshot({ ...good, [key]: value }), key);
    for (const nothing of [undefined, null, 'text', 5, []]) assert.ok(!isSessionSnapshot(nothing));
    const next = await goOn({ ...good, format: 2 });
    assert.match(next.stream.take('iq').join(), /jabber:iq:roster/);
  });
});

describe('what another tab sends', () => {
  const hear = (online: OnlineSession, xml: string) => online.stream.hearSent(parse(xml));

  it('is our own presence here, too, until the server confirms it', async () => {
    const online = await start();
    hear(online, '<presence><show>xa</show><status>Out</status></presence>');
    assert.deepEqual(online.session.presence, { type: 'available', show: 'xa', status: 'Out', confirmed: false });
    online.presence(OWN, '<show>xa</show><status>Out</status>');
    assert.equal(online.session.presence.confirmed, true);
    assert.deepEqual(online.stream.take(), []);
  });

  it('is said again by one of them when the server takes us for gone', async () => {
    for (const isFirst of [true, false]) {
      const online = await start();
      online.stream.isFirst = isFirst;
      online.presence(OWN, '', ' type="unavailable"');
      assert.equal(online.stream.take('presence').length, isFirst ? 1 : 0);
    }
  });

  it('makes us unavailable here, too: nothing is known of others any more', async () => {
    const online = await start();
    hear(online, '<presence type="unavailable"/>');
    assert.deepEqual([online.session.presence.type, online.session.contact(MARY).reason, online.session.contact(GUEST).directed], ['unavailable', 'own-unavailable', false]);
  });

  it('answers a request here, too', async () => {
    for (const type of ['subscribed', 'unsubscribed']) {
      const online = await start();
      hear(online, `<presence to="${EVE}" type="${type}"/>`);
      assert.deepEqual(online.session.requests(), []);
    }
  });

  it('shows us to somebody, or ends that', async () => {
    const online = await start();
    hear(online, '<presence to="new@far.example"/>');
    hear(online, `<presence to="${GUEST}/phone" type="unavailable"/>`);
    assert.deepEqual([online.session.contact('new@far.example').directed, online.session.contact(GUEST).directed], [true, false]);
  });

  it('asks again, or no more', async () => {
    const online = await start();
    hear(online, `<presence to="${LEE}" type="subscribe"/>`);
    hear(online, `<presence to="${MARY}" type="unsubscribe"/>`);
    assert.deepEqual([online.session.contact(LEE).requestError, online.session.contact(MARY).resources], [undefined, []]);
  });

  it('is how the list is shown here, too', async () => {
    const online = await start();
    hear(online, `<iq type="set"><query xmlns="jabber:iq:private"><view xmlns="xmpp-elements:roster-view">{"favourites":["${LEE}"]}</view></query></iq>`);
    assert.deepEqual([...online.session.viewSettings.favourites], [LEE]);
  });
});
