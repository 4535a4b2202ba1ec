import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isolated } from '../isolated.js';
import { words } from '../messages/messages.js';
import type { AddressCheck } from './address-check.js';
import { isXmppUri } from './xmpp-uri.js';

/** Whoever types no faster than this has finished, or wonders how to go on. In ms. */
const PAUSE_MS = 900;

const releases = ['pointerup', 'pointercancel'] as const;

export interface AddressFieldParts {
  /** What there is to say of the text; `undefined` where nothing can be said. */
  readonly check: (text: string) => AddressCheck | undefined;
  /** The user has finished with an `xmpp:` URI. */
  readonly useUri: (uri: string) => void;
}

/** The field for the address. What is wrong with it is said once the user has finished typing, and not before. */
export class AddressField implements ReactiveController {
  #text = '';
  #isFinished = false;
  #pause: ReturnType<typeof setTimeout> | undefined;
  #isPressed = false;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly parts: AddressFieldParts,
  ) {
    host.addController(this);
    host.addEventListener('pointerdown', this.#onPress);
  }

  hostDisconnected(): void {
    clearTimeout(this.#pause);
    for (const type of releases) window.removeEventListener(type, this.#onRelease);
  }

  get text(): string {
    return this.#text;
  }

  set(text: string, isFinished: boolean): void {
    clearTimeout(this.#pause);
    this.#text = text;
    this.#isFinished = isFinished;
    this.host.requestUpdate();
  }

  /** Says what there is to say of what stands there. */
  finish(): void {
    if (isXmppUri(this.#text)) this.parts.useUri(this.#text);
    this.set(this.#text, true);
  }

  focus(): void {
    this.host.shadowRoot?.querySelector<HTMLInputElement>('#address')?.focus();
  }

  render(): TemplateResult {
    const check = this.#isFinished ? this.parts.check(this.#text) : undefined;
    const { error } = check ?? {};
    return html`<div class="field">
      <label part="label" for="address">${words().addContact.address}</label>
      <input
        id="address"
        class="input"
        part="address-field"
        type="text"
        inputmode="email"
        dir="auto"
        required
        aria-describedby="address-notes"
        aria-invalid=${error ? 'true' : 'false'}
        maxlength="3071"
        placeholder=${words().addContact.addressExample}
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        .value=${live(this.#text)}
        @input=${this.#onInput}
        @blur=${this.#onBlur}
      />
      <div id="address-notes" class="notes" aria-live="polite">${check ? this.#renderNotes(check) : nothing}</div>
      ${check?.suggestion === undefined ? nothing : this.#renderSuggestion(check.suggestion)}
    </div>`;
  }

  #renderNotes({ error, warnings, hints }: AddressCheck): TemplateResult {
    return html`${error ? html`<p class="note wrong" part="address-error">${error}</p>` : nothing}
    ${warnings.map((text) => html`<p class="note warning" part="warning">${text}</p>`)}
    ${hints.map((text) => html`<p class="note" part="hint">${text}</p>`)}`;
  }

  #renderSuggestion(address: string): TemplateResult {
    return html`<button class="button suggestion" part="suggestion" type="button" @click=${() => this.#take(address)}>
      <span>${isolated(words().addContact.use, address)}</span>
    </button>`;
  }

  #take(address: string): void {
    this.set(address, true);
    this.focus();
  }

  readonly #onInput = (event: Event): void => {
    this.set((event.target as HTMLInputElement).value, false);
    const isPasted = event instanceof InputEvent && /^insertFrom(Paste|Drop)/.test(event.inputType);
    if (isPasted) this.finish();
    else if (this.#text.trim() !== '') this.#pause = setTimeout(() => this.finish(), PAUSE_MS);
  };

  /** To leave it empty is no mistake yet. */
  readonly #onBlur = (): void => {
    if (this.#text.trim() !== '' && !this.#isPressed) this.finish();
  };

  /** Words that appear move what is below them: not while that is being clicked. */
  readonly #onPress = (): void => {
    this.#isPressed = true;
    for (const type of releases) window.addEventListener(type, this.#onRelease, { once: true });
  };

  readonly #onRelease = (): void => {
    // The click comes first.
    setTimeout(() => {
      this.#isPressed = false;
      if (!this.#hasFocus) this.#onBlur();
    });
  };

  get #hasFocus(): boolean {
    return this.host.shadowRoot?.activeElement?.id === 'address';
  }
}
