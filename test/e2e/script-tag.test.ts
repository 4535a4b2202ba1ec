import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { eventually } from './support/eventually.js';
import { jid, Office, passwords } from './support/office.js';
import { CONTENT_SECURITY_POLICY } from './support/site.js';
import { launch, type Tab } from './support/tab.js';

const stuart = jid('stuart');

describe('a page with one script tag, on a static server with the strictest policy', () => {
  let browser: Browser;
  let office: Office;
  let page: Tab;
  before(async () => {
    browser = await launch();
    office = await Office.open('prosody', browser);
    page = await office.onlinePage('george', { resource: 'page' });
  });
  after(async () => {
    await office.close();
    await browser.close();
  });

  it('loads one script, and nothing from anywhere else', async () => {
    const response = await page.page.reload();
    await page.connection().becomes('online');
    assert.equal(response?.headers()['content-security-policy'], CONTENT_SECURITY_POLICY);
    const paths = new Set(page.requests.map((url) => new URL(url)).filter(({ protocol }) => protocol !== 'data:').map(({ pathname }) => pathname.replace(/^\/\d+\//, '')));
    assert.deepEqual([...paths].sort(), ['', '/page.css', '/xmpp-elements.js', 'sign-in.js']);
    assert.deepEqual(new Set(page.sockets), new Set([office.server.url]));
  });

  it('is plain ASCII, as the languages are: whatever encoding a page states, its words are right', async () => {
    const scripts = (await readdir('dist')).filter((name) => name.endsWith('.js'));
    assert.equal(scripts.length, 6);
    for (const script of scripts) assert.match(await readFile(`dist/${script}`, 'latin1'), /^[\0-\x7f]+$/, script);
  });

  it('shows roster, badge and picker in place', async () => {
    const client = await office.client('stuart');
    await client.presence({ show: 'away' });
    await page.roster().lists('Coworker: Mary, Stuart', 'Football: Stuart', 'Friends: Mary, Potter', 'Locked: Laura');
    await page.roster().contactShows(stuart, 'Football', ({ availability }) => assert.equal(availability, 'away'));
    await page.badge(stuart).becomes('away', /^Stuart, away$/);
    await page.picker().choose('Do not disturb', 'Working');
    await page.picker().shows(({ availability }) => assert.equal(availability, 'dnd'));
    await client.nextPresence(jid('george'), undefined, (presence) => presence.getChildText('status') === 'Working');
  });

  it('has every row where it belongs: one below the other', async () => {
    const tops = await page.roster().tops();
    assert.equal(tops.length, 10);
    for (const [index, top] of tops.entries()) assert.ok(index === 0 || top > (tops[index - 1] ?? 0) + 20, `rows stand at ${tops.join(', ')}`);
  });

  it('moves a contact by drag', async () => {
    await page.roster().drag(stuart, 'Coworker', { group: 'Friends' });
    await page.roster().lists('Coworker: Mary', 'Football: Stuart', 'Friends: Mary, Potter, Stuart', 'Locked: Laura');
    await page.roster().contactShows(stuart, 'Friends', ({ pending }) => assert.equal(pending, false));
    assert.equal(await office.stored('george', 'stuart'), 'Stuart [Football, Friends]');
  });

  it('has violated its policy nowhere on the way', async () => {
    await page.assertSilent();
  });
});

describe('a page in a sandbox, which may store nothing and knows of no other page', () => {
  let browser: Browser;
  let office: Office;
  before(async () => {
    browser = await launch();
    office = await Office.open('prosody', browser);
  });
  after(async () => {
    await office.close();
    await browser.close();
  });

  it('signs in, moves to another account, and leaves when its connection is taken out', async () => {
    const page = await office.onlinePage('george', { name: 'sandboxed' });
    assert.equal(await page.page.evaluate('origin'), 'null');
    await page.page.$eval('xmpp-connection', (element, settings) => Object.assign(element, settings), { jid: jid('stuart'), credentials: { password: passwords.stuart } });
    await eventually(() => office.server.sessions('george'), (count) => assert.equal(count, 0));
    await eventually(() => office.server.sessions('stuart'), (count) => assert.equal(count, 1));
    await page.page.$eval('xmpp-connection', (element) => element.remove());
    await eventually(() => office.server.sessions('stuart'), (count) => assert.equal(count, 0));
    await page.assertSilent();
  });
});
