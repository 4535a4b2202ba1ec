import type { RosterRow } from '../roster-rows.js';
import type { Drop, DropTarget } from './drop-target.js';

/** Contacts on their way with the pointer. */
export interface Drag extends Drop {
  /** Where the pointer is, in the viewport. */
  readonly x: number;
  readonly y: number;
}

/** The list as a drag sees it. */
export interface DragSurface {
  /** The scrolling list, once rendered. */
  readonly list: () => HTMLElement | null;
  /** The row that a press there is on. */
  readonly rowOf: (event: PointerEvent) => RosterRow | undefined;
  /** Whom a press on that row takes hold of: its contact first. */
  readonly pick: (row: RosterRow, event: PointerEvent) => Drop['rows'] | undefined;
  readonly targetAt: (x: number, y: number) => DropTarget | undefined;
  readonly drop: (drag: Drag) => void;
  /** The pointer has stayed over the same target for a while. */
  readonly linger: (target: DropTarget) => void;
  /** A finger has rested on a row and gone without moving. */
  readonly rest: (row: RosterRow, x: number, y: number) => void;
}
