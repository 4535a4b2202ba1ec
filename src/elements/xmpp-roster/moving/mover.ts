import type { ContactMove, MoveOutcome } from '../../../state/contact-moves.js';
import { moveBetween, type GroupName } from '../../../state/roster-edits.js';
import type { Session } from '../../../state/session.js';
import { XmppContactMoveEvent, type ContactMoveDetail } from '../../events.js';
import { words } from '../../messages/messages.js';
import { listWords, quoted } from '../../words.js';
import { groupTitle } from '../section-title.js';
import { NEW_GROUP, type Carried, type Drop } from './drop-target.js';
import type { GroupChooser } from './group-chooser.js';
import { droppable, refusalOf, type Surroundings } from './move-plan.js';
import { whoOf, type LeftOut, type MoveRunner, type Task } from './move-runner.js';
import type { PendingMoves } from './pending-moves.js';
import type { Question } from './question.js';

export interface MoverParts {
  readonly host: HTMLElement;
  readonly session: () => Session | undefined;
  readonly around: Surroundings;
  readonly moves: PendingMoves;
  readonly runner: MoveRunner;
  readonly question: Question;
  readonly chooser: GroupChooser;
  /** A move begins: nothing more is asked, and the page allows it. */
  readonly begun: (rows: Drop['rows']) => void;
}

/** What becomes of contacts that are dropped: what is unclear is asked, the page is asked, and the server told. */
export class Mover {
  constructor(private readonly parts: MoverParts) {}

  async drop(drop: Drop): Promise<void> {
    const { session, around } = this.parts;
    const source = session();
    if (!source) return;
    if (droppable(drop, around).length === 0) return this.#leaveOut(drop);
    const target = drop.target === NEW_GROUP ? await this.#nameGroup(drop.rows, source) : drop.target;
    if (target === undefined) return;
    const isAll = target === null && (await this.#asksForAll(droppable({ ...drop, target }, around), source));
    if (isAll !== undefined) await this.move({ ...drop, target }, isAll);
  }

  /** "Move to…" and "Also add to…". */
  async choose(rows: Drop['rows'], copy: boolean): Promise<void> {
    const session = this.parts.session();
    if (!session) return;
    const { chooser } = words().moving;
    const who = whoOf(session, rows);
    const target = await this.parts.chooser.ask({
      title: copy ? chooser.add(who) : chooser.move(who),
      groups: this.#groupNames(session),
      none: !copy,
      problem: (group) => this.#problem(group),
    });
    if (target !== undefined) await this.drop({ rows, target, copy });
  }

  /** @param isAll whether "no group" ends all memberships, not only that of the group it is taken from */
  async move(drop: Drop & { readonly target: GroupName }, isAll = false): Promise<void> {
    const session = this.parts.session();
    if (!session) return;
    const { target, copy } = drop;
    const able = isAll ? drop.rows.filter(({ jid }) => session.contact(jid).item) : droppable(drop, this.parts.around);
    if (able.length === 0) return this.#leaveOut(drop);
    const details = able
      .map(({ jid, group }) => ({ jid, from: group, to: target, copy: copy && target !== null, ...(isAll ? { all: true } : {}) }))
      .filter((detail) => this.parts.host.dispatchEvent(new XmppContactMoveEvent(detail)));
    if (details.length === 0) return;
    this.parts.begun(drop.rows);
    const ends = new Map(details.map((detail) => [detail, this.parts.moves.begin(session, detail)]));
    const end = ({ jid, status }: MoveOutcome): void => ends.forEach((stop, detail) => (detail.jid === jid && status !== 'moved' ? stop() : undefined));
    await this.parts.runner.run(details.map(moveOf), this.#task(session, details), { skipped: this.#skipped(drop, able), settled: end });
    ends.forEach((stop) => stop());
  }

  #task(session: Session, details: readonly ContactMoveDetail[]): Task {
    const { doing, done } = words().moving;
    const who = whoOf(session, details);
    const [{ from, to, copy, all } = { from: null, to: null, copy: false, all: false }] = details;
    const group = quoted(groupTitle(to ?? from));
    if (to !== null && copy) return { doing: doing.add(who, group), done: (moved) => done.added(moved, group) };
    if (to !== null) return { doing: doing.move(who, group), done: (moved) => done.moved(moved, group) };
    if (all || from === null) return { doing: doing.removeFromAll(who), done: done.removedFromAll };
    return { doing: doing.remove(who, group), done: (moved) => done.removed(moved, group) };
  }

  #leaveOut(drop: Drop): void {
    this.parts.runner.leaveOut(this.#skipped(drop, []));
  }

  #skipped(drop: Drop, able: readonly Carried[]): LeftOut[] {
    const reasons: Readonly<Record<string, LeftOut['reason']>> = { gone: 'gone', locked: 'locked', pending: 'waiting' };
    return drop.rows
      .filter((row) => !able.includes(row))
      .map((row) => ({ jid: row.jid, status: 'skipped', reason: reasons[refusalOf(row, drop, this.parts.around)?.kind ?? ''] ?? 'already-there' }));
  }

  async #nameGroup(rows: Drop['rows'], session: Session): Promise<string | undefined> {
    const title = words().moving.chooser.newGroup(whoOf(session, rows));
    return (await this.parts.chooser.ask({ title, groups: this.#groupNames(session), prefersNew: true, problem: (group) => this.#problem(group) })) ?? undefined;
  }

  /** @returns whether all memberships are to end; `undefined` for none at all */
  async #asksForAll(rows: readonly Carried[], session: Session): Promise<boolean | undefined> {
    const others = new Set(rows.flatMap(({ jid, group }) => session.contact(jid).item?.groups.filter((name) => name !== group) ?? []));
    const [{ group } = { group: null }] = rows;
    const isFromOne = group !== null && rows.every((row) => row.group === group);
    if (others.size === 0) return false;
    if (!isFromOne && rows.every(({ jid }) => (session.contact(jid).item?.groups.length ?? 0) < 2)) return true;
    const { ask } = words().moving;
    const reply = await this.parts.question.ask({
      title: ask.leaveGroups(whoOf(session, rows)),
      text: ask.leaveGroupsText(listWords([...others].map((name) => quoted(name)))),
      answers: [...(isFromOne ? [{ id: 'one', label: ask.leaveOne(quoted(groupTitle(group))) } as const] : []), { id: 'all', label: ask.leaveAll, look: 'danger' }],
    });
    return reply && reply.id === 'all';
  }

  #groupNames(session: Session): string[] {
    return session.groups().map(({ name }) => name).filter((name) => name !== null);
  }

  #problem(group: string): string {
    return this.parts.around.isLocked(group) ? words().moving.lock.label : '';
  }
}

function moveOf({ jid, from, to, copy, all }: ContactMoveDetail): ContactMove {
  return { jid, ...(all ? { leave: 'all' } : moveBetween(copy ? null : from, to)) };
}
