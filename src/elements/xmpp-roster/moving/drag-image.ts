import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from '../../../state/contact.js';
import { words } from '../../messages/messages.js';
import { styleMap } from '../../style-map.js';
import { numberWords } from '../../words.js';
import type { DropEffect } from './move-plan.js';
import type { Drag } from './drag-surface.js';

/** Who is on the way and what a drop now would do. In the top layer, so that nothing of the page clips it. */
export function renderDragImage(drag: Drag, lead: Contact, { text, kind }: DropEffect): TemplateResult {
  // Beside the pointer, but within the window: lists often stand at its edge.
  const { clientWidth, clientHeight } = document.documentElement;
  const beside = (at: number, size: number) => `min(${at}px, ${size}px - 100% - 4px)`;
  const position = styleMap({ transform: `translate(${beside(drag.x + 12, clientWidth)}, ${beside(drag.y + 8, clientHeight)})` });
  const more = drag.rows.length - 1;
  return html`<div class="drag-image ${kind}" part="drag-image" popover="manual" aria-hidden="true" style=${position}>
    ${more > 0 ? html`<span class="drag-count" part="drag-count">${numberWords(more + 1)}</span>` : nothing}
    <span class="lines"
      ><bdi class="name">${lead.name}</bdi>${more > 0 ? html`<span class="more-names">${words().moving.andMore(more)}</span>` : nothing}<span class="line"
        >${text}</span
      ></span
    >
  </div>`;
}
