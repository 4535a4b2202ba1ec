import assert from 'node:assert/strict';
import { afterEach, describe, it, mock } from 'node:test';
import { isSecureService } from '../../src/protocol/link-options.js';
import type { SaslCredentials } from '../../src/protocol/sasl/credentials.js';
import { SaslMechanisms, type SaslOptions } from '../../src/protocol/sasl/mechanisms.js';
import type { SignInError } from '../../src/protocol/sasl/sign-in-error.js';

const password = { username: 'george', password: 'secret' };
const token = { username: 'jürgen', token: 'eyJ0' };
const names = (credentials: SaslCredentials | undefined, secure: boolean) => new SaslMechanisms({ credentials, secure })._mechs.map(({ name }) => name);
const bytes = (text: string) => Buffer.from(text, 'latin1').toString('utf8');

describe('the mechanisms of an attempt', () => {
  afterEach(() => mock.restoreAll());

  it('are SCRAM before PLAIN, the strongest first; for PLAIN the socket must be TLS or stay on this machine', () => {
    assert.deepEqual(names(password, true), ['SCRAM-SHA-512', 'SCRAM-SHA-256', 'SCRAM-SHA-1', 'PLAIN']);
    assert.deepEqual(names(password, false), ['SCRAM-SHA-512', 'SCRAM-SHA-256', 'SCRAM-SHA-1']);
  });

  it('with credentials never hold ANONYMOUS; without them nothing else', () => {
    for (const credentials of [password, token]) assert.ok(!names(credentials, true).includes('ANONYMOUS') && !names(credentials, false).includes('ANONYMOUS'));
    assert.deepEqual([names(undefined, true), names(undefined, false)], [['ANONYMOUS'], ['ANONYMOUS']]);
  });

  it('for a token are those that take one, and none where others could read it', () => {
    assert.deepEqual([names(token, true), names(token, false)], [['OAUTHBEARER', 'PLAIN'], []]);
  });

  it('do without SCRAM where the page has no WebCrypto, and then have nothing for an open socket', (context) => {
    const { subtle: _subtle, ...insecure } = { subtle: crypto.subtle, getRandomValues: crypto.getRandomValues.bind(crypto) };
    const before = Object.getOwnPropertyDescriptor(globalThis, 'crypto')!;
    Object.defineProperty(globalThis, 'crypto', { value: insecure, configurable: true });
    context.after(() => Object.defineProperty(globalThis, 'crypto', before));
    assert.deepEqual([names(password, true), names(password, false)], [['PLAIN'], []]);
  });

  it('send PLAIN in UTF-8 (RFC 4616 §2)', async () => {
    const plain = new SaslMechanisms({ credentials: password, secure: true }).create(['PLAIN'])!;
    assert.equal(bytes(await plain.response({ username: 'jürgen', password: 'пароль' } as never)), '\0jürgen\0пароль');
  });

  it('send a token as each of them has it (RFC 7628 §3.1), and hear out why it is refused (§3.2.3)', async () => {
    const mechanisms = new SaslMechanisms({ credentials: token, secure: true });
    const first = async (name: string) => bytes(await mechanisms.create([name])!.response(token));
    assert.equal(await first('OAUTHBEARER'), 'n,,\x01auth=Bearer eyJ0\x01\x01');
    assert.equal(await first('PLAIN'), '\0jürgen\0eyJ0');
    const bearer = mechanisms.create(['OAUTHBEARER'])!;
    bearer.challenge('{"status":"invalid_token"}');
    assert.equal(await bearer.response(token), '\x01');
  });

  it('are made only if they are in the list: no ANONYMOUS for a password, no PLAIN in the open', () => {
    assert.equal(new SaslMechanisms({ credentials: password, secure: true }).create(['ANONYMOUS']), null);
    assert.equal(new SaslMechanisms({ credentials: password, secure: false }).create(['PLAIN']), null);
  });

  it('verify SCRAM that was used, and nothing that was not', () => {
    const mechanisms = new SaslMechanisms({ credentials: password, secure: true });
    mechanisms.verify('');
    mechanisms.create(['SCRAM-SHA-256']);
    assert.throws(() => mechanisms.verify(''), { name: 'ScramError' });
  });
});

describe('the mechanism that is chosen', () => {
  const choose = (offered: readonly string[], options: Partial<SaslOptions> = {}) => new SaslMechanisms({ credentials: password, secure: true, ...options }).choose(offered);

  it('is the best that both sides know', () => {
    assert.equal(choose(['SCRAM-SHA-256', 'PLAIN']), 'SCRAM-SHA-256');
  });

  it('is the one that the page wants, or none', () => {
    assert.equal(choose(['SCRAM-SHA-1', 'PLAIN'], { credentials: { ...password, mechanism: 'PLAIN' } }), 'PLAIN');
    assert.throws(() => choose(['SCRAM-SHA-1'], { credentials: { ...password, mechanism: 'PLAIN' } }), (error: SignInError) => error.failure.kind === 'no-mechanism');
  });

  it('is never from an offer that is weaker than this server’s used to be', () => {
    const isWeaker = (error: SignInError) => error.failure.condition === 'weaker' && error.failure.text === 'SCRAM-SHA-256 → PLAIN' && error.failure.final;
    assert.throws(() => choose(['PLAIN'], { strongest: 'SCRAM-SHA-256' }), isWeaker);
    assert.throws(() => choose(['PLAIN'], { strongest: 'SCRAM-SHA-256', credentials: { ...password, mechanism: 'PLAIN' } }), isWeaker);
  });

  it('may be from the same offer or a stronger one, and whatever is kept that is no mechanism counts for nothing', () => {
    assert.equal(choose(['SCRAM-SHA-256'], { strongest: 'SCRAM-SHA-256' }), 'SCRAM-SHA-256');
    assert.equal(choose(['SCRAM-SHA-512', 'SCRAM-SHA-1'], { strongest: 'SCRAM-SHA-1' }), 'SCRAM-SHA-512');
    assert.equal(choose(['PLAIN'], { strongest: 'nonsense' }), 'PLAIN');
  });

  it('is that of the key that was kept, or the key is of no use', () => {
    const scramKey = { hash: 'SHA-256', salt: 'c2FsdA==', iterations: 4096, key: { type: 'secret' } as CryptoKey } as const;
    const credentials = { username: 'george', scramKey };
    assert.equal(choose(['SCRAM-SHA-512', 'SCRAM-SHA-256'], { credentials }), 'SCRAM-SHA-256');
    assert.throws(() => choose(['SCRAM-SHA-1', 'PLAIN'], { credentials }), (error: SignInError) => error.failure.condition === 'key-outdated');
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
