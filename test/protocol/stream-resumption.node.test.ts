import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readResumption, type StreamResumption } from '../../src/protocol/stream-resumption.js';

const whole: StreamResumption = {
  id: 'stream-1', jid: 'george@im.example/office', inbound: 7, outbound: 2 ** 32 - 1,
  unacknowledged: ['<presence xmlns="jabber:client"/>'], features: ['urn:xmpp:sm:3'], max: 60, takenAt: 1_772_442_000_000,
};

describe('a kept stream', () => {
  it('is read back as it was kept, also from JSON and from a structured clone', () => {
    assert.deepEqual(readResumption(JSON.parse(JSON.stringify(whole))), whole);
    assert.deepEqual(readResumption(structuredClone(whole)), whole);
    const { max: _max, ...withoutMax } = whole;
    assert.deepEqual(readResumption(withoutMax), { ...withoutMax, max: undefined });
  });

  it('is nothing when any part of it is not what it should be', () => {
    const wrong: Record<keyof StreamResumption, unknown[]> = {
      id: ['', 7, null, 'x'.repeat(4_001)],
      jid: ['george@im.example', '', 'a@@b/c', 7],
      inbound: [-1, 0.5, 2 ** 32, '7', NaN],
      outbound: [-1, 0.5, 2 ** 32, '7', NaN],
      unacknowledged: [undefined, '<presence/>', [7], [''], ['<presence'], new Array(10_001).fill('<presence/>')],
      features: [undefined, 'urn:xmpp:sm:3', [null]],
      max: [-1, '60', Infinity],
      takenAt: [undefined, '2026', NaN, -1],
    };
    for (const [name, values] of Object.entries(wrong)) {
      for (const value of values) assert.equal(readResumption({ ...whole, [name]: value }), undefined, `${name}: ${String(value)}`);
    }
  });

  it('is nothing, and no error, when it is anything else', () => {
    fc.assert(fc.property(fc.anything(), (value) => readResumption(value) === undefined));
  });
});
