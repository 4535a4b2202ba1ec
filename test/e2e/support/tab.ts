import assert from 'node:assert/strict';
import type { Browser, BrowserContext, Page } from 'puppeteer-core';
import { launchChrome } from '../../support/chrome.js';
import { watchPage } from '../../support/console-watch.js';
import { AddContactObject } from './add-contact-object.js';
import { BadgeObject } from './badge-object.js';
import { ConnectionObject } from './connection-object.js';
import { eventually } from './eventually.js';
import { PickerObject } from './picker-object.js';
import { record, type Recorded } from './recorder.js';
import { RequestsObject } from './requests-object.js';
import { RosterObject } from './roster-object.js';
import { SignInObject } from './sign-in-object.js';

export interface TabOptions {
  readonly viewport?: { readonly width: number; readonly height: number };
  /** Beside the others, not in front of them. */
  readonly window?: boolean;
}

/** One page in a real browser, and all that it says and asks for. */
export class Tab {
  /** Warnings, errors, requests to other machines. */
  readonly problems: string[] = [];
  /** Everything on the console, of any level. */
  readonly consoleLines: string[] = [];
  /** Addresses of the requests and of the WebSockets, in order. */
  readonly requests: string[] = [];
  readonly sockets: string[] = [];
  readonly #expected: RegExp[] = [];

  private constructor(readonly page: Page) {
    page.setDefaultTimeout(20_000);
    watchPage(page, (problem) => this.problems.push(problem));
    page.on('console', (message) => this.consoleLines.push(message.text()));
    page.on('request', (request) => this.requests.push(request.url()));
  }

  static async open(context: BrowserContext | Browser, url: string, { viewport = { width: 560, height: 1000 }, window = false }: TabOptions = {}): Promise<Tab> {
    const tab = new Tab(await context.newPage({ type: window ? 'window' : 'tab' }));
    await tab.#watchSockets();
    await tab.page.setViewport(viewport);
    // tsx wraps named functions in a helper that the page does not have
    await tab.page.evaluateOnNewDocument('globalThis.__name = (wrapped) => wrapped;');
    await tab.page.evaluateOnNewDocument(record);
    await tab.page.goto(url);
    return tab;
  }

  /** @param within a selector of what is around the element, where the page has several of its kind */
  connection(within = ''): ConnectionObject {
    return new ConnectionObject(this.page, within);
  }

  roster(within = ''): RosterObject {
    return new RosterObject(this.page, within);
  }

  badge(jid: string): BadgeObject {
    return new BadgeObject(this.page, jid);
  }

  picker(within = ''): PickerObject {
    return new PickerObject(this.page, within);
  }

  contactRequests(within = ''): RequestsObject {
    return new RequestsObject(this.page, within);
  }

  signIn(): SignInObject {
    return new SignInObject(this.page);
  }

  addContact(within = ''): AddContactObject {
    return new AddContactObject(this.page, within);
  }

  /** The `xmpp-*` events that elements dispatched, and violations of the page's policy. */
  recorded(): Promise<Recorded> {
    return this.page.evaluate(() => (window as unknown as { recorded: Recorded }).recorded);
  }

  /** What has the focus, as assistive technology calls it, whatever shadow root it is in. */
  focused(): Promise<string> {
    return this.page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent.trim() : undefined;
      return element?.getAttribute('aria-label') ?? label ?? element?.textContent.trim() ?? '';
    });
  }

  /** In ms, on the page's own clock. */
  now(): Promise<number> {
    return this.page.evaluate(() => performance.now());
  }

  visibility(): Promise<string> {
    return this.page.evaluate(() => document.visibilityState);
  }

  /** Moves the focus on, or back. */
  async tab({ backwards = false } = {}): Promise<void> {
    if (backwards) await this.page.keyboard.down('Shift');
    await this.page.keyboard.press('Tab');
    if (backwards) await this.page.keyboard.up('Shift');
  }

  /** Clicks into labelled fields and types over what is there. */
  async fill(fields: Readonly<Record<string, string>>): Promise<void> {
    for (const [label, text] of Object.entries(fields)) {
      await this.page.locator(`::-p-xpath(//label[contains(normalize-space(), "${label}")]//input)`).click({ count: 3 });
      await this.page.keyboard.type(text);
    }
  }

  async press(...keys: Parameters<Page['keyboard']['press']>[0][]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** The test has caused this on the console: it is no fault. */
  expect(problem: RegExp): void {
    this.#expected.push(problem);
  }

  /** Nothing but what is expected on the console, no violation of the policy, no request to another machine. */
  async assertSilent(): Promise<void> {
    const unexpected = this.problems.filter((problem) => !this.#expected.some((pattern) => pattern.test(problem)));
    const { violations } = await this.recorded();
    assert.deepEqual([...new Set([...violations, ...unexpected])], []);
    assert.deepEqual(this.sockets.filter((url) => !/^wss?:\/\/(127\.0\.0\.1|localhost):/.test(url)), []);
  }

  /** Waits until so many WebSockets were opened. */
  async socketsOpened(count: number): Promise<void> {
    await eventually(() => this.sockets.length, (opened) => assert.equal(opened, count));
  }

  async #watchSockets(): Promise<void> {
    const session = await this.page.createCDPSession();
    session.on('Network.webSocketCreated', ({ url }) => this.sockets.push(url));
    await session.send('Network.enable');
  }
}

/** A browser of one's own; with `throttled` it slows hidden tabs down as it does for people, which drivers switch off. */
export function launch({ throttled = false } = {}): Promise<Browser> {
  return launchChrome(throttled ? { ignoreDefaultArgs: ['--disable-background-timer-throttling', '--disable-backgrounding-occluded-windows', '--disable-renderer-backgrounding'] } : {});
}
