import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Browser, BrowserContext } from 'puppeteer-core';
import { launchChrome } from '../support/chrome.js';
import { startEjabberd } from '../support/ejabberd.js';
import { startProsody } from '../support/prosody.js';
import type { ServerRosterItem, TestServer } from '../support/test-server.js';
import { eventually } from './support/eventually.js';
import { everythingInDatabases, everythingKept } from './support/everything-kept.js';
import { Site } from './support/site.js';
import { launch, Tab } from './support/tab.js';

const password = 'correct-horse-battery-staple ü';
const george = 'george@localhost';
const mary: ServerRosterItem = { jid: 'mary@localhost', name: 'Mary', subscription: 'none', groups: ['Friends'] };
const start = { users: { george: password, mary: password }, rosters: { george: [mary] } };

// As administrators set them up: passwords are stored salted, with the rounds of the server's choice.
const servers = {
  prosody: () => startProsody({ ...start, config: 'authentication = "internal_hashed"' }),
  ejabberd: () => startEjabberd({ ...start, hash: 'sha512' }),
};

for (const [name, startServer] of Object.entries(servers)) {
  describe(`signing in at ${name}`, () => {
    let browser: Browser;
    let server: TestServer;
    let site: Site;
    let context: BrowserContext;
    let tabs: Tab[] = [];
    before(async () => {
      [browser, server, site] = await Promise.all([launch(), startServer(), Site.start()]);
    });
    afterEach(async () => {
      for (const tab of tabs) await tab.assertSilent();
      tabs = [];
      await context.close();
    });
    after(() => Promise.all([browser.close(), server.stop(), site.stop()]));

    /** A page of its own in a browser that knows nothing, unless one is open already. */
    async function open(): Promise<Tab> {
      if (tabs.length === 0) context = await browser.createBrowserContext();
      const tab = await Tab.open(context, site.page({ service: server.url }, 'sign-in'));
      tabs.push(tab);
      return tab;
    }

    async function signedIn(): Promise<Tab> {
      const tab = await open();
      await tab.signIn().shows();
      await tab.signIn().fill({ address: george, password });
      await tab.signIn().stay();
      await tab.page.locator('xmpp-sign-in >>> [part=submit]').click();
      await tab.roster().lists('Friends: Mary');
      return tab;
    }

    it('says that a password is wrong after one attempt, and takes the right one then', async () => {
      const before = await server.authFailures('george');
      const tab = await open();
      await tab.signIn().signIn({ address: george, password: 'not it' });
      await tab.signIn().says(/^The address or the password is wrong\. Please check both and sign in again\.$/);
      assert.equal(await server.authFailures('george'), before + 1);
      await tab.signIn().signIn({ password });
      await tab.roster().lists('Friends: Mary');
      await tab.signIn().shows(false);
      assert.equal(await server.authFailures('george'), before + 1);
    });

    it('is for the server to judge, not for a tab that is signed in already', async () => {
      const before = await server.authFailures('george');
      const tab = await open();
      const other = await open();
      await other.signIn().shows();
      await tab.signIn().signIn({ address: george, password });
      await tab.roster().lists('Friends: Mary');
      await other.signIn().signIn({ address: george, password: 'not it' });
      await other.signIn().says(/^The address or the password is wrong\./);
      assert.equal(await server.authFailures('george'), before + 1);
      await other.roster().shows(({ contacts }) => assert.deepEqual(contacts, []));
    });

    it('is not asked for in another tab while one is signed in, which may be closed then; the last one takes it along', async () => {
      const tab = await open();
      await tab.signIn().signIn({ address: george, password });
      await tab.roster().lists('Friends: Mary');
      const other = await open();
      await other.roster().lists('Friends: Mary');
      assert.deepEqual([await other.signIn().isShown(), other.sockets], [false, []]);
      assert.doesNotMatch(await other.page.evaluate(everythingInDatabases), /scramKey/);
      await tabs.shift()?.page.close();
      await other.socketsOpened(1);
      await other.connection().becomes('online');
      await other.page.reload();
      await other.signIn().shows();
    });

    it('of one account is none of another’s: with two signed in side by side, a third tab asks', async () => {
      const [one, two] = [await open(), await open()];
      await two.signIn().shows();
      await one.signIn().signIn({ address: george, password });
      await one.roster().lists('Friends: Mary');
      await two.signIn().signIn({ address: 'mary@localhost', password });
      await two.connection().becomes('online');
      const third = await open();
      await third.signIn().shows();
      await two.connection().signOut();
      const locks = () => third.page.evaluate(async () => (await navigator.locks.query()).held?.map(({ name }) => name).join());
      await eventually(locks, (held) => assert.doesNotMatch(held ?? '', /mary/));
      await third.page.reload();
      await third.roster().lists('Friends: Mary');
      await one.connection().signOut();
      await third.signIn().shows();
    });

    it('is asked for once by whoever stays signed in, and the password stands nowhere', async () => {
      const tab = await signedIn();
      await tab.page.reload();
      await tab.roster().lists('Friends: Mary');
      await tab.connection().becomes('online');
      assert.equal(await tab.signIn().isShown(), false);
      const kept = { ...(await tab.page.evaluate(everythingKept)), databases: await tab.page.evaluate(everythingInDatabases), ...(await tab.recorded()), console: tab.consoleLines };
      assert.match(kept.databases, /xmpp-elements-sign-in.*george@localhost.*scramKey/);
      for (const [place, content] of Object.entries(kept)) {
        for (const form of [password, encodeURIComponent(password), Buffer.from(`\0george\0${password}`).toString('base64')]) {
          assert.ok(!JSON.stringify(content).includes(form), `the password stands in: ${place}`);
        }
      }
    });

    it('is over in all tabs when one signs out, and nothing of the account is left in the browser', async () => {
      const tab = await signedIn();
      const other = await open();
      await other.roster().lists('Friends: Mary');
      assert.equal(await other.signIn().account(), george);
      await tab.signIn().signOut();
      for (const one of [tab, other]) {
        await one.signIn().shows();
        await one.roster().shows(({ contacts, notice }) => assert.deepEqual([contacts, notice], [[], 'Not connected.']));
      }
      await eventually(() => tab.page.evaluate(everythingInDatabases), (kept) => assert.doesNotMatch(kept, /george|mary/i));
      await eventually(() => tab.page.evaluate(everythingKept), ({ storage }) => assert.doesNotMatch(storage.join(), /george|mary/i));
      await tab.page.reload();
      await tab.signIn().shows();
    });
  });
}

describe('a server that salts the password anew at each sign-in', () => {
  it('keeps nobody signed in: the password is asked for, and why is said', async () => {
    const [browser, server, site] = await Promise.all([launch(), startProsody(start), Site.start()]);
    const tab = await Tab.open(browser, site.page({ service: server.url }, 'sign-in'));
    await tab.signIn().shows();
    await tab.signIn().fill({ address: george, password });
    await tab.signIn().stay();
    await tab.page.locator('xmpp-sign-in >>> [part=submit]').click();
    await tab.roster().lists('Friends: Mary');
    await tab.page.evaluate(() => localStorage.clear());
    await tab.page.reload();
    await tab.signIn().says(/^You could not stay signed in/);
    assert.equal(await server.authFailures('george'), 0);
    await tab.signIn().signIn({ password });
    await tab.roster().lists('Friends: Mary');
    const other = await Tab.open(browser, site.page({ service: server.url }, 'sign-in'));
    await other.roster().lists('Friends: Mary');
    await tab.assertSilent();
    await tab.page.close();
    await other.signIn().says(/^You could not stay signed in/);
    await other.assertSilent();
    await Promise.all([browser.close(), server.stop(), site.stop()]);
  });
});

describe('the password manager of Chromium', () => {
  it('knows the fields of the form, which stands in a shadow root', async () => {
    // What it makes of fields it then writes onto them.
    const browser = await launchChrome({ args: ['--show-autofill-signatures', '--enable-features=AutofillShowTypePredictions'] });
    const site = await Site.start();
    const tab = await Tab.open(browser, site.page({ service: 'ws://127.0.0.1:9/ws' }, 'sign-in'));
    await tab.signIn().shows();
    await tab.signIn().fill({ address: george });
    const roles = () => tab.page.$eval('xmpp-sign-in', ({ shadowRoot }) => ['address', 'password'].map((id) => shadowRoot?.getElementById(id)?.getAttribute('pm_parser_annotation')));
    await eventually(roles, (known) => assert.deepEqual(known, ['username_element', 'password_element']));
    await Promise.all([browser.close(), site.stop()]);
  });
});
