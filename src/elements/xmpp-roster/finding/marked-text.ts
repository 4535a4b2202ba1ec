import { html, type TemplateResult } from 'lit';
import { matchedPieces } from '../../../state/folded.js';

/** A text with what was looked for marked in it. @param terms folded; none leave it plain */
export function markedText(text: string, terms: readonly string[]): string | readonly (string | TemplateResult)[] {
  if (terms.length === 0) return text;
  return matchedPieces(text, terms).map((piece) => (piece.isMatch ? html`<mark class="match" part="match">${piece.text}</mark>` : piece.text));
}
