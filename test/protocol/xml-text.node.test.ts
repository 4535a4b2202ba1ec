import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { element, textOf, type XmlElement, type XmlNode } from '../../src/protocol/xml.js';
import { parseXml, toXml } from '../../src/protocol/xml-text.js';
import { seededRandom } from '../../demo/server/random.js';

/** Without what leads back to the parent. */
function plain({ name, attrs, children }: XmlElement): unknown {
  return { name, attrs: { ...attrs }, children: children.map((node) => (typeof node === 'string' ? node : plain(node))) };
}

describe('a frame that is read (RFC 7395 §3.3.3)', () => {
  it('is one element with its attributes, texts and children in their order', () => {
    const presence = parseXml(`<presence xmlns='jabber:client' from="a@b/c"><show >away</show ><x a = '1'\n\tb="2"/>so it<y></y>ends</presence>\n`);
    assert.deepEqual(plain(presence), {
      name: 'presence',
      attrs: { xmlns: 'jabber:client', from: 'a@b/c' },
      children: [
        { name: 'show', attrs: {}, children: ['away'] },
        { name: 'x', attrs: { a: '1', b: '2' }, children: [] },
        'so it',
        { name: 'y', attrs: {}, children: [] },
        'ends',
      ],
    });
  });

  it('knows the parent of every element', () => {
    const root = parseXml('<a><b><c/></b></a>');
    const [b] = root.children as XmlElement[];
    const [c] = b!.children as XmlElement[];
    assert.equal(c!.parent, b);
    assert.equal(b!.parent, root);
    assert.equal(root.parent, null);
  });

  it('has the five entities and numbered characters resolved, in texts and attributes', () => {
    const node = parseXml('<a b="&lt;&gt;&amp;&quot;&apos;">&#65;&#x1F600;&amp;lt;</a>');
    assert.equal(node.attrs.b, `<>&"'`);
    assert.equal(textOf(node), 'A😀&lt;');
  });

  it('may hold character data, in which nothing is special', () => {
    assert.equal(textOf(parseXml('<a>x<![CDATA[<b>&amp;]]]]><![CDATA[>]]>y</a>')), 'x<b>&amp;]]>y');
  });

  it('may begin with an XML declaration and with space', () => {
    assert.equal(parseXml(`<?xml version='1.0' encoding='UTF-8'?>\n<a/>`).name, 'a');
    assert.equal(parseXml(' \n<a/>').name, 'a');
  });

  it('may have any letters in its names', () => {
    assert.equal(parseXml('<größe:ü1.2-3_x größe:é="1"/>').name, 'größe:ü1.2-3_x');
  });

  it('names an attribute as it likes', () => {
    const node = parseXml('<a __proto__="1" constructor="2" toString="3"/>');
    assert.equal(node.attrs['constructor'], '2');
    assert.equal(Object.getPrototypeOf(node.attrs), Object.prototype);
  });

  it('may be any number of levels deep; those beyond 256 are left out', () => {
    const node = parseXml(`<r>${'<a>'.repeat(50_000)}x${'</a>'.repeat(50_000)}<b/></r>`);
    let depth = 0;
    for (let at: XmlNode | undefined = node; typeof at === 'object'; at = at.children[0]) depth++;
    assert.equal(depth, 256);
    assert.equal((node.children[1] as XmlElement).name, 'b');
  });

  for (const text of [
    '', ' ', 'text', '<', '<a', '<a ', '<a b', '<a b=', '<a b="', '<a b="c', '<a b="c"', '<a/', '<a>', '<a>text', '<a></', '<a></a', '<a><b></a>', '<a></b>',
    '<a></a></a>', '<a/><b/>', '<a/>text', 'text<a/>', '</a>', '<>', '< a/>', '<a b/>', '<a b=c/>', '<a b="1"c="2"/>', '<a b="1" b="2"/>', '<a b="<"/>', '<a / >', '<a/ >',
    '<a>&nbsp;</a>', '<a>&</a>', '<a>&amp</a>', '<a>&;</a>', '<a>&#0;</a>', '<a>&#x110000;</a>', '<a>&#xD800;</a>', '<a b="&x;"/>', '<a>&constructor;</a>',
    '<!DOCTYPE a><a/>', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', '<a><!-- b --></a>', '<!-- a --><a/>', '<a><?b c?></a>', '<a/><?b?>', '<a><![CDATA[b</a>', '<![CDATA[a]]><a/>', '<a><!ELEMENT b></a>',
  ]) {
    it(`is refused when it is ${JSON.stringify(text)}`, () => {
      assert.throws(() => parseXml(text), SyntaxError);
    });
  }

  it('is refused wherever it is cut off', () => {
    const whole = `<presence from='a@b/c'><status xml:lang="de">Büro &amp; so</status><![CDATA[x]]><x/></presence>`;
    for (let length = 0; length < whole.length; length++) assert.throws(() => parseXml(whole.slice(0, length)), SyntaxError, whole.slice(0, length));
    parseXml(whole);
  });
});

describe('a stanza that is written', () => {
  it('declares its namespace, once', () => {
    assert.equal(toXml(element('presence')), '<presence xmlns="jabber:client"/>');
    assert.equal(toXml(element('iq', { xmlns: 'urn:x', id: '1' }, element('a'))), '<iq xmlns="urn:x" id="1"><a/></iq>');
  });

  it('leaves out what is undefined, and what XML cannot carry', () => {
    assert.equal(toXml(element('a', { xmlns: 'x', b: undefined, c: 'd\u0000e\ud800' }, 'f\u0007g\uffffh')), '<a xmlns="x" c="de">fgh</a>');
  });

  it('comes out as it went in, whatever is in it', () => {
    const random = seededRandom(7);
    const pieces = ['a', 'ß', '😀', ' ', '\t', '\n', '\r', '\r\n', '<', '>', '&', '"', "'", ']]>', '&amp;', '\u202e', '\u0085', '__proto__', '<!--', '<?x?>'];
    const string = () => Array.from({ length: Math.floor(random.between(1, 9)) }, () => random.pick(pieces as [string, ...string[]])).join('');
    const tree = (depth: number): XmlElement => element(`n${depth}`, { xmlns: 'urn:x', v: string() }, ...(depth > 3 ? [string()] : [tree(depth + 1), string(), tree(depth + 1)]));
    for (let round = 0; round < 50; round++) {
      const sent = tree(0);
      assert.deepEqual(plain(parseXml(toXml(sent))), plain(sent));
    }
  });
});
