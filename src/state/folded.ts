/** Without what one leaves out when one types in haste: accents, case, widths and ligatures (NFKD). */
export function folded(text: string): string {
  // Upper case first: ß is SS. A sigma at the end of a word is one like any other.
  return text.normalize('NFKD').replace(/\p{M}+/gu, '').toUpperCase().toLowerCase().replaceAll('ς', 'σ');
}

/** Scripts that put no spaces between words: each sign may be the start of one. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Khmer}\p{sc=Lao}\p{sc=Myanmar}]/gu;
const BETWEEN_WORDS = /[^\p{L}\p{N}]+/gu;

/** The words of a folded text, each after a space: "ann lee" is " ann lee". Of scripts without spaces each sign is a word. */
export function spacedWords(text: string): string {
  const words = ` ${folded(text)}`.replace(BETWEEN_WORDS, ' ').replace(UNSPACED, ' $&');
  return words.replace(/ +/g, ' ').trimEnd();
}

/** Where words begin in a text, and what is marked there. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** Takes a text apart: what begins a word with one of the terms, and what does not. @param terms folded */
export function matchedPieces(text: string, terms: readonly string[]): readonly Piece[] {
  const characters = [...text];
  const sounds = characters.map(folded);
  const marked = characters.map(() => false);
  for (const [index] of characters.entries()) {
    if (!beginsWord(characters, sounds, index)) continue;
    for (const term of terms) marked.fill(true, index, index + lengthOfMatch(sounds, index, term));
  }
  return joined(characters, marked);
}

function beginsWord(characters: readonly string[], sounds: readonly string[], index: number): boolean {
  const [own = '', before = ''] = [characters[index], sounds[index - 1]];
  if (own.search(UNSPACED) >= 0) return true;
  return sounds[index] !== '' && before.search(BETWEEN_WORDS) === 0 || index === 0;
}

/** How many characters of the text stand for the term; 0 if it goes on otherwise. */
function lengthOfMatch(sounds: readonly string[], start: number, term: string): number {
  let rest = term;
  for (let index = start; index < sounds.length; index++) {
    const sound = sounds[index] ?? '';
    if (rest === '' && sound !== '') return index - start;
    if (!rest.startsWith(sound) && !sound.startsWith(rest)) return 0;
    rest = rest.slice(sound.length);
  }
  return rest === '' ? sounds.length - start : 0;
}

function joined(characters: readonly string[], marked: readonly boolean[]): Piece[] {
  const pieces: { text: string; isMatch: boolean }[] = [];
  for (const [index, character] of characters.entries()) {
    const isMatch = marked[index] ?? false;
    const last = pieces.at(-1);
    if (last?.isMatch === isMatch) last.text += character;
    else pieces.push({ text: character, isMatch });
  }
  return pieces;
}
