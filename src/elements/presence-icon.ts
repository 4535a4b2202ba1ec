import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';
import type { Availability } from '../state/contact.js';

const disc = svg`<circle class="fill" cx="8" cy="8" r="7.25" />`;
const ring = svg`<circle class="stroke" cx="8" cy="8" r="6.25" />`;

/** Seven shapes on 16 × 16, told apart without colour. */
const icons: Readonly<Record<Availability, SVGTemplateResult>> = {
  // a disc with a tick
  available: svg`${disc}<path class="glyph" d="M4.6 8.3 7 10.7l4.4-5" />`,
  // a speech bubble
  chat: svg`<path class="fill" d="M8 1a7 6.4 0 0 1 0 12.8 7.9 7.9 0 0 1-2.3-.3L2.6 15.2l.5-3.2A6 6 0 0 1 1 7.4 7 6.4 0 0 1 8 1Z" /><path class="glyph" d="M5 6.2h6M5 8.9h4" />`,
  // a disc with a clock's hands
  away: svg`${disc}<path class="glyph" d="M8 3.9V8l2.9 2" />`,
  // a crescent
  xa: svg`<path class="fill" d="M13.9 10.9A7 7 0 1 1 7.2 1a5.6 5.6 0 0 0 6.7 9.9Z" />`,
  // a disc with a bar
  dnd: svg`${disc}<path class="glyph wide" d="M4.5 8h7" />`,
  // a ring with a cross
  unavailable: svg`${ring}<path class="stroke" d="m5.7 5.7 4.6 4.6m0-4.6-4.6 4.6" />`,
  // a broken ring with nothing in it
  unknown: svg`<circle class="stroke broken" cx="8" cy="8" r="6.25" />`,
};

/** An availability's shape alone. */
export function presenceShape(availability: Availability): TemplateResult {
  return html`<svg viewBox="0 0 16 16" aria-hidden="true">${icons[availability] ?? icons.unknown}</svg>`;
}

/** The icon beside words that speak for it; `presenceIconStyles` give it its looks. */
export function presenceIcon(availability: Availability): TemplateResult {
  return html`<span class="icon" part="badge badge__icon" data-availability=${availability} aria-hidden="true">${presenceShape(availability)}</span>`;
}
