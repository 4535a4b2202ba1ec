import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../../messages/messages.js';
import { quoted } from '../../words.js';

/** The row's menu button. In a contact's row it comes with the row's other buttons. */
export function renderMenuButton(name: string): TemplateResult {
  return html`<button class="menu-button" part="menu-button" type="button" tabindex="-1" aria-haspopup="menu" aria-label=${words().moving.menu.label(quoted(name))}>
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M3 8h.01M8 8h.01M13 8h.01" /></svg>
  </button>`;
}

/** Hidden, unless the theme shows it: here a finger drags at once. */
export function renderDragHandle(): TemplateResult {
  return html`<span class="drag-handle" part="drag-handle" aria-hidden="true"
    ><svg viewBox="0 0 16 16"><path d="M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01" /></svg
  ></span>`;
}

/** That a group is locked, and why; `undefined` for one that is not. */
export function renderLock(reason: string | undefined): TemplateResult | typeof nothing {
  if (reason === undefined) return nothing;
  return html`<svg class="lock" part="lock" viewBox="0 0 16 16" role="img" aria-label=${reason}>
    <title>${reason}</title>
    <path d="M5 7V5a3 3 0 0 1 6 0v2M3.5 7h9v6.5h-9z" />
  </svg>`;
}
