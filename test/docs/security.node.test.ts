import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertTestsAreThere, numberedRows } from './named-tests.js';

const rows = numberedRows('security');

describe('the table of threats', () => {
  it('is numbered', () => {
    assert.deepEqual(rows.map(([number]) => Number(number)), Array.from({ length: rows.length }, (_, index) => index + 1));
    assert.ok(rows.length >= 20);
  });

  for (const [number = '', threat = '', answer = '', tests = ''] of rows) {
    it(`${number} names what is done, and tests that are there: ${threat}`, () => {
      assert.notEqual(answer, '');
      assert.deepEqual(assertTestsAreThere(tests), []);
    });
  }
});
