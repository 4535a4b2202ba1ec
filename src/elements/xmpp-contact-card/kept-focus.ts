import type { LitElement, ReactiveController } from 'lit';

/**
 * What can be done changes while it is done, and a browser drops the focus of a button that goes without a word: it
 * passes to the heading of the section, or of the card.
 */
export class KeptFocus implements ReactiveController {
  /** What had the focus, and what is around it. */
  #path: readonly Element[] = [];

  constructor(private readonly host: LitElement) {
    host.addController(this);
  }

  hostUpdate(): void {
    const path: Element[] = [];
    for (let element = this.#focused; element; element = element.parentElement) path.push(element);
    this.#path = path;
  }

  hostUpdated(): void {
    const [focused, ...around] = this.#path;
    if (!focused || this.#focused) return;
    const section = around.find((element) => element.isConnected && element.querySelector(':scope > [tabindex="-1"], :scope > * > [tabindex="-1"]'));
    section?.querySelector<HTMLElement>('[tabindex="-1"]')?.focus({ preventScroll: true });
  }

  get #focused(): Element | null {
    return this.host.shadowRoot?.activeElement ?? null;
  }
}
