import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { RosterItem } from '../../protocol/roster.js';
import { words } from '../messages/messages.js';
import type { Perform } from './deeds.js';
import { untilPushed } from './until-pushed.js';

/** The name in the contact list. What is being typed stays, whatever the server states meanwhile. */
export class NameForm {
  /** `undefined`: as the server has it. */
  #draft: string | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly perform: Perform,
  ) {}

  render({ name = '' }: RosterItem): TemplateResult {
    return html`<section part="rename">
      <form novalidate @submit=${(event: SubmitEvent) => this.#onSubmit(event, name)}>
        <label class="title" part="section-title" for="handle">${words().card.name.label}</label>
        <div class="field-row">
          <input
            class="input"
            part="field"
            id="handle"
            type="text"
            dir="auto"
            placeholder=${words().card.name.none}
            autocomplete="off"
            enterkeyhint="done"
            .value=${live(this.#draft ?? name)}
            @input=${this.#onInput}
          />
          <button class="button" part="button" type="submit" aria-label=${words().card.name.saveLabel}>${words().card.name.save}</button>
        </div>
      </form>
    </section>`;
  }

  readonly #onInput = ({ target }: Event): void => {
    this.#draft = (target as HTMLInputElement).value;
    this.host.requestUpdate();
  };

  #onSubmit(event: SubmitEvent, name: string): void {
    event.preventDefault();
    const draft = this.#draft?.trim();
    if (draft === undefined || draft === name) this.#end();
    else void this.#save(draft);
  }

  async #save(name: string): Promise<void> {
    const typed = this.#draft;
    const { name: texts } = words().card;
    const saved = await this.perform({
      doing: name === '' ? texts.removing : texts.saving,
      done: name === '' ? texts.removed : texts.saved,
      run: (session, jid) => untilPushed(session, jid, () => session.renameContact(jid, name)),
    });
    // Refused, it is there to be sent again; and what was typed since is not to be lost.
    if (saved && this.#draft === typed) this.#end();
  }

  #end(): void {
    this.#draft = undefined;
    this.host.requestUpdate();
  }
}
