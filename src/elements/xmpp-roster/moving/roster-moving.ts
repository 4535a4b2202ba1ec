import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import type { Session } from '../../../state/session.js';
import { groupOfSection } from '../../../state/sections.js';
import type { ErrorLine } from '../../error-line.js';
import { words } from '../../messages/messages.js';
import type { ActiveRow } from '../active-row.js';
import { Announcer } from '../announcer.js';
import type { ContactRow, RosterRow, RosterRows } from '../roster-rows.js';
import { isForControl } from '../row-controls.js';
import type { ContactMenu } from './contact-menu.js';
import { renderDragImage } from './drag-image.js';
import { DragFocus } from './drag-focus.js';
import { DropPlaces } from './drop-places.js';
import type { Carried, Drop } from './drop-target.js';
import { renderExtraTargets } from './extra-targets.js';
import { GroupChooser } from './group-chooser.js';
import { KeyboardDrag } from './keyboard-drag.js';
import { ListEdits } from './list-edits.js';
import { LiveRegion } from './live-region.js';
import { lockWords } from './lock-words.js';
import { dropEffect, type DropEffect, type Surroundings } from './move-plan.js';
import { MoveRunner, whoOf } from './move-runner.js';
import { Mover } from './mover.js';
import type { PendingMoves } from './pending-moves.js';
import { PointerDrag } from './pointer-drag.js';
import { Question } from './question.js';
import { RowMenu } from './row-menu.js';
import { Selection } from './selection.js';
import { Toast } from './toast.js';

/** What the page says about changing the list. */
export interface MovingSettings {
  readonly readOnly: boolean;
  readonly lockedGroups: readonly string[];
  readonly contactMenu: ContactMenu | undefined;
}

/** The list, as moving sees it. */
export interface MovingList {
  readonly session: () => Session | undefined;
  readonly rows: () => RosterRows;
  readonly element: () => HTMLElement | null;
  readonly active: ActiveRow;
  readonly errors: ErrorLine;
  readonly pending: PendingMoves;
  /** Takes the focus to a row, and the row in sight. */
  readonly go: (index: number) => void;
  readonly open: (row: ContactRow) => void;
  readonly setExpanded: (row: RosterRow, expanded: boolean) => void;
  readonly setAllExpanded: (expanded: boolean) => void;
}

/** How moving shows in a row. */
export interface MovingLook {
  readonly target: boolean;
  readonly dragged: boolean;
  /** A finger has rested on it. */
  readonly pressed: boolean;
  readonly pending: boolean;
  readonly selected: boolean;
  /** Why the group is locked. */
  readonly lock: string | undefined;
}

/** Everything that changes the roster from the list: by pointer, by keyboard, by menu. */
export class RosterMoving {
  readonly selection: Selection;
  readonly drag: PointerDrag;
  readonly keyboard: KeyboardDrag;
  readonly live: LiveRegion;
  readonly toast: Toast;
  readonly runner: MoveRunner;
  readonly mover: Mover;
  readonly edits: ListEdits;
  readonly menu: RowMenu;
  readonly around: Surroundings;
  readonly #places: DropPlaces;
  readonly #question: Question;
  readonly #chooser: GroupChooser;
  /** Worked out when the target changes, or the roster: thousands may be on the way. */
  #assessed: { readonly drop: Drop; readonly effect: DropEffect; readonly dragged: ReadonlySet<string> } | undefined;

  constructor(
    readonly host: LitElement & MovingSettings,
    readonly list: MovingList,
  ) {
    const { session, errors, pending } = list;
    host.addController({ hostUpdated: () => this.#showImage() });
    const focusBack = (): void => this.focusBack();
    this.around = { contact: (jid) => (session() as Session).contact(jid), isLocked: (group) => this.lockOf(group) !== undefined, isPending: (jid) => pending.has(jid) };
    this.#places = new DropPlaces(host, list);
    this.live = new LiveRegion(host);
    new Announcer(host, session, (text) => this.live.say(text));
    this.toast = new Toast(host);
    this.selection = new Selection(host);
    this.#question = new Question(host, focusBack);
    this.#chooser = new GroupChooser(host, focusBack);
    this.runner = new MoveRunner(session, errors, this.toast);
    this.mover = new Mover({ host, session, around: this.around, moves: pending, runner: this.runner, question: this.#question, chooser: this.#chooser, begun: (rows) => this.selection.use(rows) });
    this.edits = new ListEdits({ host, session, runner: this.runner, question: this.#question, errors, toast: this.toast });
    this.menu = new RowMenu(this);
    this.drag = new PointerDrag(host, {
      list: list.element,
      rowOf: (event) => (isForControl(event) ? undefined : this.menu.rowOf(event)),
      pick: (row, event) => this.#pick(row, event),
      targetAt: (x, y) => this.#places.at(x, y),
      drop: (drag) => this.#release(drag),
      linger: (target) => this.#places.open(target),
      rest: (row, x, y) => this.menu.openFor(row, { x, y }),
    });
    this.keyboard = new KeyboardDrag(host, {
      targets: () => this.#places.all(),
      effect: (drop) => dropEffect(drop, this.around),
      visit: (target) => this.#places.visit(target),
      home: (row) => this.#goHome(row),
      drop: (drop) => void this.mover.drop(drop),
    }, this.live);
    new DragFocus(host, this.keyboard, { visit: (target) => this.#places.visit(target), focusBack });
  }

  /** What is on its way, by pointer or keyboard. */
  get current(): Drop | undefined {
    return this.drag.current ?? this.keyboard.current;
  }

  /**
   * These are the rows that will be rendered.
   *
   * @param isSame whether nothing in the session has changed
   * @returns the index of the row that must not go, −1 for none
   */
  settle(rows: RosterRows, isSame = false): number {
    const session = this.list.session();
    if (!isSame) this.selection.settle(session);
    const drop = this.current;
    if (!drop) {
      this.#places.reset();
      this.#assessed = undefined;
      return -1;
    }
    if (!session || this.host.readOnly || !drop.rows.some(({ jid }) => session.contact(jid).item)) this.#abort(drop, session);
    else this.#assess(drop, isSame);
    return rows.indexOf(drop.rows[0]);
  }

  /** Whom a gesture on that row is about: all that are selected, if it is one of them. */
  rowsFor(row: ContactRow): Drop['rows'] {
    if (!this.selection.has(row)) return [row];
    return [row, ...this.selection.rows.filter(({ key }) => key !== row.key)];
  }

  /** How rows look on the way; to be asked once for all rows of an update. */
  looks(): (row: RosterRow) => MovingLook {
    const { drop, effect, dragged } = this.#assessed ?? {};
    const target = effect?.kind === 'possible' ? drop?.target : undefined;
    return (row) => ({
      target: target !== undefined && target === groupOfSection(row.section),
      dragged: dragged?.has(row.key) ?? false,
      pressed: row.key === this.drag.rested?.key,
      pending: row.kind === 'contact' && this.list.pending.has(row.jid),
      selected: this.selection.has(row),
      lock: row.kind === 'group' && row.group !== null ? this.lockOf(row.group) : undefined,
    });
  }

  /** Why the group cannot be changed; `undefined` if it can. */
  lockOf(group: string): string | undefined {
    const lock = this.list.session()?.lockedGroups.get(group) ?? (this.host.lockedGroups?.includes(group) ? { condition: 'page' } : undefined);
    return lock && lockWords(group, lock);
  }

  /** In words. */
  who(rows: Drop['rows']): string {
    const session = this.list.session();
    return session ? whoOf(session, rows) : '';
  }

  lift(row: ContactRow): void {
    if (this.host.readOnly) return;
    const rows = this.rowsFor(row);
    this.keyboard.lift(rows, this.who(rows));
  }

  focusBack(): void {
    this.list.element()?.querySelector<HTMLElement>('.row[tabindex="0"]')?.focus({ preventScroll: true });
  }

  /** The list's classes: `dragging`, with `refused` where nothing can be dropped. */
  get listClass(): string {
    return this.drag.current && this.#assessed ? `dragging ${this.#assessed.effect.kind}` : '';
  }

  /** Below the list: what was done, over its lower edge, and targets that have no row. */
  renderBelow(): TemplateResult {
    const drop = this.current;
    return html`${this.toast.render()}${drop ? renderExtraTargets(drop.target, this.#places.hasNoGroupRow, this.keyboard) : nothing}`;
  }

  render(): TemplateResult {
    const drag = this.drag.current;
    return html`${this.live.render()} ${drag && this.#assessed ? renderDragImage(drag, this.around.contact(drag.rows[0].jid), this.#assessed.effect) : nothing}
    ${this.menu.render()} ${this.#question.render()} ${this.#chooser.render()}`;
  }

  #showImage(): void {
    const image = this.host.renderRoot.querySelector<HTMLElement>('.drag-image');
    if (image && !image.matches(':popover-open')) image.showPopover();
  }

  #assess(drop: Drop, isSame: boolean): void {
    const { drop: former, effect, dragged } = this.#assessed ?? {};
    const isLike = isSame && former?.rows === drop.rows && former.target === drop.target && former.copy === drop.copy;
    this.#assessed = {
      drop,
      effect: isLike && effect ? effect : dropEffect(drop, this.around),
      dragged: dragged && former?.rows === drop.rows ? dragged : new Set(drop.rows.map(({ key }) => key)),
    };
  }

  #abort(drop: Drop, session: Session | undefined): void {
    const text = words().moving.say.gone(session ? whoOf(session, drop.rows) : '');
    if (this.drag.current) this.live.say(text);
    this.drag.cancel();
    this.keyboard.cancel(text);
  }

  /** A press with Ctrl selects, unless it becomes a drag. */
  #pick(row: RosterRow, event: PointerEvent): Drop['rows'] | undefined {
    const isOther = row.kind !== 'contact' || this.host.readOnly || event.metaKey || event.shiftKey;
    return isOther ? undefined : this.#areFree(this.rowsFor(row));
  }

  /** What has not been answered yet cannot be moved on: the next set would be computed from a roster that is about to change. */
  #areFree(rows: Drop['rows']): Drop['rows'] | undefined {
    return this.list.pending.has(rows[0].jid) ? undefined : rows;
  }

  /** Where it cannot be dropped, the picture at the pointer has said so. */
  #release(drag: Drop): void {
    if (dropEffect(drag, this.around).kind === 'possible') void this.mover.drop(drag);
  }

  #goHome(row: Carried | undefined): void {
    const index = row ? this.list.rows().indexOf(row) : -1;
    if (index >= 0) this.list.go(index);
    else this.focusBack();
  }
}
