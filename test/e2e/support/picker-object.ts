import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { eventually } from './eventually.js';

interface PickerSeen {
  /** What the button says to assistive technology. */
  readonly label: string;
  readonly availability: string | null;
  readonly open: boolean;
  readonly pending: boolean;
  /** What is wrong, in words. */
  readonly error: string;
}

/** `<xmpp-status-picker>` by mouse. */
export class PickerObject {
  readonly #selector: string;

  constructor(
    private readonly page: Page,
    within: string,
  ) {
    this.#selector = `${within} xmpp-status-picker`;
  }

  seen(): Promise<PickerSeen> {
    return this.page.$eval(this.#selector, (picker) => {
      const root = picker.shadowRoot;
      const button = root?.querySelector('[part~="button"]');
      return {
        label: button?.getAttribute('aria-label') ?? '',
        availability: button?.querySelector('[data-availability]')?.getAttribute('data-availability') ?? null,
        open: root?.querySelector('[part="popup"]')?.matches(':popover-open') ?? false,
        pending: button?.matches('[part~="pending"]') ?? false,
        error: root?.querySelector('[part="error"] span')?.textContent.trim() ?? '',
      };
    });
  }

  async shows(check: (seen: PickerSeen) => void): Promise<void> {
    await eventually(() => this.seen(), check);
  }

  async open(): Promise<void> {
    await this.#click('[part~="button"]');
    await this.shows(({ open }) => assert.equal(open, true));
  }

  /** Opens, types a message if there is one, and clicks on an availability by its name. */
  async choose(name: string, message?: string): Promise<void> {
    await this.open();
    if (message !== undefined) {
      await this.#click('[part="message-field"]');
      await this.page.keyboard.type(message);
    }
    await this.#click(`[role="menuitemradio"] ::-p-text(${name})`);
  }

  async #click(inside: string): Promise<void> {
    await this.page.locator(`${this.#selector} >>> ${inside}`).click();
  }
}
