/** How long a frame may stay away: in hidden tabs none ever comes. In ms. */
const LONGEST_WAIT_MS = 200;
/** Changes in one frame that make it part of a flood, as after signing in; and how long rendering may wait for its end, in ms. */
const FLOOD = { changes: 50, ms: 120 };

let waiting: Set<() => void> | undefined;
let flushedAt = -Infinity;
/** Since the last frame. */
let changes = 0;

function flush(): void {
  const due = waiting;
  waiting = undefined;
  flushedAt = performance.now();
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
  if (isHiddenAndIdle()) queueMicrotask(flush);
  else scheduleFlush();
}

/** Timers of a hidden tab tick once a second: a single change is not to wait for that, a burst of them is. */
function isHiddenAndIdle(): boolean {
  return document.visibilityState === 'hidden' && performance.now() - flushedAt > LONGEST_WAIT_MS;
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
