import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../../messages/messages.js';
import { NEW_GROUP, type DropTarget } from './drop-target.js';

/** Targets that have no row of their own, below the list while something is dragged. */
export function renderExtraTargets(target: DropTarget | undefined, hasNoGroup: boolean, onKeyDown: (event: KeyboardEvent) => void): TemplateResult {
  const { newGroup, outOfGroups, otherTargets } = words().moving;
  return html`<div class="extra-targets" part="extra-targets" role="group" aria-label=${otherTargets} @keydown=${onKeyDown}>
    ${renderExtra('new', newGroup, target === NEW_GROUP)} ${hasNoGroup ? nothing : renderExtra('none', outOfGroups, target === null)}
  </div>`;
}

function renderExtra(id: 'new' | 'none', label: string, isTarget: boolean): TemplateResult {
  return html`<button
    class="extra-target ${isTarget ? 'target' : ''}"
    part=${isTarget ? 'extra-target drop-target' : 'extra-target'}
    type="button"
    tabindex="-1"
    data-target=${id}
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
