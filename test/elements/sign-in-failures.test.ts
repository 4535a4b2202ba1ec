import { expect } from 'chai';
import { ScriptedServer } from '../support/browser/scripted-server.js';
import { serverCommand } from '../support/browser/server-command.js';
import { until } from '../support/browser/waiting.js';
import { newAccount } from './connection.harness.js';
import { SignInHarness } from './sign-in.harness.js';

describe('<xmpp-sign-in> at a server that is not as it should be', () => {
  let page: SignInHarness;
  afterEach(() => page.remove());

  it('says that no server answers, while it is tried again, and takes another address meanwhile', async () => {
    const account = await newAccount();
    await serverCommand('expect-console', { pattern: 'WebSocket connection to .* failed|Failed to load resource' });
    page = await SignInHarness.asking({ service: 'ws://127.0.0.1:9/ws' });
    await page.signIn(account.jid, account.password);
    await page.fails(/could not be reached.* Trying again…$/);
    expect(page.isShown).to.be.true;
    page.connection.service = account.url;
    await page.isOnline();
  });

  describe('when the server offers less than it used to', () => {
    let server: ScriptedServer;
    afterEach(() => server.end());

    it('sends nothing and says so; its user may do it all the same', async () => {
      const [jid, password] = ['george@weaker.example', 'secret'];
      server = await ScriptedServer.start({ jid: `${jid}/1`, mechanisms: ['SCRAM-SHA-256', 'PLAIN'] });
      page = await SignInHarness.asking({ service: server.service });
      await page.signIn(jid, password);
      await until(() => page.connection.connectionStatus === 'online', 'it is online');
      await page.connection.signOut();
      await page.asks();
      await server.set({ mechanisms: ['PLAIN'] });
      await page.signIn(jid, password);
      await page.fails(/less secure way to sign in than before \(SCRAM-SHA-256 → PLAIN\)/);
      await server.settle();
      expect(server.count('mechanism="PLAIN"')).to.equal(0);
      await page.press('weaker');
      await until(() => page.connection.connectionStatus === 'online', 'it is online');
      expect(server.count('mechanism="PLAIN"')).to.equal(1);
    });
  });
});
