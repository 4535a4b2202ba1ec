import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OWN, OnlineSession } from './online-session.js';

const SETTLE_MS = 2_000;
const CONTACTS = '<item jid="mary@im.example" subscription="both"/><item jid="ann@far.example" subscription="both"/><item jid="li@im.example" subscription="from"/>';

describe('contacts of whom the server says nothing', () => {
  async function echoed(): Promise<OnlineSession> {
    const online = await OnlineSession.start(CONTACTS);
    online.presence(OWN);
    return online;
  }

  const availability = (online: OnlineSession, jid: string) => online.session.contact(jid).availability;

  it('are unknown until our own server has had its time', async () => {
    const online = await echoed();
    online.environment.advance(SETTLE_MS - 1);
    assert.equal(online.session.contact('mary@im.example').reason, 'no-presence');
  });

  it('are unavailable after that, with no word of when they were last seen', async () => {
    const online = await echoed();
    online.environment.advance(SETTLE_MS);
    assert.equal(availability(online, 'mary@im.example'), 'unavailable');
    assert.equal(online.session.contact('mary@im.example').lastSeen, undefined);
  });

  it('stay unknown when another server is to speak for them, or when we are not subscribed', async () => {
    const online = await echoed();
    online.environment.advance(SETTLE_MS);
    assert.equal(online.session.contact('ann@far.example').reason, 'no-presence');
    assert.equal(online.session.contact('li@im.example').reason, 'not-subscribed');
  });

  it('are shown as they are when their presence comes late after all', async () => {
    const online = await echoed();
    online.environment.advance(SETTLE_MS);
    online.presence('mary@im.example/desk', '<show>dnd</show>');
    assert.equal(availability(online, 'mary@im.example'), 'dnd');
  });

  it('are unknown again in the next session, and for as long as we are unavailable', async () => {
    const online = await echoed();
    online.environment.advance(SETTLE_MS);
    online.stream.lose();
    online.environment.advance(SETTLE_MS);
    assert.equal(online.session.contact('mary@im.example').reason, 'disconnected');
    await online.begin();
    online.environment.advance(SETTLE_MS);
    assert.equal(online.session.contact('mary@im.example').reason, 'no-presence');
  });
});

describe('presence that was under way when we made ourselves unavailable', () => {
  it('changes nothing: no later one would correct it', async () => {
    const online = await OnlineSession.start(CONTACTS);
    void online.session.setUnavailable().catch(() => undefined);
    online.presence('mary@im.example/desk');
    assert.equal(online.session.contact('mary@im.example').reason, 'own-unavailable');
  });
});

describe('the echo of a presence that we have taken back since', () => {
  it('gives the server no time: when we come again, nobody is said to be gone before it has spoken', async () => {
    const online = await OnlineSession.start(CONTACTS);
    void online.session.setUnavailable().catch(() => undefined);
    online.presence(OWN);
    online.environment.advance(SETTLE_MS);
    void online.session.setPresence().catch(() => undefined);
    assert.equal(online.session.contact('mary@im.example').reason, 'no-presence');
  });
});

describe('another account in the same session', () => {
  it('does not say what the former one said of itself', async () => {
    const online = await OnlineSession.start();
    void online.session.setPresence({ show: 'dnd', status: 'In a meeting with Ann' });
    await online.session.disconnect();
    online.stream.take();
    await online.begin('mary@im.example/desk');
    assert.deepEqual(online.stream.take('presence'), ['<presence/>']);
  });
});
