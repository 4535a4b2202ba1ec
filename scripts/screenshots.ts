// `npm run screenshots`: the pictures of the README, taken from the running demo.
import puppeteer, { type Page } from 'puppeteer-core';
import { createServer } from 'vite';
import { findChrome } from './programs.mjs';

const folder = 'docs/images';
const server = await createServer({ logLevel: 'error', server: { host: 'localhost', port: 5190 } });
await server.listen();
const url = server.resolvedUrls?.local[0] ?? '';
const browser = await puppeteer.launch({ executablePath: findChrome() ?? 'chromium', args: ['--no-sandbox', '--disable-dev-shm-usage', '--force-device-scale-factor=2'] });

async function open(scheme: 'light' | 'dark', width: number, height: number): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width, height, deviceScaleFactor: 2 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(url, { waitUntil: 'load' });
  await page.waitForFunction(() => {
    const rosters = [...document.querySelectorAll('xmpp-roster')];
    return rosters.length > 0 && rosters.every((roster) => roster.shadowRoot?.querySelectorAll('[part~="online"]').length);
  });
  return page;
}

async function centre(page: Page, selector: string): Promise<{ x: number; y: number }> {
  return page.evaluate((inRoster) => {
    const box = document.querySelector('xmpp-roster')?.shadowRoot?.querySelector(inRoster)?.getBoundingClientRect();
    return { x: (box?.left ?? 0) + 90, y: (box?.top ?? 0) + (box?.height ?? 0) / 2 };
  }, selector);
}

for (const scheme of ['light', 'dark'] as const) {
  const page = await open(scheme, 1280, 860);
  await page.screenshot({ path: `${folder}/company-${scheme}.png` });
  await page.close();
}

/** The part of the page with that element in it, and a little around. */
async function around(page: Page, selector: string, { above, height }: { above: number; height: number }) {
  const top = await page.evaluate((name) => document.querySelector(name)?.getBoundingClientRect().top ?? 0, selector);
  return { x: 20, y: top - above, width: 430, height };
}

const page = await open('light', 1280, 1200);
const from = await centre(page, '[data-group="Coworkers"][data-jid]');
await page.mouse.move(from.x, from.y);
await page.mouse.down();
await page.mouse.move(from.x + 30, from.y - 60, { steps: 4 });
const to = await centre(page, '.group[data-group="Board"]');
await page.mouse.move(to.x + 60, to.y + 20, { steps: 4 });
await page.screenshot({ path: `${folder}/dragging.png`, captureBeyondViewport: false, clip: await around(page, 'xmpp-roster', { above: 12, height: 420 }) });
await page.keyboard.press('Escape');
await page.mouse.up();

const person = await centre(page, '[data-group="Coworkers"][data-jid]');
await page.mouse.click(person.x, person.y);
await page.waitForFunction(() => document.querySelector('xmpp-roster')?.shadowRoot?.querySelector('xmpp-contact-card'));
await page.mouse.move(0, 0);
await page.screenshot({ path: `${folder}/card.png`, captureBeyondViewport: false, clip: await around(page, 'xmpp-roster', { above: 12, height: 884 }) });

await browser.close();
await server.close();
