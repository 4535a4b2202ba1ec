import assert from 'node:assert/strict';
import { createServer as createHttpServer } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import type { AddressInfo, Server } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, BrowserContext } from 'puppeteer-core';
import { WebSocket } from 'ws';
import { Peer } from '../support/browser/peer.js';
import { startEjabberd } from '../support/ejabberd.js';
import { startProsody } from '../support/prosody.js';
import { selfSigned } from '../support/self-signed.js';
import type { TestServer } from '../support/test-server.js';
import { eventually } from './support/eventually.js';
import { Site, type SignIn } from './support/site.js';
import { launch, Tab } from './support/tab.js';

// Node 20 has none, and `@xmpp/client` asks for it when it connects
globalThis.WebSocket ??= WebSocket as unknown as typeof globalThis.WebSocket;

const password = 'pw-george';
const notFound = createHttpServer((_request, response) => response.writeHead(404).end());
const untrusted = createHttpsServer(selfSigned, (_request, response) => response.writeHead(404).end());

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

interface FailureServer {
  readonly server: TestServer;
  /** Where nothing is known of a WebSocket, at this server or at what could stand in front of it. */
  readonly withoutWebSocketUrl: string;
  readonly untrustedUrl: string;
  /** How its log tells of a new connection. */
  readonly connected: RegExp;
}

const users = { george: password, mary: 'pw-mary' };
const servers: Readonly<Record<'Prosody' | 'ejabberd', () => Promise<FailureServer>>> = {
  async Prosody() {
    const [server, plainHost, tlsHost] = await Promise.all([startProsody({ users }), listen(notFound), listen(untrusted)]);
    return { server, withoutWebSocketUrl: `ws://${plainHost}/xmpp-websocket`, untrustedUrl: `wss://${tlsHost}/xmpp-websocket`, connected: /Client connected/g };
  },
  async ejabberd() {
    const server = await startEjabberd({ users });
    const { withoutWebSocketUrl, untrustedUrl } = server;
    return { server, withoutWebSocketUrl, untrustedUrl, connected: new RegExp(`Accepted connection .* -> ${new URL(server.url).host}`, 'g') };
  },
};

// They mostly wait.
describe('a connection that fails', { concurrency: true }, () => {
  after(() => [notFound, untrusted].forEach((other) => other.close()));

  for (const [name, startServer] of Object.entries(servers)) {
    describe(`each failure at ${name} says what it is and what to do about it:`, { concurrency: false }, () => {
      let browser: Browser;
      let context: BrowserContext;
      let started: FailureServer;
      let server: TestServer;
      let site: Site;
      let tab: Tab;
      before(async () => {
        [browser, started, site] = await Promise.all([launch(), startServer(), Site.start()]);
        server = started.server;
      });
      beforeEach(async () => {
        context = await browser.createBrowserContext();
      });
      afterEach(async () => {
        await tab.assertSilent();
        await context.close();
      });
      after(async () => {
        await Promise.all([browser.close(), server.stop(), site.stop()]);
      });

      async function open(settings: Partial<SignIn>): Promise<void> {
        tab = await Tab.open(context, site.page({ service: server.url, jid: 'george@localhost', password, ...settings }, 'asking'));
        tab.expect(/WebSocket connection to .* failed|Failed to load resource/);
      }

      const connections = () => server.log().match(started.connected)?.length ?? 0;

      /** What makes a lost connection be sought at once does not make this one be sought. */
      async function expectNoMoreAttempts(count: number): Promise<void> {
        await tab.page.evaluate(() => {
          window.dispatchEvent(new Event('online'));
          document.dispatchEvent(new Event('visibilitychange'));
        });
        await tab.page.waitForFunction((until: number) => performance.now() > until, {}, (await tab.now()) + 1_500);
        assert.equal(await tab.connection().status(), 'offline');
        assert.equal(connections(), count, server.log().split('\n').slice(-30).join('\n'));
      }

      /**
       * How often Prosody 0.12 has closed a socket before its last words had gone out: it forgets them if something
       * comes in at that very moment. Then a page cannot know better than to try once more.
       */
      const lostWords = () => server.log().split('disconnected: connection timeout').length - 1;

      async function saysWhileSeeking(text: RegExp): Promise<void> {
        await eventually(() => tab.connection().notice(), (notice) => assert.match(notice?.text ?? '', text));
      }

      it('a domain that the server does not know', async () => {
        const count = connections();
        await open({ domain: 'nowhere.example' });
        await tab.connection().says('alert', 'The server does not know this domain. Please check what follows the @ in the address.');
        await expectNoMoreAttempts(count + 1);
      });

      it('a session that another client has replaced, which nobody fights over', async () => {
        await open({ resource: 'desk' });
        await tab.connection().becomes('online');
        for (let isTold = false; !isTold; ) {
          const lost = lostWords();
          const other = await Peer.logIn({ url: server.url, domain: 'localhost', user: 'george', password, resource: 'desk' });
          const said = tab.connection().says('alert', 'Signed in elsewhere under the same resource name; this page was disconnected. Try again to go on here.');
          isTold = await said.then(() => true, (error: unknown) => {
            if (lostWords() === lost) throw error;
            return false;
          });
          if (isTold) await expectNoMoreAttempts(connections());
          await other.end();
        }
      });

      it('an account that was removed, and one that is not there', async () => {
        await open({ jid: 'mary@localhost', password: 'pw-mary' });
        await tab.roster().shows(({ notice }) => assert.equal(notice, 'No contacts yet.'));
        const [count, lostBefore] = [connections(), lostWords()];
        await server.remove('mary');
        await tab.connection().says('alert', 'The server has ended the session: the account was removed or its password changed. Please sign in again, or ask your administrator.');
        const again = lostWords() - lostBefore;
        await expectNoMoreAttempts(count + again);
        await tab.page.reload();
        await tab.connection().says('alert', 'The address or the password is wrong. Please check both and sign in again.');
        await expectNoMoreAttempts(count + again + 1);
        assert.equal(await server.authFailures('mary'), again + 1);
      });

      it('a server whose certificate is not accepted', async () => {
        const { host } = new URL(started.untrustedUrl);
        await open({ service: started.untrustedUrl });
        await saysWhileSeeking(new RegExp(`^No secure connection to https://${host}/ could be made: nothing answers there, or this browser does not accept its certificate\\. Open that address in a tab`));
      });

      it('a server without a WebSocket', async () => {
        await open({ service: started.withoutWebSocketUrl });
        await saysWhileSeeking(new RegExp(`^The server answers, but there is no WebSocket at ${started.withoutWebSocketUrl}\\. Please ask its administrator`));
      });

      it('an address with a wrong path, together with the right one', async () => {
        await open({ service: new URL('/websockets', server.url).href });
        await saysWhileSeeking(new RegExp(`^There is no WebSocket at ws://.*/websockets, but there is one at ${server.url}\\.`));
      });
    });
  }
});
