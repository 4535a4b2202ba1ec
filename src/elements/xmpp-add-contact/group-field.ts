import { html, nothing, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { isolated } from '../isolated.js';
import { keepFocus } from '../keep-focus.js';
import { words } from '../messages/messages.js';
import { listWords, quoted } from '../words.js';
import { groupChoices, groupNamed, type GroupChoice } from './group-choices.js';

/** XMPP allows for more; no list has room for it. */
const LONGEST_GROUP = 100;

/**
 * The groups of a contact to be: those that were chosen, each to be taken out again, and a field that completes to
 * groups that exist (APG, combobox with a list).
 */
export class GroupField implements ReactiveController {
  #chosen: readonly string[] = [];
  #text = '';
  #open = false;
  /** The choice that Enter takes; −1 for none. */
  #active = -1;
  /** For assistive technology. */
  #said = '';

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly known: () => readonly string[],
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#open = false;
  }

  hostUpdated(): void {
    if (this.#open) this.host.shadowRoot?.querySelector('.choice[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }

  /** What is chosen, with what stands in the field. */
  get groups(): readonly string[] {
    const typed = groupNamed(this.#text, this.known());
    return typed === undefined ? this.#chosen : [...new Set([...this.#chosen, typed])];
  }

  clear(): void {
    this.#set({ chosen: [], said: '' });
  }

  add(...groups: readonly string[]): void {
    const added = groups.filter((group) => !this.#chosen.includes(group));
    this.#set({ chosen: [...this.#chosen, ...added], said: added.length > 0 ? words().addContact.groupAdded(listWords(added.map(quoted))) : '' });
  }

  render(): TemplateResult {
    const { addContact: texts } = words();
    const choices = this.#choices;
    const isOpen = choices.length > 0;
    return html`<div class="field">
      <label part="label" for="group">${texts.groups}</label>
      ${this.#renderChosen()}
      <div class="combobox">
        <input
          id="group"
          class="input"
          part="group-field"
          type="text"
          role="combobox"
          dir="auto"
          aria-label=${texts.groups}
          aria-autocomplete="list"
          aria-expanded=${isOpen ? 'true' : 'false'}
          aria-controls="choices"
          aria-activedescendant=${isOpen && this.#active >= 0 ? `choice-${this.#active}` : nothing}
          maxlength=${LONGEST_GROUP}
          placeholder=${this.#chosen.length > 0 ? texts.anotherGroup : texts.noGroups}
          autocomplete="off"
          .value=${live(this.#text)}
          @input=${this.#onInput}
          @keydown=${this.#onKeydown}
          @click=${this.#onClick}
          @blur=${this.#onBlur}
        />
        <div id="choices" class="choices" part="choices" role="listbox" aria-label=${texts.groups} ?hidden=${!isOpen} @pointerdown=${keepFocus}>
          ${choices.map((choice, index) => this.#renderChoice(choice, index))}
        </div>
      </div>
      <span class="unseen" role="status">${this.#said}</span>
    </div>`;
  }

  #renderChosen(): TemplateResult | typeof nothing {
    if (this.#chosen.length === 0) return nothing;
    return html`<ul class="chips" part="chips" aria-label=${words().addContact.chosenGroups}>
      ${this.#chosen.map((group) => this.#renderChip(group))}
    </ul>`;
  }

  #renderChip(group: string): TemplateResult {
    return html`<li class="chip" part="chip">
      <bdi class="chip-name">${group}</bdi>
      <button type="button" part="chip-remove" aria-label=${words().addContact.notIn(quoted(group))} @click=${() => this.#removeByButton(group)}>
        <svg viewBox="0 0 16 16" aria-hidden="true"><path d="m4.5 4.5 7 7m0-7-7 7" /></svg>
      </button>
    </li>`;
  }

  /** A choice is clicked; the field keeps the focus, so that nothing closes before. */
  #renderChoice({ group, isNew }: GroupChoice, index: number): TemplateResult {
    return html`<button
      id="choice-${index}"
      class="choice"
      part="choice"
      type="button"
      role="option"
      tabindex="-1"
      aria-selected=${index === this.#active ? 'true' : 'false'}
      @click=${() => this.add(group)}
    >
      ${isNew ? isolated(words().addContact.newGroup, group) : html`<bdi>${group}</bdi>`}
    </button>`;
  }

  get #choices(): readonly GroupChoice[] {
    return this.#open ? groupChoices(this.#text, this.known(), this.#chosen) : [];
  }

  /** After a choice the field is ready for the next. */
  #set({ chosen, said }: { readonly chosen: readonly string[]; readonly said: string }): void {
    this.#chosen = chosen;
    this.#said = said;
    this.#text = '';
    this.#show(false);
  }

  #show(open: boolean, active = -1): void {
    this.#open = open;
    this.#active = active;
    this.host.requestUpdate();
  }

  #remove(group: string): void {
    this.#set({ chosen: this.#chosen.filter((one) => one !== group), said: words().addContact.groupRemoved(quoted(group)) });
  }

  #removeByButton(group: string): void {
    this.#remove(group);
    this.host.shadowRoot?.querySelector<HTMLElement>('#group')?.focus();
  }

  readonly #onInput = ({ target }: Event): void => {
    this.#text = (target as HTMLInputElement).value;
    this.#show(true);
  };

  readonly #onClick = (): void => {
    if (!this.#open) this.#show(true);
  };

  /** What was typed and not chosen is meant all the same; made a chip now, it would move what is just being clicked. */
  readonly #onBlur = (): void => this.#show(false);

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (this.#use(event.key)) event.preventDefault();
  };

  /** @returns whether the key means something here */
  #use(key: string): boolean {
    const { length } = this.#choices;
    switch (key) {
      case 'ArrowDown':
        this.#show(true, length > 0 ? (this.#active + 1) % length : this.#choiceAfterOpening(0));
        return true;
      case 'ArrowUp':
        this.#show(true, length > 0 ? (Math.max(this.#active, 0) + length - 1) % length : this.#choiceAfterOpening(-1));
        return true;
      case 'Enter':
        return this.#take();
      case 'Escape':
        return this.#close(length > 0);
      case 'Backspace':
        return this.#removeLast();
      default:
        return false;
    }
  }

  #choiceAfterOpening(place: 0 | -1): number {
    const { length } = groupChoices(this.#text, this.known(), this.#chosen);
    return place === 0 ? Math.min(0, length - 1) : length - 1;
  }

  /** With nothing typed and nothing picked, Enter is for the form. */
  #take(): boolean {
    const group = this.#choices[this.#active]?.group ?? groupNamed(this.#text, this.known());
    if (group === undefined) return false;
    this.add(group);
    return true;
  }

  #close(isOpen: boolean): boolean {
    this.#show(false);
    return isOpen;
  }

  #removeLast(): boolean {
    const last = this.#chosen.at(-1);
    if (this.#text !== '' || last === undefined) return false;
    this.#remove(last);
    return true;
  }
}
