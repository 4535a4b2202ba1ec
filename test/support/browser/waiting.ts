/** In ms: longer than anything here takes, shorter than a test's own limit. */
const PATIENCE = 8_000;

export function nextFrame(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => resolve()));
}

/** Waits, frame by frame, for what must become true; says what did not. @param patience in ms */
export async function until(isTrue: () => boolean, what: string | (() => string), patience = PATIENCE): Promise<void> {
  const deadline = performance.now() + patience;
  while (!isTrue()) {
    if (performance.now() > deadline) throw new Error(`Waited in vain until ${typeof what === 'string' ? what : what()}`);
    await nextFrame();
  }
}

interface Updating {
  readonly isUpdatePending: boolean;
  readonly updateComplete: Promise<boolean>;
}

/** What was asked for has been rendered and laid out, and what that asked for too (a virtual list, observers of size). */
export async function settled(element: Updating): Promise<void> {
  for (let calm = 0; calm < 3; calm = element.isUpdatePending ? 0 : calm + 1) {
    await element.updateComplete;
    await nextFrame();
  }
}
