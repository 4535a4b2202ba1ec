import { click } from '../support/browser/hands.js';
import { nextFrame, settled, until } from '../support/browser/waiting.js';
import { CardSeen } from './contact-card-seen.js';

/** The popup with a contact's card of an element that opens one. */
export class CardPopupSeen {
  constructor(private readonly host: Element) {}

  get isOpen(): boolean {
    return this.#popup?.matches(':popover-open') ?? false;
  }

  /** What assistive technology calls it. */
  get label(): string | null {
    return this.#popup?.role === 'dialog' ? this.#popup.ariaLabel : null;
  }

  get name(): string {
    return this.#card?.name ?? '';
  }

  get address(): string {
    return this.#card?.address ?? '';
  }

  /** What in the card has the focus; '' if it is elsewhere. */
  get focused(): string {
    return this.#card?.focused ?? '';
  }

  get box(): DOMRect {
    return this.#popup?.getBoundingClientRect() ?? new DOMRect();
  }

  get closeButton(): HTMLElement {
    return this.#found('[part=card-close]');
  }

  /** The badge's button. */
  get opener(): HTMLElement {
    return this.#found('[part=button]');
  }

  async shows(): Promise<void> {
    await until(() => this.isOpen && this.focused !== '', 'the card shows and has the focus');
    const card = this.#popup?.querySelector('xmpp-contact-card');
    if (card) await settled(card);
  }

  /** Closed and taken away. */
  async closes(): Promise<void> {
    await until(() => this.#popup === null, 'the card is closed');
    await nextFrame();
  }

  async tick(group: string): Promise<void> {
    const labels = [...(this.#popup?.querySelector('xmpp-contact-card')?.shadowRoot?.querySelectorAll<HTMLElement>('[part~=group]') ?? [])];
    const box = labels.find((label) => label.innerText.trim() === group)?.querySelector('input');
    if (!box) throw new Error(`There is no group “${group}”`);
    await click(box);
    await this.#card?.settled();
  }

  get #popup(): HTMLElement | null {
    return this.host.shadowRoot?.querySelector<HTMLElement>('[part=card-popup]') ?? null;
  }

  get #card(): CardSeen | undefined {
    const card = this.#popup?.querySelector('xmpp-contact-card');
    return card ? new CardSeen(card) : undefined;
  }

  #found(selector: string): HTMLElement {
    const element = this.host.shadowRoot?.querySelector<HTMLElement>(selector);
    if (!element) throw new Error(`There is no ${selector}`);
    return element;
  }
}
