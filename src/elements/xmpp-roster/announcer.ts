import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Session } from '../../state/session.js';
import { contactLabel } from '../words.js';

/** Has assistive technology say when the presence of those contacts changes whom the user has picked for it. Nobody else is announced. */
export class Announcer implements ReactiveController {
  /** What was known of them last. */
  #labels: ReadonlyMap<string, string> = new Map();

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
    if (!session || (announced.size === 0 && this.#labels.size === 0)) return;
    const before = this.#labels;
    this.#labels = new Map([...announced].map((jid) => [jid, this.#labelOf(session, jid)]));
    const news = [...this.#labels].filter(([jid, label]) => before.get(jid) && before.get(jid) !== label);
    if (news.length > 0) this.say(news.map(([, label]) => label).join('. '));
  }

  /** "Mary, away, at lunch"; what is not known any more is as it was. */
  #labelOf(session: Session, jid: string): string {
    const contact = session.contact(jid);
    return contact.availability === 'unknown' ? (this.#labels.get(jid) ?? '') : contactLabel(contact);
  }
}
