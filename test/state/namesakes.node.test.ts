import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Namesakes } from '../../src/state/namesakes.js';
import { RosterStore } from '../../src/state/roster-store.js';
import type { RosterItem } from '../../src/protocol/roster.js';

const item = (jid: string, name?: string): RosterItem => ({ jid, subscription: 'both', groups: [], ...(name === undefined ? {} : { name }) });

function distinctions(...items: RosterItem[]): string[] {
  const roster = new RosterStore();
  roster.replace({ items });
  const namesakes = new Namesakes(roster);
  return items.map(({ jid }) => namesakes.distinction(jid));
}

describe('people of the same name', () => {
  it('are told apart by the local part where the domain is the same', () => {
    assert.deepEqual(distinctions(item('ann@a.example', 'Ann Lee'), item('lee@a.example', 'Ann Lee'), item('bo@a.example', 'Bo')), ['ann', 'lee', '']);
  });

  it('are told apart by the domain where the local part is the same', () => {
    assert.deepEqual(distinctions(item('ann@a.example', 'Ann Lee'), item('ann@b.example', 'Ann Lee')), ['a.example', 'b.example']);
  });

  it('are told apart by the whole address where neither is enough', () => {
    const three = [item('ann@a.example', 'Ann'), item('lee@a.example', 'Ann'), item('ann@b.example', 'Ann')];
    assert.deepEqual(distinctions(...three), ['ann@a.example', 'lee@a.example', 'ann@b.example']);
  });

  it('are those whose names look the same at a glance: case, width and spaces aside', () => {
    assert.deepEqual(distinctions(item('a@x.example', 'Ann Lee'), item('b@x.example', ' ＡＮＮ  lee')), ['a', 'b']);
  });

  it('are also those who carry the address of somebody else as their name', () => {
    assert.deepEqual(distinctions(item('mary@x.example'), item('fraud@y.example', 'mary@x.example')), ['', 'fraud@y.example']);
  });

  it('are looked for again only after the roster has changed', () => {
    const roster = new RosterStore();
    roster.replace({ items: [item('a@x.example', 'Ann'), item('b@x.example', 'Ann')] });
    let reads = 0;
    const items = roster.items.bind(roster);
    roster.items = () => {
      reads++;
      return items();
    };
    const namesakes = new Namesakes(roster);
    for (let i = 0; i < 100; i++) assert.equal(namesakes.distinction('a@x.example'), 'a');
    assert.equal(reads, 1);
    roster.apply({ jid: 'b@x.example', item: item('b@x.example', 'Bo') });
    assert.equal(namesakes.distinction('a@x.example'), '');
    assert.equal(reads, 2);
    roster.apply({ jid: 'b@x.example' });
    assert.equal(namesakes.distinction('a@x.example'), '');
  });
});
