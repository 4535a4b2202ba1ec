import assert from 'node:assert/strict';
import { test } from 'node:test';
import { BlockList } from '../../demo/server/block-list.js';
import { parseJid } from '../../demo/server/jid.js';

// XEP-0191, "JID Matching": what is on the list → whom that means, and whom not.
for (const [entry, meant, others] of [
  ['romeo@montague.lit/orchard', ['romeo@montague.lit/orchard'], ['romeo@montague.lit', 'romeo@montague.lit/Orchard', 'montague.lit']],
  ['romeo@montague.lit', ['romeo@montague.lit', 'romeo@montague.lit/orchard', 'Romeo@Montague.LIT'], ['benvolio@montague.lit', 'montague.lit', 'montague.lit/romeo']],
  ['montague.lit/bot', ['montague.lit/bot'], ['montague.lit', 'montague.lit/other', 'romeo@montague.lit/bot']],
  ['montague.lit', ['montague.lit', 'montague.lit/bot', 'romeo@montague.lit', 'romeo@montague.lit/orchard'], ['chat.montague.lit', 'romeo@montague.lit.example']],
] as const) {
  test(`${entry} on a block list means ${meant.join(', ')}`, () => {
    const list = new BlockList([parseJid(entry)!]);
    assert.deepEqual(meant.filter((jid) => !list.matches(parseJid(jid)!)), []);
    assert.deepEqual(others.filter((jid) => list.matches(parseJid(jid)!)), []);
  });
}
