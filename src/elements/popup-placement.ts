/** Between button and popup, and to the edges of the window. In px. */
const GAP = 4;
const MARGIN = 8;

/**
 * Keeps a popup of the top layer by its button, wherever page and lists scroll; closes it when the button is out of
 * sight. A button that leaves the page leaves the popup where it is. It needs no measure of the popup, so that it can
 * be called before the popup shows. Through CSSOM, because a strict Content-Security-Policy forbids style attributes.
 *
 * @param comfortable what a popup needs; with less room below the button it goes above it. In px.
 * @returns its undo
 */
export function keepBy(popup: HTMLElement, button: HTMLElement, comfortable: number): () => void {
  const over = new AbortController();
  const follow = ({ target }: Event): void => {
    if (target === popup || !button.isConnected) return;
    if (isInSight(button, target)) place(popup, button, comfortable);
    else popup.hidePopover();
  };
  place(popup, button, comfortable);
  for (const root of rootsOf(button)) root.addEventListener('scroll', follow, { capture: true, passive: true, signal: over.signal });
  window.addEventListener('resize', follow, { signal: over.signal });
  return () => over.abort();
}

/** The scrolling of what is in a shadow root is not heard outside of it. */
function rootsOf(element: Element): EventTarget[] {
  const roots: EventTarget[] = [window];
  for (let root = element.getRootNode(); root instanceof ShadowRoot; root = root.host.getRootNode()) roots.push(root);
  return roots;
}

function place({ style }: HTMLElement, button: HTMLElement, comfortable: number): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const { left, right, width, ...box } = button.getBoundingClientRect().toJSON() as DOMRect;
  // The keyboard opens from where the window has not been scrolled to, too.
  const [top, bottom] = [box.top, box.bottom].map((edge) => Math.max(0, Math.min(clientHeight, edge))) as [number, number];
  const below = clientHeight - bottom;
  const hasRoomBelow = below >= comfortable;
  const hasRoomAbove = !hasRoomBelow && top >= comfortable;
  // With room on neither side it stands on the window's lower edge, over the button if need be.
  const room = hasRoomBelow ? below : hasRoomAbove ? top : clientHeight;
  style.top = hasRoomBelow ? `${bottom + GAP}px` : 'auto';
  style.bottom = hasRoomBelow ? 'auto' : `${hasRoomAbove ? clientHeight - top + GAP : MARGIN}px`;
  style.maxHeight = `${room - GAP - MARGIN}px`;
  const isRightToLeft = getComputedStyle(button).direction === 'rtl';
  style.setProperty('--_start', `${isRightToLeft ? clientWidth - right : left}px`);
  style.setProperty('--_button-width', `${width}px`);
}

/** In the window, and in what has just been scrolled. */
function isInSight(button: HTMLElement, scrolled: EventTarget | null): boolean {
  const { top, bottom } = button.getBoundingClientRect();
  const view = scrolled instanceof Element && scrolled.contains(button) ? scrolled.getBoundingClientRect() : undefined;
  const { clientHeight } = document.documentElement;
  return bottom > Math.max(0, view?.top ?? 0) && top < Math.min(clientHeight, view?.bottom ?? clientHeight);
}
