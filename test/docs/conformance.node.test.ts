import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const rows = readFileSync(here('../../docs/conformance.md'), 'utf8').split('\n').filter((line) => /^\| \d+ \|/.test(line));

/** The file of a test that is named without its ending. */
function fileOf(name: string): string | undefined {
  return ['.node.test.ts', '.test.ts', '.ts'].map((ending) => here(`../${name}${ending}`)).find(existsSync);
}

describe('the table of rules', () => {
  it('has them all', () => {
    assert.deepEqual(rows.map((row) => Number(/^\| (\d+)/.exec(row)?.[1])), Array.from({ length: 80 }, (_, index) => index + 1));
  });

  for (const row of rows) {
    const [, number = '', rule = '', source = '', tests = ''] = row.split('|').map((cell) => cell.trim());
    it(`${number} is shown by tests that are there: ${rule}`, () => {
      assert.notEqual(source, '');
      for (const test of tests.split('<br>')) {
        const [, name, title = ''] = /^`([^`]+)`: (.+)$/.exec(test) ?? [];
        if (name === undefined) continue;
        const file = fileOf(name);
        assert.ok(file, `${name} is no test file`);
        assert.ok(readFileSync(file, 'utf8').includes(title), `${name} has no test “${title}”`);
      }
    });
  }
});
