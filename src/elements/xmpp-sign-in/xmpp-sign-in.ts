import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { SessionController } from '../../context/session-controller.js';
import type { ConnectionFailure } from '../../protocol/stream.js';
import type { Session } from '../../state/session.js';
import { controlStyles } from '../controls.styles.js';
import { failureText, passingText } from '../error-words.js';
import { localized } from '../messages/localized.js';
import { words } from '../messages/messages.js';
import { themeStyles } from '../theme.styles.js';
import { faultOf, renderFault, type Fault } from './field-faults.js';
import { offerToPasswordManager } from './password-manager.js';
import { renderSignedIn } from './signed-in.js';
import { signInStyles } from './xmpp-sign-in.styles.js';

/**
 * The log-in form of a connection, for pages that do not know the user's password themselves. It shows while the
 * connection needs it, says what is wrong in words, and works with password managers. Whoever stays signed in is not
 * asked at the next visit: the browser keeps a key for that, never the password. Whoever has signed in in another tab is
 * not asked either. Whoever signed in with it sees a line with their address and a button to sign out, in all tabs;
 * that deletes the key, and the contact list and pictures that this browser keeps. `connection.signOut()` does the same.
 *
 * ```html
 * <xmpp-connection service="wss://im.company.org/xmpp-websocket">
 *   <xmpp-sign-in></xmpp-sign-in>
 *   <xmpp-roster></xmpp-roster>
 * </xmpp-connection>
 * ```
 *
 * @summary The log-in form, and the way to sign out.
 *
 * @csspart form - The form.
 * @csspart label - The words above a field.
 * @csspart address-field - The text field for the address.
 * @csspart password-field - The text field for the password.
 * @csspart field-error - What is wrong with what stands in a field.
 * @csspart stay - The check box that keeps one signed in, with its label.
 * @csspart checkbox - The check box itself.
 * @csspart hint - What staying signed in means.
 * @csspart submit - The button that signs in.
 * @csspart failure - Why signing in did not work, or has to wait.
 * @csspart weaker - The button that signs in although the server offers only weaker mechanisms than it used to.
 * @csspart account - Who is signed in, with the button to sign out.
 * @csspart account-address - The address of who is signed in.
 * @csspart sign-out - The button that signs out.
 *
 * @cssstate needed - Somebody has to sign in: the form shows.
 * @cssstate signed-in - Somebody has signed in with it: who, and the button to sign out show.
 * @cssstate pending - The server has yet to answer.
 */
@customElement('xmpp-sign-in')
@localized
export class XmppSignIn extends LitElement {
  static override styles = [themeStyles, controlStyles, signInStyles];

  /** What follows the `@` of whoever types only the name before it. */
  @property() domain: string | undefined;

  /** Leaves out the check box, and keeps nobody signed in. */
  @property({ type: Boolean, attribute: 'no-stay' }) noStay = false;

  /** Leaves out who is signed in and the button to sign out, for pages that have their own. */
  @property({ type: Boolean, attribute: 'no-sign-out' }) noSignOut = false;

  @state() private fault: Fault | undefined;

  @query('#address') private readonly addressField!: HTMLInputElement | null;
  @query('#password') private readonly passwordField!: HTMLInputElement | null;
  @query('#stay') private readonly stayBox!: HTMLInputElement | null;

  readonly #internals = this.attachInternals();
  // What changes about contacts is none of its business.
  readonly #controller = new SessionController(this, () => '');
  #recalled: Session | undefined;
  #isNeeded = false;
  #failure: ConnectionFailure | undefined;
  /** Whether somebody has typed something here and sent it off. */
  #isSubmitted = false;
  #isLeftByKeyboard = false;

  protected override willUpdate(_changed: PropertyValues<this>): void {
    this.#controller.takeChanges();
    this.#recall();
    const wasNeeded = this.#isNeeded;
    this.#isNeeded = this.#session?.signIn.needed ?? false;
    if (wasNeeded && this.#session?.connectionStatus === 'online') this.#noteSuccess();
  }

  protected override render(): TemplateResult | typeof nothing {
    const account = this.#account;
    if (account !== undefined) return renderSignedIn(account, this.#onSignOut);
    if (!this.#isNeeded) return nothing;
    const texts = words().signIn;
    return html`<form part="form" novalidate aria-label=${texts.form} @submit=${this.#onSubmit} @input=${() => (this.fault = undefined)}>
      ${this.#renderFailure()} ${this.#renderAddress()} ${this.#renderPassword()} ${this.#renderStay()}
      <button class="button primary" part="submit" type="submit" aria-busy=${this.#isPending ? 'true' : 'false'}>
        ${this.#isPending ? texts.waiting : texts.submit}
      </button>
    </form>`;
  }

  protected override updated(): void {
    this.#setState('needed', this.#isNeeded);
    this.#setState('pending', this.#isNeeded && this.#isPending);
    this.#setState('signed-in', this.#account !== undefined);
    this.#noteFailure();
    this.#noteSignOut();
  }

  #renderAddress(): TemplateResult {
    const { address, addressExample } = words().signIn;
    const fault = this.fault === 'missingPassword' ? undefined : this.fault;
    return html`<div class="field">
      <label part="label" for="address">${address}</label>
      <input
        id="address"
        class="input"
        part="address-field"
        name="username"
        type="text"
        inputmode="email"
        autocomplete="username"
        autocapitalize="none"
        spellcheck="false"
        dir="auto"
        placeholder=${addressExample}
        aria-invalid=${fault ? 'true' : 'false'}
        aria-describedby="address-fault"
        .defaultValue=${this.#session?.signIn.jid ?? ''}
      />
      ${renderFault('address-fault', fault)}
    </div>`;
  }

  #renderPassword(): TemplateResult {
    const fault = this.fault === 'missingPassword' ? this.fault : undefined;
    return html`<div class="field">
      <label part="label" for="password">${words().signIn.password}</label>
      <input
        id="password"
        class="input"
        part="password-field"
        name="password"
        type="password"
        autocomplete="current-password"
        aria-invalid=${fault ? 'true' : 'false'}
        aria-describedby="password-fault"
      />
      ${renderFault('password-fault', fault)}
    </div>`;
  }

  #renderStay(): TemplateResult | typeof nothing {
    // The key comes from WebCrypto, which a plain http page has not.
    if (this.noStay || !isSecureContext) return nothing;
    const { stay, stayHint } = words().signIn;
    return html`<label class="stay" part="stay">
      <input id="stay" class="checkbox" type="checkbox" part="checkbox" aria-describedby="stay-hint" />
      <span>${stay}</span>
      <span id="stay-hint" class="note" part="hint">${stayHint}</span>
    </label>`;
  }

  #renderFailure(): TemplateResult | typeof nothing {
    const { failure, connectionStatus } = this.#session ?? {};
    if (!failure || connectionStatus === 'connecting' || this.#session?.signIn.jid === undefined) return nothing;
    if (!failure.final) return html`<div class="failure passing" part="failure" role="status">${passingText(failure)}</div>`;
    const wasAccepted = this.#session?.disconnectedSince !== undefined && !this.#isSubmitted;
    return html`<div class="failure" part="failure" role="alert">
      <span>${failureText(failure, wasAccepted)}</span>
      ${failure.condition === 'weaker' ? html`<button class="button" part="weaker" type="button" @click=${() => this.#session?.signIn.submitWeaker()}>${words().signIn.weaker}</button>` : nothing}
    </div>`;
  }

  get #session(): Session | undefined {
    return this.#controller.session;
  }

  /** Who could sign out here. */
  get #account(): string | undefined {
    return this.noSignOut || this.#isNeeded ? undefined : this.#session?.signIn.account;
  }

  get #isPending(): boolean {
    return this.#session?.connectionStatus === 'connecting';
  }

  #recall(): void {
    const session = this.#session;
    if (session === this.#recalled) return;
    this.#recalled = session;
    void session?.signIn.recall();
  }

  /** The form goes now, and with it what was typed. */
  #noteSuccess(): void {
    this.#isSubmitted = false;
    offerToPasswordManager(this.addressField?.value.trim() ?? '', this.passwordField?.value ?? '');
  }

  /** Whoever waits for it is brought to what is most likely wrong, unless they have gone on to something else. */
  #noteFailure(): void {
    const failure = this.#session?.failure;
    const isNew = failure !== this.#failure;
    this.#failure = failure;
    // In Safari a button that was clicked has no focus: nothing has.
    const isWaiting = this.shadowRoot?.activeElement != null || document.activeElement === document.body;
    if (!isNew || !this.#isSubmitted || failure?.kind !== 'authentication' || !isWaiting) return;
    this.passwordField?.focus();
    this.passwordField?.select();
  }

  /** Whoever signed out by keyboard goes on where the next one signs in. */
  #noteSignOut(): void {
    if (!this.#isLeftByKeyboard || !this.#isNeeded) return;
    this.#isLeftByKeyboard = false;
    this.addressField?.focus();
  }

  #setState(name: 'needed' | 'pending' | 'signed-in', isSet: boolean): void {
    if (isSet) this.#internals.states.add(name);
    else this.#internals.states.delete(name);
  }

  readonly #onSignOut = ({ detail }: MouseEvent): void => {
    this.#isLeftByKeyboard = detail === 0;
    void this.#session?.signOut();
  };

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.#isPending) return;
    const jid = this.#completed(this.addressField?.value.trim() ?? '');
    const password = this.passwordField?.value ?? '';
    this.fault = faultOf(jid, password);
    if (this.fault) return (this.fault === 'missingPassword' ? this.passwordField : this.addressField)?.focus();
    this.#isSubmitted = true;
    void this.#session?.signIn.submit({ jid, password, stay: this.stayBox?.checked ?? false });
  }

  #completed(address: string): string {
    return this.domain && address !== '' && !address.includes('@') ? `${address}@${this.domain}` : address;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xmpp-sign-in': XmppSignIn;
  }
}
