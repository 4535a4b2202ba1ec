import { quoted } from './words.js';

/** As much of a stranger's text as a list has room for. In characters. */
const LONGEST = 300;
/** Letters that look like nothing at all: the Hangul fillers and the Braille blank. */
const BLANK_LETTERS = /[\u115f\u1160\u2800\u3164\uffa0]/g;

/**
 * A text from a stranger, fit to be shown: without controls that would turn the text around it, in one piece, not longer
 * than one reads; `''` where there is nothing to be seen.
 */
export function foreignText(text: string | undefined): string {
  const shown = quoted(text ?? '').replace(/\s+/g, ' ').replace(/\p{Cc}/gu, '').trim();
  if (!/[^\p{C}\p{Z}\p{M}]/u.test(shown.replace(BLANK_LETTERS, ''))) return '';
  const characters = [...shown];
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST).join('')}…` : shown;
}
