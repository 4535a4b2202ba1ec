/** How long a frame may stay away: in hidden tabs none ever comes. In ms. */
const LONGEST_WAIT_MS = 200;
/** In hidden tabs timers tick once a second: that often in so many ms, changes are shown without waiting for one. */
const HIDDEN = { updates: 5, ms: 1_000 };
/** Changes in one frame that make it part of a flood, as after signing in; and how long rendering may wait for its end, in ms. */
const FLOOD = { changes: 50, ms: 120 };

let waiting: Set<() => void> | undefined;
/** When changes were shown at once in the hidden tab. */
const shownHidden: number[] = [];
/** Since the last frame. */
let changes = 0;

function flush(): void {
  const due = waiting;
  waiting = undefined;
  for (const run of due ?? []) {
    try {
      run();
    } catch (error) {
      reportError(error);
    }
  }
}

/**
 * Runs the callback in the next frame, once however often it is asked for; soon, where no frame comes. While a flood
 * of changes goes on, some frames are left out: they would show what is outdated when it is painted.
 *
 * @param count how many changes ask for it
 */
export function inNextFrame(run: () => void, count = 1): void {
  changes += count;
  if (waiting) {
    waiting.add(run);
    return;
  }
  waiting = new Set([run]);
  if (mayShowHidden()) queueMicrotask(flush);
  else scheduleFlush();
}

/** A few changes are not to wait in a hidden tab, a burst of them is. */
function mayShowHidden(): boolean {
  if (document.visibilityState !== 'hidden') return false;
  const now = performance.now();
  while (shownHidden[0] !== undefined && now - shownHidden[0] > HIDDEN.ms) shownHidden.shift();
  if (shownHidden.length >= HIDDEN.updates) return false;
  shownHidden.push(now);
  return true;
}

function scheduleFlush(): void {
  const begin = performance.now();
  const timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    flush();
  }, LONGEST_WAIT_MS);
  const look = (): void => {
    const isFlood = changes > FLOOD.changes && performance.now() - begin < FLOOD.ms;
    changes = 0;
    if (isFlood) {
      frame = requestAnimationFrame(look);
      return;
    }
    clearTimeout(timer);
    flush();
  };
  let frame = requestAnimationFrame(look);
}
