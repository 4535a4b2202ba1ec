import { isVisible } from '../state/contact.js';
import { cut, quoted } from './words.js';

/** As much of a stranger's text as a list has room for. In characters. */
const LONGEST = 300;

/**
 * A text from a stranger, fit to be shown: without controls that would turn the text around it, in one piece, not longer
 * than one reads; `''` where there is nothing to be seen.
 */
export function foreignText(text: string | undefined): string {
  const shown = quoted(text ?? '').replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '').trim();
  return isVisible(shown) ? cut(shown, LONGEST) : '';
}
