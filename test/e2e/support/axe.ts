import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'puppeteer-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const schemes = ['light', 'dark'] as const;

/** Of another colour scheme colours alone are left to look at. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** Nothing that axe objects to, by any of its rules, in light and in dark; in as many words if there is. */
export async function assertAccessible(page: Page, state: string): Promise<void> {
  for (const scheme of schemes) {
    // Nor does anything begin to fade in while axe measures.
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }, { name: 'prefers-reduced-motion', value: 'reduce' }]);
    await page.evaluate(transitionsDone);
    assert.deepEqual(await violations(page, scheme === 'light' ? [] : COLOUR_RULES), [], `${state}, ${scheme}`);
  }
}

/** Half-way through a transition colours are neither the one nor the other. */
async function transitionsDone(): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await frame();
  await frame();
  const finite = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.all(finite.map(({ finished }) => finished.catch(() => undefined)));
}

/** @param rules none: all */
async function violations(page: Page, rules: string[]): Promise<string[]> {
  await page.evaluate(source);
  const results = await page.evaluate((runOnly) => (window as unknown as { axe: { run(options: RunOptions): Promise<AxeResults> } }).axe.run(runOnly.length > 0 ? { runOnly } : {}), rules);
  return results.violations.flatMap(({ id, help, nodes }) => nodes.map(({ target, html, any }) => `${id}: ${help} at ${target.flat().join(' >>> ')} ${html} ${any[0]?.message ?? ''}`));
}
