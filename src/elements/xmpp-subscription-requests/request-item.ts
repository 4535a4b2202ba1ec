import { html, nothing, type TemplateResult } from 'lit';
import type { Contact } from '../../state/contact.js';
import type { SubscriptionRequest } from '../../state/subscription-requests.js';
import { renderAvatar } from '../avatar.js';
import { foreignText } from '../foreign-text.js';
import { isolated } from '../isolated.js';
import { words } from '../messages/messages.js';
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
    <div class="entry" role="group" tabindex="-1" aria-label=${words().requests.asks(who)}>
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

function renderAnswer({ name, look }: Answer, who: string, choose: () => void): TemplateResult {
  const { label } = words().requests[name];
  return html`<button class="button ${look}" part="answer" type="button" aria-label=${words().requests.answerTo(label, who)} @click=${choose}>${label}</button>`;
}

function renderKnown({ item, name }: Contact): TemplateResult | typeof nothing {
  if (!item) return nothing;
  const { known, knownAs } = words().requests;
  return html`<span class="note" part="known">${item.name ? isolated(knownAs, foreignText(name)) : known}</span>`;
}

/** XEP-0172 §7: a nick is no identity. */
function renderClaim({ nick }: SubscriptionRequest): TemplateResult | typeof nothing {
  const claimed = foreignText(nick);
  return claimed === '' ? nothing : html`<span class="note" part="nick">${isolated(words().requests.nick, claimed)}</span>`;
}

function renderWords({ status }: SubscriptionRequest): TemplateResult | typeof nothing {
  const words = foreignText(status);
  return words === '' ? nothing : html`<q class="words" part="message"><bdi>${words}</bdi></q>`;
}

function renderWarning({ jid, item }: Contact): TemplateResult {
  const { phrases, requests: { lookAlike } } = words();
  return html`<span class="warning" part="warning">
    <svg viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1.8 15 14H1L8 1.8Zm0 4.4v3.6m0 2v.2" /></svg>
    <span>${item?.name ? isolated((address, name) => lookAlike(phrases.named(address, name)), addressText(jid), foreignText(item.name)) : isolated(lookAlike, addressText(jid))}</span>
  </span>`;
}
