import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import type { Peer } from '../support/browser/peer.js';
import { eventually } from './support/eventually.js';
import { everythingInDatabases } from './support/everything-kept.js';
import { jid, Office } from './support/office.js';
import { launch, type Tab } from './support/tab.js';

const [george, stuart, mary] = [jid('george'), jid('stuart'), jid('mary')];
/** `npm run test:tabs` has them all. */
const [RELOADS, PAGES] = process.env['npm_lifecycle_event'] === 'test:tabs' ? [20, 10] : [6, 4];

for (const kind of ['prosody', 'ejabberd'] as const) {
  describe(`One session for all pages, on ${kind}`, () => {
    let office: Office;
    /** Somebody who sees George come and go. */
    let observer: Peer;
    /** Somebody whom George sees. */
    let stuarts: Peer;
    let browser: Browser;
    let pages: Tab[] = [];
    before(async () => {
      browser = await launch();
      office = await Office.open(kind, browser);
      stuarts = await office.client('stuart');
    });
    after(async () => {
      await office.close();
      await browser.close();
    });
    beforeEach(async () => {
      observer = await office.client('mary');
    });
    afterEach(async () => {
      await pages[0]?.connection().disconnect();
      for (const page of pages) await office.closeTab(page);
      await observer.logOut();
      await eventually(() => office.server.sessions('george'), (count) => assert.equal(count, 0));
    });

    /** George's pages; their coming has been seen, and nothing is to be seen from then on. */
    async function open(count: number): Promise<Tab[]> {
      pages = [];
      while (pages.length < count) pages.push(await office.onlinePage('george'));
      await observer.nextPresence(george, undefined);
      observer.clear();
      return pages;
    }

    async function nothingWasSeen(): Promise<void> {
      await observer.ping();
      assert.deepEqual(observer.presencesFrom(george).map(String), []);
      assert.equal(await office.server.sessions('george'), 1);
    }

    /** The page has its whole list, with presence, and Stuart's last words. */
    const lists = (page: Tab, status: string): Promise<unknown> => page.roster().shows(({ contacts, notice }) => {
      const rows = contacts.filter((contact) => contact.jid === stuart).map(({ availability, line }) => [availability, line]);
      assert.deepEqual([...new Set(rows.map(String))], [`away,${status}`]);
      assert.deepEqual([...new Set(contacts.map((contact) => contact.jid))].sort(), [jid('laura'), mary, jid('potter'), stuart]);
      assert.equal(contacts.find((contact) => contact.jid === mary)?.availability, 'available');
      assert.equal(contacts.find((contact) => contact.jid === jid('potter'))?.availability, 'unavailable');
      assert.equal(notice, '');
    });
    async function stuartSays(status: string, ...pages: readonly Tab[]): Promise<void> {
      await stuarts.presence({ show: 'away', status });
      await Promise.all(pages.map((page) => lists(page, status)));
    }

    it('outlives reloads: nobody sees anything, and the list is back', async () => {
      const [page] = await open(1);
      assert.ok(page);
      for (let round = 1; round <= RELOADS; round++) {
        await stuarts.presence({ show: 'away', status: `round ${round}` });
        await page.page.reload();
        await lists(page, `round ${round}`);
      }
      await nothingWasSeen();
    });

    it('is taken along from page to page, into the back/forward cache and out of it', async () => {
      const [page] = await open(1);
      assert.ok(page);
      // ejabberd sends on after it has closed a socket
      page.expect(/Data frame received after close/);
      for (let round = 1; round <= PAGES; round++) {
        await page.page.goto(office.beside(page, round % 2 === 0 ? '' : 'contacts'));
        await stuartSays(`page ${round}`, page);
      }
      await page.page.evaluate(() => document.documentElement.setAttribute('data-marked', ''));
      await page.page.goto(office.beside(page, 'contacts'));
      await stuartSays('another page', page);
      await page.page.goBack();
      assert.equal(await page.page.evaluate(() => document.documentElement.hasAttribute('data-marked')), true, 'it comes out of the cache');
      await stuartSays('back', page);
      await page.page.goForward();
      await stuartSays('forward', page);
      await nothingWasSeen();
    });

    it('goes from tab to tab when the one that holds the socket is closed, five times in a row', async () => {
      await open(6);
      assert.deepEqual(pages.map(({ sockets }) => sockets.length), [1, 0, 0, 0, 0, 0]);
      for (let round = 1; round <= 5; round++) {
        await office.closeTab(pages.shift());
        await stuartSays(`without ${round}`, ...pages);
        await pages[0]?.socketsOpened(1);
      }
      await nothingWasSeen();
    });

    it('is the only one of ten tabs, which all show the same a second after any change', async () => {
      await open(10);
      assert.equal(await office.server.sessions('george'), 1);
      const agree = async (what: string, change: () => Promise<unknown>, check: (page: Tab) => Promise<unknown>) => {
        const began = performance.now();
        await change();
        await Promise.all(pages.map(check));
        assert.ok(performance.now() - began < 1_000, `${what}: it took ${Math.round(performance.now() - began)} ms`);
      };
      await agree('presence of others', () => stuarts.presence({ show: 'away', status: 'Lunch' }), (page) => lists(page, 'Lunch'));
      await agree('a move in one tab', () => moveIn(pages[7], 'Coworker', 'Friends'), (page) => page.roster().contactShows(stuart, 'Friends', () => undefined));
      await agree('our own presence', () => pages[3]!.page.$eval('xmpp-connection', (connection) => connection.session.setPresence({ show: 'dnd', status: 'Busy' })),
        (page) => page.picker().shows(({ availability, pending }) => assert.deepEqual([availability, pending], ['dnd', false])));
      assert.equal(await office.server.sessions('george'), 1);
      const said = await observer.nextPresence(george, undefined);
      assert.equal(said.getChildText('status'), 'Busy');
      await observer.ping();
      assert.equal(observer.presencesFrom(george).length, 1);
    });

    it('goes to another tab within five seconds when the process of the one that holds the socket is killed', async () => {
      await open(3);
      const holder = pages.shift();
      const began = performance.now();
      await office.crashTab(holder);
      await eventually(() => pages.map(({ sockets }) => sockets.length), (opened) => assert.deepEqual(opened, [1, 0]));
      await stuartSays('still there', ...pages);
      assert.ok(performance.now() - began < 5_000, `it took ${Math.round(performance.now() - began)} ms`);
      await nothingWasSeen();
    });

    it('goes on when the process of the only tab is killed: the page that is opened then knows all, also what changed meanwhile', async () => {
      const [page] = await open(1);
      await stuartSays('is stored', page!);
      await eventually(() => page!.page.evaluate(everythingInDatabases), (kept) => assert.match(kept, /"xmpp-elements-sessions".*is stored/));
      await stuartSays('comes too late to be stored', page!);
      await page!.page.$eval('xmpp-connection', (connection) => connection.session.setPresence({ show: 'dnd' }));
      await observer.nextPresence(george, undefined, (said) => said.getChildText('show') === 'dnd');
      observer.clear();
      await office.crashTab(pages.shift());
      const other = await office.client('george', { resource: 'other', available: false });
      await other.setItem({ jid: mary, name: 'Mary', groups: ['Moved'] });
      await other.end();
      await stuarts.presence({ show: 'away', status: 'said to nobody' });
      pages = [await office.onlinePage('george')];
      await lists(pages[0]!, 'said to nobody');
      await pages[0]!.roster().contactShows(mary, 'Moved', () => undefined);
      await pages[0]!.picker().shows(({ availability, pending }) => assert.deepEqual([availability, pending], ['dnd', false]));
      await nothingWasSeen();
    });
  });
}

async function moveIn(page: Tab | undefined, from: string, to: string): Promise<void> {
  await page?.page.$eval('xmpp-connection', (connection, [who, one, other]) => connection.session.moveContact(who ?? '', one ?? null, other ?? null), [stuart, from, to]);
}
