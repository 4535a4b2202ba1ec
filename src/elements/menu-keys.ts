/** Letters typed in faster succession than this are one word. In ms. */
const WORD_PAUSE_MS = 600;

/** Arrow keys, Home, End and type-ahead among the items of a menu (APG, menu button pattern). */
export class MenuKeys {
  #typed = '';
  #typedAt = -Infinity;

  /** The item that a key leads to from the current one; `undefined` if the key has no business in a menu. */
  target(event: KeyboardEvent, items: readonly HTMLElement[], current: number): HTMLElement | undefined {
    if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
    switch (event.key) {
      case 'ArrowDown':
        return items[(current + 1) % items.length];
      case 'ArrowUp':
        return items[(Math.max(current, 0) + items.length - 1) % items.length];
      case 'Home':
        return items[0];
      case 'End':
        return items.at(-1);
      default:
        return [...event.key].length === 1 && event.key !== ' ' ? this.#find(event, items, current) : undefined;
    }
  }

  /** From the current item on; one letter again and again goes through all that begin with it. */
  #find({ key, timeStamp }: KeyboardEvent, items: readonly HTMLElement[], current: number): HTMLElement | undefined {
    const letter = key.toLocaleLowerCase();
    const continues = timeStamp - this.#typedAt < WORD_PAUSE_MS && this.#typed !== letter;
    this.#typed = continues ? this.#typed + letter : letter;
    this.#typedAt = timeStamp;
    const start = continues ? current : current + 1;
    const inOrder = [...items.slice(start), ...items.slice(0, start)];
    return inOrder.find((item) => item.textContent.trim().toLocaleLowerCase().startsWith(this.#typed));
  }
}

/** Whether it is Tab, with or without Shift: WebKitGTK calls Shift+Tab `Unidentified`. */
export function isTab({ key, code }: KeyboardEvent): boolean {
  return key === 'Tab' || code === 'Tab';
}
