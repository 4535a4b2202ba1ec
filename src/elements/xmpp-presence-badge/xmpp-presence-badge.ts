import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { SessionController } from '../../context/session-controller.js';
import type { Availability, Contact } from '../../state/contact.js';
import { presenceShape } from '../presence-icon.js';
import { presenceIconStyles } from '../presence-icon.styles.js';
import { contactLabel } from '../words.js';
import { badgeStyles } from './xmpp-presence-badge.styles.js';

/**
 * One person's availability, as a small icon anywhere on a page. Seven shapes, told apart without colour; it never
 * guesses: where nothing is known it shows `unknown`, and its label says why.
 *
 * @summary One person's availability.
 *
 * @csspart icon - The icon.
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
 */
@customElement('xmpp-presence-badge')
export class XmppPresenceBadge extends LitElement {
  static override styles = [presenceIconStyles, badgeStyles];

  /** The address of the person, `name@company.org`. */
  @property() jid = '';

  /** What is shown (read-only): `available`, `chat`, `away`, `xa`, `dnd`, `unavailable` or `unknown`. */
  @property({ reflect: true }) availability: Availability = 'unknown';

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
    return html`<span class="icon" part="icon" data-availability=${this.availability} role="img" aria-label=${label} title=${label || nothing}
      >${presenceShape(this.availability)}</span
    >`;
  }

  get #label(): string {
    const shown = this.#shown;
    if (shown) return contactLabel(shown);
    const address = this.#address;
    return address === undefined ? 'Availability of nobody: no address was given' : `${address}, availability unknown: no connection on this page`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xmpp-presence-badge': XmppPresenceBadge;
  }
}
