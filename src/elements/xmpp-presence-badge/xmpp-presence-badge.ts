import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { SessionController } from '../../context/session-controller.js';
import type { Availability, Contact } from '../../state/contact.js';
import { CardPopup } from '../card-popup.js';
import { cardPopupStyles } from '../card-popup.styles.js';
import { localized } from '../messages/localized.js';
import { words } from '../messages/messages.js';
import { popupFrameStyles } from '../popup-frame.styles.js';
import { presenceShape } from '../presence-icon.js';
import { presenceIconStyles } from '../presence-icon.styles.js';
import { capitalized, contactLabel } from '../words.js';
import { badgeStyles } from './xmpp-presence-badge.styles.js';

/**
 * One person's availability, as a small icon anywhere on a page. Seven shapes, told apart without colour; it never
 * guesses: where nothing is known it shows `unknown`, and its label says why. With `card` it is a button that opens the
 * person's `<xmpp-contact-card>`.
 *
 * @summary One person's availability.
 *
 * @fires xmpp-contact-remove - Cancelable. With `card`: the contact is removed in their card.
 * @fires xmpp-error - With `card`: something did not happen; it is also said in words in the card.
 *
 * @csspart icon - The icon.
 * @csspart button - With `card`, the button around it.
 * @csspart card-popup - What the card opens in; `card` is the card itself, `card-close` its button, `card__…` the card's own parts.
 *
 * @cssproperty [--xmpp-presence-badge-size=1em] - Width and height.
 * @cssproperty --xmpp-presence-available-color - The colour of `available`.
 * @cssproperty --xmpp-presence-chat-color - The colour of `chat`.
 * @cssproperty --xmpp-presence-away-color - The colour of `away`.
 * @cssproperty --xmpp-presence-xa-color - The colour of `xa`, extended away.
 * @cssproperty --xmpp-presence-dnd-color - The colour of `dnd`, do not disturb.
 * @cssproperty --xmpp-presence-unavailable-color - The colour of `unavailable`.
 * @cssproperty --xmpp-presence-unknown-color - The colour of `unknown`.
 * @cssproperty --xmpp-presence-glyph-color - The sign within a filled shape.
 * @cssproperty [--xmpp-card-popup-inline-size=23rem] - The width of the card.
 */
@customElement('xmpp-presence-badge')
@localized
export class XmppPresenceBadge extends LitElement {
  static override styles = [presenceIconStyles, badgeStyles, popupFrameStyles, cardPopupStyles];

  /** The address of the person, `name@company.org`. */
  @property() jid = '';

  /** Makes it a button that opens the person's card. */
  @property({ type: Boolean, reflect: true }) card = false;

  /** What is shown (read-only): `available`, `chat`, `away`, `xa`, `dnd`, `unavailable` or `unknown`. */
  @property({ reflect: true }) availability: Availability = 'unknown';

  @query('.opener') private readonly opener!: HTMLElement | null;

  readonly #popup = new CardPopup(this, { button: () => this.opener });
  readonly #session = new SessionController(this, () => this.#address);

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.availability = this.#shown?.availability ?? 'unknown';
  }

  /** A removed attribute is `null`, and a page may set anything. */
  get #address(): string | undefined {
    return typeof this.jid === 'string' && this.jid.trim() !== '' ? this.jid.trim() : undefined;
  }

  get #shown(): Contact | undefined {
    const address = this.#address;
    return address === undefined ? undefined : this.#session.session?.contact(address);
  }

  protected override render(): TemplateResult {
    const label = this.#label;
    const address = this.#address;
    if (this.card && address !== undefined) return this.#renderButton(label, address);
    return html`<span class="icon" part="icon" data-availability=${this.availability} role="img" aria-label=${label} title=${label || nothing}
      >${presenceShape(this.availability)}</span
    >`;
  }

  #renderButton(label: string, address: string): TemplateResult {
    return html`<button
        class="opener"
        part="button"
        type="button"
        aria-haspopup="dialog"
        aria-expanded=${this.#popup.open}
        aria-label=${label}
        title=${label}
        @pointerdown=${this.#popup.onPointerDown}
        @click=${() => this.#popup.toggle(address)}
      >
        <span class="icon" part="icon" data-availability=${this.availability} aria-hidden="true">${presenceShape(this.availability)}</span>
      </button>
      ${this.#popup.render(() => this.#shown?.name ?? address)}`;
  }

  get #label(): string {
    const shown = this.#shown;
    if (shown) return contactLabel(shown);
    const address = this.#address;
    const { badge } = words().presence;
    return address === undefined ? capitalized(badge.nobody) : badge.unconnected(address);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xmpp-presence-badge': XmppPresenceBadge;
  }
}
