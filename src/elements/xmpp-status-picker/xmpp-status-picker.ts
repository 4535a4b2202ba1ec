import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { SessionController } from '../../context/session-controller.js';
import type { Session } from '../../state/session.js';
import { ErrorLine, errorLineStyles } from '../error-line.js';
import { XmppPresenceChangeEvent } from '../events.js';
import { localized } from '../messages/localized.js';
import { words } from '../messages/messages.js';
import { PopupController } from '../popup-controller.js';
import { controlStyles } from '../controls.styles.js';
import { menuItemStyles } from '../menu-items.styles.js';
import { popupFrameStyles } from '../popup-frame.styles.js';
import { presenceIconStyles } from '../presence-icon.styles.js';
import { themeStyles } from '../theme.styles.js';
import { AvailabilityMenu } from './availability-menu.js';
import { choiceOf, isSamePresence, presenceOf, readPriority, type Choice } from './choices.js';
import { presenceIcon } from '../presence-icon.js';
import { ownLabel, ownWords } from './own-words.js';
import { popupStyles } from './popup.styles.js';
import { renderForm, type Draft, type FormHandlers } from './presence-form.js';
import { presenceFormStyles } from './presence-form.styles.js';
import { statusPickerStyles } from './xmpp-status-picker.styles.js';

/**
 * The user's own presence: a button that shows it, and a popup to change it. One click on an availability sets it,
 * together with the message in the field; a message alone keeps the availability. The message stays when the
 * availability changes, offline included, until it is replaced or cleared; so does the priority.
 *
 * What was chosen shows at once, as pending until the server confirms it. While there is no connection the button
 * says so, and below it what will be sent once there is one.
 *
 * ```html
 * <xmpp-connection …>
 *   <xmpp-status-picker></xmpp-status-picker>
 * </xmpp-connection>
 * ```
 *
 * @summary The user's own availability and message, shown and changed.
 *
 * @fires xmpp-presence-change - Cancelable: the user chose a presence, and nothing was sent yet; `detail` is `{ type, show?, status?, priority? }`.
 * @fires xmpp-error - The choice did not reach the server, or no answer came; `detail.error`, `detail.action`.
 *
 * @csspart button - The button. Also `pending` until the server has confirmed what was chosen.
 * @csspart pending - The button while the server has yet to confirm.
 * @csspart badge - Every presence icon; also as `badge__icon`.
 * @csspart availability - The availability, or the state of the connection, in words, in the button.
 * @csspart message - The message in the button; without a connection what will be sent.
 * @csspart chevron - The arrow in the button.
 * @csspart popup - What the button opens.
 * @csspart notice - The line in the popup that says that there is no connection.
 * @csspart menu - The availabilities.
 * @csspart item - One availability. Also `checked` if it is the one chosen.
 * @csspart checked - The availability that is chosen.
 * @csspart tick - The mark of the one that is chosen.
 * @csspart form - What is below the availabilities.
 * @csspart label - The words above the message's field.
 * @csspart message-field - The text field for the message.
 * @csspart clear-button - Takes the message away.
 * @csspart set-button - Sets message and priority, like Enter in a field.
 * @csspart priority - The fold with the priority.
 * @csspart priority-label - The line that opens the fold.
 * @csspart hint - What a priority is.
 * @csspart priority-field - The number field for the priority.
 * @csspart error - Why the choice did not take effect; `error-close` closes it.
 *
 * @cssproperty [--xmpp-status-picker-button-max-inline-size=22rem] - How wide the button gets where there is room.
 * @cssproperty [--xmpp-status-picker-badge-size=1.125rem] - Width and height of the badge in the button.
 * @cssproperty [--xmpp-status-picker-popup-inline-size=17rem] - The width of the popup, if the button is not wider.
 *
 * @cssstate open - The popup shows.
 * @cssstate pending - The server has yet to confirm what was chosen.
 */
@customElement('xmpp-status-picker')
@localized
export class XmppStatusPicker extends LitElement {
  static override styles = [themeStyles, presenceIconStyles, controlStyles, errorLineStyles, statusPickerStyles, popupFrameStyles, menuItemStyles, popupStyles, presenceFormStyles];

  readonly #internals = this.attachInternals();
  /** The account's own address is not known before the first connection: until then everything is followed. */
  readonly #controller: SessionController = new SessionController(this, () => this.#session?.jid ?? null);
  readonly #errors = new ErrorLine(this);
  readonly #menu = new AvailabilityMenu(
    (choice) => this.#set(choice),
    (choice) => (this.reached = choice),
  );
  readonly #popup = new PopupController(this, {
    button: () => this.button,
    popup: () => this.popup,
    first: () => this.checkedItem,
    opening: () => this.#startDraft(),
  });
  /** The presence that the user chose last; what becomes of earlier ones no longer matters. */
  #command: Promise<void> | undefined;
  /** What was chosen last has failed: nothing is awaited, whether or not that still stands in words. */
  #hasFailed = false;
  /** Going unavailable bears no priority; coming back has the former one. */
  #priority = 0;

  /** What stands in the fields. */
  @state() private draft: Draft = { message: '', priority: '0' };
  /** The availability that Tab leads to. */
  @state() private reached: Choice = 'available';

  @query('.opener') private readonly button!: HTMLButtonElement;
  @query('.popup') private readonly popup!: HTMLElement;
  @query('[aria-checked=true]') private readonly checkedItem!: HTMLElement | null;
  @query('#message') private readonly messageField!: HTMLInputElement;

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.#notePriority();
    if (this.#session?.presence.confirmed) this.#forgetError();
  }

  protected override updated(): void {
    this.#setState('open', this.#popup.open);
    this.#setState('pending', ownWords(this.#session).pending);
  }

  protected override render(): TemplateResult {
    return html`${this.#renderButton()}${this.#renderPopup()}${this.#errors.render()}`;
  }

  #renderButton(): TemplateResult {
    const words = ownWords(this.#session);
    const { availability, title, line, pending } = words;
    const waits = pending && !this.#hasFailed;
    return html`<button
      class="opener"
      part=${pending ? 'button pending' : 'button'}
      type="button"
      popovertarget="popup"
      aria-haspopup="dialog"
      aria-controls="popup"
      aria-expanded=${this.#popup.open}
      aria-busy=${waits}
      aria-label=${ownLabel(words)}
      ?disabled=${!this.#session}
      @keydown=${this.#popup.onButtonKeydown}
    >
      <span class="picture">${presenceIcon(availability)}${waits ? html`<span class="spinner"></span>` : nothing}</span>
      <span class="texts">
        <span class="title" part="availability">${title}${waits ? html`<span class="dots">…</span>` : nothing}</span>
        ${line ? html`<span class="line" part="message" dir="auto" title=${line}>${line}</span>` : nothing}
      </span>
      <svg class="chevron" part="chevron" viewBox="0 0 16 16" aria-hidden="true"><path d="m4 6.5 4 4 4-4" /></svg>
    </button>`;
  }

  #renderPopup(): TemplateResult {
    return html`<div
      id="popup"
      class="popup"
      part="popup"
      popover
      role="dialog"
      aria-label=${words().picker.popup}
      @beforetoggle=${this.#popup.onBeforeToggle}
      @toggle=${this.#popup.onToggle}
      @focusout=${this.#popup.onFocusout}
    >
      ${this.#renderNotice()}
      ${this.#menu.render(this.#choice, this.reached)}
      ${renderForm(this.draft, this.#form)}
    </div>`;
  }

  #renderNotice(): TemplateResult | typeof nothing {
    if (this.#session?.connectionStatus === 'online') return nothing;
    return html`<p class="notice" part="notice">${words().picker.notice}</p>`;
  }

  get #session(): Session | undefined {
    return this.#controller.session;
  }

  get #choice(): Choice {
    return choiceOf(this.#session?.presence ?? { type: 'available' });
  }

  readonly #form: FormHandlers = {
    edit: (change) => {
      this.draft = { ...this.draft, ...change };
    },
    clear: () => {
      this.draft = { ...this.draft, message: '' };
      this.messageField.focus();
      void this.#send(this.#choice);
    },
    submit: (event) => {
      event.preventDefault();
      this.#set(this.#choice);
    },
  };

  #set(choice: Choice): void {
    this.popup.hidePopover();
    void this.#send(choice);
  }

  async #send(choice: Choice): Promise<void> {
    const session = this.#session;
    this.#priority = readPriority(this.draft.priority);
    const wish = presenceOf(choice, this.draft.message, this.#priority);
    if (!session || (session.presence.confirmed && isSamePresence(session.presence, wish))) return;
    if (!this.dispatchEvent(new XmppPresenceChangeEvent(wish))) return;
    this.#forgetError();
    const { type, ...presence } = wish;
    const command = type === 'unavailable' ? session.setUnavailable(presence.status) : session.setPresence(presence);
    this.#command = command;
    await command.catch((error: unknown) => {
      if (this.#command !== command) return;
      this.#hasFailed = true;
      this.#errors.fail(words().picker.setting, error);
    });
  }

  #forgetError(): void {
    this.#hasFailed = false;
    this.#errors.clear();
  }

  #notePriority(): void {
    const presence = this.#session?.presence;
    if (presence?.type === 'available') this.#priority = presence.priority ?? 0;
  }

  /** What was typed and not set is gone with the popup. */
  #startDraft(): void {
    this.#notePriority();
    this.draft = { message: this.#session?.presence.status ?? '', priority: String(this.#priority) };
    this.reached = this.#choice;
  }

  #setState(name: 'open' | 'pending', on: boolean): void {
    if (on) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xmpp-status-picker': XmppStatusPicker;
  }
}
