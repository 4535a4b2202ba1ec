import { ChromeLauncher } from '@web/test-runner-chrome';
import type { Browser, LaunchOptions, Page } from 'puppeteer-core';
import { watchPage } from './console-watch.js';

export type Report = (sessionId: string, problem: string) => void;

/** Every test file gets a browser context of its own: empty storage, no other tab's channels and locks, visible, no media emulated by the file before. */
export class FreshContextLauncher extends ChromeLauncher {
  constructor(name: string, options: LaunchOptions, report: Report, concurrency?: number) {
    super(
      options,
      ({ browser }) => browser.defaultBrowserContext(),
      async ({ context }) => {
        const page = await context.newPage();
        nameSpace(page);
        watchSession(page, report);
        return page;
      },
      undefined,
      concurrency,
    );
    this.name = name;
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

/** Puppeteer knows the space bar by that name in Chromium only. */
function nameSpace({ keyboard }: Page): void {
  const press = keyboard.press.bind(keyboard);
  keyboard.press = (key, options) => press(key === 'Space' ? ' ' : key, options);
}
