import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { GroupName } from '../../../state/roster-edits.js';
import { keepFocus } from '../../keep-focus.js';
import { words } from '../../messages/messages.js';
import { quoted } from '../../words.js';
import { groupChoices, groupNamed } from '../../xmpp-add-contact/group-choices.js';
import { ModalReply } from './modal-reply.js';

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

/** Chooses a group: a field that narrows the list down and names a new one (APG, combobox with a list). */
export class GroupChooser extends ModalReply<ChooserContent, GroupName> {
  protected readonly kind = 'chooser';
  #text = '';
  #active = 0;

  protected begin(): void {
    this.#text = '';
    this.#active = 0;
  }

  protected renderContent(): TemplateResult {
    const { chooser } = words().moving;
    const choices = this.#choices;
    return html`<input
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
    <div class="buttons"><button class="button" part="button" type="button" @click=${this.cancel}>${words().phrases.cancel}</button></div>`;
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
    const { groups = [], none = false, problem = () => '' } = this.content ?? {};
    const { chooser, outOfGroups } = words().moving;
    const found = groupChoices(this.#text, groups, []).map(({ group, isNew }) => ({
      target: group, label: isNew ? chooser.newNamed(quoted(group)) : group, problem: problem(group),
    }));
    return none && this.#text.trim() === '' ? [...found, { target: null, label: outOfGroups, problem: '' }] : found;
  }

  readonly #onInput = ({ target }: Event): void => {
    this.#text = (target as HTMLInputElement).value;
    const { groups = [], prefersNew = false } = this.content ?? {};
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
    void this.host.updateComplete.then(() => this.dialog?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' }));
  }

  #take(index: number): void {
    const choice = this.#choices[index];
    if (choice?.problem === '') this.end(choice.target);
  }
}
