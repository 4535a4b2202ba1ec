import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import type { Contact } from '../../state/contact.js';
import type { Session } from '../../state/session.js';
import type { SubscriptionAction } from '../../state/subscription-state.js';
import { words } from '../messages/messages.js';
import { showForNow, stopShowing, subscriptionDeeds, unblock, type Deed, type Perform } from './deeds.js';
import { renderForeign } from './foreign.js';
import { ourSide, seesUs, theirSide, type Side } from './relation-words.js';

/** Who sees whom, both ways, and what can be done about it just now; nothing without `perform`. */
export function renderSharing(contact: Contact, session: Session, perform: Perform | undefined): TemplateResult {
  // XEP-0191 §3.2: nothing can be sent to somebody who is blocked.
  const actions = contact.blocked ? [] : session.subscriptionActions(contact.jid);
  return html`<section part="sharing">
    <h3 part="section-title" tabindex="-1">${words().card.sharing.label}</h3>
    ${contact.blocked ? html`${renderBlocked(contact, session, perform)}<p class="note without">${words().card.sharing.withoutBlock}</p>` : nothing}
    ${renderSide(theirSide(contact, actions), perform)}
    ${renderRequestWords(contact, session)}
    ${renderSide(ourSide(contact, actions), perform, directedDeeds(contact))}
  </section>`;
}

/** RFC 6121 §4.6: for those who are not shown our presence anyway. */
function directedDeeds(contact: Contact): readonly Deed[] {
  if (seesUs(contact) || contact.blocked) return [];
  return [contact.directed ? stopShowing : showForNow];
}

function renderSide({ text, actions }: Side, perform: Perform | undefined, more: readonly Deed[] = []): TemplateResult {
  const isRequest = actions.includes('approve');
  return html`<div class="side ${isRequest ? 'request' : ''}" part=${isRequest ? 'relation request' : 'relation'}>
    <p>${text}</p>
    ${perform ? html`<div class="buttons">${actions.map((action) => renderAction(action, perform))}${more.map((deed) => deedButton(deed, perform, 'button quiet'))}</div>` : nothing}
  </div>`;
}

/** What one most likely wants, and what only few ever do. */
const looks: Readonly<Partial<Record<SubscriptionAction, string>>> = { approve: 'button primary', 'pre-approve': 'button quiet' };

function renderAction(action: SubscriptionAction, perform: Perform): unknown {
  return deedButton(subscriptionDeeds[action], perform, looks[action] ?? 'button');
}

/** Another deed is another button: whoever presses one twice does not do the next thing that comes to stand there. */
export function deedButton(deed: Deed, perform: Perform, look = 'button'): unknown {
  const click = (event: MouseEvent): void => {
    const { doing, done } = words().deeds[deed.name];
    if (event.detail <= 1) void perform({ doing, done, run: deed.run });
  };
  return keyed(deed, html`<button type="button" class=${look} part="button" @click=${click}>${words().deeds[deed.name].label}</button>`);
}

/** What they wrote when they asked. */
function renderRequestWords({ jid, requested }: Contact, session: Session): TemplateResult | typeof nothing {
  const text = requested ? session.requests().find((request) => request.jid === jid)?.status : undefined;
  return text ? html`<div class="quote">${renderForeign(text, 'request-words', words().card.sharing.requestWords)}</div>` : nothing;
}

function renderBlocked({ jid }: Contact, session: Session, perform: Perform | undefined): TemplateResult {
  // A domain may be blocked as a whole, which is not this card's to undo.
  const isBlockedAlone = session.blocked().includes(jid);
  const { sharing } = words().card;
  return html`<div class="side blocked" part="relation blocked">
    <p>${isBlockedAlone ? sharing.blocked : sharing.serverBlocked}</p>
    <div class="buttons">${isBlockedAlone && perform ? deedButton(unblock, perform) : nothing}</div>
  </div>`;
}
