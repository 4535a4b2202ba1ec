/** The click that follows a release belongs to the gesture, not to what it ends on. */
export function swallowClick(): void {
  const swallow = (click: Event) => click.stopPropagation();
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, true));
}

/** The same for the release to come, unless another press comes first. */
export function swallowNextClick(): void {
  const over = new AbortController();
  const options = { capture: true, signal: over.signal };
  window.addEventListener('pointerdown', () => over.abort(), options);
  window.addEventListener('pointerup', () => {
    over.abort();
    swallowClick();
  }, options);
}
