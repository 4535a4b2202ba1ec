import { html, type TemplateResult } from 'lit';
import { exported } from '../exported-parts.js';
import '../xmpp-subscription-requests/xmpp-subscription-requests.js';

const parts = exported('requests', [
  'heading', 'count', 'list', 'request', 'avatar', 'badge', 'address', 'known', 'nick', 'message', 'warning', 'answers', 'answer', 'more', 'notice', 'error', 'error-close',
]);

/** Who asks to see the user's presence; no room while nobody does. */
export function renderRequests(): TemplateResult {
  return html`<xmpp-subscription-requests class="requests" part="requests" exportparts=${parts}></xmpp-subscription-requests>`;
}
