import type { Changes } from '../../context/session-controller.js';
import { GroupedRoster } from '../../state/grouped-roster.js';
import { countsOf, sectionTree, type SectionNode } from '../../state/section-tree.js';
import type { OptionalSection } from '../../state/sections.js';
import type { Session } from '../../state/session.js';
import { PendingMoves } from './moving/pending-moves.js';
import { RosterRows, type RowFilter } from './roster-rows.js';

/** What a page wants of its list. */
export interface RosterOptions {
  readonly sections: ReadonlySet<OptionalSection>;
}

/** The roster as the list has it: in sections, sorted, with the moves under way pictured in it. */
export class LiveRoster {
  readonly moves: PendingMoves;
  #grouped: GroupedRoster | undefined;
  #account: string | undefined;
  #nodes: readonly SectionNode[] = [];

  constructor(private readonly changed: () => void) {
    this.moves = new PendingMoves((jid, move) => this.#grouped?.setPending(jid, move), changed);
  }

  /** Takes in what changed in the session since this was last called. */
  takeIn(session: Session, changes: Changes, { sections }: RosterOptions): void {
    const { viewSettings } = session;
    viewSettings.load();
    const grouped = this.#read(session, changes);
    grouped.arrange({ sort: viewSettings.sort, favourites: viewSettings.favourites, sections });
    this.#nodes = sectionTree(grouped.sections, viewSettings);
  }

  rows(filter: RowFilter): RosterRows {
    return new RosterRows(this.#nodes, filter);
  }

  /** How many people a header stands for, and how many of them are online. */
  counts(node: SectionNode): { readonly size: number; readonly online: number } {
    return countsOf(node, (jid) => this.#grouped?.entry(jid)?.contact);
  }

  /** Whether the list leaves the contact out where it shows only those who are not known to be offline. */
  isUnavailable(jid: string): boolean {
    return this.#grouped?.entry(jid)?.place === 'unavailable';
  }

  /** Ends what it waits for. */
  close(): void {
    this.#grouped?.close();
  }

  #read(session: Session, changes: Changes): GroupedRoster {
    const known = session.jid === this.#account ? this.#grouped : undefined;
    if (changes === 'all' || !known) return this.#readAnew(session);
    const others = [...changes].filter((jid) => jid !== session.jid);
    this.moves.settlePushed(session, others);
    known.update(others);
    return known;
  }

  #readAnew(session: Session): GroupedRoster {
    this.#account = session.jid;
    this.close();
    const grouped = new GroupedRoster(session, session.clock, this.changed);
    this.#grouped = grouped;
    grouped.update(session.contacts().map(({ jid }) => jid));
    this.moves.resume(session);
    return grouped;
  }
}
