import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { launchChrome } from '../support/chrome.js';
import { startDemoPages, type DemoPages } from './support/demo-pages.js';
import { Pictures } from './support/pictures.js';
import { looks, openThemes } from './support/themes-page.js';

const HEIGHT = 800;
const widths = [240, 480] as const;
const schemes = ['light', 'dark'] as const;
const directions = { ltr: 'en', rtl: 'ar' } as const;

/** Letters are drawn alike, whatever the machine's settings. */
const alike = ['--font-render-hinting=none', '--disable-lcd-text', '--force-device-scale-factor=1', '--hide-scrollbars', '--lang=en-US', '--accept-lang=en-US'];

describe('the elements look as in the pictures', () => {
  let demo: DemoPages;
  let browser: Browser;
  let pictures: Pictures;
  before(async () => {
    [demo, browser] = await Promise.all([startDemoPages(), launchChrome({ args: alike, env: { ...process.env, LANGUAGE: 'en_US' } })]);
    pictures = await Pictures.of(browser);
  });
  after(() => Promise.all([demo.stop(), browser.close()]));

  for (const look of looks) {
    for (const [direction, language] of Object.entries(directions)) {
      it(`${look}, ${direction}, light and dark, narrow and wide`, async () => {
        const { page } = await openThemes(browser, demo.origin, { look, language, only: true });
        for (const scheme of schemes) {
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
          for (const width of widths) {
            await page.setViewport({ width, height: HEIGHT });
            await pictures.compare(page, `${look}-${scheme}-${width}-${direction}`);
          }
        }
        await page.browserContext().close();
      });
    }
  }
});
