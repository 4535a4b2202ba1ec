import type { LitElement, ReactiveController } from 'lit';
import type { DropTarget } from './drop-target.js';
import type { KeyboardDrag } from './keyboard-drag.js';

/** A drag by keyboard lasts as long as the focus is with it: in the list, or on the targets below it. */
export class DragFocus implements ReactiveController {
  /** The target below the list that has the focus, before it is rendered anew. */
  #extra: Element | null = null;

  constructor(
    private readonly host: LitElement,
    private readonly keyboard: KeyboardDrag,
    /** Where the focus goes when the element that had it has gone. */
    private readonly places: { readonly visit: (target: DropTarget) => void; readonly focusBack: () => void },
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.host.renderRoot.addEventListener('focusout', this.#onFocusOut);
  }

  hostDisconnected(): void {
    this.host.renderRoot.removeEventListener('focusout', this.#onFocusOut);
    this.keyboard.cancel('');
  }

  hostUpdate(): void {
    this.#extra = this.#focusedIn('.extra-targets');
  }

  hostUpdated(): void {
    if (this.#extra?.isConnected === false) this.#restore();
    this.#extra = null;
  }

  #restore(): void {
    const target = this.keyboard.current?.target;
    if (target === undefined) this.places.focusBack();
    else this.places.visit(target);
  }

  /** Looked at later: rendering takes the focus away for a moment, and a window that has lost it gives it back to the same place. */
  readonly #onFocusOut = (): void => {
    if (this.keyboard.current) setTimeout(() => this.#focusedIn('.list, .extra-targets') ?? this.keyboard.cancel());
  };

  #focusedIn(places: string): Element | null {
    const { activeElement } = this.host.renderRoot as ShadowRoot;
    return activeElement?.closest(places) ? activeElement : null;
  }
}
