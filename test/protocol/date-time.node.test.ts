import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDateTime } from '../../src/protocol/date-time.js';

describe('a time stamp', () => {
  const now = Date.parse('2026-03-02T09:00:00Z');
  const read = (text?: string) => readDateTime(text, now)?.toISOString();

  it('is read in any zone and with any fraction (XEP-0082 §3.2)', () => {
    assert.equal(read('1969-07-21T02:56:15Z'), '1969-07-21T02:56:15.000Z');
    assert.equal(read('1969-07-20T21:56:15-05:00'), '1969-07-21T02:56:15.000Z');
    assert.equal(read('2026-03-01T10:00:00.123456Z'), '2026-03-01T10:00:00.123Z');
  });

  it('in the future is now: clocks differ, and some senders lie (CVE-2013-6477)', () => {
    for (const text of ['2026-03-02T09:00:01Z', '9999-12-31T23:59:59Z']) assert.equal(read(text), '2026-03-02T09:00:00.000Z');
  });

  for (const text of [
    '', 'garbage', '20020910T23:08:25', '2026-03-01T10:00:00', '2026-03-01', '-0001-01-01T00:00:00Z', '12026-01-01T00:00:00Z', '2026-13-01T00:00:00Z',
    '2026-03-01T25:00:00Z', '2026-03-01T10:00:00+0100', ' 2026-03-01T10:00:00Z', '2026-03-01T10:00:00Z<b>', '2026-03-01T10:00:00+99:00', 'NaN', '0',
  ]) {
    it(`“${text}” is no time`, () => assert.equal(read(text), undefined));
  }

  it('that is missing is no time', () => assert.equal(read(undefined), undefined));
});
