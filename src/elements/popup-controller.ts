import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { keepBy } from './popup-placement.js';

/** What a popup needs to know of its element. */
export interface PopupParts {
  /** What it is opened from and stands by, and where the focus returns to. As its `popovertarget` a click on it toggles. */
  readonly button: () => HTMLElement | null;
  /** A `popover`: Escape and a click elsewhere close it. */
  readonly popup: () => HTMLElement | null;
  /** Where the focus goes when it opens. */
  readonly first: () => HTMLElement | null;
  /** Called before it shows. */
  readonly opening?: () => void;
  /** Called when it has closed. */
  readonly closed?: () => void;
  /** With less room than this below the button it opens above; in px, 400 if left out. */
  readonly comfortableHeight?: number;
}

/** What the `popover` attribute does not do: the place by the button, the focus in and back, and closing when Tab leaves. */
export class PopupController implements ReactiveController {
  open = false;
  #leaveButton: (() => void) | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly parts: PopupParts,
  ) {
    host.addController(this);
  }

  /** The browser closes the popup of a removed element without an event. */
  hostDisconnected(): void {
    this.#note(false);
    this.parts.closed?.();
  }

  readonly onBeforeToggle = ({ newState }: ToggleEvent): void => {
    if (newState === 'open') this.parts.opening?.();
    // By hand: what the browser does fails inside shadow roots (Chromium).
    else if (this.parts.popup()?.matches(':focus-within')) this.parts.button()?.focus();
    this.#note(newState === 'open');
  };

  readonly onToggle = ({ newState }: ToggleEvent): void => {
    if (newState === 'open') this.parts.first()?.focus({ preventScroll: true });
    else this.parts.closed?.();
  };

  readonly onFocusout = ({ relatedTarget }: FocusEvent): void => {
    if (!(relatedTarget instanceof Node) || relatedTarget === this.parts.button()) return;
    if (!this.parts.popup()?.contains(relatedTarget)) this.parts.popup()?.hidePopover();
  };

  readonly onButtonKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' || this.open) return;
    event.preventDefault();
    this.parts.popup()?.showPopover();
  };

  #note(isOpen: boolean): void {
    this.open = isOpen;
    this.#leaveButton?.();
    const { popup, button, comfortableHeight = 400 } = this.parts;
    const [shown, by] = isOpen ? [popup(), button()] : [];
    this.#leaveButton = shown && by ? keepBy(shown, by, comfortableHeight) : undefined;
    this.host.requestUpdate();
  }
}
