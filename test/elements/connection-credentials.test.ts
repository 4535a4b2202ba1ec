import { expect } from 'chai';
import type { CredentialsSource } from '../../src/context/connection-settings.js';
import { serverCommand } from '../support/browser/server-command.js';
import { until } from '../support/browser/waiting.js';
import { ConnectionHarness, newAccount, type Account } from './connection.harness.js';

describe('the credentials of <xmpp-connection>', () => {
  let account: Account;
  let connection: ConnectionHarness;
  const { fetch } = globalThis;
  before(async () => {
    account = await newAccount();
  });
  afterEach(async () => {
    globalThis.fetch = fetch;
    await connection.remove();
  });

  /** The page's server answers this; gives the addresses that were asked for. */
  function pageAnswers(...answers: readonly (() => Response)[]): string[] {
    const asked: string[] = [];
    globalThis.fetch = (input) => {
      asked.push(input instanceof Request ? input.url : String(input));
      const answer = answers[Math.min(asked.length, answers.length) - 1];
      return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('Failed to fetch'));
    };
    return asked;
  }

  it('are waited for: without any it stays offline, and that is no error', async () => {
    for (const nothing of [undefined, null]) {
      connection = await ConnectionHarness.with({ service: account.url, jid: account.jid, credentials: nothing as never });
      expect(connection.element.connectionStatus).to.equal('offline');
      expect(connection.error).to.equal('');
      expect(connection.statuses).to.deep.equal([]);
      await connection.remove();
    }
  });

  it('may be an object with an address of its own', async () => {
    const { url, jid, password } = account;
    connection = await ConnectionHarness.with({ service: url, credentials: { jid, password } });
    await connection.ready();
    expect(connection.element.session.jid).to.equal(jid);
  });

  it('may be a function', async () => {
    const { url, jid, password } = account;
    connection = await ConnectionHarness.with({ service: url, credentials: () => ({ jid, password }) });
    await connection.ready();
  });

  it('are asked for anew at each attempt', async () => {
    const server = { kind: 'demo', instance: 'connection-credentials' } as const;
    const crashable = await serverCommand('register-user', server);
    let asked = 0;
    const credentials = async () => {
      asked++;
      await Promise.resolve();
      return { password: crashable.password };
    };
    connection = await ConnectionHarness.online(crashable, { credentials });
    expect(asked).to.equal(1);
    await serverCommand('crash-server', server);
    await connection.becomes('reconnecting');
    await serverCommand('restart-server', server);
    await connection.ready();
    expect(asked).to.be.at.least(2);
  });

  it('may come late: what a function gives after its element has gone is not used', async () => {
    let give: (credentials: { password: string }) => void = () => undefined;
    connection = await ConnectionHarness.to(account, { credentials: () => new Promise((resolve) => (give = resolve)) });
    await connection.becomes('connecting');
    connection.element.remove();
    await connection.becomes('offline');
    give({ password: account.password });
    await connection.settled();
    expect(connection.element.connectionStatus).to.equal('offline');
  });

  const wrong: readonly (readonly [string, unknown])[] = [
    ['a string', 'secret-string'],
    ['an empty object', {}],
    ['a password that is no text', { password: 12345 }],
    ['an address that is no text', { jid: 5, password: 'x' }],
    ['a function that gives nothing', () => undefined],
    ['a function that gives null', () => Promise.resolve(null)],
    ['a function that gives a string', () => 'secret-string'],
  ];
  for (const [what, credentials] of wrong) {
    it(`are refused in words when they are ${what}`, async () => {
      connection = await ConnectionHarness.to(account, { credentials: credentials as CredentialsSource });
      await connection.fails();
      expect(connection.error).to.match(/“credentials”.*“password”/);
      expect(connection.exposed).not.to.contain('secret-string');
    });
  }

  it('are asked for again when a function fails, because the network may be back soon', async () => {
    let asked = 0;
    const credentials = () => (++asked === 1 ? Promise.reject(new TypeError('Failed to fetch.')) : Promise.resolve({ password: account.password }));
    connection = await ConnectionHarness.to(account, { credentials });
    await connection.becomes('reconnecting');
    expect(connection.notice).to.contain('Failed to fetch. Trying');
    await connection.ready();
    expect(connection.errors).to.deep.equal([]);
  });

  describe('from “credentials-url”', () => {
    const from = (credentialsUrl: string, jid = account.jid) => ConnectionHarness.with({ service: account.url, jid, credentialsUrl });

    it('are read from the page’s own server', async () => {
      const { url: service, jid } = await serverCommand('register-user', { kind: 'demo', password: 'from-the-page' });
      connection = new ConnectionHarness();
      for (const [name, value] of Object.entries({ service, jid, credentialsUrl: '/test/elements/credentials/complete.json' })) connection.setAttribute(name, value);
      await connection.attach();
      await connection.ready();
      expect(connection.element.session.jid).to.equal(jid);
      expect(connection.exposed).not.to.contain('from-the-page');
    });

    it('may name the account', async () => {
      const { jid, password } = account;
      const asked = pageAnswers(() => Response.json({ jid, password }));
      connection = await ConnectionHarness.with({ service: account.url, credentialsUrl: 'here' });
      await connection.ready();
      expect(asked).to.deep.equal([new URL('here', document.baseURI).href]);
    });

    it('may be a token, and say how it is to be sent', async () => {
      const { jid, password: token } = account;
      pageAnswers(() => Response.json({ jid, token, mechanism: 'PLAIN' }));
      connection = await ConnectionHarness.with({ service: account.url, credentialsUrl: 'here' });
      await connection.ready();
      expect(connection.element.session.jid).to.equal(jid);
      expect(connection.exposed).not.to.contain(token);
    });

    it('are refused in words when there is no password in them', async () => {
      connection = await from('/test/elements/credentials/no-password.json');
      await connection.fails();
      expect(connection.error).to.equal('/test/elements/credentials/no-password.json holds no JSON with a “password” or a “token”.');
    });

    it('are refused in words when they are no JSON, or not given', async () => {
      pageAnswers(() => new Response('<html>'));
      connection = await from('/creds');
      await connection.fails();
      expect(connection.error).to.equal('/creds holds no JSON with a “password” or a “token”.');
      await connection.remove();
      pageAnswers(() => new Response('', { status: 401 }));
      connection = await from('/creds');
      await connection.fails();
      expect(connection.error).to.equal('This page’s own sign-in is over (/creds). Please reload the page and sign in to it again.');
    });

    it('are never asked of another server', async () => {
      const asked = pageAnswers(() => Response.json({ password: 'x' }));
      connection = await from('https://evil.example/creds');
      await connection.fails();
      expect(connection.error).to.equal('“credentials-url” must be on the page’s own server.');
      expect(asked).to.deep.equal([]);
    });

    it('are sought again when the page’s server has a fault or does not answer', async () => {
      const { password } = account;
      const asked = pageAnswers(() => new Response('', { status: 503 }), () => Response.json({ password }));
      connection = await from('/creds');
      await connection.becomes('reconnecting');
      await connection.ready();
      expect(asked).to.have.lengthOf(2);
    });
  });

  it('are not sent anywhere before the server is known: without “service” its host-meta is asked', async () => {
    const asked = pageAnswers(() => new Response('', { status: 404 }));
    connection = await ConnectionHarness.to(account, { service: 'ws://127.0.0.1:1/' , credentials: undefined as never });
    connection.element.setAttribute('service', 'ws://127.0.0.1:1/');
    connection.element.removeAttribute('service');
    connection.element.credentials = { password: account.password };
    await until(() => asked.length >= 2, 'host-meta was asked for');
    expect(asked.slice(0, 2)).to.have.members(['https://localhost/.well-known/host-meta.json', 'https://localhost/.well-known/host-meta']);
    await connection.becomes('reconnecting');
    expect(connection.notice).to.contain('No WebSocket address was found for localhost');
  });
});
