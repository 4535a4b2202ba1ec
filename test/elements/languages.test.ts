import { expect } from 'chai';
import { english } from '../../src/elements/messages/english.js';
import { messageRegistry } from '../../src/elements/messages/registry.js';
import '../../src/languages/ar.js';
import '../../src/languages/de.js';
import '../../src/languages/es.js';
import '../../src/languages/fr.js';
import '../../src/languages/ja.js';

type Tree = { readonly [key: string]: unknown };
type Sentence = (...values: readonly unknown[]) => unknown;

const COUNTS = [0, 1, 2, 3, 11, 100, 5_000];

const languages = new Map<string, Tree>([['en', english], ...[...messageRegistry().languages].map(([tag, { base }]) => [tag, base as Tree] as const)]);

/** Every message with its path: `card.name.save`. */
function messages(tree: Tree, path = ''): (readonly [path: string, message: unknown])[] {
  return Object.entries(tree).flatMap(([key, value]) => (typeof value === 'object' ? messages(value as Tree, `${path}${key}.`) : [[`${path}${key}`, value] as const]));
}

const NAMES = ['Ann', 'Bob', 'Carl'];

/** The names as this message takes them: one by one, or all in a list. */
function namesFor(message: Sentence): readonly unknown[] {
  try {
    message(...NAMES);
    return NAMES;
  } catch {
    return [NAMES];
  }
}

/** The names that a message says; `undefined` for one that counts. */
function namesSaid(message: Sentence, names: readonly unknown[]): string[] | undefined {
  const text = String(message(...names));
  return text.includes('NaN') ? undefined : NAMES.filter((name) => text.includes(name));
}

const sentences = messages(english).filter((entry): entry is readonly [string, Sentence] => typeof entry[1] === 'function');

describe('the languages', () => {
  it('are six', () => {
    expect([...languages.keys()].sort()).to.deep.equal(['ar', 'de', 'en', 'es', 'fr', 'ja']);
  });

  for (const [language, tree] of languages) {
    describe(language, () => {
      const own = new Map(messages(tree));

      it('has every word, and none that nobody asks for', () => {
        expect([...own.keys()].sort()).to.deep.equal(messages(english).map(([path]) => path).sort());
      });

      it('has no word left empty', () => {
        expect([...own].filter(([, message]) => message === '').map(([path]) => path)).to.deep.equal([]);
      });

      it('makes a sentence of every number', () => {
        for (const [path, inEnglish] of sentences) {
          if (namesFor(inEnglish) !== NAMES) continue;
          for (const count of COUNTS) {
            const text = (own.get(path) as Sentence)(count, count, count);
            expect(text, `${path} of ${count}`).to.be.a('string').that.is.not.empty;
            expect(text, `${path} of ${count}`).not.to.match(/undefined|null|NaN|\[object/);
          }
        }
      });

      it('says every name that it is given', () => {
        for (const [path, inEnglish] of sentences) {
          const names = namesFor(inEnglish);
          const wanted = namesSaid(inEnglish, names);
          if (wanted) expect(namesSaid(own.get(path) as Sentence, names), path).to.deep.equal(wanted);
        }
      });
    });
  }

  it('have the plural forms of their language: six of them in Arabic', () => {
    const unread = (language: string): number => {
      const { rows } = languages.get(language) as unknown as typeof english;
      return new Set(COUNTS.slice(0, 6).map((count) => rows.unread(count).replace(/[\d٠-٩]+/, '#'))).size;
    };
    // Few and many differ in the noun; 11 and 100 take the same one.
    expect(['ar', 'de', 'fr', 'es', 'ja'].map(unread)).to.deep.equal([5, 2, 2, 2, 1]);
  });

  it('are not English in disguise', () => {
    const inEnglish = new Map(messages(english));
    for (const [language, tree] of languages) {
      if (language === 'en') continue;
      const same = messages(tree).filter(([path, text]) => typeof text === 'string' && text === inEnglish.get(path));
      // Names of things that are called so in that language, too.
      expect(same.length, `${language}: ${same.map(([path]) => path).join(', ')}`).to.be.lessThan(16);
    }
  });
});
