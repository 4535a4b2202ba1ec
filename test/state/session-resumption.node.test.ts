import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parse } from '../support/browser/parse.js';
import { OnlineSession, OWN, standing } from './online-session.js';

const MARY = 'mary@im.example';
const EVE = 'eve@far.example';
const ROSTER = '<item jid="mary@im.example" name="Mary" subscription="both"/><item jid="lee@im.example" name="Lee" subscription="both"/>';

/** A session that has heard of everything a session can hear of. */
async function start(): Promise<OnlineSession> {
  const online = await OnlineSession.start(ROSTER);
  online.presence(OWN);
  online.presence(`${MARY}/desk`, '<show>dnd</show><status>In a meeting</status>');
  online.presence(EVE, '', ' type="subscribe"');
  online.environment.advance(2_000);
  await online.session.sendDirectedPresence('guest@far.example/phone');
  online.stream.take();
  return online;
}

/** What the page shows of the session. */
function seen({ session }: OnlineSession) {
  const people = [MARY, 'lee@im.example', EVE, 'guest@far.example'].map((jid) => {
    const { availability, reason, status, directed } = session.contact(jid);
    return [jid, availability, reason, status, directed];
  });
  return { people, ready: session.ready, presence: session.presence, requests: session.requests(), since: session.disconnectedSince };
}

describe('a session whose connection is lost and whose stream goes on', () => {
  it('shows nobody as online meanwhile, and then all as it was, without sending anything', async () => {
    const online = await start();
    const before = seen(online);
    online.stream.suspend();
    const { people, ready, requests, presence } = seen(online);
    assert.deepEqual(people.map(([, availability, reason]) => `${String(availability)} ${String(reason)}`), new Array(4).fill('unknown disconnected'));
    assert.deepEqual([ready, requests, presence.confirmed], [false, [], false]);
    await online.stream.resume(OWN);
    assert.deepEqual(seen(online), before);
    assert.deepEqual(online.stream.take(), []);
  });

  it('takes in what happened meanwhile', async () => {
    const online = await start();
    online.stream.suspend();
    await online.stream.resume(OWN);
    online.presence(`${MARY}/desk`, '', ' type="unavailable"');
    online.push('<item jid="lee@im.example" name="Lee Young" subscription="both"/>');
    assert.deepEqual([online.session.contact(MARY).availability, online.session.contact('lee@im.example').name], ['unavailable', 'Lee Young']);
  });

  it('tells what the user chose meanwhile, and only that', async () => {
    const online = await start();
    online.stream.suspend();
    const chosen = online.session.setPresence({ show: 'away' });
    await online.stream.resume(OWN);
    assert.match(online.stream.take().join(), /^<presence><show>away<\/show><\/presence>$/);
    assert.equal(await standing(chosen), 'waiting');
    online.presence(OWN, '<show>away</show>');
    assert.equal(await standing(chosen), 'done');
  });

  it('says nothing when the user chose what everybody knows', async () => {
    const online = await start();
    online.stream.suspend();
    const chosen = online.session.setPresence();
    await online.stream.resume(OWN);
    assert.deepEqual([online.stream.take(), await standing(chosen)], [[], 'done']);
  });

  it('stays unseen where the user wants to be', async () => {
    const online = await start();
    const gone = online.session.setUnavailable();
    online.answer();
    await gone;
    online.stream.take();
    online.stream.suspend();
    await online.stream.resume(OWN);
    assert.deepEqual([online.session.contact(MARY).reason, online.session.presence.type, online.stream.take()], ['own-unavailable', 'unavailable', []]);
  });

  it('has its roster from the answer that comes over the next socket', async () => {
    const online = new OnlineSession(ROSTER);
    online.stream.respond = () => undefined;
    await online.begin();
    const [asked] = online.stream.sent;
    online.stream.suspend();
    await online.stream.resume(OWN);
    assert.equal(online.session.ready, false);
    online.receive(`<iq type="result" id="${asked?.attrs.id}"><query xmlns="jabber:iq:roster">${ROSTER}</query></iq>`);
    await new Promise(setImmediate);
    assert.deepEqual([online.session.ready, online.session.contacts().length], [true, 2]);
    assert.equal(online.stream.sent.filter(({ children }) => JSON.stringify(children).includes('jabber:iq:roster')).length, 1);
  });

  it('goes on over several losses', async () => {
    const online = await start();
    const before = seen(online);
    for (let loss = 0; loss < 3; loss++) {
      online.stream.suspend();
      online.stream.suspend();
      await online.stream.resume(OWN);
    }
    assert.deepEqual(seen(online), before);
  });
});

describe('a session whose stream does not go on', () => {
  it('begins anew, with nothing of what was', async () => {
    const online = await start();
    online.stream.suspend();
    online.roster = '<item jid="mary@im.example" name="Mary" subscription="both"/>';
    await online.begin();
    const { people, requests } = seen(online);
    assert.deepEqual(people.map(([, availability]) => availability), new Array(4).fill('unknown'));
    assert.deepEqual([requests, online.session.contacts().length], [[], 1]);
    assert.match(online.stream.take('presence').join(), /^<presence\/>$/);
  });

  it('says again what may be said twice, if it may not have been heard', async () => {
    const online = await start();
    await online.session.requestSubscription('ann@im.example');
    const [asked] = online.stream.take('presence');
    online.stream.suspend();
    online.stream.abandon([parse(asked!), parse('<presence><show>away</show></presence>'), parse('<iq type="get" id="1"/>')]);
    await online.begin();
    assert.deepEqual(online.stream.take('presence'), ['<presence/>', asked]);
    await online.begin();
    assert.deepEqual(online.stream.take('presence'), ['<presence/>']);
  });
});
