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
  /** How far what is in sight has moved, until it is scrolled by as much; in CSS px. */
  #shift = 0;
  readonly #resized = new ResizeObserver(() => this.#look());

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly scroller: () => HTMLElement | null,
  ) {
    host.addController(this);
  }

  /**
   * @param anchor the index, among the rows up to now, of the one that is to stay where it is on the screen; −1 is none
   * @param pinned the indexes of the rows that stay rendered; −1 is none
   */
  setRows(rows: RosterRows, anchor: number, ...pinned: readonly number[]): void {
    const [kept, before] = [this.#isInSight(anchor) ? this.#rows.at(anchor) : undefined, this.#topOf(anchor)];
    this.#rows = rows;
    this.#pinned = pinned;
    const index = kept ? rows.indexOf(kept) : -1;
    this.#shift = index < 0 ? 0 : this.#topOf(index) - before;
    if (this.#shift !== 0) this.#viewTop = Math.max(0, Math.min(this.#viewTop + this.#shift, this.height - this.#viewHeight));
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
    // Only now the list is as tall as it has to be.
    if (scroller && this.#shift !== 0) this.#follow(scroller);
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

  #follow(scroller: HTMLElement): void {
    scroller.scrollTop += this.#shift;
    this.#shift = 0;
    this.#look();
  }

  #isInSight(index: number): boolean {
    return index >= 0 && this.#topOf(index + 1) > this.#viewTop && this.#topOf(index) < this.#viewTop + this.#viewHeight;
  }

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
