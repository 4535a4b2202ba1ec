import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { eventually } from './eventually.js';

type Connection = Element & { connectionStatus: string; connect(): void; disconnect(): Promise<void>; signOut(): Promise<void> };

/** `<xmpp-connection>` as its user has it. */
export class ConnectionObject {
  constructor(
    private readonly page: Page,
    private readonly within: string,
  ) {}

  get #selector(): string {
    return `${this.within} xmpp-connection`;
  }

  status(): Promise<string> {
    return this.page.$eval(this.#selector, (element) => (element as Connection).connectionStatus);
  }

  async becomes(status: 'offline' | 'connecting' | 'online' | 'reconnecting'): Promise<void> {
    await eventually(() => this.status(), (now) => assert.equal(now, status));
  }

  /** What it says of a failure, with the role in which it says so; `undefined` if it says nothing. */
  notice(): Promise<{ role: string; text: string } | undefined> {
    return this.page.$eval(this.#selector, (element) => {
      const notice = element.shadowRoot?.querySelector('[part="error"], [part="notice"]');
      return notice ? { role: notice.getAttribute('role') ?? '', text: notice.querySelector('.text')?.textContent ?? '' } : undefined;
    });
  }

  async says(role: 'alert' | 'status', text: string): Promise<void> {
    await eventually(() => this.notice(), (notice) => assert.deepEqual(notice, { role, text }));
  }

  /** Clicks on "Try again". */
  async retry(): Promise<void> {
    await this.page.locator(`${this.#selector} >>> [part="retry"]`).click();
  }

  /** What a page's script does. */
  async disconnect(): Promise<void> {
    await this.page.$eval(this.#selector, (element) => (element as Connection).disconnect());
  }

  async signOut(): Promise<void> {
    await this.page.$eval(this.#selector, (element) => (element as Connection).signOut());
  }
}
