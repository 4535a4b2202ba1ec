import { html, type TemplateResult } from 'lit';
import { requestsParts } from '../exported-parts.js';
import '../xmpp-subscription-requests/xmpp-subscription-requests.js';

/** Who asks to see the user's presence; no room while nobody does. */
export function renderRequests(): TemplateResult {
  return html`<xmpp-subscription-requests class="requests" part="requests" exportparts=${requestsParts}></xmpp-subscription-requests>`;
}
