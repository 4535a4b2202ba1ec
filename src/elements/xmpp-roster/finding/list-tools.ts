import { html, nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { Session } from '../../../state/session.js';
import { words } from '../../messages/messages.js';
import type { LiveRoster } from '../live-roster.js';
import type { KeyAction } from '../roster-keys.js';
import type { RosterRow, RosterRows } from '../roster-rows.js';
import type { RosterSettings } from '../roster-settings.js';
import { sectionTitle } from '../section-title.js';
import { TypeAhead } from '../../type-ahead.js';
import { ViewMenu } from './view-menu.js';

/** The list as its tools see it. */
export interface ListSurface {
  readonly session: () => Session | undefined;
  /** Takes the focus into the list. */
  readonly enter: () => void;
}

/** What stands above the list: the search box, and the button of what it shows. */
export class ListTools implements ReactiveController {
  readonly #menu: ViewMenu;
  readonly #typeAhead = new TypeAhead();
  #query = '';

  constructor(
    private readonly host: RosterSettings,
    private readonly roster: LiveRoster,
    private readonly surface: ListSurface,
  ) {
    this.#menu = new ViewMenu(host, roster, surface.session);
    host.addController(this);
  }

  /** What is looked for; `''` for nothing. */
  get query(): string {
    return this.host.noSearch ? '' : this.#query;
  }

  hostDisconnected(): void {
    this.#query = '';
  }

  /** Where a letter typed on a row leads to. */
  typed(event: KeyboardEvent, rows: RosterRows, current: number): KeyAction | undefined {
    const index = this.#typeAhead.find(event, rows.length, current, (at) => rowName(rows.at(at), this.surface.session()));
    return index === undefined ? undefined : { kind: 'go', index };
  }

  render(): TemplateResult | typeof nothing {
    if (this.host.noSearch) return nothing;
    const { finding } = words();
    const { found } = this.roster;
    return html`<div class="tools" part="tools">
        <div class="search-box">
          <svg class="glyph" part="search-icon" viewBox="0 0 16 16" aria-hidden="true"><circle cx="7" cy="7" r="4.25" /><path d="m10.25 10.25 3.25 3.25" /></svg>
          <input
            class="input search"
            part="search"
            type="search"
            autocomplete="off"
            spellcheck="false"
            placeholder=${finding.search}
            aria-label=${finding.search}
            .value=${this.#query}
            @input=${this.#onInput}
            @keydown=${this.#onKeydown}
            @focus=${this.#onFocus}
          />
          ${this.#query === '' ? nothing : this.#renderClear(finding.clear)}
        </div>
        ${this.#menu.render()}
      </div>
      <div class="found" part="found" role="status">${found === undefined ? nothing : finding.found(found)}</div>`;
  }

  #renderClear(label: string): TemplateResult {
    return html`<button class="tool" part="search-clear" type="button" aria-label=${label} @click=${this.#onClear}>
      <svg class="glyph" viewBox="0 0 16 16" aria-hidden="true"><path d="m4.5 4.5 7 7m0-7-7 7" /></svg>
    </button>`;
  }

  #search(query: string): void {
    this.#query = query;
    this.host.requestUpdate();
  }

  readonly #onInput = ({ target }: InputEvent): void => {
    if (target instanceof HTMLInputElement) this.#search(target.value);
  };

  /** Whoever comes here is about to type; the focus itself is not to wait for it. */
  readonly #onFocus = (): void => void setTimeout(() => this.roster.prepareSearch());

  readonly #onClear = (): void => {
    this.#search('');
    this.host.renderRoot.querySelector<HTMLElement>('.search')?.focus();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    // What an input method is still composing is its own.
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    const clears = event.key === 'Escape' && this.#query !== '';
    if (!clears && event.key !== 'ArrowDown') return;
    event.preventDefault();
    if (clears) event.stopPropagation();
    if (clears) this.#search('');
    else this.surface.enter();
  };
}

function rowName(row: RosterRow | undefined, session: Session | undefined): string {
  if (!row) return '';
  return row.kind === 'contact' ? (session?.contact(row.jid).name ?? '') : sectionTitle(row.section);
}
