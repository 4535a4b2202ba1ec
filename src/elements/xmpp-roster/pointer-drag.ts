import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { GroupName } from '../../state/roster-edits.js';
import type { ContactRow } from './roster-rows.js';

/** How far the pointer moves before a press becomes a drag, in px. */
const THRESHOLD = 5;
/** How near to an edge the list scrolls by itself, in px, and how fast at most, in px a ms: as fast on a slow screen as on a quick one. */
const EDGE = 40;
const FASTEST = 1.1;
/** In ms: after a longer pause it does not leap. */
const LONGEST_FRAME = 100;

/** A contact on its way. */
export interface Drag {
  readonly row: ContactRow;
  /** Where the pointer is, in the viewport. */
  readonly x: number;
  readonly y: number;
  /** The group under the pointer; `undefined` where there is none. */
  readonly target: GroupName | undefined;
  /** Ctrl, or ⌥ on a Mac: the contact stays in its group too. */
  readonly copy: boolean;
}

/** The list as a drag sees it. */
export interface DragSurface {
  /** The scrolling list, once rendered. */
  readonly list: () => HTMLElement | null;
  /** The contact whose row the event is on, if it may be dragged. */
  readonly contactRowOf: (event: PointerEvent) => ContactRow | undefined;
  readonly groupAt: (x: number, y: number) => GroupName | undefined;
  readonly drop: (drag: Drag) => void;
}

interface Press {
  readonly row: ContactRow;
  readonly x: number;
  readonly y: number;
  readonly pointerId: number;
}

/**
 * Drags a contact with the mouse or a pen, by pointer events: they work inside shadow roots, where native dragging and
 * libraries that listen on the document do not. A press is no drag until the pointer has moved.
 */
export class PointerDrag implements ReactiveController {
  #press: Press | undefined;
  #drag: Drag | undefined;
  #frame = 0;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly surface: DragSurface,
  ) {
    host.addController(this);
  }

  /** The drag under way. */
  get current(): Drag | undefined {
    return this.#drag;
  }

  hostDisconnected(): void {
    this.cancel();
  }

  /** Lets go without effect. */
  cancel(): void {
    // The button is still down: what its release clicks on is not meant.
    if (this.#drag) swallowNextClick();
    this.#end();
  }

  readonly onPointerDown = (event: PointerEvent): void => {
    // A finger scrolls; what it presses long is another gesture.
    if (event.button !== 0 || event.pointerType === 'touch' || this.#press) return;
    const row = this.surface.contactRowOf(event);
    if (!row) return;
    this.#press = { row, x: event.clientX, y: event.clientY, pointerId: event.pointerId };
    window.addEventListener('pointermove', this.#onMove);
    window.addEventListener('pointerup', this.#onUp);
    window.addEventListener('pointercancel', this.#onCancel);
    window.addEventListener('keydown', this.#onKey, true);
    window.addEventListener('keyup', this.#onKey, true);
    window.addEventListener('blur', this.#onCancel);
  };

  readonly #onMove = (event: PointerEvent): void => {
    const press = this.#press;
    if (!press || event.pointerId !== press.pointerId) return;
    // The release was lost: to another window, a dialog, a handler of the page.
    if ((event.buttons & 1) === 0) return this.#end();
    if (!this.#drag && Math.hypot(event.clientX - press.x, event.clientY - press.y) < THRESHOLD) return;
    if (!this.#drag) this.#start(press);
    this.#follow(event.clientX, event.clientY, isCopy(event));
  };

  #start({ pointerId }: Press): void {
    try {
      this.surface.list()?.setPointerCapture(pointerId);
    } catch {
      // The pointer is gone already; its cancel follows.
    }
    this.#scrollNextFrame();
  }

  #follow(x: number, y: number, copy: boolean): void {
    if (!this.#press) return;
    this.#drag = { row: this.#press.row, x, y, target: this.surface.groupAt(x, y), copy };
    this.host.requestUpdate();
  }

  readonly #onUp = (event: PointerEvent): void => {
    if (event.pointerId !== this.#press?.pointerId) return;
    const drag = this.#drag && { ...this.#drag, target: this.surface.groupAt(event.clientX, event.clientY), copy: isCopy(event) };
    this.#end();
    if (!drag) return;
    swallowClick();
    this.surface.drop(drag);
  };

  readonly #onCancel = (): void => this.#end();

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!this.#drag) return;
    if (event.key === 'Escape' && event.type === 'keydown') {
      event.preventDefault();
      event.stopPropagation();
      this.cancel();
    } else this.#follow(this.#drag.x, this.#drag.y, isCopy(event));
  };

  #scrollNextFrame(): void {
    const before = performance.now();
    this.#frame = requestAnimationFrame(() => this.#scrollAtEdge(Math.min(performance.now() - before, LONGEST_FRAME)));
  }

  #scrollAtEdge(elapsed: number): void {
    const scroller = this.surface.list();
    if (!this.#drag || !scroller) return;
    const { top, bottom } = scroller.getBoundingClientRect();
    const { x, y, copy } = this.#drag;
    const above = Math.max(0, top + EDGE - y);
    const below = Math.max(0, y - (bottom - EDGE));
    const by = (Math.min(below, EDGE) - Math.min(above, EDGE)) * (FASTEST / EDGE) * elapsed;
    if (by !== 0) {
      scroller.scrollBy(0, by);
      this.#follow(x, y, copy);
    }
    this.#scrollNextFrame();
  }

  #end(): void {
    const pointerId = this.#press?.pointerId;
    cancelAnimationFrame(this.#frame);
    this.#press = undefined;
    this.#drag = undefined;
    window.removeEventListener('pointermove', this.#onMove);
    window.removeEventListener('pointerup', this.#onUp);
    window.removeEventListener('pointercancel', this.#onCancel);
    window.removeEventListener('keydown', this.#onKey, true);
    window.removeEventListener('keyup', this.#onKey, true);
    window.removeEventListener('blur', this.#onCancel);
    const scroller = this.surface.list();
    if (pointerId !== undefined && scroller?.hasPointerCapture(pointerId)) scroller.releasePointerCapture(pointerId);
    this.host.requestUpdate();
  }
}

/** The click that follows a release belongs to the drag, not to the row it ends on. */
function swallowClick(): void {
  const swallow = (click: Event) => click.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, true));
}

/** The same for the release to come, unless another press comes first. */
function swallowNextClick(): void {
  const over = new AbortController();
  const options = { capture: true, signal: over.signal };
  window.addEventListener('pointerdown', () => over.abort(), options);
  window.addEventListener('pointerup', () => {
    over.abort();
    swallowClick();
  }, options);
}

function isCopy({ ctrlKey, altKey }: { ctrlKey: boolean; altKey: boolean }): boolean {
  return ctrlKey || altKey;
}
