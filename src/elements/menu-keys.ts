import { TypeAhead } from './type-ahead.js';

/** Arrow keys, Home, End and type-ahead among the items of a menu (APG, menu button pattern). */
export class MenuKeys {
  readonly #typeAhead = new TypeAhead();

  /** Takes the focus to the item that the key leads to, if it has any business in a menu. */
  follow(event: KeyboardEvent, items: readonly HTMLElement[]): void {
    const target = this.#target(event, items, items.indexOf(event.target as HTMLElement));
    if (!target) return;
    event.preventDefault();
    target.focus();
  }

  #target(event: KeyboardEvent, items: readonly HTMLElement[], current: number): HTMLElement | undefined {
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
      case ' ':
        // It chooses, in the middle of a word too.
        return undefined;
      default:
        return items[this.#typeAhead.find(event, items.length, current, (index) => items[index]?.textContent.trim() ?? '') ?? -1];
    }
  }
}

/** Whether it is Tab, with or without Shift: WebKitGTK calls Shift+Tab `Unidentified`. */
export function isTab({ key, code }: KeyboardEvent): boolean {
  return key === 'Tab' || code === 'Tab';
}
