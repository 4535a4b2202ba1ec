import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { words } from '../../messages/messages.js';

/** Long enough to be read, and to reach its button. In ms. */
const STAY_MS = 12_000;

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface ToastContent {
  readonly text: string;
  readonly actions?: readonly ToastAction[];
  /** While something is under way: how much of it is done, for the eye alone; what is said aloud is the text. The toast stays. */
  readonly progress?: { readonly done: number; readonly total: number } | undefined;
}

/** What has happened, for a while, with a button to take it back. It stays while the pointer or the focus is on it. */
export class Toast implements ReactiveController {
  #content: ToastContent | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.close();
  }

  show(content: ToastContent): void {
    this.#content = content;
    this.#wait();
    this.host.requestUpdate();
  }

  close(): void {
    clearTimeout(this.#timer);
    this.#content = undefined;
    this.host.requestUpdate();
  }

  render(): TemplateResult {
    return html`<div class="toasts" role="status">${this.#content ? this.#renderContent(this.#content) : nothing}</div>`;
  }

  #renderContent({ text, actions = [], progress }: ToastContent): TemplateResult {
    return html`<div class="toast" part="toast" @pointerenter=${this.#stay} @pointerleave=${this.#wait} @focusin=${this.#stay} @focusout=${this.#wait}>
      ${progress ? renderProgress(text, progress) : html`<span class="toast-text" part="toast-text">${text}</span>`}
      ${actions.map(({ label, run }) => html`<button class="toast-action" part="toast-action" type="button" @click=${() => this.#use(run)}>${label}</button>`)}
      ${progress ? nothing : html`<button class="toast-close" part="toast-close" type="button" aria-label=${words().phrases.close} @click=${() => this.#use()}>✕</button>`}
    </div>`;
  }

  /** The focus does not vanish with the button. */
  #use(run?: () => void): void {
    const hadFocus = this.host.shadowRoot?.activeElement?.closest('.toast') != null;
    this.close();
    if (hadFocus) this.host.shadowRoot?.querySelector<HTMLElement>('.row[tabindex="0"]')?.focus({ preventScroll: true });
    run?.();
  }

  readonly #stay = (): void => clearTimeout(this.#timer);

  readonly #wait = (): void => {
    clearTimeout(this.#timer);
    const isHeld = this.host.shadowRoot?.querySelector('.toast:is(:hover, :focus-within)') != null;
    if (this.#content && !this.#content.progress && !isHeld) this.#timer = setTimeout(() => this.close(), STAY_MS);
  };
}

/** Said once, not anew with each step. */
function renderProgress(text: string, { done, total }: NonNullable<ToastContent['progress']>): TemplateResult {
  return html`<span class="unseen">${text}</span><span class="toast-text" part="toast-text" aria-hidden="true">${words().moving.progress(text, done, total)}</span>
    <progress class="toast-progress" part="toast-progress" aria-hidden="true" max=${total} .value=${done}></progress>`;
}
