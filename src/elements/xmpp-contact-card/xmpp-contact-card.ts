import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { PictureUrls } from '../../context/picture-urls.js';
import { SessionController } from '../../context/session-controller.js';
import { readAddress } from '../../state/address.js';
import type { Contact } from '../../state/contact.js';
import type { Session } from '../../state/session.js';
import { avatarStyles } from '../avatar.js';
import { controlStyles } from '../controls.styles.js';
import { ErrorLine, errorLineStyles } from '../error-line.js';
import { localized } from '../messages/localized.js';
import { words } from '../messages/messages.js';
import { presenceIconStyles } from '../presence-icon.styles.js';
import { themeStyles } from '../theme.styles.js';
import { cardFormStyles } from './card-forms.styles.js';
import { addContact, type Perform } from './deeds.js';
import { addressText } from './foreign.js';
import { GroupEditor } from './group-editor.js';
import { renderAvailability, renderDevices, renderIdentity } from './identity.js';
import { KeptFocus } from './kept-focus.js';
import { LastThings } from './last-things.js';
import { NameForm } from './name-form.js';
import { deedButton, renderSharing } from './sharing.js';
import { cardStyles } from './xmpp-contact-card.styles.js';

/**
 * Everything there is to know of one person, and everything one can do about them: how available they are and in which
 * words, each device they are connected with, who sees whom, their groups and the name one gave them. Of a stranger it
 * offers to make a contact; one's own account is shown without anything to do.
 *
 * The address is always there, because anybody can have any name. What the server refuses is said in words, and what
 * was typed stays.
 *
 * ```html
 * <xmpp-contact-card jid="mary@company.org"></xmpp-contact-card>
 * ```
 *
 * `<xmpp-roster>` opens it from a contact's row, `<xmpp-presence-badge card>` from the icon.
 *
 * @summary One person: presence, devices, subscriptions, groups, name.
 *
 * @fires xmpp-contact-remove - Cancelable. The user removes the contact and has confirmed it; nothing was sent yet. `detail` is `{ jid }`.
 * @fires xmpp-error - Something did not happen; it is also said in words in the card.
 *
 * @csspart card - The whole card.
 * @csspart header - Picture, name and address.
 * @csspart avatar - The circle with the picture or the initials.
 * @csspart picture - The picture, if there is one.
 * @csspart badge - Every presence icon; also as `badge__icon`.
 * @csspart name - The name; the address where there is none.
 * @csspart address - The address.
 * @csspart nick - What they call themselves, where it is something else.
 * @csspart presence - Availability, status message, last seen or idle since.
 * @csspart availability - The availability in words, with the reason where it is unknown.
 * @csspart since - Last seen or idle since.
 * @csspart status - The status message.
 * @csspart section-title - The title of devices, groups and so on.
 * @csspart note - That it is one's own account.
 * @csspart devices - The list of their devices.
 * @csspart device - One device.
 * @csspart device-name - A device's name.
 * @csspart device-facts - A device's availability and priority.
 * @csspart device-status - A device's own status message.
 * @csspart counts - The mark on the device that counts.
 * @csspart sharing - Who sees whom.
 * @csspart relation - One direction of it; also `request` while they ask, and `blocked`.
 * @csspart request-words - What they wrote when they asked.
 * @csspart stranger - What is offered for somebody who is no contact.
 * @csspart groups - The groups.
 * @csspart group - One group; also `pending` until the server has confirmed the change.
 * @csspart checkbox - The check box of a group.
 * @csspart rename - The name in the contact list.
 * @csspart last-things - Removing and blocking.
 * @csspart question - "Remove Mary?"
 * @csspart field - Every text field.
 * @csspart button - Every button; also `block-button`, `remove-button`, `confirm-button` and `cancel-button`.
 * @csspart notice - That there is no connection, or no such address.
 * @csspart done - What has taken effect.
 * @csspart error - Why something did not happen; `error-close` closes it.
 *
 * @cssproperty --xmpp-contact-card-background - The card's background.
 * @cssproperty --xmpp-contact-card-border-color - Its border.
 * @cssproperty --xmpp-contact-card-border-radius - Its corners.
 * @cssproperty [--xmpp-contact-card-padding=1rem] - Between its edge and what is in it.
 */
@customElement('xmpp-contact-card')
@localized
export class XmppContactCard extends LitElement {
  static override styles = [themeStyles, presenceIconStyles, avatarStyles, controlStyles, errorLineStyles, cardStyles, cardFormStyles];

  /** The address of the person, `name@company.org`. */
  @property() jid = '';

  /** Shows the person and changes nothing. */
  @property({ type: Boolean, reflect: true, attribute: 'readonly' }) readOnly = false;

  /** What has taken effect, in words. */
  @state() private done = '';

  readonly #contacts = new SessionController(this, () => this.#address);
  readonly #pictures = new PictureUrls(this, () => this.#session);
  readonly #errors = new ErrorLine(this);
  #address: string | undefined;
  #groups!: GroupEditor;
  #name!: NameForm;
  #lastThings!: LastThings;

  constructor() {
    super();
    // What the server can do is told as a change of our own account.
    new SessionController(this, () => this.#session?.jid);
    new KeptFocus(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('jid')) this.#startAnew();
  }

  /** The focus goes to the name, from where everything else is read on. */
  override focus(options?: FocusOptions): void {
    this.renderRoot.querySelector<HTMLElement>('#name')?.focus(options);
  }

  protected override render(): TemplateResult {
    const session = this.#session;
    const contact = this.#address === undefined ? undefined : session?.contact(this.#address);
    return html`<article class="card" part="card" aria-labelledby="name">
      ${session && contact ? this.#renderPerson(contact, session) : this.#renderNobody()}
      <div class="notes">
        <div class="done" part="done" role="status">${this.done}</div>
        ${this.#errors.render()}
      </div>
    </article>`;
  }

  #renderNobody(): TemplateResult {
    const { card, phrases } = words();
    const text = typeof this.jid === 'string' ? addressText(this.jid.trim()) : '';
    const reason = this.#address === undefined ? card.badAddress : phrases.unconnected;
    return html`<header class="head" part="header">
        <h2 id="name" tabindex="-1"><bdi class="address" part="name address">${text || card.nobody}</bdi></h2>
      </header>
      <p class="notice" part="notice">${text === '' ? card.noAddress : reason}</p>`;
  }

  #renderPerson(contact: Contact, session: Session): TemplateResult {
    const isSelf = contact.jid === session.jid;
    return html`${renderIdentity(contact, isSelf, this.#pictures.of(contact.jid))} ${renderAvailability(contact)} ${renderDevices(contact)}
    ${isSelf ? nothing : this.#renderRelation(contact, session)}`;
  }

  #renderRelation(contact: Contact, session: Session): TemplateResult {
    if (this.readOnly) return renderSharing(contact, session, undefined);
    const { item } = contact;
    return html`${item ? nothing : this.#renderStranger(contact)} ${renderSharing(contact, session, this.#perform)}
    ${item ? html`${this.#groups.render(item, session)} ${this.#name.render(item)}` : nothing} ${this.#lastThings.render(contact, session)}`;
  }

  #renderStranger({ blocked }: Contact): TemplateResult {
    return html`<section part="stranger" class="side">
      <p tabindex="-1">${words().card.stranger}</p>
      <div class="buttons">${blocked ? nothing : deedButton(addContact, this.#perform, 'button primary')}</div>
    </section>`;
  }

  get #session(): Session | undefined {
    return this.#contacts.session;
  }

  /** Another person: what was typed and said was about the former one. */
  #startAnew(): void {
    // A removed attribute is `null`, and a page may set anything.
    this.#address = typeof this.jid === 'string' ? readAddress(this.jid) : undefined;
    this.#groups = new GroupEditor(this, this.#perform);
    this.#name = new NameForm(this, this.#perform);
    this.#lastThings = new LastThings(this, this.#perform);
    this.#errors.clear();
    this.done = '';
  }

  readonly #perform: Perform = async ({ doing, done, run }) => {
    const { jid, session } = { jid: this.#address, session: this.#session };
    if (jid === undefined || !session) return false;
    this.done = '';
    let isCertain = false;
    const happened = await this.#errors.attempt(doing, async () => {
      isCertain = (await run(session, jid)) !== false;
    });
    if (isCertain && jid === this.#address) this.done = done;
    return happened;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'xmpp-contact-card': XmppContactCard;
  }
}
