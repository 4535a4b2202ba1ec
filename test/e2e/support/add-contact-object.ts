import type { Page } from 'puppeteer-core';
import { eventually } from './eventually.js';

/** `<xmpp-add-contact>` by mouse. */
export class AddContactObject {
  readonly #selector: string;

  constructor(
    private readonly page: Page,
    within: string,
  ) {
    this.#selector = `${within} xmpp-add-contact`;
  }

  /** Clicks into the fields, types, and clicks on the button. */
  async add(fields: Readonly<Partial<Record<'address' | 'name' | 'group' | 'message', string>>>): Promise<void> {
    for (const [field, text] of Object.entries(fields)) {
      await this.#click(`#${field}`);
      await this.page.keyboard.type(text);
    }
    await this.#click('[part="submit"]');
  }

  /** Waits until it says what was done, or that it was not. */
  async says(check: (notice: string, error: string) => void): Promise<void> {
    const read = () => this.page.$eval(this.#selector, (form) => {
      const text = (part: string) => form.shadowRoot?.querySelector(`[part="${part}"]`)?.textContent.trim() ?? '';
      return { notice: text('notice'), error: text('error') };
    });
    await eventually(read, ({ notice, error }) => check(notice, error));
  }

  async #click(inside: string): Promise<void> {
    await this.page.locator(`${this.#selector} >>> ${inside}`).click();
  }
}
