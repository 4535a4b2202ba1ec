import { html, type TemplateResult } from 'lit';
import type { Availability, Contact } from '../../state/contact.js';
import '../xmpp-presence-badge/xmpp-presence-badge.js';

/** Somebody of that availability, for the badge; the same object each time. */
const somebody = new Map<Availability, Contact>();

/** A badge that only shows a shape; the words beside it speak for it. */
export function renderBadge(availability: Availability): TemplateResult {
  const contact = somebody.get(availability) ?? { jid: '', name: '', availability, resources: [] };
  somebody.set(availability, contact);
  return html`<xmpp-presence-badge part="badge" exportparts="icon: badge__icon" .contact=${contact}></xmpp-presence-badge>`;
}
