import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RosterRow } from '../roster-rows.js';
import type { Drag, DragSurface } from './drag-surface.js';
import type { Drop, DropTarget } from './drop-target.js';
import { edgeScroll } from './edge-scroll.js';
import { swallowClick, swallowNextClick } from './swallow-click.js';

/** How far a mouse or pen moves before a press becomes a drag, in px. */
const THRESHOLD = 5;
/** How long a finger rests before it lifts what is under it, in ms, and how far it may stray meanwhile, in px. */
const LONG_PRESS_MS = 400;
const FINGER_SLOP = 10;
/** How long over a collapsed group until it opens. In ms. */
const HOVER_MS = 700;
const VIBRATION_MS = 12;

interface Press {
  readonly row: RosterRow;
  /** Who would be dragged; `undefined` where a finger can only rest: on a group, in a list that is read only. */
  readonly rows: Drop['rows'] | undefined;
  readonly x: number;
  readonly y: number;
  readonly pointerId: number;
  readonly isFinger: boolean;
}

/**
 * Drags contacts with the mouse, a pen or a finger, by pointer events: they work inside shadow roots, where native
 * dragging and libraries that listen on the document do not. A press of the mouse is no drag until it has moved; a
 * finger scrolls, unless it has rested first or is on a handle.
 */
export class PointerDrag implements ReactiveController {
  #press: Press | undefined;
  #drag: Drag | undefined;
  #hasRested = false;
  #hasMoved = false;
  #frame = 0;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #hoverTimer: ReturnType<typeof setTimeout> | undefined;
  #over: AbortController | undefined;

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

  /** The row that a finger has rested on without lifting anything: its menu opens when it goes. */
  get rested(): RosterRow | undefined {
    return this.#hasRested && !this.#drag ? this.#press?.row : undefined;
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
    if (this.#press) return this.#onSecondPointer();
    const row = event.button === 0 ? this.surface.rowOf(event) : undefined;
    const rows = row && this.surface.pick(row, event);
    const isFinger = event.pointerType === 'touch';
    if (!row || (!rows && !isFinger)) return;
    this.#press = { row, rows, x: event.clientX, y: event.clientY, pointerId: event.pointerId, isFinger };
    this.#hasMoved = this.#hasRested = false;
    this.#listen(event);
    if (isFinger && isOnHandle(event)) this.#lift();
    else if (isFinger) this.#restTimer = setTimeout(() => this.#rest(), LONG_PRESS_MS);
  };

  /** Once something is lifted the finger drags it, and no longer scrolls. To be listened to from the start, not passively. */
  readonly onTouchMove = (event: TouchEvent): void => {
    if (this.#drag && event.cancelable) event.preventDefault();
  };

  /** A long press is ours: no menu of the browser's. @returns whether it was */
  takesMenu(): boolean {
    return this.#press?.isFinger === true;
  }

  #listen({ target }: PointerEvent): void {
    this.#over = new AbortController();
    const { signal } = this.#over;
    window.addEventListener('pointermove', this.#onMove, { signal });
    window.addEventListener('pointerup', this.#onUp, { signal });
    window.addEventListener('pointercancel', this.#onCancel, { signal });
    window.addEventListener('keydown', this.#onKey, { capture: true, signal });
    window.addEventListener('keyup', this.#onKey, { capture: true, signal });
    window.addEventListener('blur', () => this.#end(), { signal });
    this.surface.list()?.addEventListener('scroll', this.#onScroll, { passive: true, signal });
    // A touch goes on where it began, even when that is no longer in the list.
    target?.addEventListener('touchmove', this.onTouchMove as EventListener, { passive: false, signal });
  }

  #onSecondPointer(): void {
    if (this.#press?.isFinger && !this.#drag) this.#end();
  }

  #rest(): void {
    this.#hasRested = true;
    this.host.requestUpdate();
    this.#lift();
  }

  #lift(): void {
    const press = this.#press;
    if (!press) return;
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(VIBRATION_MS);
    if (!press.rows) return;
    this.#start(press);
    this.#follow(press.x, press.y, false);
  }

  readonly #onMove = (event: PointerEvent): void => {
    const press = this.#press;
    if (!press || event.pointerId !== press.pointerId) return;
    // The release was lost: to another window, a dialog, a handler of the page.
    if ((event.buttons & 1) === 0) return this.#end();
    const isNear = Math.hypot(event.clientX - press.x, event.clientY - press.y) < (press.isFinger ? FINGER_SLOP : THRESHOLD);
    if (!this.#hasMoved && isNear) return;
    if (press.isFinger && !this.#drag) return this.#end();
    this.#hasMoved = true;
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
    if (!this.#press?.rows) return;
    const target = this.surface.targetAt(x, y);
    if (!this.#drag || target !== this.#drag.target) this.#waitFor(target);
    this.#drag = { rows: this.#press.rows, x, y, target, copy };
    this.host.requestUpdate();
  }

  #waitFor(target: DropTarget | undefined): void {
    clearTimeout(this.#hoverTimer);
    if (target !== undefined) this.#hoverTimer = setTimeout(() => this.surface.linger(target), HOVER_MS);
  }

  readonly #onUp = (event: PointerEvent): void => {
    const { pointerId, row } = this.#press ?? {};
    if (event.pointerId !== pointerId || !row) return;
    const [x, y] = [event.clientX, event.clientY];
    const drag: Drag | undefined = this.#drag && { ...this.#drag, target: this.#targetOf(x, y), copy: isCopy(event) };
    const isRest = this.#hasRested && !this.#hasMoved;
    this.#end();
    if (drag || isRest) swallowClick();
    // Not before the release is over: it would close what it has opened.
    if (isRest) setTimeout(() => this.surface.rest(row, x, y));
    else if (drag) this.surface.drop(drag);
  };

  /** What the picture says is meant: under a pointer that rests a push may have put another group since. */
  #targetOf(x: number, y: number): DropTarget | undefined {
    const rests = this.#drag && Math.hypot(x - this.#drag.x, y - this.#drag.y) < 1;
    return rests ? this.#drag?.target : this.surface.targetAt(x, y);
  }

  readonly #onCancel = ({ pointerId }: PointerEvent): void => {
    if (pointerId === this.#press?.pointerId) this.#end();
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    if (!this.#drag) return;
    if (event.key === 'Escape' && event.type === 'keydown') {
      event.preventDefault();
      event.stopPropagation();
      this.cancel();
    } else this.#follow(this.#drag.x, this.#drag.y, isCopy(event));
  };

  /** By the wheel, with a pointer that rests. */
  readonly #onScroll = (): void => {
    if (this.#drag) this.#follow(this.#drag.x, this.#drag.y, this.#drag.copy);
  };

  #scrollNextFrame(): void {
    const before = performance.now();
    this.#frame = requestAnimationFrame(() => this.#scrollAtEdge(performance.now() - before));
  }

  #scrollAtEdge(elapsed: number): void {
    const scroller = this.surface.list();
    if (!scroller || !this.#press) return;
    const { x, y, copy } = this.#drag ?? { ...this.#press, copy: false };
    const by = edgeScroll(scroller.getBoundingClientRect(), y, elapsed);
    // Where it was taken hold of near an edge, it has to be carried towards it.
    if (by * (y - this.#press.y) > 0) {
      scroller.scrollBy(0, by);
      this.#follow(x, y, copy);
    }
    this.#scrollNextFrame();
  }

  #end(): void {
    const pointerId = this.#press?.pointerId;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#restTimer);
    clearTimeout(this.#hoverTimer);
    this.#over?.abort();
    this.#press = undefined;
    this.#drag = undefined;
    const scroller = this.surface.list();
    if (pointerId !== undefined && scroller?.hasPointerCapture(pointerId)) scroller.releasePointerCapture(pointerId);
    this.host.requestUpdate();
  }
}

function isOnHandle(event: Event): boolean {
  return event.composedPath().some((node) => node instanceof Element && node.matches('.drag-handle'));
}

function isCopy({ ctrlKey, altKey }: { ctrlKey: boolean; altKey: boolean }): boolean {
  return ctrlKey || altKey;
}
