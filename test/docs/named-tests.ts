import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** The rows of a document's tables that begin with a number, as their cells. */
export function numberedRows(name: string): string[][] {
  const lines = readFileSync(here(`../../docs/${name}.md`), 'utf8').split('\n').filter((line) => /^\| \d+ \|/.test(line));
  return lines.map((line) => line.split('|').slice(1, -1).map((cell) => cell.trim()));
}

/** @param tests as a cell holds them: `file`: title, one a line @returns which parts of it name none */
export function assertTestsAreThere(tests: string): string[] {
  const unnamed: string[] = [];
  for (const test of tests.split('<br>')) {
    const [, name, title = ''] = /^`([^`]+)`: (.+)$/.exec(test) ?? [];
    if (name === undefined) {
      unnamed.push(test);
      continue;
    }
    const file = ['.node.test.ts', '.test.ts', '.ts'].map((ending) => here(`../${name}${ending}`)).find(existsSync);
    assert.ok(file, `${name} is no test file`);
    assert.ok(readFileSync(file, 'utf8').includes(title), `${name} has no test “${title}”`);
  }
  return unnamed;
}
