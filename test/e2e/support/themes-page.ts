import type { Browser } from 'puppeteer-core';
import { Tab } from './tab.js';

export const looks = ['intranet', 'fluent', 'material', 'github', 'contrast', 'terminal'] as const;
export type Look = (typeof looks)[number];

/** A Monday morning. The elements say the time of day and how long ago something was. */
const NOW = Date.UTC(2026, 5, 15, 9, 30);

/** Typefaces of our own, since those of the machine are anybody's; no caret that blinks. */
const PINNED = '/test/e2e/pages/pinned.css';

interface Choice {
  readonly look: Look;
  readonly language: 'en' | 'ar';
  /** Without the page's heading. */
  readonly only?: boolean;
}

/** The demo's page of looks, everybody there, at a fixed time. */
export async function openThemes(browser: Browser, origin: string, { look, language, only = false }: Choice): Promise<Tab> {
  const context = await browser.createBrowserContext();
  const tab = await Tab.open(context, 'about:blank', { viewport: { width: 480, height: 900 } });
  await tab.page.emulateTimezone('UTC');
  await tab.page.evaluateOnNewDocument(stopClock, NOW);
  await tab.page.goto(`${origin}/demo/themes.html?look=${look}&lang=${language}${only ? '&only' : ''}`);
  await tab.page.addStyleTag({ url: PINNED });
  await tab.connection().becomes('online');
  await tab.badge('olena.kovalenko@im.company.org').becomesKnown();
  await tab.page.waitForFunction(showsPictures);
  return tab;
}

/** Stuart's in the card, Amélie's in the list. */
function showsPictures(): boolean {
  const picture = (element: string, person: string) => document.querySelector(element)?.shadowRoot?.querySelector<HTMLImageElement>(`${person} [part~=picture]`);
  return [picture('xmpp-contact-card', '[part~=header]'), picture('xmpp-roster', '[data-jid^=amelie]')].every((image) => (image?.naturalWidth ?? 0) > 0);
}

/** `Date` stands still; timers and frames go on. */
function stopClock(now: number): void {
  const Clock = Date;
  globalThis.Date = class extends Clock {
    constructor(...given: ConstructorParameters<DateConstructor> | []) {
      super(...((given.length > 0 ? given : [now]) as [number]));
    }

    static override now(): number {
      return now;
    }
  } as DateConstructor;
}
