import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { presenceMark, type Contact } from '../../state/contact.js';
import type { RosterRow } from './roster-rows.js';

const FADE: PropertyIndexedKeyframes = { opacity: [0.2, 1] };
const FADE_MS = 250;
/** In a flood of changes nobody can follow them. */
const MOST = 20;

/** Lets badge and status fade in where somebody's presence is another than before, unless the reader wants nothing to move. */
export class FadeIn implements ReactiveController {
  /** By the keys of the rows that the last update rendered. */
  #before: ReadonlyMap<string, string> = new Map();
  #marks = new Map<string, string>();
  /** Where those stand who changed. */
  #changed: number[] = [];

  constructor(
    host: ReactiveControllerHost,
    private readonly list: () => HTMLElement | null,
  ) {
    host.addController(this);
  }

  /** To be called for each row of a contact that is rendered. */
  note({ key }: RosterRow, index: number, contact: Contact): void {
    const mark = presenceMark(contact);
    this.#marks.set(key, mark);
    if ((this.#before.get(key) ?? mark) !== mark) this.#changed.push(index);
  }

  hostUpdate(): void {
    this.#before = this.#marks;
    this.#marks = new Map();
    this.#changed = [];
  }

  hostUpdated(): void {
    const { length } = this.#changed;
    if (length === 0 || length > MOST || !matchMedia('(prefers-reduced-motion: no-preference)').matches) return;
    const parts = this.#changed.flatMap((index) => [...(this.list()?.querySelectorAll(`[data-index="${index}"] :is([part~=badge], [part~=status])`) ?? [])]);
    for (const part of parts) part.animate(FADE, { duration: FADE_MS, easing: 'ease-out' });
  }
}
