import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { isSecureService } from '../../src/protocol/client-link.js';
import { SaslMechanisms } from '../../src/protocol/sasl/mechanisms.js';

const names = (anonymous: boolean, secure: boolean) => new SaslMechanisms(anonymous, secure)._mechs.map(({ name }) => name);

describe('the mechanisms of an attempt', () => {
  afterEach(() => mock.restoreAll());

  it('are SCRAM before PLAIN, for which the socket must be TLS or stay on this machine', () => {
    assert.deepEqual(names(false, true), ['SCRAM-SHA-256', 'SCRAM-SHA-1', 'PLAIN']);
    assert.deepEqual(names(false, false), ['SCRAM-SHA-256', 'SCRAM-SHA-1']);
  });

  it('with credentials never hold ANONYMOUS; without them nothing else', () => {
    assert.ok(!names(false, true).includes('ANONYMOUS') && !names(false, false).includes('ANONYMOUS'));
    assert.deepEqual([names(true, true), names(true, false)], [['ANONYMOUS'], ['ANONYMOUS']]);
  });

  it('do without SCRAM where the page has no WebCrypto, and then have nothing for an open socket', (context) => {
    const { subtle: _subtle, ...insecure } = { subtle: crypto.subtle, getRandomValues: crypto.getRandomValues.bind(crypto) };
    const before = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
    Object.defineProperty(globalThis, 'crypto', { value: insecure, configurable: true });
    context.after(() => Object.defineProperty(globalThis, 'crypto', before));
    assert.deepEqual([names(false, true), names(false, false)], [['PLAIN'], []]);
  });

  it('send PLAIN in UTF-8 (RFC 4616 §2)', async () => {
    const plain = new SaslMechanisms(false, true).create(['PLAIN'])!;
    const sent = await plain.response({ username: 'jürgen', password: 'пароль' });
    assert.equal(Buffer.from(sent, 'latin1').toString('utf8'), '\0jürgen\0пароль');
  });

  it('are made only if they are in the list: no ANONYMOUS for a password, no PLAIN in the open', () => {
    assert.equal(new SaslMechanisms(false, true).create(['ANONYMOUS']), null);
    assert.equal(new SaslMechanisms(false, false).create(['PLAIN']), null);
  });

  it('verify SCRAM that was used, and nothing that was not', () => {
    const mechanisms = new SaslMechanisms(false, true);
    mechanisms.verify('');
    mechanisms.create(['SCRAM-SHA-256']);
    assert.throws(() => mechanisms.verify(''), { name: 'ScramError' });
  });
});

describe('a socket that may carry a password', () => {
  for (const url of ['wss://im.example/ws', 'WSS://im.example', 'ws://localhost:5280/ws', 'ws://127.0.0.1/ws', 'ws://[::1]:5280/', 'ws://localhost']) {
    it(`is ${url}`, () => assert.ok(isSecureService(url)));
  }
  for (const url of [
    'ws://im.example/ws', 'ws://localhost.evil.example/ws', 'ws://127.0.0.1.evil.example', 'ws://localhost@evil.example/', 'ws://localhost:secret@evil.example/', 'http://localhost/', '',
    ' wss://im.example', 'ws://evil.example/?wss://im.example', 'ws://127.0.0.1:80@evil.example/',
  ]) {
    it(`is not ${url || 'nothing'}`, () => assert.ok(!isSecureService(url)));
  }
});
