import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { SessionController } from '../../context/session-controller.js';
import type { Session } from '../../state/session.js';
import { controlStyles } from '../controls.styles.js';
import { ErrorLine, errorLineStyles } from '../error-line.js';
import { XmppContactAddEvent } from '../events.js';
import { LookAlikes } from '../look-alikes.js';
import { localized } from '../messages/localized.js';
import { words } from '../messages/messages.js';
import { themeStyles } from '../theme.styles.js';
import { AddressField } from './address-field.js';
import { checkAddress } from './address-check.js';
import { GroupField } from './group-field.js';
import { groupFieldStyles } from './group-field.styles.js';
import { carryOut, doingWords, doneWords, planFor, planLabel, type Plan } from './plan.js';
import { addContactStyles } from './xmpp-add-contact.styles.js';
import { readXmppUri } from './xmpp-uri.js';

/** XMPP has no limits; more than this nobody reads. */
const LONGEST = { name: 200, message: 300 } as const;

interface Draft {
  readonly name: string;
  readonly subscribe: boolean;
  readonly message: string;
}

const emptyDraft: Draft = { name: '', subscribe: true, message: '' };

/**
 * A form that adds a contact: address, name, groups, and whether to ask to see their presence. The address may be pasted
 * as an `xmpp:` link, which fills in the name and the group it bears. What is wrong with an address is said once it has
 * been typed; one that only looks like a contact's is pointed out. Somebody who is a contact already is not added
 * again: what is new is added, or they are asked once more.
 *
 * ```html
 * <xmpp-connection …>
 *   <details>
 *     <summary>Add contact</summary>
 *     <xmpp-add-contact></xmpp-add-contact>
 *   </details>
 * </xmpp-connection>
 * ```
 *
 * @summary A form that adds a contact.
 *
 * @fires xmpp-contact-add - Cancelable: the form was submitted, and nothing was sent yet; `detail` is `{ jid, name, groups, subscribe }`.
 * @fires xmpp-error - The contact was not added; it is also said in words below the form.
 *
 * @csspart form - The form.
 * @csspart label - The words above a field; in them `optional`.
 * @csspart address-field - The text field for the address.
 * @csspart address-error - Why the address cannot be added.
 * @csspart warning - What one should look at before adding the address.
 * @csspart hint - What is good to know of the address.
 * @csspart suggestion - The button that takes the address that is likely meant.
 * @csspart name-field - The text field for the name.
 * @csspart group-field - The text field for groups.
 * @csspart chips - The groups that were chosen.
 * @csspart chip - One of them.
 * @csspart chip-remove - The button that takes it out again.
 * @csspart choices - What the text in the group field can be completed to.
 * @csspart choice - One of them.
 * @csspart subscribe - The check box that asks to see their presence, with its label.
 * @csspart checkbox - The check box itself.
 * @csspart message-field - The text field for the words that go with the request.
 * @csspart submit - The button that adds the contact.
 * @csspart notice - What was done last.
 * @csspart error - Why the contact was not added; `error-close` closes it.
 *
 * @cssstate pending - The server has yet to answer.
 */
@customElement('xmpp-add-contact')
@localized
export class XmppAddContact extends LitElement {
  static override styles = [themeStyles, controlStyles, errorLineStyles, addContactStyles, groupFieldStyles];

  @state() private draft = emptyDraft;
  @state() private pending = false;
  /** What was done last. */
  @state() private said = '';

  readonly #internals = this.attachInternals();
  readonly #controller = new SessionController(this);
  readonly #errors = new ErrorLine(this);
  readonly #lookAlikes = new LookAlikes();
  readonly #groups = new GroupField(this, () => this.#knownGroups());
  readonly #address = new AddressField(this, {
    check: (text) => this.#session && checkAddress(text, this.#session, this.#lookAlikes),
    useUri: (uri) => this.#useUri(uri),
  });

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const changes = this.#controller.takeChanges();
    if (this.#session) this.#lookAlikes.note(this.#session, changes);
  }

  protected override updated(): void {
    if (this.pending) this.#internals.states.add('pending');
    else this.#internals.states.delete('pending');
  }

  protected override render(): TemplateResult {
    return html`<form part="form" novalidate aria-label=${words().addContact.form} @submit=${this.#onSubmit} @input=${this.#onEdit}>
        ${this.#address.render()} ${this.#renderName()} ${this.#groups.render()} ${this.#renderRequest()}
        <button class="button primary submit" part="submit" type="submit" aria-busy=${this.pending ? 'true' : 'false'} ?disabled=${!this.#session}>
          ${this.#label}
        </button>
      </form>
      <p class="notice" part="notice" role="status">${this.said}</p>
      ${this.#errors.render()}`;
  }

  #renderName(): TemplateResult {
    return html`<div class="field">
      <label part="label" for="name">${words().addContact.name}</label>
      <input
        id="name"
        class="input"
        part="name-field"
        type="text"
        dir="auto"
        maxlength=${LONGEST.name}
        placeholder=${this.#plan?.name || words().addContact.nameExample}
        autocomplete="off"
        .value=${live(this.draft.name)}
        @input=${({ target }: Event) => this.#edit({ name: (target as HTMLInputElement).value })}
      />
    </div>`;
  }

  #renderRequest(): TemplateResult | typeof nothing {
    // Whom one sees or has asked already is not to be asked.
    if (this.#plan?.canAsk === false) return nothing;
    return html`<label class="subscribe" part="subscribe">
        <input class="checkbox" type="checkbox" part="checkbox" .checked=${live(this.draft.subscribe)} @change=${({ target }: Event) => this.#edit({ subscribe: (target as HTMLInputElement).checked })} />
        ${words().addContact.subscribe}
      </label>
      ${this.draft.subscribe ? this.#renderMessage() : nothing}`;
  }

  #renderMessage(): TemplateResult {
    const { addContact: texts } = words();
    return html`<div class="field message">
      <label part="label" for="message">${texts.message} <span class="optional" part="optional">${texts.optional}</span></label>
      <input
        id="message"
        class="input"
        part="message-field"
        type="text"
        dir="auto"
        maxlength=${LONGEST.message}
        placeholder=${texts.messageExample}
        autocomplete="off"
        .value=${live(this.draft.message)}
        @input=${({ target }: Event) => this.#edit({ message: (target as HTMLInputElement).value })}
      />
    </div>`;
  }

  get #session(): Session | undefined {
    return this.#controller.session;
  }

  /** What submitting would do; `undefined` while there is no address that could be added. */
  get #plan(): Plan | undefined {
    const session = this.#session;
    const jid = session && checkAddress(this.#address.text, session, this.#lookAlikes).jid;
    if (!session || jid === undefined) return undefined;
    const { name, subscribe, message } = this.draft;
    return planFor(session, jid, { name: name.trim(), groups: this.#groups.groups, subscribe, message: message.trim() });
  }

  get #label(): string {
    const { unconnected, waiting } = words().addContact;
    if (!this.#session) return unconnected;
    return this.pending ? waiting : planLabel(this.#plan?.kind ?? 'add');
  }

  #knownGroups(): readonly string[] {
    return [...new Set(this.#session?.contacts().flatMap(({ item }) => item?.groups ?? []))];
  }

  #edit(change: Partial<Draft>): void {
    this.draft = { ...this.draft, ...change };
  }

  /** What is known of the former contact is no longer of interest. */
  #onEdit(): void {
    this.said = '';
    this.#errors.clear();
  }

  #useUri(uri: string): void {
    const link = readXmppUri(uri);
    if (!link) return;
    this.#address.set(link.address, true);
    if (link.name !== undefined) this.#edit({ name: link.name });
    if (link.groups.length > 0) this.#groups.add(...link.groups);
    if (link.subscribe) this.#edit({ subscribe: true });
  }

  #onSubmit(event: SubmitEvent): void {
    event.preventDefault();
    if (this.pending) return;
    this.#address.finish();
    const plan = this.#plan;
    if (plan) void this.#submit(plan);
    else this.#address.focus();
  }

  async #submit(plan: Plan): Promise<void> {
    const session = this.#session;
    const { jid, name, groups, subscribe } = plan;
    if (plan.kind === 'nothing') this.said = doneWords(plan);
    if (!session || plan.kind === 'nothing' || !this.dispatchEvent(new XmppContactAddEvent({ jid, name, groups, subscribe }))) return;
    this.said = '';
    this.pending = true;
    const done = await this.#errors.attempt(doingWords(plan), () => carryOut(session, plan));
    this.pending = false;
    if (done) this.#startAnew(plan);
  }

  #startAnew(done: Plan): void {
    this.said = doneWords(done);
    this.draft = emptyDraft;
    this.#groups.clear();
    this.#address.set('', false);
    if (this.matches(':focus-within')) this.#address.focus();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xmpp-add-contact': XmppAddContact;
  }
}
