import { ChromeLauncher } from '@web/test-runner-chrome';
import type { Browser, Page } from 'puppeteer-core';
import { chromeOptions } from './chrome.js';
import { watchPage } from './console-watch.js';

type Report = (sessionId: string, problem: string) => void;

/** Every test file gets a browser context of its own: empty storage, no other tab's channels and locks, visible, no media emulated by the file before. */
export class FreshChromeLauncher extends ChromeLauncher {
  constructor(report: Report) {
    super(
      chromeOptions(),
      ({ browser }) => browser.defaultBrowserContext(),
      async ({ context }) => {
        const page = await context.newPage();
        watchSession(page, report);
        return page;
      },
    );
  }

  override async createNewPage(browser: Browser) {
    return super.createNewPage(browser, await browser.createBrowserContext());
  }

  override async stopSession(sessionId: string) {
    const page = this.getPage(sessionId);
    const result = await super.stopSession(sessionId);
    // the base class keeps the page for the next file, in a list that only TypeScript calls private
    (this as unknown as { inactivePages: unknown[] }).inactivePages.length = 0;
    await page.browserContext().close();
    return result;
  }
}

function watchSession(page: Page, report: Report): void {
  let sessionId = '';
  page.once('request', (request) => {
    sessionId = new URL(request.url()).searchParams.get('wtr-session-id') ?? '';
  });
  watchPage(page, (problem) => report(sessionId, problem));
}
