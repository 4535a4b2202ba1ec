import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { OnlineSession } from './online-session.js';

const ROSTER = ['both', 'from', 'to', 'none'].map((subscription) => `<item jid="${subscription}@im.example" subscription="${subscription}"/>`).join('');
const ask = (online: OnlineSession, from: string, node = '') =>
  online.receive(`<iq type="get" id="d1"${from === '' ? '' : ` from="${from}"`}><query xmlns="http://jabber.org/protocol/disco#info"${node}/></iq>`);
const answer = (online: OnlineSession) => online.stream.take('iq').join();

describe('who asks what we can do', () => {
  for (const from of ['', 'im.example', 'george@im.example', 'george@im.example/phone', 'both@im.example/x', 'from@im.example/x']) {
    it(`is told when they see our presence: ${from || 'our account'}`, async () => {
      const online = await OnlineSession.start(ROSTER);
      ask(online, from);
      assert.match(answer(online), /type="result" id="d1".*<identity category="client" type="web" name="xmpp-elements"\/>/);
    });
  }

  for (const from of ['to@im.example/x', 'none@im.example/x', 'stranger@evil.example/x', 'evil.example']) {
    it(`hears that nobody is here when they do not: ${from}`, async () => {
      const online = await OnlineSession.start(ROSTER);
      ask(online, from);
      assert.match(answer(online), /type="error".*<service-unavailable/);
    });
  }

  it('is told while we show ourselves to them, and not when we are unavailable', async () => {
    const online = await OnlineSession.start(ROSTER);
    await online.session.sendDirectedPresence('stranger@else.example');
    ask(online, 'stranger@else.example/x');
    assert.match(answer(online), /type="result"/);
    void online.session.setUnavailable().catch(() => undefined);
    online.stream.take();
    ask(online, 'both@im.example/x');
    assert.match(answer(online), /service-unavailable/);
  });

  it('about something else hears that there is none', async () => {
    const online = await OnlineSession.start(ROSTER);
    ask(online, 'both@im.example/x', ' node="http://other.example#x"');
    assert.match(answer(online), /item-not-found/);
  });
});
