import { html, nothing, type TemplateResult } from 'lit';
import type { RosterSort } from '../../../state/roster-section.js';
import type { RosterFilter } from '../../../state/view-data.js';
import type { Session } from '../../../state/session.js';
import type { ViewSettings } from '../../../state/view-settings.js';
import { MenuKeys } from '../../menu-keys.js';
import { words } from '../../messages/messages.js';
import { PopupController } from '../../popup-controller.js';
import type { RosterSettings } from '../roster-settings.js';
import type { LiveRoster } from '../live-roster.js';

const FILTERS: readonly RosterFilter[] = ['everyone', 'online', 'available'];
const SORTS: readonly RosterSort[] = ['availability', 'name', 'activity'];

/** Whom the list shows, in which order, and all groups open or closed: a button and its menu (APG, menu button pattern). */
export class ViewMenu {
  readonly #keys = new MenuKeys();
  readonly #popup: PopupController;

  constructor(
    private readonly host: RosterSettings,
    private readonly roster: LiveRoster,
    private readonly session: () => Session | undefined,
  ) {
    const find = (selector: string) => host.renderRoot.querySelector<HTMLElement>(selector);
    this.#popup = new PopupController(host, {
      button: () => find('.view-button'),
      popup: () => find('.view-menu'),
      first: () => find('.view-menu [role^=menuitem]'),
    });
  }

  render(): TemplateResult {
    const view = this.session()?.viewSettings;
    const { finding } = words();
    return html`<button
        class="tool view-button ${view && view.filter !== 'everyone' ? 'filtering' : ''}"
        part="view-button"
        type="button"
        aria-label=${finding.view}
        title=${finding.view}
        aria-haspopup="menu"
        aria-expanded=${this.#popup.open}
        popovertarget="view-menu"
        @keydown=${this.#popup.onButtonKeydown}
      >
        <svg class="glyph" viewBox="0 0 16 16" aria-hidden="true"><path d="M2.5 4.5h11m-9 3.5h7m-5 3.5h3" /></svg>
      </button>
      <div
        id="view-menu"
        class="popup view-menu"
        part="view-menu"
        popover
        role="menu"
        aria-label=${finding.view}
        @beforetoggle=${this.#popup.onBeforeToggle}
        @toggle=${this.#popup.onToggle}
        @focusout=${this.#popup.onFocusout}
        @keydown=${this.#onKeydown}
      >
        ${this.#popup.open && view ? this.#renderItems(view) : nothing}
      </div>`;
  }

  #renderItems(view: ViewSettings): TemplateResult {
    const { finding } = words();
    const filters = FILTERS.map((filter) => this.#radio(finding.filters[filter], view.filter === filter, () => view.setFilter(filter)));
    const sorts = SORTS.map((sort) => this.#radio(finding.sorts[sort], view.sort === sort, () => view.setSort(sort)));
    const deeds = [
      this.#deed(finding.expandAll, () => this.roster.setAllExpanded(true)),
      this.#deed(finding.collapseAll, () => this.roster.setAllExpanded(false)),
      view.order ? this.#deed(finding.orderByName, () => view.orderGroupsByName()) : nothing,
    ];
    return html`${this.#set(finding.show, filters)} ${this.#set(finding.sortBy, sorts)} ${this.#set(finding.groups, deeds)}`;
  }

  #set(label: string, items: readonly unknown[]): TemplateResult {
    return html`<div class="view-set" role="group" aria-label=${label}><div class="view-label" aria-hidden="true">${label}</div>${items}</div>`;
  }

  #radio(label: string, isChecked: boolean, choose: () => void): TemplateResult {
    return html`<button class="menu-item" part="view-item" type="button" role="menuitemradio" aria-checked=${isChecked} tabindex="-1" @click=${() => this.#use(choose)}>
      <svg class="tick" viewBox="0 0 16 16" aria-hidden="true"><path d="m3.5 8.5 3 3 6-7" /></svg>${label}
    </button>`;
  }

  #deed(label: string, act: () => void): TemplateResult {
    return html`<button class="menu-item" part="view-item" type="button" role="menuitem" tabindex="-1" @click=${() => this.#use(act)}>
      <svg class="tick" viewBox="0 0 16 16" aria-hidden="true"></svg>${label}
    </button>`;
  }

  #use(act: () => void): void {
    act();
    this.host.renderRoot.querySelector<HTMLElement>('.view-menu')?.hidePopover();
  }

  readonly #onKeydown = (event: KeyboardEvent): void => {
    this.#keys.follow(event, [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role^=menuitem]')]);
  };
}
