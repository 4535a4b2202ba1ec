import { emulateMedia } from '@web/test-runner-commands';
import axe from 'axe-core';

/** The page follows the reader's choice of light or dark, as the elements' colours do. */
export async function useColorScheme(scheme: 'light' | 'dark'): Promise<void> {
  document.documentElement.style.cssText = 'color-scheme: light dark; background: Canvas; color: CanvasText';
  // Colours on their way would be measured half-way.
  await emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
}

/** What axe-core objects to, a line each. @param about of what is seen in another colour scheme already, colours alone are left to look at */
export async function axeProblems(within: Element, about: 'everything' | 'colours' = 'everything'): Promise<string[]> {
  // Colours on their way would be measured half-way.
  const animations = [...document.getAnimations(), ...(within.shadowRoot?.getAnimations() ?? [])];
  const ending = animations.filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
  await Promise.all(ending.map(({ finished }) => finished.catch(() => undefined)));
  const { violations } = await axe.run(within, about === 'colours' ? { runOnly: ['color-contrast', 'link-in-text-block'] } : {});
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
}

/**
 * Applies what the element's style sheets say for forced colours. No launcher here can switch the real mode on; system
 * colours such as `CanvasText` mean the same without it.
 */
export function applyForcedColors(element: Element): void {
  const root = element.shadowRoot;
  if (!root) throw new Error('The element has not been rendered yet');
  const rules = root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]);
  const forced = rules.filter((rule) => rule instanceof CSSMediaRule && rule.conditionText.includes('forced-colors')) as CSSMediaRule[];
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(forced.flatMap((rule) => [...rule.cssRules].map(({ cssText }) => cssText)).join('\n'));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
