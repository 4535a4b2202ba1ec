import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../../state/session.js';

/** Who neither points nor types for so long does not aim at anything. In ms. */
const IDLE_MS = 30_000;

/**
 * Whether somebody is about to use the list: the pointer moves in it, the focus is in it, or a drag is on. Nothing is
 * sorted meanwhile, so that nobody clicks on another contact than they meant to.
 */
export class Calm implements ReactiveController {
  #list: HTMLElement | undefined;
  #over = new AbortController();
  #isOver = false;
  #hasFocus = false;
  #pointed: Element | null = null;
  /** Where the pointer was on the screen: what moves under it is no movement of its own. */
  #at = '';
  #x = 0;
  #y = 0;
  #usedAt = -Infinity;
  #timer: unknown;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly scroller: () => HTMLElement | null,
    private readonly session: () => Session | undefined,
    private readonly isDragging: () => boolean,
  ) {
    host.addController(this);
  }

  get isHeld(): boolean {
    if (this.isDragging()) return true;
    return (this.#isOver || this.#hasFocus) && this.#now - this.#usedAt < IDLE_MS;
  }

  /** The row that is to keep its place on the screen: the index it was rendered with, −1 if there is none. */
  get anchor(): number {
    const focused = this.#hasFocus ? this.#list?.querySelector('.row:focus-within') : null;
    const pointed = this.isDragging() ? this.#under : this.#pointed;
    const row = (this.#isOver && pointed?.isConnected ? pointed : focused) as HTMLElement | null | undefined;
    return Number(row?.dataset.index ?? -1);
  }

  /** A dragging pointer is the list's, and no row hears of it. */
  get #under(): Element | null {
    const found = (this.#list?.getRootNode() as ShadowRoot | undefined)?.elementFromPoint(this.#x, this.#y);
    return rowOf(found);
  }

  hostUpdated(): void {
    const list = this.scroller() ?? undefined;
    if (list === this.#list) return;
    this.hostDisconnected();
    this.#list = list;
    this.#over = new AbortController();
    const handlers = { pointermove: this.#onMove, pointerover: this.#onOver, pointerleave: this.#onLeave, focusin: this.#onFocus, focusout: this.#onBlur, keydown: this.#use };
    for (const [type, handler] of Object.entries(handlers)) list?.addEventListener(type, handler as EventListener, { passive: true, signal: this.#over.signal });
  }

  hostDisconnected(): void {
    this.#over.abort();
    this.#list = undefined;
    this.#isOver = this.#hasFocus = false;
    this.session()?.clock.clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  get #now(): number {
    return this.session()?.clock.now() ?? 0;
  }

  readonly #onMove = ({ screenX, screenY, clientX, clientY }: PointerEvent): void => {
    const at = `${screenX} ${screenY}`;
    if (at === this.#at) return;
    this.#at = at;
    [this.#x, this.#y] = [clientX, clientY];
    this.#isOver = true;
    this.#use();
  };

  readonly #onOver = ({ target }: PointerEvent): void => {
    this.#pointed = rowOf(target);
  };

  readonly #onLeave = (): void => {
    this.#isOver = false;
    this.host.requestUpdate();
  };

  readonly #onFocus = (): void => {
    this.#hasFocus = true;
    this.#use();
  };

  readonly #onBlur = ({ relatedTarget }: FocusEvent): void => {
    this.#hasFocus = relatedTarget instanceof Node && this.#list?.contains(relatedTarget) === true;
    this.host.requestUpdate();
  };

  readonly #use = (): void => {
    this.#usedAt = this.#now;
    this.#wait(IDLE_MS);
  };

  /** One timer for all movements: it looks how long ago the last one was. */
  #wait(ms: number): void {
    this.#timer ??= this.session()?.clock.setTimeout(() => {
      this.#timer = undefined;
      const left = this.#usedAt + IDLE_MS - this.#now;
      if (left > 0) this.#wait(left);
      else this.host.requestUpdate();
    }, ms);
  }
}

function rowOf(target: EventTarget | null | undefined): Element | null {
  return target instanceof Element ? target.closest('.row') : null;
}
