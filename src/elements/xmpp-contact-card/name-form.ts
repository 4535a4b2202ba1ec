import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { RosterItem } from '../../protocol/roster.js';
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
        <label class="title" for="handle">Name in your list</label>
        <div class="field-row">
          <input
            class="input"
            part="field"
            id="handle"
            type="text"
            dir="auto"
            placeholder="None: the address is shown"
            autocomplete="off"
            enterkeyhint="done"
            .value=${live(this.#draft ?? name)}
            @input=${this.#onInput}
          />
          <button class="button" part="button" type="submit" aria-label="Save name">Save</button>
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
    const saved = await this.perform({
      doing: name === '' ? 'Taking the name away' : 'Saving the name',
      done: name === '' ? 'Name taken away.' : 'Name saved.',
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
