import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, BrowserContext } from 'puppeteer-core';
import { startEjabberd } from '../support/ejabberd.js';
import { shippedModule, startProsody } from '../support/prosody.js';
import type { ServerRosterItem, TestServer } from '../support/test-server.js';
import { Site } from './support/site.js';
import { launch, Tab } from './support/tab.js';

const jid = 'george@localhost';
const mary: ServerRosterItem = { jid: 'mary@localhost', name: 'Mary', subscription: 'none', groups: ['Friends'] };
const start = { users: { george: 'not-used' }, rosters: { george: [mary] } };

interface TokenServer {
  readonly mechanisms: readonly string[];
  readonly start: () => Promise<TestServer>;
  /** A token of the server's own making; one that has expired, if `ttl` (in seconds) is over. */
  readonly issue: (server: TestServer, ttl: number) => Promise<string>;
}

const tokenSecret = 'a secret that the page’s server shares with ejabberd';

/** RFC 7519, signed by HMAC. */
function jsonWebToken(claims: object): string {
  const parts = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.');
  return `${parts}.${createHmac('sha256', tokenSecret).update(parts).digest('base64url')}`;
}

const post = async (url: string, body: object) => (await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })).text();
const http = ({ url }: TestServer, path: string) => `http://${new URL(url).host}${path}`;

const servers: Readonly<Record<'prosody' | 'ejabberd', TokenServer>> = {
  prosody: {
    mechanisms: ['OAUTHBEARER', 'PLAIN'],
    start: async () => startProsody({ ...start, modules: { auth_test_token: await shippedModule('auth_test_token') }, config: 'authentication = "test_token"' }),
    issue: (server, ttl) => post(http(server, '/test_token'), { user: 'george', ttl }),
  },
  ejabberd: {
    mechanisms: ['PLAIN'],
    start: () => startEjabberd({ ...start, tokenSecret }),
    issue: (_server, ttl) => Promise.resolve(jsonWebToken({ jid, exp: Math.floor(Date.now() / 1_000) + ttl })),
  },
};

for (const [name, { mechanisms, start: startServer, issue }] of Object.entries(servers)) {
  describe(`tokens of ${name}`, () => {
    let browser: Browser;
    let server: TestServer;
    let site: Site;
    let context: BrowserContext;
    let tab: Tab;
    before(async () => {
      [browser, server, site] = await Promise.all([launch(), startServer(), Site.start()]);
    });
    afterEach(async () => {
      await tab.assertSilent();
      await context.close();
    });
    after(() => Promise.all([browser.close(), server.stop(), site.stop()]));

    async function open(token: string, mechanism?: string): Promise<void> {
      context = await browser.createBrowserContext();
      tab = await Tab.open(context, site.page({ service: server.url, jid, token, ...(mechanism === undefined ? {} : { mechanism }) }));
    }

    for (const mechanism of mechanisms) {
      it(`sign in by ${mechanism}`, async () => {
        await open(await issue(server, 3_600), mechanism);
        await tab.roster().lists('Friends: Mary');
      });
    }

    it('sign in where the page leaves the mechanism open', async () => {
      await open(await issue(server, 3_600));
      await tab.roster().lists('Friends: Mary');
    });

    it('that have expired are tried once, and the page says what to do', async () => {
      await open(await issue(server, -60));
      await tab.connection().says('alert', 'This page’s permission to sign in has expired or was refused. Please reload the page; if that does not help, ask its administrator.');
      assert.equal(await tab.connection().status(), 'offline');
      assert.equal(tab.sockets.length, 1);
    });
  });
}
