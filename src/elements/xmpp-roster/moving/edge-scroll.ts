/** How near to an edge the list scrolls by itself, in px, and how fast at most, in px a ms: as fast on a slow screen as on a quick one. */
const EDGE = 40;
const FASTEST = 1.1;
/** In ms: after a longer pause it does not leap. */
const LONGEST_FRAME = 100;

/** How far a list scrolls with the pointer at that height, so many ms after the last time; in px, negative for up. */
export function edgeScroll({ top, bottom }: DOMRect, y: number, elapsed: number): number {
  const above = Math.max(0, top + EDGE - y);
  const below = Math.max(0, y - (bottom - EDGE));
  return (Math.min(below, EDGE) - Math.min(above, EDGE)) * (FASTEST / EDGE) * Math.min(elapsed, LONGEST_FRAME);
}
