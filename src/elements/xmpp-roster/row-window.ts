import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { RosterRows } from './roster-rows.js';

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
 * Which rows are worth rendering: those in sight, a few around them, and those that must not go, because
 * they have the focus or are being dragged. All rows of a kind have one height, so that where a row stands is computed and nothing is measured on the way.
 */
export class RowWindow implements ReactiveController {
  #rows = new RosterRows();
  #heights: RowHeights = { group: 36, contact: 52 };
  #pinned: readonly number[] = [];
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

  /** @param pinned the indexes of the rows that stay rendered; −1 is none */
  setRows(rows: RosterRows, ...pinned: readonly number[]): void {
    this.#rows = rows;
    this.#pinned = pinned;
  }

  setHeights(heights: RowHeights): void {
    if (heights.group === this.#heights.group && heights.contact === this.#heights.contact) return;
    this.#heights = heights;
    this.host.requestUpdate();
  }

  /** The height of all rows, in CSS px. */
  get height(): number {
    return this.#topOf(this.#rows.length);
  }

  /** In the order of the list. */
  get items(): readonly PlacedRow[] {
    const { first, end } = this.#range();
    const indexes = Array.from({ length: end - first }, (_, offset) => first + offset);
    const pinned = [...new Set(this.#pinned)].filter((index) => index >= 0 && index < this.#rows.length).sort((a, b) => a - b);
    indexes.unshift(...pinned.filter((index) => index < first));
    indexes.push(...pinned.filter((index) => index >= end));
    return indexes.map((index) => ({ index, top: this.#topOf(index) }));
  }

  /** Scrolls no more than it takes to have the whole row in sight. */
  reveal(index: number): void {
    const scroller = this.scroller();
    if (!scroller) return;
    const [top, bottom] = [this.#topOf(index), this.#topOf(index + 1)];
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
      if (this.#topOf(middle + 1) <= y) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #topOf(index: number): number {
    const headers = this.#rows.headersBefore(index);
    return headers * this.#heights.group + (index - headers) * this.#heights.contact;
  }
}
