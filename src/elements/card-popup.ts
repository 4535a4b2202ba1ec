import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { cardParts } from './exported-parts.js';
import { words } from './messages/messages.js';
import { quoted } from './words.js';
import { PopupController } from './popup-controller.js';
import './xmpp-contact-card/xmpp-contact-card.js';

/** What a popup with the card needs to know of its element. */
export interface CardPopupParts {
  /** What it is opened from and stands by, and where the focus returns to. */
  readonly button: () => HTMLElement | null;
}

/** With less room than this below it opens above, in px. */
const COMFORTABLE_HEIGHT = 480;

/** A contact's card over the page, by what it was opened from: a dialog that Escape and a click elsewhere close. */
export class CardPopup {
  readonly #popup: PopupController;
  #jid: string | undefined;
  /** What it stands by. */
  #opener: HTMLElement | null = null;
  /** What it stood by when the pointer went down: the same press closes it, and its click is not to open it again. */
  #pressed: HTMLElement | null = null;

  constructor(
    private readonly host: LitElement,
    private readonly parts: CardPopupParts,
  ) {
    this.#popup = new PopupController(host, {
      button: parts.button,
      popup: () => this.#element,
      first: () => this.#element?.querySelector<HTMLElement>('xmpp-contact-card') ?? null,
      closed: () => this.#forget(),
      comfortableHeight: COMFORTABLE_HEIGHT,
    });
  }

  /** Whether it shows. */
  get open(): boolean {
    return this.#popup.open;
  }

  /** To be called where the pointer goes down on what opens it. */
  readonly onPointerDown = (): void => {
    this.#pressed = this.#popup.open ? this.#opener : null;
  };

  /** Shows the card of that contact by the button; if it is the one that this press has closed, it stays closed. */
  async toggle(jid: string): Promise<void> {
    const pressed = this.#pressed;
    this.#pressed = null;
    await this.host.updateComplete;
    const opener = this.parts.button();
    this.#element?.hidePopover();
    if (opener !== null && opener === pressed) return;
    this.#opener = opener;
    this.#jid = jid;
    this.host.requestUpdate();
    await this.host.updateComplete;
    if (this.host.isConnected && this.#jid === jid) this.#element?.showPopover();
  }

  /**
   * @param name of the contact whose card it is
   * @param isReadOnly whether the card changes nothing
   */
  render(name: (jid: string) => string, isReadOnly = false): TemplateResult | typeof nothing {
    const jid = this.#jid;
    if (jid === undefined) return nothing;
    return html`<div
      class="popup card-popup"
      part="card-popup"
      popover
      role="dialog"
      aria-label=${words().card.popup(quoted(name(jid)))}
      @beforetoggle=${this.#popup.onBeforeToggle}
      @toggle=${this.#popup.onToggle}
      @focusout=${this.#popup.onFocusout}
    >
      <button class="close" part="card-close" type="button" aria-label=${words().phrases.close} @click=${() => this.#element?.hidePopover()}>
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="m4 4 8 8m0-8-8 8" /></svg>
      </button>
      <xmpp-contact-card part="card" exportparts=${cardParts} jid=${jid} ?readonly=${isReadOnly}></xmpp-contact-card>
    </div>`;
  }

  get #element(): HTMLElement | null {
    return this.host.renderRoot?.querySelector<HTMLElement>('.card-popup') ?? null;
  }

  #forget(): void {
    if (this.#popup.open || this.#jid === undefined) return;
    this.#jid = undefined;
    this.host.requestUpdate();
  }
}
