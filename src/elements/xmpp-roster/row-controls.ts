const CONTROLS = 'button, a[href], input, select, textarea, [tabindex]';
/** Arrow keys are theirs. */
const FIELDS = 'input, select, textarea';

function rowOf(node: EventTarget | null): HTMLElement | null {
  return node instanceof Element ? node.closest<HTMLElement>('.row') : null;
}

/** What can have the focus within a row: its buttons, and what the page's own template put there. */
function controlsOf(row: Element): HTMLElement[] {
  // A group has its menu, which the keyboard opens from the row itself: further in are its contacts.
  return row.matches('.group') ? [] : [...row.querySelectorAll<HTMLElement>(CONTROLS)];
}

/** Whether the event is meant for a control in a row, not for the row. */
export function isForControl({ target }: Event): boolean {
  const control = target instanceof Element ? target.closest(CONTROLS) : null;
  return control !== null && control !== rowOf(target);
}

/**
 * Moves the focus from a row into its controls, among them, and back (APG treegrid, rows first).
 *
 * @returns whether the key is none of the list's business
 */
export function moveAmongControls(event: KeyboardEvent, rtl: boolean): boolean {
  const row = rowOf(event.target);
  if (!row) return false;
  const isInside = isForControl(event);
  if (isInside && (event.key === 'Enter' || event.key === ' ' || (event.target as Element).matches(FIELDS))) return event.key !== 'Escape' || leave(event, row);
  const next = nextStop(event.key, row, event.target as HTMLElement, rtl);
  if (!next) return false;
  event.preventDefault();
  next.focus();
  return true;
}

function leave(event: KeyboardEvent, row: HTMLElement): true {
  event.preventDefault();
  row.focus();
  return true;
}

function nextStop(key: string, row: HTMLElement, from: HTMLElement, rtl: boolean): HTMLElement | undefined {
  const [inwards, outwards] = rtl ? ['ArrowLeft', 'ArrowRight'] : ['ArrowRight', 'ArrowLeft'];
  const controls = controlsOf(row);
  const at = controls.indexOf(from);
  // A group opens first.
  if (key === inwards) return row.ariaExpanded === 'false' ? undefined : (controls[at + 1] ?? controls[at]);
  if (at < 0) return undefined;
  if (key === outwards) return controls[at - 1] ?? row;
  return key === 'Escape' ? row : undefined;
}
