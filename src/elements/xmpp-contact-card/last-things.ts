import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Contact } from '../../state/contact.js';
import type { Session } from '../../state/session.js';
import { XmppContactRemoveEvent } from '../events.js';
import { isolated } from '../isolated.js';
import { words } from '../messages/messages.js';
import { quoted } from '../words.js';
import type { Doing, Perform } from './deeds.js';

type Question = 'remove' | 'block';

const runs: Readonly<Record<Question, Doing['run']>> = {
  remove: (session, jid) => session.removeContact(jid),
  block: (session, jid) => session.blockContact(jid),
};

/** Removing and blocking, each asked about first, in place. */
export class LastThings {
  #asked: Question | undefined;

  constructor(
    private readonly host: LitElement,
    private readonly perform: Perform,
  ) {}

  render(contact: Contact, session: Session): TemplateResult | typeof nothing {
    const offered = this.#offered(contact, session);
    const asked = this.#asked && offered.includes(this.#asked) ? this.#asked : undefined;
    if (offered.length === 0) return nothing;
    return html`<section part="last-things">
      <h3 class="unseen" tabindex="-1">${words().card.lastThings.label}</h3>
      ${asked ? this.#renderQuestion(asked, contact) : html`<div class="buttons">${offered.map((question) => this.#renderOpener(question))}</div>`}
    </section>`;
  }

  #offered({ item, blocked }: Contact, session: Session): Question[] {
    const block: Question[] = session.canBlock && !blocked ? ['block'] : [];
    return item ? [...block, 'remove'] : block;
  }

  #renderOpener(question: Question): TemplateResult {
    return html`<button type="button" class="button danger" part="button ${question}-button" data-opens=${question} @click=${() => this.#ask(question)}
      >${words().card.lastThings[question].open}</button
    >`;
  }

  #renderQuestion(question: Question, { jid, name }: Contact): TemplateResult {
    const { label, question: sentence } = words().card.lastThings[question];
    return html`<div class="question" part="question" role="group" aria-labelledby="question" @keydown=${this.#onKeydown}>
      <p id="question">${isolated(sentence, quoted(name))}</p>
      <div class="buttons">
        <button type="button" class="button" part="button cancel-button" aria-describedby="question" @click=${() => this.#cancel()}>${words().phrases.cancel}</button>
        <button type="button" class="button danger" part="button confirm-button" @click=${() => this.#confirm(question, jid)}>${label}</button>
      </div>
    </div>`;
  }

  #ask(question: Question): void {
    this.#show(question, '.question button');
  }

  #cancel(): void {
    if (this.#asked) this.#show(undefined, `[data-opens=${this.#asked}]`);
  }

  #confirm(question: Question, jid: string): void {
    const isWanted = question === 'block' || this.host.dispatchEvent(new XmppContactRemoveEvent({ jid }));
    const { doing, done } = words().card.lastThings[question];
    if (!isWanted) this.#cancel();
    else void this.perform({ doing, done, run: runs[question] }).then(() => this.#show(undefined, `[data-opens=${question}]`, true));
  }

  /** Escape is about the question, not about what the card is in. */
  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.#cancel();
  };

  /** The focus goes along; without a word of the user's, only if it was there. */
  #show(asked: Question | undefined, focus: string, ifThere = false): void {
    const isThere = this.host.shadowRoot?.activeElement?.closest('.question') != null;
    this.#asked = asked;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => {
      if (isThere || !ifThere) this.host.shadowRoot?.querySelector<HTMLElement>(focus)?.focus();
    });
  }
}
