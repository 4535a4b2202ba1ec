import type { Changes } from '../../context/session-controller.js';
import { GroupedRoster, type GroupView } from '../../state/grouped-roster.js';
import type { Session } from '../../state/session.js';
import { PendingMoves } from './pending-moves.js';

/** The roster as the list has it: in groups, sorted, with the moves under way pictured in it. */
export class LiveRoster {
  readonly moves: PendingMoves;
  #grouped = new GroupedRoster({ contact: (jid) => ({ jid, name: jid, availability: 'unknown', resources: [] }) });
  #account: string | undefined;

  constructor(changed: () => void) {
    this.moves = new PendingMoves(() => this.#grouped, changed);
  }

  get groups(): readonly GroupView[] {
    return this.#grouped.groups;
  }

  /** Takes in what changed in the session since this was last called. */
  takeIn(session: Session, changes: Changes): void {
    if (changes === 'all' || session.jid !== this.#account) return this.#readAnew(session);
    const others = [...changes].filter((jid) => jid !== session.jid);
    this.moves.settlePushed(session, others);
    this.#grouped.update(others);
  }

  #readAnew(session: Session): void {
    this.#account = session.jid;
    this.#grouped = new GroupedRoster(session);
    this.#grouped.update(session.contacts().map(({ jid }) => jid));
    this.moves.resume(session);
  }
}
