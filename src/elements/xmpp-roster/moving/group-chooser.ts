import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { GroupName } from '../../../state/roster-edits.js';
import { words } from '../../messages/messages.js';
import { quoted } from '../../words.js';
import { groupChoices, groupNamed } from '../../xmpp-add-contact/group-choices.js';
import { keepKeys } from './question.js';

export interface ChooserContent {
  readonly title: string;
  readonly groups: readonly string[];
  /** Whether "no group" may be chosen. */
  readonly none?: boolean;
  /** Whether what is typed is rather a new name than the beginning of one that is there. */
  readonly prefersNew?: boolean;
  /** Why a group cannot be chosen; `''` if it can. */
  readonly problem?: (group: string) => string;
}

interface Choice {
  readonly target: GroupName;
  readonly label: string;
  readonly problem: string;
}

/**
 * Chooses a group in a modal dialog: a field that narrows the list down and names a new one (APG, combobox with a list).
 * The reply is `undefined` if nothing was chosen.
 */
export class GroupChooser implements ReactiveController {
  #content: ChooserContent | undefined;
  #text = '';
  #active = 0;
  #reply: (group: GroupName | undefined) => void = () => undefined;

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

  async ask(content: ChooserContent): Promise<GroupName | undefined> {
    this.#end(undefined);
    this.#content = content;
    this.#text = '';
    this.#active = 0;
    const reply = new Promise<GroupName | undefined>((resolve) => (this.#reply = resolve));
    this.host.requestUpdate();
    await this.host.updateComplete;
    this.#dialog?.showModal();
    return reply;
  }

  render(): TemplateResult | typeof nothing {
    if (!this.#content) return nothing;
    const { chooser } = words().moving;
    const choices = this.#choices;
    return html`<dialog class="dialog chooser" part="dialog" aria-labelledby="chooser-title" @close=${this.#onClose} @keydown=${keepKeys}>
      <h2 id="chooser-title" part="dialog-title">${this.#content.title}</h2>
      <input
        class="input"
        part="field"
        type="text"
        role="combobox"
        dir="auto"
        aria-label=${chooser.group}
        aria-autocomplete="list"
        aria-expanded="true"
        aria-controls="chooser-list"
        aria-activedescendant=${choices.length > 0 ? `chosen-${this.#active}` : nothing}
        placeholder=${chooser.placeholder}
        autocomplete="off"
        .value=${live(this.#text)}
        @input=${this.#onInput}
        @keydown=${this.#onKeydown}
      />
      <div id="chooser-list" class="chooser-list" part="choices" role="listbox" aria-label=${chooser.group}>
        ${choices.map((choice, index) => this.#renderChoice(choice, index))}
      </div>
      ${choices.length === 0 ? html`<p class="hint" part="dialog-hint">${chooser.none}</p>` : nothing}
      <div class="buttons"><button class="button" part="button" type="button" @click=${() => this.#end(undefined)}>${words().phrases.cancel}</button></div>
    </dialog>`;
  }

  #renderChoice({ label, problem, target }: Choice, index: number): TemplateResult {
    return html`<button
      id="chosen-${index}"
      class="menu-item choice ${target === null ? 'none' : ''}"
      part="choice"
      type="button"
      role="option"
      tabindex="-1"
      aria-selected=${index === this.#active ? 'true' : 'false'}
      aria-disabled=${problem === '' ? nothing : 'true'}
      @pointerdown=${keepFocus}
      @click=${() => this.#take(index)}
    >
      <bdi>${label}</bdi> ${problem === '' ? nothing : html`<span class="choice-problem">${problem}</span>`}
    </button>`;
  }

  get #choices(): readonly Choice[] {
    const { groups = [], none = false, problem = () => '' } = this.#content ?? {};
    const { chooser, outOfGroups } = words().moving;
    const found = groupChoices(this.#text, groups, []).map(({ group, isNew }) => ({
      target: group, label: isNew ? chooser.newNamed(quoted(group)) : group, problem: problem(group),
    }));
    return none && this.#text.trim() === '' ? [...found, { target: null, label: outOfGroups, problem: '' }] : found;
  }

  /** The event comes late: another question may be open by then. */
  readonly #onClose = ({ target }: Event): void => {
    if (target === this.#dialog && !this.#dialog?.open) this.#end(undefined);
  };

  readonly #onInput = ({ target }: Event): void => {
    this.#text = (target as HTMLInputElement).value;
    const { groups = [], prefersNew = false } = this.#content ?? {};
    const named = groupNamed(this.#text, groups);
    const isMeant = prefersNew || (named !== undefined && groups.includes(named));
    this.#active = isMeant ? Math.max(0, this.#choices.findIndex((choice) => choice.target === named)) : 0;
    this.host.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    const { length } = this.#choices;
    if (event.isComposing || length === 0) return;
    if (event.key === 'ArrowDown') this.#go((this.#active + 1) % length);
    else if (event.key === 'ArrowUp') this.#go((this.#active + length - 1) % length);
    else if (event.key === 'Enter') this.#take(this.#active);
    else return;
    event.preventDefault();
  };

  #go(index: number): void {
    this.#active = index;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.#dialog?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }));
  }

  #take(index: number): void {
    const choice = this.#choices[index];
    if (choice?.problem === '') this.#end(choice.target);
  }

  #end(group: GroupName | undefined): void {
    if (!this.#content) return;
    this.#content = undefined;
    this.#dialog?.close();
    this.host.requestUpdate();
    this.closed();
    this.#reply(group);
  }

  get #dialog(): HTMLDialogElement | null {
    return this.host.renderRoot?.querySelector<HTMLDialogElement>('.chooser') ?? null;
  }
}

function keepFocus(event: Event): void {
  event.preventDefault();
}
