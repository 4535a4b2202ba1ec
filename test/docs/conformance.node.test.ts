import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertTestsAreThere, numberedRows } from './named-tests.js';

const rows = numberedRows('conformance');

describe('the table of rules', () => {
  it('has them all', () => {
    assert.deepEqual(rows.map(([number]) => Number(number)), Array.from({ length: rows.length }, (_, index) => index + 1));
    assert.ok(rows.length >= 87);
  });

  for (const [number = '', rule = '', source = '', tests = ''] of rows) {
    it(`${number} is shown by tests that are there: ${rule}`, () => {
      assert.notEqual(source, '');
      assertTestsAreThere(tests);
    });
  }
});
