import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { documentedParts } from '../docs/documented-parts.js';
import { startDemoPages, type DemoPages } from './support/demo-pages.js';
import { launch, Tab } from './support/tab.js';
import { openThemes } from './support/themes-page.js';

interface Seen {
  /** What shows text, or has a border or a background, and can be reached by no part: neither its own nor that of what is directly around it. */
  readonly unreachable: string[];
  /** "xmpp-roster name" */
  readonly parts: string[];
}

describe('the looks of every element', () => {
  let demo: DemoPages;
  let browser: Browser;
  const seen: Seen[] = [];
  before(async () => {
    [demo, browser] = await Promise.all([startDemoPages(), launch()]);
    const themes = await openThemes(browser, demo.origin, { look: 'intranet', language: 'en' });
    await themes.picker().open();
    seen.push(await themes.page.evaluate(lookThrough));
    const company = await Tab.open(browser, `${demo.origin}/`, { viewport: { width: 1280, height: 1200 } });
    for (const summary of await company.page.$$('summary')) await summary.click();
    await company.page.waitForFunction(() => document.querySelector('section[aria-labelledby=mary] xmpp-roster')?.shadowRoot?.querySelector('xmpp-subscription-requests')?.shadowRoot?.querySelector('[part=request]'));
    seen.push(await company.page.evaluate(lookThrough));
  });
  after(() => Promise.all([demo.stop(), browser.close()]));

  it('is the page’s to change: whatever shows is a part, or stands in one', () => {
    assert.deepEqual(seen.flatMap(({ unreachable }) => unreachable), []);
  });

  it('is documented: each part stands in its element’s description', () => {
    const parts = [...new Set(seen.flatMap((page) => page.parts))];
    assert.ok(parts.length > 60, `only ${parts.length} parts were seen`);
    const documented = new Set(elementNames().flatMap((element) => documentedParts(element).map((part) => `${element} ${part}`)));
    assert.deepEqual(parts.filter((part) => !documented.has(part)), []);
  });
});

function elementNames(): string[] {
  return readdirSync('src/elements', { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name.startsWith('xmpp-')).map(({ name }) => name);
}

/** In the page. */
function lookThrough(): Seen {
  const unreachable = new Set<string>();
  const parts = new Set<string>();
  const controls = 'input, button, img, select, textarea';

  function shows(element: Element): boolean {
    const { borderTopWidth, backgroundColor } = getComputedStyle(element);
    const hasText = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim());
    return hasText || element.matches(controls) || borderTopWidth !== '0px' || backgroundColor !== 'rgba(0, 0, 0, 0)';
  }

  function walk(root: Document | ShadowRoot): void {
    for (const element of root.querySelectorAll('*')) {
      if (element.shadowRoot) walk(element.shadowRoot);
      if (root instanceof Document || element instanceof SVGElement || element.matches('style, .unseen, .ruler, .ruler *')) continue;
      for (const part of element.part) parts.add(`${root.host.localName} ${part}`);
      const reachable = element.part.length > 0 || (element.parentElement?.part.length ?? 0) > 0;
      if (!reachable && shows(element)) unreachable.add(`${root.host.localName}: <${element.localName} class="${element.className}">`);
    }
  }
  walk(document);
  return { unreachable: [...unreachable], parts: [...parts] };
}
