import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from '../../state/contact.js';
import type { SubscriptionRequest } from '../../state/subscription-requests.js';
import { renderAvatar } from '../avatar.js';
import { foreignText } from '../foreign-text.js';
import { addressText, renderAddress } from '../xmpp-contact-card/foreign.js';
import type { Answer } from './answers.js';

/** What an entry shows, and what it does. */
export interface RequestView {
  readonly request: SubscriptionRequest;
  readonly contact: Contact;
  /** The contacts whose addresses look like that of the request. */
  readonly lookAlikes: readonly Contact[];
  readonly answers: readonly Answer[];
  readonly answer: (answer: Answer) => void;
}

const kinds = ['grant', 'refuse'] as const;

/** Somebody who asks. The address is who they are; what they call themselves is said to be just that. */
export function renderRequest({ request, contact, lookAlikes, answers, answer }: RequestView): TemplateResult {
  const who = addressText(request.jid);
  return html`<li class="request" part="request" data-jid=${request.jid}>
    <div class="entry" role="group" tabindex="-1" aria-label="${who} asks to see your presence">
      ${renderAvatar(contact)}
      <div class="lines">
        <bdi class="address" part="address">${renderAddress(request.jid)}</bdi>
        ${renderKnown(contact)} ${renderClaim(request)} ${renderWords(request)} ${lookAlikes.map(renderWarning)}
      </div>
      <div class="answers" part="answers">
        ${kinds.map((kind) => html`<div class=${kind}>${answers.filter((one) => one.kind === kind).map((one) => renderAnswer(one, who, () => answer(one)))}</div>`)}
      </div>
    </div>
  </li>`;
}

function renderAnswer({ label, look }: Answer, who: string, choose: () => void): TemplateResult {
  return html`<button class="button ${look}" part="answer" type="button" aria-label="${label}: ${who}" @click=${choose}>${label}</button>`;
}

function renderKnown({ item, name }: Contact): TemplateResult | typeof nothing {
  if (!item) return nothing;
  return html`<span class="note" part="known">In your contact list${item.name ? html` as <bdi>${foreignText(name)}</bdi>` : nothing}</span>`;
}

/** XEP-0172 §7: a nick is no identity. */
function renderClaim({ nick }: SubscriptionRequest): TemplateResult | typeof nothing {
  const claimed = foreignText(nick);
  return claimed === '' ? nothing : html`<span class="note" part="nick">Calls themselves “<bdi>${claimed}</bdi>”</span>`;
}

function renderWords({ status }: SubscriptionRequest): TemplateResult | typeof nothing {
  const words = foreignText(status);
  return words === '' ? nothing : html`<q class="words" part="message"><bdi>${words}</bdi></q>`;
}

function renderWarning({ jid, item }: Contact): TemplateResult {
  return html`<span class="warning" part="warning">
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1.8 15 14H1L8 1.8Zm0 4.4v3.6m0 2v.2" /></svg>
    <span>Not your contact <bdi>${addressText(jid)}</bdi>${item?.name ? html` (<bdi>${foreignText(item.name)}</bdi>)` : nothing}: the address only looks alike.</span>
  </span>`;
}
