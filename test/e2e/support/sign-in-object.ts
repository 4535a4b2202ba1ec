import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { eventually } from './eventually.js';

interface Typed {
  readonly address?: string;
  readonly password?: string;
}

/** `<xmpp-sign-in>` as its user has it. */
export class SignInObject {
  constructor(private readonly page: Page) {}

  isShown(): Promise<boolean> {
    return this.page.$eval('xmpp-sign-in', (element) => element.checkVisibility() && element.shadowRoot?.querySelector('form') != null);
  }

  async shows(wanted = true): Promise<void> {
    await eventually(() => this.isShown(), (now) => assert.equal(now, wanted));
  }

  /** Who is signed in with it; `''` while nobody is. */
  account(): Promise<string> {
    return this.page.$eval('xmpp-sign-in', ({ shadowRoot }) => shadowRoot?.querySelector('[part=account-address]')?.textContent ?? '');
  }

  async signOut(): Promise<void> {
    await this.page.bringToFront();
    await this.page.locator('xmpp-sign-in >>> [part=sign-out]').click();
  }

  /** Why it did not work; `''` if it says nothing. */
  failure(): Promise<string> {
    return this.page.$eval('xmpp-sign-in', ({ shadowRoot }) => (shadowRoot?.querySelector('[part=failure] span') ?? shadowRoot?.querySelector('[part=failure]'))?.textContent.trim() ?? '');
  }

  async says(text: RegExp): Promise<void> {
    await eventually(() => this.failure(), (now) => assert.match(now, text));
  }

  /** Clicks into the fields and types over what is there. */
  async fill(typed: Typed): Promise<void> {
    await this.page.bringToFront();
    await this.shows();
    for (const [field, text] of Object.entries(typed)) {
      const { x, y } = await this.#middleOf(field);
      await this.page.mouse.click(x, y, { count: 3 });
      await this.page.keyboard.type(text as string);
    }
  }

  /** Without waiting for frames, as a locator does: a tab beside another one may have none for long. */
  #middleOf(field: string): Promise<{ x: number; y: number }> {
    return this.page.$eval('xmpp-sign-in', ({ shadowRoot }, id) => {
      const { x = 0, y = 0, width = 0, height = 0 } = shadowRoot?.getElementById(id)?.getBoundingClientRect() ?? {};
      return { x: x + width / 2, y: y + height / 2 };
    }, field);
  }

  async stay(): Promise<void> {
    await this.page.locator('xmpp-sign-in >>> [part=stay]').click();
  }

  /** Fills in, and presses Enter. */
  async signIn(typed: Typed): Promise<void> {
    await this.fill(typed);
    await this.page.keyboard.press('Enter');
  }
}
