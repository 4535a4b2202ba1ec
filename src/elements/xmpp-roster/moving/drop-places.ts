import type { LitElement } from 'lit';
import { groupOfSection, sectionOfGroup } from '../../../state/sections.js';
import { NEW_GROUP, type DropTarget } from './drop-target.js';
import { extraTargetOf } from './extra-targets.js';
import type { MovingList } from './roster-moving.js';

/** The places where contacts may be dropped: groups by their rows, and those below the list that have no row. */
export class DropPlaces {
  /** Whether the pointer was elsewhere since the extra ones appeared: they may appear under it. */
  #areExtrasArmed = false;

  constructor(
    private readonly host: LitElement,
    private readonly list: MovingList,
  ) {}

  /** Nothing is dragged any more. */
  reset(): void {
    this.#areExtrasArmed = false;
  }

  /** What is under that point of the viewport; `undefined` for no place to drop. */
  at(x: number, y: number): DropTarget | undefined {
    const element = (this.host.renderRoot as ShadowRoot).elementFromPoint(x, y);
    const extra = extraTargetOf(element);
    if (extra !== undefined) return this.#areExtrasArmed ? extra : undefined;
    this.#areExtrasArmed = true;
    // Beside the list the page's own elements are found.
    const index = this.list.element()?.contains(element) ? element?.closest<HTMLElement>('.row')?.dataset.index : undefined;
    const row = index === undefined ? undefined : this.list.rows().at(Number(index));
    return row && groupOfSection(row.section);
  }

  /** From top to bottom. */
  all(): readonly DropTarget[] {
    const groups = this.list.rows().headers().map(({ section }) => groupOfSection(section)).filter((group) => group !== undefined);
    return [...groups, NEW_GROUP, ...(this.hasNoGroupRow ? [] : [null])];
  }

  get hasNoGroupRow(): boolean {
    return this.list.rows().headers().some(({ section }) => groupOfSection(section) === null);
  }

  /** Takes the focus there. */
  visit(target: DropTarget): void {
    const index = target === NEW_GROUP ? -1 : this.list.rows().indexOf({ section: sectionOfGroup(target) });
    if (index >= 0) return this.list.go(index);
    const id = target === NEW_GROUP ? 'new' : 'none';
    void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>(`.extra-target[data-target=${id}]`)?.focus());
  }

  /** Shows who is in the group. */
  open(target: DropTarget): void {
    const header = this.list.rows().headers().find(({ section }) => groupOfSection(section) === target);
    if (header && !header.expanded) this.list.setExpanded(header, true);
  }
}
