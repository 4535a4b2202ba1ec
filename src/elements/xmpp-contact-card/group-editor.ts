import { html, type ReactiveControllerHost, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { RosterItem } from '../../protocol/roster.js';
import { compareNames } from '../../state/name-order.js';
import type { Session } from '../../state/session.js';
import { words } from '../messages/messages.js';
import { quoted } from '../words.js';
import type { Perform } from './deeds.js';

/**
 * A contact's groups as checkboxes. A change is a picture until the server's push.
 */
export class GroupEditor {
  /** Changes under way: group → whether the contact will be in it. */
  readonly #wanted = new Map<string, boolean>();
  /** A group whose last member left stays on offer. */
  readonly #seen = new Set<string>();
  #draft = '';

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly perform: Perform,
  ) {}

  render(item: RosterItem, session: Session): TemplateResult {
    const { groups } = words().card;
    return html`<section part="groups">
      <fieldset>
        <legend part="section-title" tabindex="-1">${groups.label}</legend>
        <div class="groups">
          ${repeat(this.#names(session), (name) => name, (name) => this.#renderGroup(name, item))}
        </div>
        <form class="field-row" novalidate @submit=${this.#onSubmit}>
          <input
            class="input"
            part="field"
            id="new-group"
            type="text"
            dir="auto"
            aria-label=${groups.newGroup}
            placeholder=${groups.newGroup}
            autocomplete="off"
            enterkeyhint="done"
            .value=${live(this.#draft)}
            @input=${this.#onInput}
          />
          <button class="button" part="button" type="submit">${groups.add}</button>
        </form>
      </fieldset>
    </section>`;
  }

  #renderGroup(name: string, item: RosterItem): TemplateResult {
    const pending = this.#wanted.has(name);
    const checked = this.#wanted.get(name) ?? item.groups.includes(name);
    const toggle = (event: Event): void => {
      // It has not been answered yet.
      if (pending) event.preventDefault();
      else void this.#change(name, !checked);
    };
    return html`<label class="group ${pending ? 'pending' : ''}" part=${pending ? 'group pending' : 'group'}>
      <input type="checkbox" part="checkbox" .checked=${live(checked)} aria-busy=${pending} @click=${toggle} />
      <bdi title=${quoted(name)}>${quoted(name)}</bdi>
    </label>`;
  }

  #names(session: Session): string[] {
    for (const { name } of session.groups()) if (name !== null) this.#seen.add(name);
    return [...new Set([...this.#seen, ...this.#wanted.keys()])].sort(compareNames);
  }

  readonly #onInput = ({ target }: Event): void => {
    this.#draft = (target as HTMLInputElement).value;
    this.host.requestUpdate();
  };

  readonly #onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const name = this.#draft.trim();
    if (name !== '') void this.#addNew(name);
  };

  async #addNew(name: string): Promise<void> {
    if (!(await this.#change(name, true)) || this.#draft.trim() !== name) return;
    this.#draft = '';
    this.host.requestUpdate();
  }

  #change(name: string, member: boolean): Promise<boolean> {
    this.#wanted.set(name, member);
    this.host.requestUpdate();
    const { groups } = words().card;
    const group = quoted(name);
    const said = member ? { doing: groups.adding(group), done: groups.added(group) } : { doing: groups.removing(group), done: groups.removed(group) };
    return this.perform({ ...said, run: (session, jid) => this.#carryOut(session, jid, name, member) });
  }

  async #carryOut(session: Session, jid: string, name: string, member: boolean): Promise<boolean> {
    try {
      const [outcome] = await session.moveContacts([{ jid, ...(member ? { join: [name] } : { leave: [name] }) }]);
      if (outcome?.status === 'failed') throw outcome.error;
      // Here everybody may try what the server has refused before: it says why.
      if (outcome?.status === 'skipped' && outcome.reason !== 'already-there') await (member ? session.addToGroup(jid, name) : session.removeFromGroup(jid, name));
      return session.contact(jid).item?.groups.includes(name) === member;
    } finally {
      this.#wanted.delete(name);
      this.host.requestUpdate();
    }
  }
}
