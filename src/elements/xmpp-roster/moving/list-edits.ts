import type { Session } from '../../../state/session.js';
import type { GroupName } from '../../../state/roster-edits.js';
import type { ErrorLine } from '../../error-line.js';
import { XmppContactRemoveEvent } from '../../events.js';
import { words } from '../../messages/messages.js';
import { quoted } from '../../words.js';
import type { Carried } from './drop-target.js';
import { whoOf, type MoveRunner, type Task } from './move-runner.js';
import type { Question } from './question.js';
import type { Toast } from './toast.js';

export interface EditParts {
  readonly host: HTMLElement;
  readonly session: () => Session | undefined;
  readonly runner: MoveRunner;
  readonly question: Question;
  readonly errors: ErrorLine;
  readonly toast: Toast;
}

/** Renaming and removing, of contacts and of groups, each asked about first. */
export class ListEdits {
  constructor(private readonly parts: EditParts) {}

  async renameContact(jid: string): Promise<void> {
    const session = this.parts.session();
    const item = session?.contact(jid).item;
    if (!session || !item) return;
    const { ask, doing, done } = words().moving;
    const who = whoOf(session, [{ jid }]);
    const reply = await this.parts.question.ask({
      title: ask.renameContact(who), field: { label: ask.name, value: item.name ?? '' }, answers: [{ id: 'rename', label: ask.rename }],
    });
    if (!reply || !(await this.parts.errors.attempt(doing.renameContact(who), () => session.renameContact(jid, reply.value.trim())))) return;
    this.parts.toast.show({ text: `${done.renamedContact(who, quoted(reply.value.trim() || jid))}.` });
  }

  async removeContacts(rows: readonly Carried[]): Promise<void> {
    const session = this.parts.session();
    const jids = [...new Set(rows.map(({ jid }) => jid))];
    if (!session || jids.length === 0) return;
    const { ask, doing, done } = words().moving;
    const who = whoOf(session, rows);
    const reply = await this.parts.question.ask({
      title: ask.removeContacts(who), text: ask.removeContactsText, answers: [{ id: 'remove', label: ask.remove, look: 'danger' }],
    });
    const wanted = reply ? jids.filter((jid) => this.parts.host.dispatchEvent(new XmppContactRemoveEvent({ jid }))) : [];
    if (wanted.length === 0) return;
    const removed = await this.parts.errors.attempt(doing.removeContacts(who), () => Promise.all(wanted.map((jid) => session.removeContact(jid))));
    if (removed) this.parts.toast.show({ text: `${done.removedContacts(who)}.` });
  }

  async renameGroup(group: string): Promise<void> {
    const { ask } = words().moving;
    const reply = await this.parts.question.ask({
      title: ask.renameGroup(quoted(group)),
      field: { label: ask.name, value: group, problem: (name) => (name.trim() === '' ? ask.emptyName : '') },
      answers: [{ id: 'rename', label: ask.rename }],
    });
    if (reply && reply.value !== group && (await this.#mayMerge(group, reply.value))) await this.#change(group, reply.value);
  }

  async removeGroup(group: string): Promise<void> {
    const { ask } = words().moving;
    const size = this.parts.session()?.groupMoves(group, null).length ?? 0;
    const reply = await this.parts.question.ask({
      title: ask.removeGroup(quoted(group)), text: ask.removeGroupText(size), answers: [{ id: 'remove', label: ask.remove, look: 'danger' }],
    });
    if (reply) await this.#change(group, null);
  }

  async #mayMerge(group: string, to: string): Promise<boolean> {
    if (!this.parts.session()?.groups().some(({ name }) => name === to)) return true;
    const { ask } = words().moving;
    const [from, into] = [quoted(group), quoted(to)];
    return (await this.parts.question.ask({ title: ask.merge(from, into), text: ask.mergeText(into), answers: [{ id: 'merge', label: ask.mergeAnswer }] })) !== undefined;
  }

  async #change(group: string, to: GroupName): Promise<void> {
    const { doing, done } = words().moving;
    const [name, into] = [quoted(group), quoted(to ?? '')];
    const session = this.parts.session();
    const task: Task = to === null
      ? { doing: doing.removeGroup(name), done: () => done.removedGroup(name) }
      : { doing: doing.renameGroup(name, into), done: () => done.renamedGroup(name, into), completed: () => session?.viewSettings.renameGroup(group, to) };
    await this.parts.runner.run(session?.groupMoves(group, to) ?? [], task);
  }
}
