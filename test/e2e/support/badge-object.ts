import assert from 'node:assert/strict';
import type { Page } from 'puppeteer-core';
import { eventually } from './eventually.js';

/** An `<xmpp-presence-badge>` that stands alone. */
export class BadgeObject {
  constructor(
    private readonly page: Page,
    private readonly jid: string,
  ) {}

  /** The shape, and what assistive technology says. */
  shown(): Promise<{ availability: string | null; label: string | null }> {
    return this.page.$eval(`xmpp-presence-badge[jid="${this.jid}"]`, (badge) => ({
      availability: badge.getAttribute('availability'),
      label: badge.shadowRoot?.querySelector('[role="img"]')?.getAttribute('aria-label') ?? null,
    }));
  }

  async becomesKnown(): Promise<void> {
    await eventually(() => this.shown(), ({ availability }) => assert.notEqual(availability, 'unknown'));
  }

  async becomes(availability: string, label: RegExp): Promise<void> {
    await eventually(() => this.shown(), (shown) => {
      assert.equal(shown.availability, availability);
      assert.match(shown.label ?? '', label);
    });
  }
}
