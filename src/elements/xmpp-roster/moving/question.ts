import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { words } from '../../messages/messages.js';
import { ModalReply } from './modal-reply.js';

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

/** Asks for an answer, and a text where there is a field. */
export class Question extends ModalReply<QuestionContent, Reply> {
  protected readonly kind = 'question';
  #value = '';
  #problem = '';

  protected begin({ field }: QuestionContent): void {
    this.#value = field?.value ?? '';
    this.#problem = '';
  }

  protected renderContent({ text, field, answers }: QuestionContent): TemplateResult {
    return html`<form @submit=${this.#onSubmit}>
      ${text ? html`<p part="dialog-text">${text}</p>` : nothing} ${field ? this.#renderField(field) : nothing}
      <div class="buttons">
        <button class="button" part="button" type="button" @click=${this.cancel}>${words().phrases.cancel}</button>
        ${answers.map((answer, index) => this.#renderAnswer(answer, field !== undefined && index === answers.length - 1))}
      </div>
    </form>`;
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

  readonly #onInput = ({ target }: Event): void => {
    this.#value = (target as HTMLInputElement).value;
    this.#problem = '';
    this.host.requestUpdate();
  };

  readonly #onSubmit = (event: Event): void => {
    event.preventDefault();
    const answer = this.content?.answers.at(-1);
    if (answer) this.#answer(answer.id);
  };

  #answer(id: string): void {
    this.#problem = this.content?.field?.problem?.(this.#value) ?? '';
    if (this.#problem === '') this.end({ id, value: this.#value });
    else this.host.requestUpdate();
  }
}
