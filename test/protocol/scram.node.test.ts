import assert from 'node:assert/strict';
import { createHash, createHmac, pbkdf2Sync } from 'node:crypto';
import { afterEach, describe, it, mock } from 'node:test';
import type { ScramHash } from '../../src/protocol/sasl/credentials.js';
import { Scram, ScramError } from '../../src/protocol/sasl/scram.js';

const encode = (text: string) => Buffer.from(text, 'utf8').toString('base64');
/** What the stream hands a mechanism: one character a byte. */
const bytes = (text: string) => Buffer.from(text, 'utf8').toString('latin1');

/** A mechanism with a nonce of the test's own choice, in base64. */
function scramWithNonce(hash: ScramHash, nonce: string): Scram {
  mock.method(crypto, 'getRandomValues', () => new Uint8Array(Buffer.from(nonce, 'base64')));
  const scram = new Scram(hash);
  mock.restoreAll();
  return scram;
}

const NONCE = 'fyko+d2lbbFgONRv9qkxdawL';
const user = { username: 'user', password: 'pencil' };
const SERVER_FIRST = `r=${NONCE}3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096`;

/** As far as the server's first message. */
async function challenged(serverFirst: string, credentials = user): Promise<Scram> {
  const scram = scramWithNonce('SHA-1', NONCE);
  await scram.response(credentials);
  scram.challenge(serverFirst);
  return scram;
}

/** As far as the client's proof. */
async function proven(): Promise<Scram> {
  const scram = await challenged(SERVER_FIRST);
  await scram.response(user);
  return scram;
}

/** As far as the server's proof. */
async function verified(): Promise<Scram> {
  const scram = await proven();
  scram.verify('v=rmF9pqV8S7suAoZWja4dJRkFsKQ=');
  return scram;
}

const isScramError = (error: unknown) => error instanceof ScramError;

describe('SCRAM', () => {
  afterEach(() => mock.restoreAll());

  const vectors = {
    'SHA-1': {
      source: 'RFC 5802 §5', nonce: NONCE, first: `n,,n=user,r=${NONCE}`, serverFirst: SERVER_FIRST,
      final: `c=biws,r=${NONCE}3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts=`, signature: 'v=rmF9pqV8S7suAoZWja4dJRkFsKQ=',
    },
    'SHA-256': {
      source: 'RFC 7677 §3', nonce: 'rOprNGfwEbeRWgbNEkqO', first: 'n,,n=user,r=rOprNGfwEbeRWgbNEkqO',
      serverFirst: 'r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,s=W22ZaJ0SNY7soEsUEjb6gQ==,i=4096',
      final: 'c=biws,r=rOprNGfwEbeRWgbNEkqO%hvYDpWUa2RaTCAfuxFIlj)hNlF$k0,p=dHzbZapWIk4jUhN+Ute9ytag9zjfMHgsqmmiz7AndVQ=',
      signature: 'v=6rriTRBi23WpRR/wtup+mMhUZUn/dB5nLTJRsjl95G4=',
    },
  } as const;
  for (const [hash, vector] of Object.entries(vectors) as [keyof typeof vectors, (typeof vectors)[keyof typeof vectors]][]) {
    it(`with ${hash} says what ${vector.source} says, and knows the server by its signature`, async () => {
      const scram = scramWithNonce(hash, vector.nonce);
      assert.equal(await scram.response(user), vector.first);
      scram.challenge(vector.serverFirst);
      assert.equal(await scram.response(user), vector.final);
      scram.verify(vector.signature);
    });
  }

  it('takes the signature as a challenge with an empty success after it, too', async () => {
    const scram = await proven();
    scram.challenge(vectors['SHA-1'].signature);
    assert.equal(await scram.response(user), '');
    scram.verify('');
  });

  it('does not take a challenge without the signature for one', async () => {
    const scram = await proven();
    assert.throws(() => scram.challenge(''), isScramError);
  });

  for (const [what, success] of Object.entries({
    'is missing': '', 'is another': 'v=cm1GOXBxVjhTN3N1QW9aV2phNGRKUmtGc0tRPQ==', 'is empty': 'v=', 'is an error': 'e=invalid-proof', 'is cut short': 'v=rmF9pqV8S7suAoZWja4dJRkFsKQ',
  })) {
    it(`fails when the server’s signature ${what}`, async () => {
      const scram = await proven();
      assert.throws(() => scram.verify(success), isScramError);
    });
  }

  it('fails when the server claims success before it was asked for proof', async () => {
    const scram = scramWithNonce('SHA-1', NONCE);
    await scram.response(user);
    for (const success of ['', 'v=', 'v=undefined']) assert.throws(() => scram.verify(success), isScramError);
  });

  for (const [what, serverFirst] of Object.entries({
    'another nonce': 'r=somethingelse3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096',
    'our nonce with nothing added': `r=${NONCE},s=QSXCR+Q6sek8bf92,i=4096`,
    'no nonce': 's=QSXCR+Q6sek8bf92,i=4096',
    'nothing at all': '',
    'too few iterations': `r=${NONCE}3rfc,s=QSXCR+Q6sek8bf92,i=4095`,
    'one iteration': `r=${NONCE}3rfc,s=QSXCR+Q6sek8bf92,i=1`,
    'so many iterations that the page would hang': `r=${NONCE}3rfc,s=QSXCR+Q6sek8bf92,i=4000000000`,
    'a negative number of iterations': `r=${NONCE}3rfc,s=QSXCR+Q6sek8bf92,i=-4096`,
    'iterations that are no number': `r=${NONCE}3rfc,s=QSXCR+Q6sek8bf92,i=many`,
    'no iterations': `r=${NONCE}3rfc,s=QSXCR+Q6sek8bf92`,
    'no salt': `r=${NONCE}3rfc,i=4096`,
    'an extension that must be understood (RFC 5802 §5.1, “m”)': `m=new,r=${NONCE}3rfc,s=QSXCR+Q6sek8bf92,i=4096`,
  })) {
    it(`gives no proof to a server that sends ${what}`, async () => {
      const scram = await challenged(serverFirst);
      await assert.rejects(scram.response(user), isScramError);
    });
  }

  it('escapes “=” and “,” in the user name, composes it, and sends it in UTF-8 (RFC 5802 §5.1)', async () => {
    const first = (username: string) => scramWithNonce('SHA-1', NONCE).response({ username, password: '' });
    assert.equal(await first('a=b,c'), `n,,n=a=3Db=2Cc,r=${NONCE}`);
    assert.equal(await first('ju\u0308rgen'), bytes(`n,,n=j\u00fcrgen,r=${NONCE}`));
  });

  it('proves a password in any script, composed, against the user name as it was sent', async () => {
    const credentials = { username: 'jürgen', password: 'пароль\u00a0u\u0308 𝄞' };
    const scram = await challenged(SERVER_FIRST, credentials);
    const message = `n=jürgen,r=${NONCE},${SERVER_FIRST},c=biws,r=${NONCE}3rfcNHYJY1ZVvWVs7j`;
    const salted = pbkdf2Sync('пароль ü 𝄞', Buffer.from('QSXCR+Q6sek8bf92', 'base64'), 4096, 20, 'sha1');
    const clientKey = createHmac('sha1', salted).update('Client Key').digest();
    const signature = createHmac('sha1', createHash('sha1').update(clientKey).digest()).update(message).digest();
    const proof = Buffer.from(clientKey.map((byte, index) => byte ^ signature[index]!)).toString('base64');
    assert.equal(await scram.response(credentials), `c=biws,r=${NONCE}3rfcNHYJY1ZVvWVs7j,p=${proof}`);
  });

  it('with SHA-512 computes what another implementation does, and knows the server by its signature', async () => {
    const scram = scramWithNonce('SHA-512', NONCE);
    await scram.response(user);
    scram.challenge(SERVER_FIRST);
    const withoutProof = `c=biws,r=${NONCE}3rfcNHYJY1ZVvWVs7j`;
    const message = `n=user,r=${NONCE},${SERVER_FIRST},${withoutProof}`;
    const salted = pbkdf2Sync('pencil', Buffer.from('QSXCR+Q6sek8bf92', 'base64'), 4096, 64, 'sha512');
    const hmac = (key: Buffer, data: string) => createHmac('sha512', key).update(data).digest();
    const clientKey = hmac(salted, 'Client Key');
    const signature = hmac(createHash('sha512').update(clientKey).digest(), message);
    const proof = Buffer.from(clientKey.map((byte, index) => byte ^ signature[index]!)).toString('base64');
    assert.equal(await scram.response(user), `${withoutProof},p=${proof}`);
    scram.verify(`v=${hmac(hmac(salted, 'Server Key'), message).toString('base64')}`);
  });

  describe('the key that it leaves', () => {
    it('proves the password again, without it, at the same salt', async () => {
      const { scramKey } = await verified();
      assert.deepEqual({ ...scramKey, key: undefined }, { hash: 'SHA-1', salt: 'QSXCR+Q6sek8bf92', iterations: 4096, key: undefined });
      const scram = scramWithNonce('SHA-1', NONCE);
      await scram.response({ username: 'user', scramKey: scramKey! });
      scram.challenge(SERVER_FIRST);
      assert.equal(await scram.response({ username: 'user', scramKey: scramKey! }), vectors['SHA-1'].final);
      scram.verify(vectors['SHA-1'].signature);
    });

    it('cannot be read by scripts, whatever they try', async () => {
      const key = (await verified()).scramKey!.key;
      assert.equal(key.extractable, false);
      assert.deepEqual(key.usages, ['sign']);
      for (const format of ['raw', 'jwk'] as const) await assert.rejects(crypto.subtle.exportKey(format as 'raw', key));
    });

    it('is not there before the server has proved that it is the right one', async () => {
      assert.equal((await proven()).scramKey, undefined);
    });

    for (const [what, serverFirst] of [['salt', SERVER_FIRST.replace('QSX', 'ASX')], ['number of iterations', SERVER_FIRST.replace('4096', '8192')]] as const) {
      it(`is of no use at another ${what}: no proof is given`, async () => {
        const { scramKey } = await verified();
        const scram = scramWithNonce('SHA-1', NONCE);
        await scram.response({ username: 'user', scramKey: scramKey! });
        scram.challenge(serverFirst);
        await assert.rejects(scram.response({ username: 'user', scramKey: scramKey! }), { name: 'SignInError', message: 'key-outdated' });
      });
    }
  });

  it('takes a new nonce of at least 128 bits each time', async () => {
    const nonces = await Promise.all([1, 2, 3].map(() => new Scram('SHA-256').response(user)));
    assert.equal(new Set(nonces).size, 3);
    for (const nonce of nonces) assert.match(nonce, /^n,,n=user,r=[\w+/]{22,}=*$/);
  });

  it('does not keep the password in what it says', async () => {
    const scram = await challenged(SERVER_FIRST);
    const final = await scram.response(user);
    assert.ok(!final.includes('pencil') && !final.includes(encode('pencil')));
  });
});
