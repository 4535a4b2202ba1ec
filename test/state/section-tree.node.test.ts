import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Contact } from '../../src/state/contact.js';
import { GroupedRoster } from '../../src/state/grouped-roster.js';
import { countsOf, sectionTree, type SectionNode, type TreeOptions } from '../../src/state/section-tree.js';
import { MockEnvironment } from '../support/browser/mock-environment.js';

/** Everybody is called after the groups they are in; `+` before the name: online. */
function treeOf(people: Readonly<Record<string, readonly string[]>>, options: TreeOptions): string[] {
  const contact = (jid: string): Contact => ({
    jid, name: jid, availability: jid.startsWith('+') ? 'available' : 'unavailable', resources: [], item: { jid, subscription: 'both', groups: people[jid] ?? [] },
  });
  const roster = new GroupedRoster({ contact }, new MockEnvironment());
  roster.update(Object.keys(people));
  const lines = (nodes: readonly SectionNode[], depth = ''): string[] => nodes.flatMap((node) => {
    const { size, online } = countsOf(node, contact);
    return [`${depth}${node.name ?? node.view.id} ${online}/${size}`, ...lines(node.children, `${depth}- `)];
  });
  return lines(sectionTree(roster.sections, options));
}

describe('groups within each other (XEP-0083)', () => {
  it('are as their names say, with each person counted once', () => {
    const people = { '+mary': ['Work', 'Work::Sales'], 'stuart': ['Work::Sales'], '+ann': ['Work::IT::Web'], 'news': [] };
    assert.deepEqual(treeOf(people, { delimiter: '::' }), ['Work 2/3', '- IT 1/1', '- - Web 1/1', '- Sales 1/2', 'ungrouped 0/1']);
  });

  it('come with the groups around them, even if nobody is in those', () => {
    assert.deepEqual(treeOf({ '+ann': ['A::B::C'] }, { delimiter: '::' }), ['A 1/1', '- B 1/1', '- - C 1/1']);
  });

  it('are ordinary groups without a delimiter', () => {
    assert.deepEqual(treeOf({ '+mary': ['A'], 'stuart': ['A::B'] }, {}), ['A 1/1', 'A::B 0/1']);
  });

  it('are not made of names with empty pieces', () => {
    const people = { a: ['::'], b: ['A::'], c: ['::A'], d: ['A::::B'] };
    assert.deepEqual(new Set(treeOf(people, { delimiter: '::' })), new Set([':: 0/1', 'A:: 0/1', '::A 0/1', 'A::::B 0/1']));
  });

  it('are so deep and no deeper: the rest of the name stays together', () => {
    const lines = treeOf({ a: [Array.from({ length: 500 }, () => 'x').join('/')] }, { delimiter: '/' });
    assert.equal(lines.length, 10);
    assert.match(lines.at(-1)!, /^(- ){9}x\/x\/.* 0\/1$/);
  });
});

describe('the order of groups', () => {
  const people = { a: ['Alpha'], b: ['Beta'], c: ['Gamma'], d: [] };

  it('is by name, unless somebody has put them otherwise', () => {
    assert.deepEqual(treeOf(people, {}), ['Alpha 0/1', 'Beta 0/1', 'Gamma 0/1', 'ungrouped 0/1']);
    assert.deepEqual(treeOf(people, { order: ['Gamma', 'Alpha', 'Beta'] }), ['Gamma 0/1', 'Alpha 0/1', 'Beta 0/1', 'ungrouped 0/1']);
  });

  it('has those that nobody has put anywhere after the others, by name', () => {
    assert.deepEqual(treeOf(people, { order: ['Gone', 'Gamma'] }), ['Gamma 0/1', 'Alpha 0/1', 'Beta 0/1', 'ungrouped 0/1']);
  });

  it('is by hand within another group, too', () => {
    const inner = { a: ['X/a'], b: ['X/b'], c: ['W'] };
    assert.deepEqual(treeOf(inner, { delimiter: '/', order: ['X', 'X/b', 'X/a'] }), ['X 0/2', '- b 0/1', '- a 0/1', 'W 0/1']);
  });
});
