import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { bareJid, fullJid, localPart, parseJid } from '../../src/protocol/jid.js';

describe('an address', () => {
  it('has a local part, a domain and a resource (RFC 7622 §3.5, table 1)', () => {
    assert.deepEqual(parseJid('juliet@example.com'), { bare: 'juliet@example.com', local: 'juliet', domain: 'example.com', resource: '' });
    assert.deepEqual(parseJid('juliet@example.com/foo'), { bare: 'juliet@example.com', local: 'juliet', domain: 'example.com', resource: 'foo' });
    assert.deepEqual(parseJid('example.com'), { bare: 'example.com', local: '', domain: 'example.com', resource: '' });
    assert.deepEqual(parseJid('example.com/foobar'), { bare: 'example.com', local: '', domain: 'example.com', resource: 'foobar' });
  });

  it('may have separators and spaces in its resource, which is left as it is', () => {
    assert.equal(parseJid('juliet@example.com/foo@bar')?.resource, 'foo@bar');
    assert.equal(parseJid('juliet@example.com/a/b/')?.resource, 'a/b/');
    assert.equal(parseJid('juliet@example.com/Foo bar')?.resource, 'Foo bar');
  });

  for (const [one, other] of [
    ['Mary@IM.Example', 'mary@im.example'],
    ['mary@im.example.', 'mary@im.example'],
    ['FUSSBALL@example.com', 'fussball@example.com'],
    ['Σ@example.com', 'σ@example.com'],
    ['jose\u0301@example.com', 'jos\u00e9@example.com'],
    ['ｍａｒｙ@im.example', 'mary@im.example'],
    ['mary@IM．example', 'mary@im.example'],
    ['mary@m\u00dcnchen.example', 'mary@m\u00fcnchen.example'],
  ] as const) {
    it(`${one} is the same as ${other} (RFC 7622 §3.2, §3.3)`, () => assert.equal(bareJid(one), other));
  }

  it('differs by what only looks alike, and by the case of its resource', () => {
    assert.notEqual(bareJid('\u0455am@im.example'), bareJid('sam@im.example')); // a Cyrillic dze
    assert.notEqual(bareJid('mary@im.example.evil.example'), bareJid('mary@im.example'));
    assert.notEqual(fullJid(parseJid('mary@im.example/A')!), fullJid(parseJid('mary@im.example/a')!));
  });

  // RFC 7622 §3.5, table 2
  for (const text of ['', '@', '/', '@example.com', 'juliet@', 'juliet@/foo', 'juliet@example.com/', '/foobar', 'a@b@c', '@/', '.', 'juliet@.']) {
    it(`“${text}” is none`, () => assert.equal(parseJid(text), undefined));
  }

  it('is none when a separator appears only by preparing it: it would be somebody else’s on the way back', () => {
    for (const text of ['mary＠evil.example@im.example', 'mary／x@im.example', 'mary@im.example／home', 'mary@im＠example']) assert.equal(parseJid(text), undefined, text);
  });

  it('comes back the same when its prepared form is read again', () => {
    for (const text of ['Mary@IM.Example/Tablet', 'im.example', 'ｍａｒｙ@im.example/Ｘ', 'jose\u0301@example.com.']) {
      const once = fullJid(parseJid(text)!);
      assert.equal(fullJid(parseJid(once)!), once);
    }
  });

  it('without a text is none', () => assert.equal(bareJid(undefined), undefined));

  it('is known to people by its local part, else by its domain', () => {
    assert.deepEqual(['mary@im.example', 'im.example', ''].map(localPart), ['mary', 'im.example', '']);
  });
});
