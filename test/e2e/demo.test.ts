import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser, BrowserContext } from 'puppeteer-core';
import { assertAccessible } from './support/axe.js';
import { startDemoPages, type DemoPages } from './support/demo-pages.js';
import { eventually } from './support/eventually.js';
import { jid, Office } from './support/office.js';
import { RequestsObject } from './support/requests-object.js';
import { launch, Tab } from './support/tab.js';

const office = 'section[aria-labelledby="office"]';
const home = 'section[aria-labelledby="home"]';
const mary = 'section[aria-labelledby="mary"]';
const viewport = { width: 1280, height: 1200 };
/** Not subscribed to, so that his row stays where it is, whoever comes and goes. */
const victor = 'victor.hugo.silva@im.company.org';
/** The only one in no group of Mary's. */
const grace = 'grace.liu@im.company.org';

describe('the demo as npm start shows it', () => {
  let demo: DemoPages;
  let browser: Browser;
  let context: BrowserContext;
  let tab: Tab;
  before(async () => {
    [demo, browser] = await Promise.all([startDemoPages(), launch()]);
  });
  after(() => Promise.all([demo.stop(), browser.close()]));
  beforeEach(async () => {
    context = await browser.createBrowserContext();
  });
  afterEach(async () => {
    await tab.assertSilent();
    await context.close();
  });

  async function openCompany(): Promise<void> {
    tab = await Tab.open(context, `${demo.origin}/`, { viewport });
    for (const window of [office, home, mary]) {
      await tab.connection(window).becomes('online');
      await tab.roster(window).shows(({ groups, contacts }) => assert.ok(groups.length + contacts.length >= 6));
    }
    // It moves her list, and with it whatever is about to be clicked.
    await eventually(() => new RequestsObject(tab.page, mary).seen(), ({ requests }) => assert.equal(requests.length, 1));
  }

  // groups are collapsed so that both ends of a way are in sight
  const groupsOf = async (window: string, address: string) => (await tab.roster(window).seen()).contacts.filter((row) => row.jid === address).map(({ group }) => group);

  it('has George twice and Mary once, each with picker and list, and a badge outside that works', async () => {
    await openCompany();
    for (const window of [office, home, mary]) await tab.picker(window).shows(({ availability }) => assert.equal(availability, 'available'));
    await tab.badge('garry.tech@im.company.org').becomesKnown();
    await tab.roster(mary).collapse('Choir', 'Lunch');
    assert.deepEqual((await tab.roster(mary).seen()).groups.map(({ title }) => title), ['Choir', 'Help', 'Lunch', 'Office', 'No group']);
  });

  it('moves at home what is dragged in the office', async () => {
    await openCompany();
    for (const window of [office, home]) await tab.roster(window).collapse('Board', 'Design');
    await tab.roster(office).drag(victor, 'Coworkers', { group: 'Football' });
    for (const window of [office, home]) await eventually(() => groupsOf(window, victor), (groups) => assert.deepEqual(groups, ['Football']));
  });

  it('shows Mary what George chooses', async () => {
    await openCompany();
    await tab.roster(mary).collapse('Choir', 'Lunch');
    await tab.picker(office).choose('Away', 'At the coffee machine');
    await tab.picker(home).choose('Extended away');
    await tab.roster(mary).contactShows('george@im.company.org', 'Office', ({ label }) => assert.match(label, /^George, (away, At the coffee machine|extended away)$/));
  });

  it('shows the stanzas that go by, on demand', async () => {
    await openCompany();
    const shown = () => tab.page.$eval('#stanzas', (panel) => ({ visible: (panel as HTMLElement).checkVisibility(), text: (panel as HTMLElement).innerText }));
    assert.equal((await shown()).visible, false);
    await tab.page.locator('::-p-text(Show stanzas)').click();
    await tab.roster(mary).collapse('Choir', 'Office');
    await tab.roster(mary).drag(grace, null, { group: 'Lunch' });
    await eventually(shown, ({ visible, text }) => {
      assert.equal(visible, true);
      assert.match(text, /mary\/reception →\s+<iq [^]*?<item jid="grace\.liu@im\.company\.org"[^]*?<group>Lunch/);
      assert.match(text, /mary\/reception ←\s+<iq [^]*?<item [^>]*jid="grace\.liu@im\.company\.org"/);
    });
    assert.doesNotMatch((await shown()).text, /<auth|password/);
  });

  it('has nothing that axe objects to, with and without stanzas', async () => {
    await openCompany();
    await assertAccessible(tab.page, 'company');
    await tab.page.locator('::-p-text(Show stanzas)').click();
    await assertAccessible(tab.page, 'company with stanzas');
    await tab.page.goto(`${demo.origin}/demo/own-server.html`);
    await assertAccessible(tab.page, 'own server');
  });

  it('shows what rows can look like: pictures, unread counts, one line each, a template', async () => {
    tab = await Tab.open(context, `${demo.origin}/demo/rows.html`, { viewport });
    const seen = () => tab.page.evaluate(() => [...document.querySelectorAll('xmpp-roster')].map(({ shadowRoot }) => {
      const row = shadowRoot?.querySelector<HTMLElement>('[data-jid="stuart@im.company.org"]');
      return { unread: row?.querySelector('[part=unread]')?.textContent, height: row?.offsetHeight ?? 0, own: row?.querySelector('[part=groups]')?.textContent, pictures: shadowRoot?.querySelectorAll('img').length ?? 0 };
    }));
    await eventually(seen, ([buttons, compact, template]) => {
      assert.equal(buttons?.unread, '3');
      assert.ok(compact && buttons && compact.height < buttons.height);
      assert.match(template?.own ?? '', /Coworkers/);
      for (const list of [buttons, compact, template]) assert.ok((list?.pictures ?? 0) > 2);
    });
    await assertAccessible(tab.page, 'rows');
  });

  it('connects to one’s own server with what was typed', async () => {
    const ours = await Office.open('prosody', browser);
    tab = await Tab.open(context, `${demo.origin}/demo/own-server.html`);
    await tab.fill({ 'Address of the WebSocket': ours.server.url });
    await tab.signIn().signIn({ address: jid('george'), password: 'wrong' });
    await tab.signIn().says(/^The address or the password is wrong\./);
    await tab.signIn().signIn({ password: ours.password('george') });
    await tab.connection().becomes('online');
    await tab.signIn().shows(false);
    await tab.roster().lists('Coworker: Mary, Stuart', 'Football: Stuart', 'Friends: Mary, Potter', 'Locked: Laura');
    await tab.roster().drag(jid('stuart'), 'Coworker', { group: 'Friends' });
    await tab.roster().contactShows(jid('stuart'), 'Friends', ({ pending }) => assert.equal(pending, false));
    assert.equal(await ours.stored('george', 'stuart'), 'Stuart [Football, Friends]');
    tab.expect(/WebSocket connection to .* failed/);
    await ours.close();
  });
});
