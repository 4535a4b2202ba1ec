import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { words } from '../../messages/messages.js';

export interface Answer {
  readonly id: string;
  readonly label: string;
  readonly look?: 'primary' | 'danger';
}

export interface QuestionContent {
  readonly title: string;
  readonly text?: string;
  /** A field to be filled in. */
  readonly field?: { readonly label: string; readonly value: string; readonly problem?: (value: string) => string };
  /** The last is what Enter in the field gives. */
  readonly answers: readonly Answer[];
}

export interface Reply {
  readonly id: string;
  readonly value: string;
}

/** Asks something in a modal dialog: with Escape or "Cancel" the reply is `undefined`. The focus returns to the list. */
export class Question implements ReactiveController {
  #content: QuestionContent | undefined;
  #value = '';
  #problem = '';
  #reply: (reply: Reply | undefined) => void = () => undefined;

  constructor(
    private readonly host: LitElement,
    private readonly closed: () => void,
  ) {
    host.addController(this);
  }

  /** Put back on the page, an open dialog is no longer modal. */
  hostDisconnected(): void {
    this.#end(undefined);
  }

  async ask(content: QuestionContent): Promise<Reply | undefined> {
    this.#end(undefined);
    this.#content = content;
    this.#value = content.field?.value ?? '';
    this.#problem = '';
    const reply = new Promise<Reply | undefined>((resolve) => (this.#reply = resolve));
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.#dialog?.showModal();
    this.#dialog?.querySelector('input')?.select();
    return reply;
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#content) return nothing;
    const { title, text, field, answers } = this.#content;
    return html`<dialog class="dialog question" part="dialog" aria-labelledby="question-title" @close=${this.#onClose} @keydown=${keepKeys}>
      <form @submit=${this.#onSubmit}>
        <h2 id="question-title" part="dialog-title">${title}</h2>
        ${text ? html`<p part="dialog-text">${text}</p>` : nothing} ${field ? this.#renderField(field) : nothing}
        <div class="buttons">
          <button class="button" part="button" type="button" @click=${() => this.#end(undefined)}>${words().phrases.cancel}</button>
          ${answers.map((answer, index) => this.#renderAnswer(answer, field !== undefined && index === answers.length - 1))}
        </div>
      </form>
    </dialog>`;
  }

  #renderField({ label }: NonNullable<QuestionContent['field']>): TemplateResult {
    const isWrong = this.#problem !== '';
    return html`<label class="field"
      >${label}<input
        class="input"
        part="field"
        type="text"
        dir="auto"
        autocomplete="off"
        aria-invalid=${isWrong ? 'true' : nothing}
        aria-describedby=${isWrong ? 'question-problem' : nothing}
        .value=${live(this.#value)}
        @input=${this.#onInput}
    /></label>
      <p id="question-problem" class="problem" part="dialog-problem" role="alert" ?hidden=${!isWrong}>${this.#problem}</p>`;
  }

  #renderAnswer({ id, label, look = 'primary' }: Answer, isSubmit: boolean): TemplateResult {
    return html`<button class="button ${look}" part="button" type=${isSubmit ? 'submit' : 'button'} @click=${isSubmit ? nothing : () => this.#answer(id)}>${label}</button>`;
  }

  /** The event comes late: another question may be open by then. */
  readonly #onClose = ({ target }: Event): void => {
    if (target === this.#dialog && !this.#dialog?.open) this.#end(undefined);
  };

  readonly #onInput = ({ target }: Event): void => {
    this.#value = (target as HTMLInputElement).value;
    this.#problem = '';
    this.host.requestUpdate();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const answer = this.#content?.answers.at(-1);
    if (answer) this.#answer(answer.id);
  };

  #answer(id: string): void {
    this.#problem = this.#content?.field?.problem?.(this.#value) ?? '';
    if (this.#problem === '') this.#end({ id, value: this.#value });
    else this.host.requestUpdate();
  }

  #end(reply: Reply | undefined): void {
    if (!this.#content) return;
    this.#content = undefined;
    this.#dialog?.close();
    this.host.requestUpdate();
    this.closed();
    this.#reply(reply);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.host.renderRoot?.querySelector<HTMLDialogElement>('.question') ?? null;
  }
}

/** Keys in a dialog are not the list's. */
export function keepKeys(event: Event): void {
  event.stopPropagation();
}
