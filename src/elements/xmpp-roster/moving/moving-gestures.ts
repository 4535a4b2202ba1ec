import { targetOf } from '../roster-keys.js';
import type { RosterRow } from '../roster-rows.js';
import { movingKeyOf, type MovingKey } from './moving-keys.js';
import type { RosterMoving } from './roster-moving.js';

/** What presses and keys on rows mean to moving; each says whether the event was for it. */
export class MovingGestures {
  #pointerType = 'mouse';

  constructor(private readonly moving: RosterMoving) {}

  onPointerDown(event: PointerEvent): void {
    this.#pointerType = event.pointerType;
    this.moving.keyboard.cancel();
    if (menuButtonOf(event)) return;
    this.moving.drag.onPointerDown(event);
  }

  onClick(event: MouseEvent, row: RosterRow): boolean {
    const { menu, selection, list } = this.moving;
    const button = menuButtonOf(event);
    if (button) {
      menu.open(row, button);
      return true;
    }
    if (row.kind === 'group') return false;
    const isSelecting = event.ctrlKey || event.metaKey || (this.#pointerType === 'touch' && selection.size > 0);
    const from = list.active.index;
    list.active.choose(row);
    if (event.shiftKey) selection.extend(list.rows(), from, list.rows().indexOf(row));
    else if (isSelecting) selection.toggle(row);
    else selection.clear();
    return event.shiftKey || isSelecting;
  }

  onContextMenu(event: MouseEvent): void {
    const { drag, menu } = this.moving;
    const row = menu.rowOf(event);
    if (!row) return;
    event.preventDefault();
    if (!drag.takesMenu()) afterRelease(event, () => menu.open(row, { x: event.clientX, y: event.clientY }));
  }

  onKeyDown(event: KeyboardEvent): boolean {
    const { keyboard, list } = this.moving;
    if (keyboard.onKeyDown(event)) return true;
    const row = list.rows().at(list.active.index);
    const isOnRow = event.target instanceof Element && event.target.matches('.row');
    const key = isOnRow && row ? movingKeyOf(event) : undefined;
    if (!row || !key || !this.#use(key, event, row)) return false;
    event.preventDefault();
    return true;
  }

  #use(key: MovingKey, event: KeyboardEvent, row: RosterRow): boolean {
    const { selection, list, runner, menu } = this.moving;
    switch (key) {
      case 'select':
        return this.#toggle(row);
      case 'extend':
        return this.#extend(event.key);
      case 'select-all':
        selection.selectAll(list.rows(), row);
        return true;
      case 'unselect':
        if (selection.size === 0) return false;
        selection.clear();
        return true;
      case 'undo':
        return !this.moving.host.readOnly && runner.undo();
      case 'menu':
        menu.open(row, event.target as HTMLElement);
        return true;
      default:
        return !this.moving.host.readOnly && this.#edit(key, row);
    }
  }

  #toggle(row: RosterRow): boolean {
    if (row.kind === 'group') return false;
    this.moving.selection.toggle(row);
    return true;
  }

  #extend(key: string): boolean {
    const { selection, list } = this.moving;
    const { index } = list.active;
    const to = targetOf(key, index, list.rows().length - 1) ?? index;
    selection.extend(list.rows(), index, to);
    list.go(to);
    return true;
  }

  #edit(key: 'rename' | 'remove' | 'lift', row: RosterRow): boolean {
    const { edits } = this.moving;
    if (row.kind === 'contact') {
      if (key === 'rename') void edits.renameContact(row.jid);
      else if (key === 'remove') void edits.removeContacts(this.moving.rowsFor(row));
      else this.moving.lift(row);
      return true;
    }
    if (row.group === null || key === 'lift' || this.moving.lockOf(row.group) !== undefined) return false;
    void (key === 'rename' ? edits.renameGroup(row.group) : edits.removeGroup(row.group));
    return true;
  }
}

/** A menu of ours that opens while the button is down closes when it goes up (light dismiss, HTML §6.12.1): in Firefox and Safari, where pressing asks for it. */
function afterRelease({ buttons }: MouseEvent, open: () => void): void {
  if (buttons === 0) open();
  else window.addEventListener('mouseup', () => setTimeout(open), { capture: true, once: true });
}

function menuButtonOf(event: Event): HTMLElement | undefined {
  return event.composedPath().find((node): node is HTMLElement => node instanceof HTMLElement && node.matches('.menu-button'));
}
