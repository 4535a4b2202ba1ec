import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { presenceMark, type Contact } from '../../state/contact.js';
import type { Session } from '../../state/session.js';
import { contactLabel } from '../words.js';

/** Has assistive technology say when the presence of those contacts changes whom the user has picked for it. Nobody else is announced. */
export class Announcer implements ReactiveController {
  /** What was known of them last. */
  #marks: ReadonlyMap<string, string | undefined> = new Map();

  constructor(
    host: ReactiveControllerHost,
    private readonly session: () => Session | undefined,
    private readonly say: (text: string) => void,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const session = this.session();
    const { announced = new Set<string>() } = session?.viewSettings ?? {};
    if (!session || (announced.size === 0 && this.#marks.size === 0)) return;
    const contacts = [...announced].map((jid) => session.contact(jid));
    const before = this.#marks;
    this.#marks = new Map(contacts.map((contact) => [contact.jid, this.#markOf(contact)]));
    const news = contacts.filter(({ jid }) => before.get(jid) !== undefined && before.get(jid) !== this.#marks.get(jid));
    if (news.length > 0) this.say(news.map(contactLabel).join('. '));
  }

  /** What is not known any more is as it was. */
  #markOf(contact: Contact): string | undefined {
    return contact.availability === 'unknown' ? this.#marks.get(contact.jid) : presenceMark(contact);
  }
}
