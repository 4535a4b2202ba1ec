import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { CaseFile, type CaseState } from './case-file.js';

const folder = new URL('../cases/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const files = readdirSync(folder).sort();
const names = files.filter((name) => name.endsWith('.xml')).map((name) => name.slice(0, -'.xml'.length));

describe('the cases of test/cases', () => {
  it('are pairs of files', () => {
    assert.ok(names.length > 0);
    assert.deepEqual(files.filter((name) => name !== 'README.md'), names.flatMap((name) => [`${name}.json`, `${name}.xml`]).sort());
  });

  for (const name of names) {
    const file = new CaseFile(read(`${name}.xml`));
    it(`${name}: ${file.says}`, async () => {
      const expected = JSON.parse(read(`${name}.json`)) as CaseState;
      const strangers = (expected.strangers ?? []).map((stranger) => String((stranger as { jid?: unknown }).jid));
      const actual = await file.play(strangers);
      const compared = Object.fromEntries(Object.keys(expected).map((key) => [key, actual[key as keyof CaseState]]));
      assert.deepEqual(compared, expected);
    });
  }
});
