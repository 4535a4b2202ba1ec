import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { HandledCountTooHighError, StreamManagement } from '../../src/protocol/stream-management.js';
import { readResumption } from '../../src/protocol/stream-resumption.js';
import { element } from '../../src/protocol/xml.js';

const JID = 'george@im.example/office';
const enabled = element('enabled', { id: 'stream-1', resume: 'true', max: '60' });
const stanza = (n: number) => `<message xmlns="jabber:client" id="${n}"/>`;
const acknowledgement = (h: number) => element('a', { h: String(h) });

function begun(): StreamManagement {
  const management = new StreamManagement();
  management.enable(JID, ['urn:xmpp:sm:3']);
  management.noteEnabled(enabled);
  return management;
}

describe('a managed stream', () => {
  it('asks to be kept, for a minute', () => {
    assert.equal(new StreamManagement().enable(JID, []), '<enable xmlns="urn:xmpp:sm:3" resume="true" max="60"/>');
  });

  it('counts ours from <enable/> on, and the server’s from <enabled/> on (XEP-0198 §3)', () => {
    const management = new StreamManagement();
    management.noteSent(stanza(0));
    management.noteReceived();
    management.enable(JID, []);
    management.noteSent(stanza(1));
    management.noteReceived();
    management.noteEnabled(enabled);
    management.noteReceived();
    assert.deepEqual(management.unacknowledged, [stanza(1)]);
    assert.equal(management.answer(), '<a xmlns="urn:xmpp:sm:3" h="1"/>');
    assert.equal(management.resume(), '<resume xmlns="urn:xmpp:sm:3" h="1" previd="stream-1"/>');
  });

  it('cannot be resumed where the server only acknowledges, or says nothing of it', () => {
    for (const attrs of [{ id: 'stream-1' }, { id: 'stream-1', resume: 'false' }, { resume: 'true' }]) {
      const management = new StreamManagement();
      management.enable(JID, []);
      management.noteEnabled(element('enabled', attrs));
      assert.deepEqual([management.isEnabled, management.isResumable, management.snapshot(0)], [true, false, undefined]);
    }
  });

  it('keeps ours until they are acknowledged, whatever comes twice', () => {
    const management = begun();
    for (const n of [1, 2, 3, 4]) management.noteSent(stanza(n));
    management.acknowledge(acknowledgement(2));
    management.acknowledge(acknowledgement(2));
    assert.deepEqual(management.unacknowledged, [stanza(3), stanza(4)]);
    management.acknowledge(acknowledgement(4));
    assert.deepEqual(management.unacknowledged, []);
  });

  it('does not believe that more was handled than was sent', () => {
    const management = begun();
    management.noteSent(stanza(1));
    assert.throws(() => management.acknowledge(acknowledgement(2)), HandledCountTooHighError);
    assert.deepEqual(management.unacknowledged, [stanza(1)]);
  });

  it('takes it from the server how much another page had sent that crashed, once', () => {
    const management = new StreamManagement({ id: 's', jid: JID, inbound: 0, outbound: 5, unacknowledged: [stanza(6)], features: [], takenAt: 0 });
    management.acknowledge(acknowledgement(9));
    management.noteSent(stanza(10));
    assert.deepEqual(management.unacknowledged, [stanza(10)]);
    management.acknowledge(acknowledgement(10));
    assert.deepEqual(management.unacknowledged, []);
    assert.throws(() => management.acknowledge(acknowledgement(11)), HandledCountTooHighError);
    const behind = new StreamManagement({ id: 's', jid: JID, inbound: 0, outbound: 5, unacknowledged: [], features: [], takenAt: 0 });
    assert.throws(() => behind.acknowledge(acknowledgement(4)), HandledCountTooHighError);
  });

  it('goes past 2³² in both directions', () => {
    const last = 2 ** 32 - 1;
    const management = new StreamManagement({ id: 's', jid: JID, inbound: last, outbound: last, unacknowledged: [], features: [], takenAt: 0 });
    management.noteReceived();
    for (const n of [1, 2]) management.noteSent(stanza(n));
    management.acknowledge(acknowledgement(1));
    assert.deepEqual(management.unacknowledged, []);
    assert.match(management.answer(), / h="0"/);
  });

  it('gives what is left when it cannot go on, and says whether that was surely not handled', () => {
    const lost = () => {
      const management = begun();
      for (const n of [1, 2, 3]) management.noteSent(stanza(n));
      return management;
    };
    const left = (attrs: Record<string, string>) => {
      const { stanzas, isCertain } = lost().fail(element('failed', attrs));
      return [isCertain, ...stanzas.map((unhandled) => unhandled.attrs.id)];
    };
    assert.deepEqual(left({ h: '1' }), [true, '2', '3']);
    assert.deepEqual(left({ h: '3' }), [true]);
    assert.deepEqual(left({}), [false, '1', '2', '3']);
    assert.deepEqual(left({ h: '17' }), [false, '1', '2', '3']);
    const over = lost();
    over.fail(element('failed', { h: '1' }));
    assert.deepEqual([over.isResumable, over.isEnabled, over.unacknowledged], [false, false, []]);
  });

  it('is the same after it was kept and read back at any moment, and loses or doubles nothing', () => {
    const steps = fc.array(fc.oneof(fc.constant('send'), fc.constant('receive'), fc.constant('acknowledge'), fc.constant('reload')));
    fc.assert(fc.property(steps, (course) => {
      let management = begun();
      let [sent, received, acknowledged] = [0, 0, 0];
      for (const step of course) {
        if (step === 'send') management.noteSent(stanza(++sent));
        else if (step === 'receive') (received++, management.noteReceived());
        else if (step === 'acknowledge') management.acknowledge(acknowledgement((acknowledged = Math.ceil((acknowledged + sent) / 2))));
        else management = new StreamManagement(readResumption(JSON.parse(JSON.stringify(management.snapshot(1)))));
      }
      assert.deepEqual(management.unacknowledged, Array.from({ length: sent - acknowledged }, (_, n) => stanza(acknowledged + n + 1)));
      assert.equal(management.resume(), `<resume xmlns="urn:xmpp:sm:3" h="${received}" previd="stream-1"/>`);
      assert.equal(management.jid, JID);
    }));
  });
});
