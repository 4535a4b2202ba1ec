import { html, nothing, type TemplateResult } from 'lit';
import { keepFocus } from '../../keep-focus.js';
import { words } from '../../messages/messages.js';
import { NEW_GROUP, type DropTarget } from './drop-target.js';
import type { KeyboardDrag } from './keyboard-drag.js';

/** Targets that have no row of their own, below the list while something is dragged; a click is for what was lifted by keyboard. */
export function renderExtraTargets(target: DropTarget | undefined, hasNoGroup: boolean, keyboard: KeyboardDrag): TemplateResult {
  const { newGroup, outOfGroups, otherTargets } = words().moving;
  return html`<div class="extra-targets" part="extra-targets" role="group" aria-label=${otherTargets} @keydown=${(event: KeyboardEvent) => keyboard.onKeyDown(event)}>
    ${renderExtra('new', newGroup, target === NEW_GROUP, () => keyboard.dropOn(NEW_GROUP))}
    ${hasNoGroup ? nothing : renderExtra('none', outOfGroups, target === null, () => keyboard.dropOn(null))}
  </div>`;
}

/** The focus stays where it is: gone from the list and the targets, it would end the drag. */
function renderExtra(id: 'new' | 'none', label: string, isTarget: boolean, choose: () => void): TemplateResult {
  return html`<button
    class="extra-target ${isTarget ? 'target' : ''}"
    part=${isTarget ? 'extra-target drop-target' : 'extra-target'}
    type="button"
    tabindex="-1"
    data-target=${id}
    @mousedown=${keepFocus}
    @click=${choose}
  >
    ${label}
  </button>`;
}

/** The target that the element stands for, if it is one of these. */
export function extraTargetOf(element: Element | null): DropTarget | undefined {
  const id = element?.closest<HTMLElement>('.extra-target')?.dataset.target;
  if (id === undefined) return undefined;
  return id === 'new' ? NEW_GROUP : null;
}
