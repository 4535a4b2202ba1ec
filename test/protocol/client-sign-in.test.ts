import { expect } from 'chai';
import { ClientStream, ConnectionFailedError } from '../../src/protocol/client-stream.js';
import type { LinkOptions } from '../../src/protocol/link-options.js';
import type { SaslOutcome } from '../../src/protocol/sasl/credentials.js';
import { startClientStream, until, type ClientStreamFixture } from '../support/browser/client-stream-fixture.js';
import { MockEnvironment } from '../support/browser/mock-environment.js';
import { ScriptedServer } from '../support/browser/scripted-server.js';
import type { Script } from '../support/browser/server-script.js';

const TEN_MINUTES = 600_000;
const settled = ({ stream }: ClientStreamFixture) => until(stream, ({ connectionStatus }) => connectionStatus === 'online' || connectionStatus === 'offline');

describe('ClientStream signing in', () => {
  let fixture: ClientStreamFixture;
  afterEach(() => fixture.end());

  /** Connects, and gives the state it comes to. */
  async function connect(script: Partial<Script>, options?: Partial<LinkOptions>) {
    fixture = await startClientStream(script, options);
    const state = settled(fixture);
    fixture.stream.connect();
    return state;
  }

  /** Whether the stream stays as it is, however long one waits. */
  async function expectNoMoreAttempts(): Promise<void> {
    const { environment, server, states } = fixture;
    const before = states.length;
    environment.advance(TEN_MINUTES);
    expect(states).to.have.length(before);
    await server.settle();
    expect(server.connections).to.equal(1);
  }

  for (const mechanism of ['PLAIN', 'SCRAM-SHA-1', 'SCRAM-SHA-256', 'SCRAM-SHA-512']) {
    it(`works with ${mechanism} and a password in any script`, async () => {
      const credentials = { username: 'jürgen=1,2', password: 'пароль ☃ 𝄞' };
      const state = await connect({ ...credentials, mechanisms: [mechanism] }, { credentials });
      expect(state.connectionStatus).to.equal('online');
      expect(fixture.server.count(`mechanism="${mechanism}"`)).to.be.greaterThan(0);
    });

    it(`tries a wrong password exactly once with ${mechanism}, and says so`, async () => {
      const { connectionStatus, failure } = await connect({ password: 'another', mechanisms: [mechanism] });
      expect(connectionStatus).to.equal('offline');
      expect(failure).to.deep.include({ kind: 'authentication', condition: 'not-authorized', final: true });
      await expectNoMoreAttempts();
      expect(fixture.server.count('<auth')).to.equal(1);
    });
  }

  it('takes the strongest mechanism that is offered', async () => {
    const mechanisms = ['PLAIN', 'SCRAM-SHA-1', 'SCRAM-SHA-256', 'SCRAM-SHA-512'];
    await connect({ mechanisms });
    while (mechanisms.length > 1) {
      expect(fixture.server.count(`<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="${mechanisms.pop()}"`)).to.equal(1);
      await fixture.stream.disconnect();
      await fixture.server.set({ mechanisms });
      await fixture.goOnline();
    }
  });

  it('sends nothing to a server that offers less than it used to, and says so', async () => {
    const { connectionStatus, failure } = await connect({ mechanisms: ['PLAIN'] }, { strongest: 'SCRAM-SHA-256' });
    expect(connectionStatus).to.equal('offline');
    expect(failure).to.deep.include({ kind: 'no-mechanism', condition: 'weaker', text: 'SCRAM-SHA-256 → PLAIN', final: true });
    await expectNoMoreAttempts();
    expect(fixture.server.count('<auth')).to.equal(0);
  });

  it('tells what the server offered at most, and the key to sign in with next time, once it is proved to be the right one', async () => {
    const outcomes: SaslOutcome[] = [];
    await connect({ mechanisms: ['SCRAM-SHA-1', 'SCRAM-SHA-256'] }, { signedIn: (outcome) => void outcomes.push(outcome) });
    expect(outcomes).to.have.lengthOf(1);
    const [{ mechanism, strongest, scramKey } = {} as SaslOutcome] = outcomes;
    expect([mechanism, strongest, scramKey?.hash]).to.deep.equal(['SCRAM-SHA-256', 'SCRAM-SHA-256', 'SHA-256']);
    await fixture.end();
    const { connectionStatus } = await connect({ mechanisms: ['SCRAM-SHA-256'] }, { credentials: { username: 'george', scramKey: scramKey! } });
    expect(connectionStatus).to.equal('online');
  });

  it('tells nothing of a sign-in that the server did not prove', async () => {
    const outcomes: SaslOutcome[] = [];
    await connect({ mechanisms: ['SCRAM-SHA-256'], scramSignature: 'wrong' }, { signedIn: (outcome) => void outcomes.push(outcome) });
    expect(outcomes).to.deep.equal([]);
  });

  it('tries a token once, and says that it is no longer good', async () => {
    const { failure } = await connect({ mechanisms: ['PLAIN'] }, { credentials: { username: 'george', token: 'expired' } });
    expect(failure).to.deep.include({ kind: 'authentication', condition: 'token-refused', final: true });
    await expectNoMoreAttempts();
    expect(fixture.server.count('<auth')).to.equal(1);
  });

  for (const scramSignature of ['missing', 'wrong'] as const) {
    it(`is over for good when the server’s signature is ${scramSignature}`, async () => {
      const { connectionStatus, failure } = await connect({ mechanisms: ['SCRAM-SHA-256', 'PLAIN'], scramSignature });
      expect(connectionStatus).to.equal('offline');
      expect(failure).to.include({ kind: 'server-signature', final: true });
      await expectNoMoreAttempts();
      expect(fixture.server.count('<bind')).to.equal(0);
    });
  }

  it('has no session with a server that does not ask who we are', async () => {
    const { connectionStatus, failure } = await connect({ trusting: true });
    expect(connectionStatus).to.equal('offline');
    expect(failure).to.include({ kind: 'server-signature', final: true });
    expect(fixture.states.map((state) => state.connectionStatus)).to.not.include('online');
    await expectNoMoreAttempts();
  });

  for (const jid of ['alice@bank.example/desk', 'bank.example', 'george@sub.im.example/x', 'george@im.example.bank.example/x']) {
    it(`is over for good when the server says that we are ${jid}, of another domain`, async () => {
      const { connectionStatus, failure } = await connect({ jid });
      expect(connectionStatus).to.equal('offline');
      expect(failure).to.include({ kind: 'server-signature', final: true });
      expect(failure?.text).to.match(/^im\.example → /);
      expect(fixture.states.map((state) => state.connectionStatus)).to.not.include('online');
      await expectNoMoreAttempts();
    });
  }

  it('may be told that we are of the domain that the page says is the account’s, whatever the server’s is', async () => {
    expect((await connect({ jid: 'george@company.example/x' }, { accountDomain: 'company.example' })).jid).to.equal('george@company.example/x');
  });

  for (const jid of ['8f2c@im.example/x', 'george@IM.Example/office']) {
    it(`may be told that we are ${jid}, of the same domain`, async () => {
      const { connectionStatus } = await connect({ jid });
      expect(connectionStatus).to.equal('online');
    });
  }

  for (const success of ['!', 'dj0=', 'not base64 at all']) {
    it(`is over for good when the server’s signature reads “${success}”`, async () => {
      const { failure } = await connect({ mechanisms: ['SCRAM-SHA-256'], rawSuccess: success });
      expect(failure).to.include({ kind: 'server-signature', final: true });
      await expectNoMoreAttempts();
    });
  }

  it('never turns a password into an anonymous log-in', async () => {
    const { failure } = await connect({ mechanisms: ['ANONYMOUS', 'EXTERNAL'] });
    expect(failure).to.include({ kind: 'no-mechanism', final: true });
    await expectNoMoreAttempts();
    expect(fixture.server.count('<auth')).to.equal(0);
  });

  it('is anonymous when no credentials are given, and only then', async () => {
    const { connectionStatus } = await connect({ mechanisms: ['PLAIN', 'ANONYMOUS'] }, { credentials: undefined });
    expect(connectionStatus).to.equal('online');
    expect(fixture.server.count('mechanism="ANONYMOUS"')).to.equal(1);
  });

  it('is over for good when the account may not use the service, and says why', async () => {
    const { failure } = await connect({ password: 'another', saslFailure: 'account-disabled' });
    expect(failure).to.include({ kind: 'authentication', condition: 'account-disabled', final: true });
  });

  it('is tried again after a temporary failure (RFC 6120 §6.5.11)', async () => {
    fixture = await startClientStream({ password: 'another', saslFailure: 'temporary-auth-failure' });
    const { stream, server } = fixture;
    const waiting = until(stream, ({ retryAt }) => retryAt !== undefined);
    stream.connect();
    expect((await waiting).failure).to.include({ condition: 'temporary-auth-failure', final: false });
    await server.set({ password: 'secret' });
    await fixture.goOnline();
    expect(stream.state.failure).to.equal(undefined);
  });

  it('can be tried again by hand after a final failure', async () => {
    await connect({ password: 'another' });
    await fixture.server.set({ password: 'secret' });
    await fixture.goOnline();
    expect(fixture.stream.state.connectionStatus).to.equal('online');
  });
});

describe('ClientStream asking where to connect and as whom', () => {
  const options = (server: ScriptedServer): LinkOptions => ({ service: server.service, domain: 'im.example', credentials: { username: 'george', password: 'secret' } });

  it('asks anew at each attempt', async () => {
    const server = await ScriptedServer.start();
    let asked = 0;
    const stream = new ClientStream(() => {
      asked++;
      return Promise.resolve(options(server));
    }, new MockEnvironment());
    for (let round = 1; round <= 2; round++) {
      const online = until(stream, ({ connectionStatus }) => connectionStatus === 'online');
      stream.connect();
      await online;
      expect(asked).to.equal(round);
      const lost = until(stream, ({ connectionStatus }) => connectionStatus === 'reconnecting');
      await server.cut();
      await lost;
    }
    await stream.disconnect();
    server.end();
  });

  it('does not connect when told to disconnect before it knows', async () => {
    const server = await ScriptedServer.start();
    let answer: (options: LinkOptions) => void = () => undefined;
    const stream = new ClientStream(() => new Promise((resolve) => (answer = resolve)), new MockEnvironment());
    stream.connect();
    await stream.disconnect();
    answer(options(server));
    await server.settle();
    expect(stream.state.connectionStatus).to.equal('offline');
    expect(server.connections).to.equal(0);
    server.end();
  });

  for (const [what, error, status, kind] of [
    ['is over for good when the settings make no sense', new Error('No address'), 'offline', 'configuration'],
    ['is over for good when told so', new ConnectionFailedError({ kind: 'configuration', text: 'No address', final: true }), 'offline', 'configuration'],
    ['tries again when told so', new ConnectionFailedError({ kind: 'unreachable', text: 'No answer', final: false }), 'reconnecting', 'unreachable'],
  ] as const) {
    it(`${what}`, async () => {
      const stream = new ClientStream(() => Promise.reject(error), new MockEnvironment());
      const ended = until(stream, ({ connectionStatus }) => connectionStatus !== 'connecting');
      stream.connect();
      const { connectionStatus, failure } = await ended;
      expect(connectionStatus).to.equal(status);
      expect(failure).to.include({ kind, text: error.message });
      await stream.disconnect();
    });
  }

  it('takes a throw for a rejection', async () => {
    const stream = new ClientStream(() => {
      throw new Error('No address');
    }, new MockEnvironment());
    const ended = until(stream, ({ connectionStatus }) => connectionStatus === 'offline');
    stream.connect();
    expect((await ended).failure).to.include({ kind: 'configuration' });
  });
});
