import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Contact } from '../../src/state/contact.js';
import { ContactSearch } from '../../src/state/contact-search.js';
import { matchedPieces } from '../../src/state/folded.js';

const people = new Map<string, Contact>();
function person(jid: string, name = jid, groups: readonly string[] = [], status?: string): void {
  people.set(jid, { jid, name, availability: 'available', status, resources: [], item: { jid, subscription: 'both', groups } });
}
person('zoe@im.example', 'Zoë Ångström', ['Büro Süd'], 'In a meeting');
person('ann@im.example', 'Ann-Marie O’Neill', ['Coworker', 'Football']);
person('taro@im.example', '山田太郎', ['東京']);
person('gauss@im.example', 'Carl Gauß', ['ΟΔΟΣ']);
person('bot@gateway.example');
person('nobody@im.example');

function search(): ContactSearch {
  return new ContactSearch((jid) => people.get(jid)!, () => people.keys(), 'george@im.example');
}
const found = (query: string) => [...(search().find(query) ?? ['everybody'])].map((jid) => jid.split('@')[0]).join(' ');

describe('a search among contacts', () => {
  const cases: Readonly<Record<string, string>> = {
    zoe: 'zoe', 'ZOË': 'zoe', angstrom: 'zoe', 'ang zo': 'zoe', oe: '', mee: 'zoe', buro: 'zoe', sud: 'zoe',
    'ann marie': 'ann', 'neill football': 'ann', marie: 'ann', 'ann football chess': '', foot: 'ann',
    太郎: 'taro', 田太: 'taro', 郎太: '', 東: 'taro', gauss: 'gauss', GAUSS: 'gauss', 'gauß': 'gauss', οδος: 'gauss', οδοσ: 'gauss',
    'gateway': 'bot', 'example': 'bot', 'nob': 'nobody', 'nobody@im': 'nobody', '@gate': 'bot', 'ann@im.ex': 'ann', 'ann@other': '',
    '': 'everybody', '   ': 'everybody', '-': 'everybody', '.*': 'everybody', '__proto__': '',
  };
  for (const [query, jids] of Object.entries(cases)) {
    it(`for “${query}” finds ${jids || 'nobody'}`, () => assert.equal(found(query), jids));
  }

  it('finds by what has changed, and only then reads anybody anew', () => {
    let reads = 0;
    const contacts = search();
    const counting = new ContactSearch((jid) => (reads++, people.get(jid)!), () => people.keys(), undefined);
    counting.prepare();
    assert.equal(reads, people.size);
    assert.deepEqual([...(counting.find('lunch') ?? [])], []);
    const before = people.get('zoe@im.example')!;
    people.set(before.jid, { ...before, status: 'Lunch' });
    counting.update([before.jid]);
    assert.deepEqual([...(counting.find('lunch') ?? [])], [before.jid]);
    assert.equal(reads, people.size + 1);
    people.set(before.jid, before);
    assert.deepEqual(contacts.find(''), undefined);
  });

  it('knows the words to be marked', () => {
    const contacts = search();
    contacts.find('Zoë ann@im 太郎');
    assert.deepEqual(contacts.terms, ['zoe', 'ann', '太郎']);
  });
});

describe('what is marked in a name', () => {
  const marked = (text: string, ...terms: string[]) => matchedPieces(text, terms).map((piece) => (piece.isMatch ? `[${piece.text}]` : piece.text)).join('');

  for (const [text, terms, shown] of [
    ['Zoë Ångström', ['zo', 'ang'], '[Zo]ë [Ång]ström'], ['Ann Banana', ['an'], '[An]n Banana'], ['Carl Gauß', ['gauss'], 'Carl [Gauß]'], ['Carl Gauß', ['gaus'], 'Carl [Gauß]'],
    ['Zoe\u0308', ['zoe'], '[Zoe\u0308]'], ['山田太郎', ['太郎'], '山田[太郎]'], ['<b>Bob</b>', ['b'], '<[b]>[B]ob</[b]>'], ['👩‍💻 Ada', ['a'], '👩‍💻 [A]da'], ['', ['a'], ''],
  ] as const) {
    it(`is “${shown}” for ${terms.join(', ')}`, () => assert.equal(marked(text, ...terms), shown));
  }
});
