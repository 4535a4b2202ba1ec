import { html, type TemplateResult } from 'lit';
import type { Contact } from '../../state/contact.js';
import { styleMap } from '../style-map.js';
import { dropEffect } from './drop-effect.js';
import type { Drag } from './pointer-drag.js';

/** Who is on the way and what a drop now would do. In the top layer, so that nothing of the page clips it. */
export function renderDragImage(drag: Drag, contact: Contact): TemplateResult {
  // Beside the pointer, but within the window: lists often stand at its edge.
  const { clientWidth, clientHeight } = document.documentElement;
  const beside = (at: number, size: number) => `min(${at}px, ${size}px - 100% - 4px)`;
  const position = styleMap({ transform: `translate(${beside(drag.x + 12, clientWidth)}, ${beside(drag.y + 8, clientHeight)})` });
  return html`<div class="drag-image" part="drag-image" popover="manual" aria-hidden="true" style=${position}>
    <span class="lines"><bdi class="name">${contact.name}</bdi><span class="line">${dropEffect(drag, contact)}</span></span>
  </div>`;
}
