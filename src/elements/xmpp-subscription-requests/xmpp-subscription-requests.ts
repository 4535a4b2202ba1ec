import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { SessionController } from '../../context/session-controller.js';
import type { Session } from '../../state/session.js';
import type { SubscriptionRequest } from '../../state/subscription-requests.js';
import { avatarStyles } from '../avatar.js';
import { controlStyles } from '../controls.styles.js';
import { ErrorLine, errorLineStyles } from '../error-line.js';
import { LookAlikes } from '../look-alikes.js';
import { localized } from '../messages/localized.js';
import { words } from '../messages/messages.js';
import { themeStyles } from '../theme.styles.js';
import { numberWords } from '../words.js';
import { addressText } from '../xmpp-contact-card/foreign.js';
import { answersTo, type Answer } from './answers.js';
import { RequestFocus } from './request-focus.js';
import { renderRequest } from './request-item.js';
import { subscriptionRequestsStyles } from './xmpp-subscription-requests.styles.js';

/** So many are shown at first, and so many more each time they are asked for. */
const PAGE = 10;

/**
 * Who asks to see the user's presence: each with their address, what they call themselves and their words, to be
 * approved, approved and asked back, denied, or denied and blocked where the server can block. An address that looks
 * like that of a contact, but is another, is pointed out. The list is live: what is answered on another client or
 * withdrawn goes by itself. While there are none, the element takes no room.
 *
 * `<xmpp-roster>` has one above its list already, unless it is told `no-requests`.
 *
 * ```html
 * <xmpp-connection …>
 *   <xmpp-subscription-requests></xmpp-subscription-requests>
 * </xmpp-connection>
 * ```
 *
 * @summary Who asks to see the user's presence.
 *
 * @fires xmpp-error - An answer did not reach the server, or was refused; it is also said in words below the list.
 *
 * @csspart heading - The heading.
 * @csspart count - How many there are, in the heading.
 * @csspart list - The requests.
 * @csspart request - One request.
 * @csspart avatar - The circle with the initials.
 * @csspart badge - The presence icon at its edge, also as `badge__icon`: not displayed, since who asks need not be anybody one sees.
 * @csspart address - The address of who asks.
 * @csspart known - Says that who asks is in the contact list, and under which name.
 * @csspart nick - What they call themselves.
 * @csspart message - Their words.
 * @csspart warning - Says that the address looks like a contact's, but is another.
 * @csspart answers - The buttons of a request.
 * @csspart answer - One of them.
 * @csspart more - The button that shows more requests.
 * @csspart notice - What became of the request that was answered last.
 * @csspart error - Why an answer did not reach its end; `error-close` closes it.
 *
 * @cssproperty [--xmpp-subscription-requests-max-height=none] - How tall the element grows before it scrolls.
 *
 * @cssstate empty - There are no requests.
 */
@customElement('xmpp-subscription-requests')
@localized
export class XmppSubscriptionRequests extends LitElement {
  static override styles = [themeStyles, controlStyles, avatarStyles, errorLineStyles, subscriptionRequestsStyles];

  /** How many requests there are (read-only). */
  @property({ type: Number, reflect: true }) count = 0;

  /** So many requests may be shown. */
  @state() private limit = PAGE;
  /** What became of the request that was answered last. */
  @state() private said = '';

  readonly #internals = this.attachInternals();
  readonly #controller = new SessionController(this);
  readonly #errors = new ErrorLine(this);
  readonly #focus = new RequestFocus(this);
  readonly #lookAlikes = new LookAlikes();
  #requests: readonly SubscriptionRequest[] = [];

  constructor() {
    super();
    this.addEventListener('focusout', ({ relatedTarget }) => this.#noteLeaving(relatedTarget));
  }

  protected override willUpdate(_changed: PropertyValues<this>): void {
    const { session } = this.#controller;
    const changes = this.#controller.takeChanges();
    if (session) this.#lookAlikes.note(session, changes);
    this.#requests = session?.requests() ?? [];
    this.count = this.#requests.length;
    if (this.count === 0) this.limit = PAGE;
    this.#focus.settle(this.#shown.map(({ jid }) => jid));
  }

  protected override updated(): void {
    if (this.count === 0) this.#internals.states.add('empty');
    else this.#internals.states.delete('empty');
  }

  protected override render(): TemplateResult {
    const { session } = this.#controller;
    return html`${session && this.count > 0 ? this.#renderRequests(session) : nothing}
      <p class="notice" part="notice" role="status" tabindex="-1">${this.said}</p>
      ${this.#errors.render()}`;
  }

  #renderRequests(session: Session): TemplateResult {
    return html`<div role="group" aria-labelledby="heading">
      <h2 class="heading" id="heading" part="heading">${words().requests.heading} <span class="count" part="count">${numberWords(this.count)}</span></h2>
      <ul class="list" part="list">
        ${repeat(this.#shown, ({ jid }) => jid, (request) => this.#renderRequest(session, request))}
      </ul>
      ${this.#renderMore()}
    </div>`;
  }

  #renderRequest(session: Session, request: SubscriptionRequest): TemplateResult {
    const { jid } = request;
    const lookAlikes = this.#lookAlikes.find(session, jid).map((other) => session.contact(other));
    return renderRequest({
      request,
      contact: session.contact(jid),
      lookAlikes,
      answers: answersTo(session, jid, lookAlikes.length > 0),
      answer: (answer) => void this.#answer(session, jid, answer),
    });
  }

  #renderMore(): TemplateResult | typeof nothing {
    const hidden = this.count - this.#shown.length;
    if (hidden === 0) return nothing;
    return html`<button class="button more" part="more" type="button" @click=${this.#showMore}>${words().requests.more(hidden)}</button>`;
  }

  get #shown(): readonly SubscriptionRequest[] {
    return this.#requests.slice(0, this.limit);
  }

  async #answer(session: Session, jid: string, answer: Answer): Promise<void> {
    const who = addressText(jid);
    this.#focus.hold(jid);
    this.said = '';
    const done = await this.#errors.attempt(words().requests[answer.name].doing(who), () => answer.carryOut(session, jid));
    if (done) this.said = words().requests[answer.name].done(who);
  }

  #showMore(): void {
    this.#focus.go(this.#requests[this.limit]?.jid);
    this.limit += PAGE;
  }

  /** What became of a request is old news once the user has turned to something else. */
  #noteLeaving(to: EventTarget | null): void {
    if (to instanceof Node && this.contains(to)) return;
    // While the focus moves on from a request that is gone, it is nowhere for a moment.
    queueMicrotask(() => {
      if (!this.matches(':focus-within')) this.said = '';
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'xmpp-subscription-requests': XmppSubscriptionRequests;
  }
}
