import type { Changes } from '../../context/session-controller.js';
import type { Availability } from '../../state/contact.js';
import { ContactSearch } from '../../state/contact-search.js';
import { GroupedRoster } from '../../state/grouped-roster.js';
import { countsOf, sectionTree, type SectionNode } from '../../state/section-tree.js';
import { optionalSections, type SectionId } from '../../state/sections.js';
import type { Session } from '../../state/session.js';
import type { RosterFilter } from '../../state/view-data.js';
import type { ViewSettings } from '../../state/view-settings.js';
import { PendingMoves } from './moving/pending-moves.js';
import { RosterRows, type RowFilter } from './roster-rows.js';
import type { RosterSettings } from './roster-settings.js';

type PageOptions = Pick<RosterSettings, 'sections' | 'hideUnavailable'>;

const LISTED: Readonly<Record<RosterFilter, ReadonlySet<Availability> | undefined>> = {
  everyone: undefined,
  online: new Set(['chat', 'available', 'away', 'xa', 'dnd']),
  available: new Set(['chat', 'available']),
};

/** The roster as the list has it: in sections, sorted, with the moves under way pictured in it. */
export class LiveRoster {
  readonly moves: PendingMoves;
  #grouped: GroupedRoster | undefined;
  #account: string | undefined;
  #found: ReadonlySet<string> | undefined;
  #search: ContactSearch | undefined;
  #nodes: readonly SectionNode[] = [];
  #view: ViewSettings | undefined;

  /** @param isHeld whether everybody is to keep their place for now */
  constructor(
    private readonly changed: () => void,
    private readonly isHeld: () => boolean,
  ) {
    this.moves = new PendingMoves((jid, move) => this.#grouped?.setPending(jid, move), changed);
  }

  /** Takes in what changed in the session since this was last called. @param query what is looked for, `''` for nothing @returns the rows of the list */
  takeIn(session: Session, changes: Changes, { sections, hideUnavailable }: PageOptions, query: string): RosterRows {
    const { viewSettings } = session;
    this.#view = viewSettings;
    viewSettings.load();
    this.#grouped?.hold(this.isHeld());
    const grouped = this.#read(session, changes);
    grouped.arrange({ sort: viewSettings.sort, favourites: viewSettings.favourites, sections: optionalSections(sections) });
    this.#nodes = sectionTree(grouped.sections, viewSettings);
    return new RosterRows(this.#nodes, this.#filter(viewSettings, hideUnavailable, query));
  }

  /** How many contacts the search has found, `undefined` while there is none. */
  get found(): number | undefined {
    return this.#found?.size;
  }

  /** What is looked for, as it may stand in names. */
  get terms(): readonly string[] {
    return this.#found ? (this.#search?.terms ?? []) : [];
  }

  /** Opens or closes a section; a search opens all of them by itself. */
  setExpanded(section: SectionId, expanded: boolean): void {
    if (this.#found) return;
    this.#view?.setCollapsed([section], !expanded);
    // Before the next key, which may come sooner than the next frame.
    this.changed();
  }

  /** Opens or closes all sections, whether they are shown or not. */
  setAllExpanded(expanded: boolean): void {
    const flat = (nodes: readonly SectionNode[]): SectionId[] => nodes.flatMap(({ view: { id }, children }) => [id, ...flat(children)]);
    this.#view?.setCollapsed(expanded ? this.#view.collapsed : flat(this.#nodes), !expanded);
  }

  /** Has everything written down that a search needs. */
  prepareSearch(): void {
    this.#search?.prepare();
  }

  /** How many people a header stands for, and how many of them are online. */
  counts(node: SectionNode): { readonly size: number; readonly online: number } {
    return countsOf(node, (jid) => this.#grouped?.entry(jid)?.contact);
  }

  #filter({ collapsed, filter }: ViewSettings, hideUnavailable: boolean, query: string): RowFilter {
    const found = (this.#found = this.#search?.find(query));
    const listed = LISTED[filter];
    if (!found && !listed && !hideUnavailable) return { collapsed };
    const isListed = (jid: string): boolean => {
      const place = this.#grouped?.entry(jid)?.place ?? 'unknown';
      return (!found || found.has(jid)) && (!listed || listed.has(place)) && !(hideUnavailable && place === 'unavailable');
    };
    return { collapsed, isListed, hidesEmpty: found !== undefined || listed !== undefined, opensAll: found !== undefined };
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
    this.#search?.update(others);
    return known;
  }

  #readAnew(session: Session): GroupedRoster {
    this.#account = session.jid;
    this.close();
    const grouped = new GroupedRoster(session, session.clock, this.changed);
    this.#grouped = grouped;
    this.#search = new ContactSearch((jid) => session.contact(jid), () => grouped.jids(), session.jid);
    grouped.update(session.contacts().map(({ jid }) => jid));
    this.moves.resume(session);
    return grouped;
  }
}
