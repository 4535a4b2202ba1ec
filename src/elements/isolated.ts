import { html } from 'lit';

/** A mark for each place, of the characters that no language has. */
const FIRST_MARK = 0xe000;

/**
 * A sentence with other people's texts in it, each apart (`<bdi>`), so that their direction leaves the rest alone.
 *
 * @param sentence makes it of as many texts
 */
export function isolated(sentence: (...texts: string[]) => string, ...texts: readonly unknown[]): unknown[] {
  const marks = texts.map((_, index) => String.fromCharCode(FIRST_MARK + index));
  const pieces = sentence(...marks).split(new RegExp(`([${marks.join('')}])`, 'u'));
  return pieces.map((piece) => (marks.includes(piece) ? html`<bdi>${texts[marks.indexOf(piece)]}</bdi>` : piece));
}
