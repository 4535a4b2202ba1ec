/** Between button and popup, and to the edges of the window. In px. */
const GAP = 4;
const MARGIN = 8;
/** What a popup needs; with less room below the button it goes above it. In px. */
const COMFORTABLE_HEIGHT = 400;

/**
 * Keeps a popup of the top layer by its button, wherever the page scrolls; closes it when the button is out of sight.
 * It needs no measure of the popup, so that it can be called before the popup shows. Through CSSOM, because a strict
 * Content-Security-Policy forbids style attributes. @returns its undo
 */
export function keepBy(popup: HTMLElement, button: HTMLElement): () => void {
  const follow = (): void => {
    if (isInSight(button)) place(popup, button);
    else popup.hidePopover();
  };
  place(popup, button);
  window.addEventListener('scroll', follow, { capture: true, passive: true });
  window.addEventListener('resize', follow);
  return () => {
    window.removeEventListener('scroll', follow, { capture: true });
    window.removeEventListener('resize', follow);
  };
}

function place({ style }: HTMLElement, button: HTMLElement): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const { top, bottom, left, right, width } = button.getBoundingClientRect();
  const below = clientHeight - bottom;
  const hasRoomBelow = below >= COMFORTABLE_HEIGHT;
  const hasRoomAbove = !hasRoomBelow && top >= COMFORTABLE_HEIGHT;
  // With room on neither side it stands on the window's lower edge, over the button if need be.
  const room = hasRoomBelow ? below : hasRoomAbove ? top : clientHeight;
  style.top = hasRoomBelow ? `${bottom + GAP}px` : 'auto';
  style.bottom = hasRoomBelow ? 'auto' : `${hasRoomAbove ? clientHeight - top + GAP : MARGIN}px`;
  style.maxHeight = `${room - GAP - MARGIN}px`;
  const isRightToLeft = getComputedStyle(button).direction === 'rtl';
  style.setProperty('--_start', `${isRightToLeft ? clientWidth - right : left}px`);
  style.setProperty('--_button-width', `${width}px`);
}

function isInSight(button: HTMLElement): boolean {
  const { top, bottom } = button.getBoundingClientRect();
  return bottom > 0 && top < document.documentElement.clientHeight;
}
