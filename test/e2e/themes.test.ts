import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { assertAccessible } from './support/axe.js';
import { faintIcons } from './support/contrast.js';
import { startDemoPages, type DemoPages } from './support/demo-pages.js';
import { launch } from './support/tab.js';
import { looks, openThemes } from './support/themes-page.js';

describe('the demo’s page of looks', () => {
  let demo: DemoPages;
  let browser: Browser;
  before(async () => {
    [demo, browser] = await Promise.all([startDemoPages(), launch()]);
  });
  after(() => Promise.all([demo.stop(), browser.close()]));

  for (const look of looks) {
    it(`is readable as ${look}, light and dark: text 4.5:1, icons 3:1, nothing that axe objects to`, async () => {
      const tab = await openThemes(browser, demo.origin, { look, language: 'en' });
      await assertAccessible(tab.page, look);
      await tab.page.locator('xmpp-status-picker >>> button').click();
      await assertAccessible(tab.page, `${look}, the menu of the status open`);
      for (const scheme of ['light', 'dark'] as const) {
        await tab.page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        assert.deepEqual(await faintIcons(tab.page), [], scheme);
      }
      await tab.assertSilent();
      await tab.page.browserContext().close();
    });
  }

  it('talks to no network', async () => {
    const tab = await openThemes(browser, demo.origin, { look: 'intranet', language: 'en' });
    assert.deepEqual(tab.sockets.filter((url) => !url.startsWith(demo.origin.replace('http', 'ws'))), []);
    await tab.page.browserContext().close();
  });
});
