import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { english } from '../../src/elements/messages/english.js';
import { registerLanguage } from '../../src/elements/messages/registry.js';
import { scenes, type Scene } from './scenes.js';
import { visibleTexts } from './visible-texts.js';

type Tree = { readonly [key: string]: unknown };

/** Fullwidth, so that it is neither English nor anything else that is on the page. */
const marked = (text: string): string => text.replace(/[A-Za-z]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));

/** English in letters of its own; what is handed in stays as it is. */
function strange(tree: Tree): Tree {
  return Object.fromEntries(Object.entries(tree).map(([key, value]) => [key, key === 'language' ? value : strangeValue(value)]));
}

function strangeValue(value: unknown): unknown {
  if (typeof value === 'string') return marked(value);
  if (typeof value === 'function') return (...values: unknown[]) => callStrange(value as (...values: unknown[]) => string, values);
  return strange(value as Tree);
}

function callStrange(sentence: (...values: unknown[]) => string, values: readonly unknown[]): string {
  const given: string[] = [];
  const hide = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(hide);
    return typeof value === 'string' && value !== '' ? String.fromCharCode(0xf000 + given.push(value) - 1) : value;
  };
  const made = marked(sentence(...values.map(hide)));
  return made.replace(/[\uf000-\uf0ff]/g, (mark) => given[mark.charCodeAt(0) - 0xf000] ?? '');
}

const { lang } = document.documentElement;

describe('in another language no English is left in', () => {
  let scene: Scene;
  before(async () => {
    await setViewport({ width: 900, height: 900 });
    // Greek, like all the people and the dates.
    registerLanguage({ ...english, ...strange(english), language: 'el' });
    document.documentElement.lang = 'el';
  });
  after(() => {
    document.documentElement.lang = lang;
  });
  afterEach(() => scene.remove());

  for (const [name, open] of Object.entries(scenes)) {
    it(`the ${name}`, async () => {
      scene = await open();
      const texts = visibleTexts(scene.element);
      expect(texts, 'something is to be read').not.to.be.empty;
      expect(texts.filter((text) => /[A-Za-z]/.test(text))).to.deep.equal([]);
    });
  }
});
