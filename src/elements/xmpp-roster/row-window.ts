import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RosterRow } from './roster-rows.js';

/** Heights in CSS px; measured, since the page's variables and the reader's font decide. */
export interface RowHeights {
  readonly group: number;
  readonly contact: number;
}

/** A row that is rendered, and how far from the top of all rows, in CSS px. */
export interface PlacedRow {
  readonly index: number;
  readonly top: number;
}

/** How much is rendered above and below what is in sight, in CSS px. */
const MARGIN = 200;

/**
 * Which rows are worth rendering: those in sight, a few around them, and one that must not go, because it has the
 * focus. All rows of a kind have one height, so that where a row stands is a sum and nothing is measured on the way.
 */
export class RowWindow implements ReactiveController {
  #rows: readonly RosterRow[] = [];
  #heights: RowHeights = { group: 36, contact: 52 };
  /** Where each row begins, and behind the last where it ends. */
  #tops = new Float64Array(1);
  #pinned = -1;
  #observed: HTMLElement | undefined;
  #viewTop = 0;
  #viewHeight = 0;
  readonly #resized = new ResizeObserver(() => this.#look());

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly scroller: () => HTMLElement | null,
  ) {
    host.addController(this);
  }

  /** @param pinned the index of the row that stays rendered, −1 for none */
  setRows(rows: readonly RosterRow[], pinned: number): void {
    this.#rows = rows;
    this.#pinned = pinned;
    this.#place();
  }

  setHeights(heights: RowHeights): void {
    if (heights.group === this.#heights.group && heights.contact === this.#heights.contact) return;
    this.#heights = heights;
    this.#place();
    this.host.requestUpdate();
  }

  /** The height of all rows, in CSS px. */
  get height(): number {
    return this.#tops[this.#rows.length] ?? 0;
  }

  /** In the order of the list. */
  get items(): readonly PlacedRow[] {
    const { first, end } = this.#range();
    const indexes = Array.from({ length: end - first }, (_, offset) => first + offset);
    if (this.#pinned >= end && this.#pinned < this.#rows.length) indexes.push(this.#pinned);
    if (this.#pinned >= 0 && this.#pinned < first) indexes.unshift(this.#pinned);
    return indexes.map((index) => ({ index, top: this.#tops[index] ?? 0 }));
  }

  /** Scrolls no more than it takes to have the whole row in sight. */
  reveal(index: number): void {
    const scroller = this.scroller();
    const [top = 0, bottom = 0] = this.#tops.subarray(index, index + 2);
    if (!scroller) return;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
    this.#look();
  }

  hostUpdated(): void {
    const scroller = this.scroller() ?? undefined;
    if (scroller === this.#observed) return;
    this.hostDisconnected();
    this.#observed = scroller;
    scroller?.addEventListener('scroll', this.#look, { passive: true });
    if (scroller) this.#resized.observe(scroller);
  }

  hostDisconnected(): void {
    this.#observed?.removeEventListener('scroll', this.#look);
    this.#resized.disconnect();
    this.#observed = undefined;
  }

  readonly #look = (): void => {
    const { scrollTop = 0, clientHeight = 0 } = this.#observed ?? {};
    const before = this.#range();
    this.#viewTop = scrollTop;
    this.#viewHeight = clientHeight;
    const after = this.#range();
    if (before.first !== after.first || before.end !== after.end) this.host.requestUpdate();
  };

  #range(): { first: number; end: number } {
    const first = Math.max(0, this.#rowAt(this.#viewTop - MARGIN));
    return { first, end: Math.min(this.#rows.length, this.#rowAt(this.#viewTop + this.#viewHeight + MARGIN) + 1) };
  }

  /** The index of the row at that height, by halving. */
  #rowAt(y: number): number {
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tops[middle + 1] ?? 0) <= y) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #place(): void {
    const tops = this.#tops.length > this.#rows.length ? this.#tops : new Float64Array(this.#rows.length + 1);
    let top = 0;
    let index = 0;
    for (const { kind } of this.#rows) tops[++index] = top += this.#heights[kind];
    this.#tops = tops;
  }
}
