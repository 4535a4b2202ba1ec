/** How long a frame may stay away: in hidden tabs none ever comes. In ms. */
const LONGEST_WAIT_MS = 200;

let waiting: Set<() => void> | undefined;
let flushedAt = -Infinity;

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

/** Runs the callback in the next frame, once however often it is asked for; soon, where no frame comes. */
export function inNextFrame(run: () => void): void {
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
  const timer = setTimeout(() => {
    cancelAnimationFrame(frame);
    flush();
  }, LONGEST_WAIT_MS);
  const frame = requestAnimationFrame(() => {
    clearTimeout(timer);
    flush();
  });
}
