import { folded } from '../state/folded.js';

/** Letters typed in faster succession than this are one word. In ms. */
const WORD_PAUSE_MS = 700;

/** Letters typed lead to the next row or item whose name begins with them, accents aside (APG treegrid, menu). */
export class TypeAhead {
  #typed = '';
  #typedAt = -Infinity;
  /** Where it has led to: a word ends where somebody goes elsewhere. */
  #index = -1;

  /**
   * The index that the key leads to, `undefined` if it is no letter or no name begins so. One letter again and
   * again goes through all that begin with it.
   *
   * @param nameAt the name of a row or item
   */
  find({ key, timeStamp }: KeyboardEvent, length: number, current: number, nameAt: (index: number) => string): number | undefined {
    const continues = timeStamp - this.#typedAt < WORD_PAUSE_MS && current === this.#index;
    // A space belongs to a word that was begun; else it is a key like any other.
    if ([...key].length !== 1 || (key === ' ' && !continues)) return undefined;
    const letter = folded(key);
    const isSame = !continues || this.#typed === letter;
    this.#typed = isSame ? letter : this.#typed + letter;
    this.#typedAt = timeStamp;
    const start = isSame ? current + 1 : current;
    const order = Array.from({ length }, (_, offset) => (start + offset) % length);
    const found = order.find((index) => folded(nameAt(index)).startsWith(this.#typed));
    this.#index = found ?? current;
    return found;
  }
}
