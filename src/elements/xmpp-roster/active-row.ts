import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SectionId } from '../../state/sections.js';
import type { RosterRow, RosterRows } from './roster-rows.js';

/**
 * The list's one tab stop. It stays with its contact through sorting, moves and scrolling; when its row goes, it passes
 * to what takes the place. If it had the focus, it keeps it: rendering moves and removes elements, and each time the
 * browser would drop the focus without a word.
 */
export class ActiveRow implements ReactiveController {
  #row: RosterRow | undefined;
  /** The sections its contact was last seen in. */
  #sections: ReadonlySet<SectionId> = new Set();
  #index = 0;
  /** `go`: the user went there, so it has to be in sight. */
  #focus: 'go' | 'keep' | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly list: () => HTMLElement | null,
  ) {
    host.addController(this);
  }

  get index(): number {
    return this.#index;
  }

  /** The row got the focus. */
  choose(row: RosterRow | undefined): void {
    if (!row || row.key === this.#row?.key) return;
    this.#row = row;
    this.host.requestUpdate();
  }

  /** Takes the focus to that row. */
  go(row: RosterRow): void {
    this.#row = row;
    this.#focus = 'go';
    this.host.requestUpdate();
  }

  /** These are the rows that will be rendered. */
  settle(rows: RosterRows): void {
    if (this.#focused) this.#focus ??= 'keep';
    this.#index = this.#find(rows);
    if (this.#row) this.#row = rows.at(this.#index) ?? this.#row;
    this.#sections = new Set(this.#row?.kind === 'contact' ? rows.sectionsOf(this.#row.jid) : []);
  }

  hostUpdated(): void {
    const focus = this.#focus;
    this.#focus = undefined;
    if (!focus) return;
    const row = this.list()?.querySelector<HTMLElement>('.row[tabindex="0"]');
    // The focus may be on one of the row's buttons.
    const stays = focus === 'keep' && row?.contains(this.#focused);
    if (row !== this.#focused && !stays) row?.focus({ preventScroll: true });
    if (focus === 'go') row?.scrollIntoView({ block: 'nearest' });
  }

  get #focused(): Element | null {
    const list = this.list();
    const { activeElement } = (list?.getRootNode() ?? {}) as Partial<ShadowRoot>;
    return activeElement && list?.contains(activeElement) ? activeElement : null;
  }

  #find(rows: RosterRows): number {
    const row = this.#row;
    if (!row) return 0;
    const same = rows.indexOf(row);
    const found = same < 0 && row.kind === 'contact' ? this.#findMoved(row.jid, rows) : same;
    return found < 0 ? Math.max(0, Math.min(this.#index, rows.length - 1)) : found;
  }

  /** Of the contact's rows rather the one that is new. */
  #findMoved(jid: string, rows: RosterRows): number {
    const sections = rows.sectionsOf(jid);
    const section = sections.find((id) => !this.#sections.has(id)) ?? sections[0];
    return section === undefined ? -1 : rows.indexOf({ section, jid });
  }
}
