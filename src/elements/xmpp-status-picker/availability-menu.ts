import { html, type TemplateResult } from 'lit';
import { words } from '../messages/messages.js';
import { capitalized } from '../words.js';
import { choices, type Choice } from './choices.js';
import { MenuKeys } from '../menu-keys.js';
import { presenceIcon } from '../presence-icon.js';

const ITEMS = '[role=menuitemradio]';

/** The availabilities as one stop of the Tab key, with the arrow keys between them. */
export class AvailabilityMenu {
  readonly #keys = new MenuKeys();

  constructor(
    private readonly choose: (choice: Choice) => void,
    /** The focus came to an item: it is the one that Tab leads to from now on. */
    private readonly reach: (choice: Choice) => void,
  ) {}

  render(checked: Choice, reached: Choice): TemplateResult {
    return html`<div class="menu" part="menu" role="menu" aria-label=${words().picker.menu} @keydown=${this.#onKeydown}>
      ${choices.map((choice) => this.#renderItem(choice, choice === checked, choice === reached))}
    </div>`;
  }

  #renderItem(choice: Choice, checked: boolean, reached: boolean): TemplateResult {
    return html`<button
      class="menu-item"
      part=${checked ? 'item checked' : 'item'}
      type="button"
      role="menuitemradio"
      aria-checked=${checked}
      tabindex=${reached ? 0 : -1}
      @click=${() => this.choose(choice)}
      @focus=${() => this.reach(choice)}
    >
      ${presenceIcon(choice)}<span>${capitalized(words().presence.availability[choice])}</span>
      <svg class="tick" part="tick" viewBox="0 0 16 16" aria-hidden="true"><path d="m3.5 8.5 3 3 6-7" /></svg>
    </button>`;
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    this.#keys.follow(event, [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>(ITEMS)]);
  };
}
