import { html, noChange, render, type RootPart, type TemplateResult } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive, type ElementPart } from 'lit/directive.js';
import type { Contact } from '../../state/contact.js';
import type { GroupName } from '../../state/roster-edits.js';

/** What there is to show in a row besides the contact. */
export interface ContactRowContext {
  /** The group whose row it is; `null` for "no group". */
  readonly group: GroupName;
  /** As the page set it in `unread`; 0 for nothing. */
  readonly unread: number;
  /** "idle for 12 min", kept current; `''` for whoever is not. */
  readonly idle: string;
  /** What tells the contact from others of the same name, a part of the address; `''` where there are none. */
  readonly distinction: string;
  /** Whether a move of the contact waits for the server. */
  readonly pending: boolean;
  /** The picture or the initials, with the presence icon. */
  readonly avatar: TemplateResult;
  /** What the row would show otherwise, to be built upon. */
  readonly standard: TemplateResult;
}

/** Gives a row's inside: a Lit template, a text, or a node of its own. Called whenever the row is rendered. */
export type ContactRenderer = (contact: Contact, context: ContactRowContext) => unknown;

const reported = new WeakSet<ContactRenderer>();

/** Renders what the page's function gives into the element; what goes wrong is reported once, and the row shows what it always does. */
class OwnContentDirective extends AsyncDirective {
  #content: RootPart | undefined;

  render(_renderer: ContactRenderer, _contact: Contact, _context: ContactRowContext): typeof noChange {
    return noChange;
  }

  override update({ element }: ElementPart, [renderer, contact, context]: [ContactRenderer, Contact, ContactRowContext]): typeof noChange {
    const box = element as HTMLElement;
    try {
      this.#content = render(html`${renderer(contact, context)}`, box);
    } catch (error) {
      if (!reported.has(renderer)) reportError(error);
      reported.add(renderer);
      this.#content = render(context.standard, box);
    }
    return noChange;
  }

  /** What the page shows may go on by itself, and is to stop when nobody sees it. */
  override disconnected(): void {
    this.#content?.setConnected(false);
  }

  override reconnected(): void {
    this.#content?.setConnected(true);
  }
}

export const ownContent = directive(OwnContentDirective);
