import { html, nothing, type LitElement, type ReactiveController, type TemplateResult } from 'lit';
import { isTab, MenuKeys } from '../../menu-keys.js';
import { keepBy } from '../../popup-placement.js';
import { styleMap } from '../../style-map.js';

export interface MenuItem {
  readonly label: string;
  readonly run: () => void;
  readonly disabled?: boolean | undefined;
  readonly isDanger?: boolean;
}

/** A part of a menu; lines stand between parts. */
export type MenuPart = readonly MenuItem[];

/** Where a menu opens: by an element, or at a point of the window. */
export type MenuPlace = HTMLElement | { readonly x: number; readonly y: number };

/** With less room than this below it opens above; in px. */
const COMFORTABLE_HEIGHT = 320;

/** A menu over the page (APG, menu button). The focus goes to its first item, and back. */
export class PopupMenu implements ReactiveController {
  readonly #keys = new MenuKeys();
  #parts: readonly MenuPart[] = [];
  #label = '';
  #point: { readonly x: number; readonly y: number } | undefined;
  #leave: (() => void) | undefined;

  constructor(
    private readonly host: LitElement,
    /** It has closed with the focus in it. */
    private readonly focusBack: () => void,
  ) {
    host.addController(this);
  }

  /** The browser closes the menu of a removed element without an event. */
  hostDisconnected(): void {
    this.#leave?.();
    this.#parts = [];
    this.host.requestUpdate();
  }

  get open(): boolean {
    return this.#element?.matches(':popover-open') ?? false;
  }

  async show(label: string, parts: readonly MenuPart[], place: MenuPlace): Promise<void> {
    if (parts.flat().length === 0) return;
    this.#element?.hidePopover();
    this.#label = label;
    this.#parts = parts.filter((part) => part.length > 0);
    this.#point = place instanceof HTMLElement ? undefined : place;
    this.host.requestUpdate();
    await this.host.updateComplete;
    const [popup, anchor] = [this.#element, place instanceof HTMLElement ? place : this.host.renderRoot.querySelector<HTMLElement>('.menu-anchor')];
    if (!popup || !anchor || !this.host.isConnected || this.#parts.length === 0) return;
    this.#leave = keepBy(popup, anchor, COMFORTABLE_HEIGHT);
    popup.showPopover();
    this.#items[0]?.focus({ preventScroll: true });
  }

  render(): TemplateResult {
    const { x = 0, y = 0 } = this.#point ?? {};
    return html`<span class="menu-anchor" style=${styleMap({ left: `${x}px`, top: `${y}px` })}></span>
      <div
        class="popup menu"
        part="menu"
        popover
        role="menu"
        aria-label=${this.#label}
        @beforetoggle=${this.#onBeforeToggle}
        @toggle=${this.#onToggle}
        @keydown=${this.#onKeydown}
        @contextmenu=${preventDefault}
      >
        ${this.#parts.map((part, index) => html`${index > 0 ? html`<hr class="menu-line" part="menu-line" />` : nothing}${part.map((item) => this.#renderItem(item))}`)}
      </div>`;
  }

  #renderItem(item: MenuItem): TemplateResult {
    return html`<button
      class="menu-item ${item.isDanger ? 'danger' : ''}"
      part="menu-item"
      type="button"
      role="menuitem"
      tabindex="-1"
      aria-disabled=${item.disabled ? 'true' : nothing}
      @click=${() => this.#choose(item)}
      @pointermove=${focusThis}
    >
      <bdi>${item.label}</bdi>
    </button>`;
  }

  #choose({ disabled, run }: MenuItem): void {
    if (disabled) return;
    this.#element?.hidePopover();
    run();
  }

  readonly #onBeforeToggle = ({ newState }: ToggleEvent): void => {
    if (newState === 'open') return;
    if (this.#element?.matches(':focus-within')) this.focusBack();
    this.#leave?.();
  };

  readonly #onToggle = ({ newState }: ToggleEvent): void => {
    if (newState === 'open' || this.open) return;
    this.#parts = [];
    this.host.requestUpdate();
  };

  readonly #onKeydown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (!isTab(event)) return this.#keys.follow(event, this.#items);
    event.preventDefault();
    this.#element?.hidePopover();
  };

  get #items(): HTMLElement[] {
    return [...(this.#element?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  }

  get #element(): HTMLElement | null {
    return this.host.renderRoot?.querySelector<HTMLElement>('.menu') ?? null;
  }
}

function focusThis({ currentTarget }: Event): void {
  (currentTarget as HTMLElement).focus({ preventScroll: true });
}

function preventDefault(event: Event): void {
  event.preventDefault();
}
