import type { ReactiveControllerHost } from 'lit';
import { isTab } from '../../menu-keys.js';
import { words } from '../../messages/messages.js';
import type { Carried, Drop, DropTarget } from './drop-target.js';
import type { LiveRegion } from './live-region.js';
import type { DropEffect } from './move-plan.js';

/** The list as a drag by keyboard sees it. */
export interface KeyboardSurface {
  /** All places to drop, from top to bottom. */
  readonly targets: () => readonly DropTarget[];
  /** What a drop there would do. */
  readonly effect: (drop: Drop) => DropEffect;
  /** Takes the focus there. */
  readonly visit: (target: DropTarget) => void;
  /** Takes it back to where the contacts were lifted. */
  readonly home: (row: Carried) => void;
  readonly drop: (drop: Drop) => void;
}

/**
 * Dragging without a pointer: what is lifted goes from one possible target to the next with Tab or the arrows, Enter
 * drops it, Escape does not. Every step is said.
 */
export class KeyboardDrag {
  #drop: Drop | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly surface: KeyboardSurface,
    private readonly live: LiveRegion,
  ) {}

  get current(): Drop | undefined {
    return this.#drop;
  }

  /** @param who is lifted, in words */
  lift(rows: Drop['rows'], who: string): void {
    this.#drop = { rows, target: undefined, copy: false };
    this.live.say(words().moving.say.lifted(who));
    this.host.requestUpdate();
  }

  /** @param text why, if it was not Escape */
  cancel(text = words().moving.say.cancelled): void {
    if (!this.#drop) return;
    this.#drop = undefined;
    this.live.say(text);
    this.host.requestUpdate();
  }

  /** Drops it there, if that is possible; if not, it says why. */
  dropOn(target: DropTarget): void {
    if (!this.#drop) return;
    const { text, kind } = this.surface.effect({ ...this.#drop, target });
    if (kind !== 'possible') return this.live.say(text);
    this.#drop = { ...this.#drop, target };
    this.#release();
  }

  /** @returns whether the key was for it */
  onKeyDown(event: KeyboardEvent): boolean {
    if (!this.#drop) return false;
    if (this.#use(event)) event.preventDefault();
    event.stopPropagation();
    return true;
  }

  #use(event: KeyboardEvent): boolean {
    switch (isTab(event) ? 'Tab' : event.key) {
      case 'Tab':
        this.#go(event.shiftKey ? -1 : 1);
        return true;
      case 'ArrowDown':
      case 'ArrowRight':
        this.#go(1);
        return true;
      case 'ArrowUp':
      case 'ArrowLeft':
        this.#go(-1);
        return true;
      case '+':
        this.#switchEffect();
        return true;
      case 'Enter':
      case ' ':
        this.#release();
        return true;
      case 'Escape':
        this.#giveUp();
        return true;
      default:
        return false;
    }
  }

  get #possible(): readonly DropTarget[] {
    const drop = this.#drop;
    return drop ? this.surface.targets().filter((target) => this.surface.effect({ ...drop, target }).kind === 'possible') : [];
  }

  #go(step: number): void {
    const possible = this.#possible;
    const at = possible.indexOf(this.#drop?.target as DropTarget);
    const next = at < 0 ? (step > 0 ? 0 : possible.length - 1) : (at + step + possible.length) % possible.length;
    this.#visit(possible[next], next, possible.length);
  }

  #visit(target: DropTarget | undefined, index: number, total: number): void {
    if (!this.#drop) return;
    const { say } = words().moving;
    this.#drop = { ...this.#drop, target };
    this.live.say(target === undefined ? say.noTarget : say.target(this.surface.effect(this.#drop).text, index + 1, total));
    if (target !== undefined) this.surface.visit(target);
    this.host.requestUpdate();
  }

  /** The target stays, where it is one for both. */
  #switchEffect(): void {
    if (!this.#drop) return;
    this.#drop = { ...this.#drop, copy: !this.#drop.copy };
    const possible = this.#possible;
    const at = Math.max(0, possible.indexOf(this.#drop.target as DropTarget));
    this.#visit(possible[at], at, possible.length);
  }

  #giveUp(): void {
    const [row] = this.#drop?.rows ?? [];
    this.cancel();
    if (row) this.surface.home(row);
  }

  #release(): void {
    const drop = this.#drop;
    if (drop?.target === undefined) return;
    this.#drop = undefined;
    this.live.say('');
    this.surface.home(drop.rows[0]);
    this.host.requestUpdate();
    // From there the focus goes along.
    void this.host.updateComplete.then(() => this.surface.drop(drop));
  }
}
