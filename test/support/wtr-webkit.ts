import type { BrowserLauncher } from '@web/test-runner';
import { startWebKit, type WebKitDriver } from './webkit.js';
import { WebKitPage } from './webkit-page.js';
import type { WebDriverSession } from './webdriver.js';
import type { Report } from './wtr-puppeteer.js';

/** What the test runner's page records of its console. */
interface Logged {
  readonly type: string;
  readonly args: readonly unknown[];
}

/** Every test file gets a WebKit of its own, one after the other. */
export class WebKitLauncher implements BrowserLauncher {
  readonly name = 'WebKit';
  /** The runner's commands ask for this, and use only what `WebKitPage` has. */
  readonly type = 'puppeteer';
  readonly concurrency = 1;
  #driver: Promise<WebKitDriver> | undefined;
  readonly #sessions = new Map<string, WebDriverSession>();

  constructor(private readonly report: Report) {}

  async startSession(sessionId: string, url: string): Promise<void> {
    this.#driver ??= startWebKit();
    const session = await (await this.#driver).open();
    this.#sessions.set(sessionId, session);
    await session.goTo(url);
  }

  isActive(sessionId: string): boolean {
    return this.#sessions.has(sessionId);
  }

  getBrowserUrl(sessionId: string): Promise<string> {
    return this.#session(sessionId).url();
  }

  getPage(sessionId: string): WebKitPage {
    return new WebKitPage(this.#session(sessionId));
  }

  async stopSession(sessionId: string): Promise<object> {
    const session = this.#session(sessionId);
    this.#sessions.delete(sessionId);
    const logged = await session.execute<readonly Logged[]>('return window.__wtr_browser_logs__.logs');
    for (const { type, args } of logged) if (type === 'warn' || type === 'error') this.report(sessionId, `console.${type}: ${args.map(String).join(' ')}`);
    await session.close();
    return {};
  }

  startDebugSession(): Promise<never> {
    return Promise.reject(new Error('The tests cannot be debugged by hand in WebKit'));
  }

  async stop(): Promise<void> {
    await (await this.#driver)?.stop();
  }

  #session(sessionId: string): WebDriverSession {
    const session = this.#sessions.get(sessionId);
    if (!session) throw new Error(`No page for session ${sessionId}`);
    return session;
  }
}
