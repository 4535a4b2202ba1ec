import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NoResponseError } from '../../src/protocol/errors.js';
import { OnlineSession, OWN, outcome, standing } from './online-session.js';

const MARY = '<item jid="mary@im.example" subscription="both"/>';
const echo = (online: OnlineSession, content = '', from = OWN) => online.presence(from, content);
const kinds = ({ stream }: OnlineSession) => stream.take().map((xml) => /ping|<presence.*/.exec(xml)?.[0]);

/** Online, with the initial presence confirmed. */
async function start(roster = MARY): Promise<OnlineSession> {
  const online = await OnlineSession.start(roster);
  echo(online);
  return online;
}

describe('choosing a presence', () => {
  it('tells the server what was chosen, and nothing more', async () => {
    const online = await start();
    void online.session.setPresence({ show: 'away', status: 'At the coffee machine', priority: 5 });
    assert.deepEqual(online.stream.take(), ['<presence><show>away</show><status>At the coffee machine</status><priority>5</priority></presence>']);
  });

  it('that everybody knows already is not said again (RFC 6121 §4.4.1)', async () => {
    const online = await start();
    const first = online.session.setPresence({ show: 'away', status: 'At lunch' });
    echo(online, '<show>away</show><status>At lunch</status>');
    await first;
    online.stream.take();
    assert.equal(await outcome(online.session.setPresence({ show: 'away', status: 'At lunch' })), 'done');
    assert.deepEqual(online.stream.take(), []);
    void online.session.setPresence({ show: 'away' });
    assert.deepEqual(online.stream.take(), ['<presence><show>away</show></presence>']);
  });

  it('is a wish until our own presence comes back (RFC 6121 §4.2.2)', async () => {
    const online = await start();
    const chosen = online.session.setPresence({ show: 'away' });
    assert.deepEqual(online.session.presence, { type: 'available', show: 'away', confirmed: false });
    assert.equal(await standing(chosen), 'waiting');
    echo(online, '<show>away</show>');
    assert.equal(await outcome(chosen), 'done');
    assert.deepEqual(online.session.presence, { type: 'available', show: 'away', confirmed: true });
  });

  it('is not confirmed by another client of the same account, nor by anybody else', async () => {
    const online = await start();
    const chosen = online.session.setPresence({ show: 'away' });
    for (const from of ['george@im.example/home', 'george@im.example', 'mary@im.example/office', 'george@im.example/Office']) echo(online, '<show>away</show>', from);
    assert.equal(await standing(chosen), 'waiting');
    assert.equal(online.session.presence.confirmed, false);
  });

  it('twice in a row is confirmed only when the server has taken the second', async () => {
    const online = await start();
    void online.session.setPresence({ show: 'away' });
    const chosen = online.session.setPresence({ show: 'dnd' });
    echo(online, '<show>away</show>');
    assert.equal(await standing(chosen), 'waiting');
    assert.equal(online.session.presence.confirmed, false);
    echo(online, '<show>dnd</show>');
    assert.equal(await outcome(chosen), 'done');
    assert.equal(online.session.presence.confirmed, true);
  });

  it('is confirmed by what the server made of it, too (RFC 6121 §4.7.2.3)', async () => {
    const online = await start();
    const chosen = online.session.setPresence({ priority: 100 });
    echo(online, '<priority>10</priority>');
    assert.equal(await outcome(chosen), 'done');
  });

  it('rejects with NoResponseError when nothing comes back in 30 seconds', async () => {
    const online = await start();
    const chosen = outcome(online.session.setPresence({ show: 'away' }));
    online.environment.advance(30_000);
    assert.ok((await chosen) instanceof NoResponseError);
    assert.equal(online.session.presence.confirmed, false);
  });

  it('without a connection is kept for the next one, and confirmed there', async () => {
    const online = await start();
    online.stream.lose();
    const chosen = online.session.setPresence({ show: 'xa' });
    assert.equal(await standing(chosen), 'waiting');
    online.stream.take();
    await online.begin();
    assert.deepEqual(online.stream.take('presence'), ['<presence><show>xa</show></presence>']);
    echo(online, '<show>xa</show>');
    assert.equal(await outcome(chosen), 'done');
  });

  it('before the roster has come waits for it', async () => {
    const online = new OnlineSession();
    online.stream.respond = () => undefined;
    await online.begin();
    void online.session.setPresence({ show: 'dnd' });
    assert.deepEqual(online.stream.take('presence'), []);
    online.answer('<query xmlns="jabber:iq:roster"/>');
    await new Promise(setImmediate);
    assert.deepEqual(online.stream.take('presence'), ['<presence><show>dnd</show></presence>']);
  });

  it('is unconfirmed again when the connection is lost', async () => {
    const online = await start();
    assert.equal(online.session.presence.confirmed, true);
    online.stream.lose();
    assert.deepEqual(online.session.presence, { type: 'available', confirmed: false });
  });

  it('keeps the priority in bounds, and leaves out what is empty', async () => {
    const online = await start();
    void online.session.setPresence({ status: '', priority: 1_000 });
    assert.deepEqual(online.session.presence, { type: 'available', priority: 127, confirmed: false });
    assert.deepEqual(online.stream.take(), ['<presence><priority>127</priority></presence>']);
  });

  it('tells listeners to our own address when it is chosen and when it is confirmed', async () => {
    const online = await start();
    const seen: boolean[] = [];
    online.session.subscribe(() => seen.push(online.session.presence.confirmed), 'george@im.example');
    void online.session.setPresence({ show: 'away' });
    echo(online, '<show>away</show>');
    assert.equal(seen[0], false);
    assert.equal(seen.at(-1), true);
  });
});

describe('choosing to be unavailable', () => {
  it('says so with the words alone, and is confirmed by the answer to a later request (RFC 6120 §10.1)', async () => {
    const online = await start();
    const chosen = online.session.setUnavailable('Gone home');
    assert.deepEqual(kinds(online), ['<presence type="unavailable"><status>Gone home</status></presence>', 'ping']);
    assert.equal(await standing(chosen), 'waiting');
    assert.deepEqual(online.session.presence, { type: 'unavailable', status: 'Gone home', confirmed: false });
  });

  for (const type of ['result', 'error'] as const) {
    it(`is confirmed by an ${type} of whatever kind`, async () => {
      const online = await start();
      const chosen = online.session.setUnavailable();
      online.answer('', type);
      assert.equal(await outcome(chosen), 'done');
      assert.deepEqual(online.session.presence, { type: 'unavailable', confirmed: true });
    });
  }

  it('makes everybody’s presence unknown, for the server tells us no more', async () => {
    const online = await start();
    online.presence('mary@im.example/tablet');
    void outcome(online.session.setUnavailable());
    const { availability, reason } = online.session.contact('mary@im.example');
    assert.deepEqual([availability, reason], ['unknown', 'own-unavailable']);
    void online.session.setPresence();
    assert.equal(online.session.contact('mary@im.example').reason, 'no-presence');
  });

  it('is not taken back by an answer that comes after the user chose again', async () => {
    const online = await start();
    void outcome(online.session.setUnavailable());
    const ping = online.stream.sent.at(-1)!.attrs.id;
    void online.session.setPresence({ show: 'chat' });
    online.receive(`<iq type="result" id="${ping}"/>`);
    await new Promise(setImmediate);
    assert.deepEqual(online.session.presence, { type: 'available', show: 'chat', confirmed: false });
  });

  it('is confirmed by the next session when the connection ends before the answer', async () => {
    const online = await start();
    const chosen = online.session.setUnavailable();
    online.stream.lose();
    await online.begin();
    online.answer();
    await chosen;
    assert.equal(online.session.presence.confirmed, true);
  });

  it('stays so in a new session: the list is there, presence is not', async () => {
    const online = await start();
    void outcome(online.session.setUnavailable());
    online.answer();
    online.stream.lose();
    online.stream.take();
    await online.begin();
    assert.deepEqual(online.stream.take('presence'), ['<presence type="unavailable"/>']);
    assert.equal(online.session.contact('mary@im.example').reason, 'own-unavailable');
  });
});

describe('leaving', () => {
  it('says that we go, then closes the stream (RFC 6121 §4.5.1)', async () => {
    const online = await start();
    await online.session.disconnect();
    assert.deepEqual(online.stream.take(), ['<presence type="unavailable"/>']);
    assert.equal(online.session.connectionStatus, 'offline');
  });

  it('says nothing when nobody knew of us', async () => {
    const online = await start();
    void outcome(online.session.setUnavailable());
    online.stream.take();
    await online.session.disconnect();
    assert.deepEqual(online.stream.take(), []);
    await online.session.disconnect();
  });
});

describe('directed presence (RFC 6121 §4.6)', () => {
  it('shows one address what everybody sees, or something else, and ends', async () => {
    const online = await start();
    void online.session.setPresence({ show: 'dnd' });
    online.stream.take();
    await online.session.sendDirectedPresence('ann@im.example/x');
    await online.session.sendDirectedPresence('ann@im.example', { status: 'Hello' });
    await online.session.endDirectedPresence('ann@im.example');
    assert.deepEqual(online.stream.take(), [
      '<presence to="ann@im.example/x"><show>dnd</show></presence>',
      '<presence to="ann@im.example"><status>Hello</status></presence>',
      '<presence type="unavailable" to="ann@im.example"/>',
    ]);
  });
});
