import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { words } from '../messages/messages.js';
import { numberWords } from '../words.js';
import { priorityRange, readPriority } from './choices.js';

/** XMPP has no limit; more than this nobody reads in a list. */
const LONGEST_MESSAGE = 200;

/** What stands in the fields. */
export interface Draft {
  readonly message: string;
  readonly priority: string;
}

export interface FormHandlers {
  readonly edit: (change: Partial<Draft>) => void;
  readonly clear: () => void;
  readonly submit: (event: SubmitEvent) => void;
}

/** The fields below the menu: a message of one's own and, folded away, the priority. */
export function renderForm(draft: Draft, on: FormHandlers): TemplateResult {
  return html`<form class="form" part="form" novalidate @submit=${on.submit}>
    <label part="label" for="message">${words().picker.message}</label>
    <div class="row">
      <div class="field">${renderMessage(draft, on)}</div>
      <button class="button primary" part="set-button" type="submit">${words().picker.set}</button>
    </div>
    ${renderPriority(draft, on)}
  </form>`;
}

function renderMessage({ message }: Draft, on: FormHandlers): TemplateResult {
  const edit = ({ target }: Event) => on.edit({ message: (target as HTMLInputElement).value });
  return html`<input
      id="message"
      class="input"
      part="message-field"
      type="text"
      dir="auto"
      maxlength=${LONGEST_MESSAGE}
      placeholder=${words().picker.messageExample}
      autocomplete="off"
      enterkeyhint="done"
      .value=${live(message)}
      @input=${edit}
    />${message === '' ? nothing : renderClear(on)}`;
}

function renderClear(on: FormHandlers): TemplateResult {
  const { clearMessage } = words().picker;
  return html`<button class="clear" part="clear-button" type="button" aria-label=${clearMessage} title=${clearMessage} @click=${on.clear}>
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d="m4 4 8 8m0-8-8 8" /></svg>
  </button>`;
}

function renderPriority({ priority }: Draft, on: FormHandlers): TemplateResult {
  const edit = ({ target }: Event) => on.edit({ priority: (target as HTMLInputElement).value });
  const { picker } = words();
  const correct = ({ target }: Event) => on.edit({ priority: String(readPriority((target as HTMLInputElement).value)) });
  return html`<details class="priority" part="priority">
    <summary part="priority-label">${picker.priorityNow(numberWords(readPriority(priority)))}</summary>
    <div class="priority-row">
      <input
        class="input"
        part="priority-field"
        type="number"
        aria-label=${picker.priority}
        aria-describedby="priority-hint"
        min=${priorityRange.lowest}
        max=${priorityRange.highest}
        step="1"
        .value=${live(priority)}
        @input=${edit}
        @change=${correct}
      />
      <p class="hint" part="hint" id="priority-hint">${picker.priorityHint(numberWords(priorityRange.lowest), numberWords(priorityRange.highest))}</p>
    </div>
  </details>`;
}
