import type { ReactiveController, ReactiveControllerHost } from 'lit';

const FADE: PropertyIndexedKeyframes = { opacity: [0.2, 1] };
const FADE_MS = 250;
/** In a flood of changes nobody can follow them. */
const MOST = 20;

/** Lets badge and status fade in where a contact's row says something else than before, unless the reader wants nothing to move. */
export class FadeIn implements ReactiveController {
  #labels: ReadonlyMap<HTMLElement, string | null> = new Map();

  constructor(
    host: ReactiveControllerHost,
    private readonly list: () => HTMLElement | null,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    this.#labels = new Map(this.#rows().map((row) => [row, row.ariaLabel]));
  }

  hostUpdated(): void {
    const changed = this.#rows().filter((row) => this.#labels.has(row) && this.#labels.get(row) !== row.ariaLabel);
    if (changed.length === 0 || changed.length > MOST || !matchMedia('(prefers-reduced-motion: no-preference)').matches) return;
    for (const part of changed.flatMap((row) => [...row.querySelectorAll('[part~=badge], [part~=status]')])) part.animate(FADE, { duration: FADE_MS, easing: 'ease-out' });
  }

  #rows(): HTMLElement[] {
    return [...(this.list()?.querySelectorAll<HTMLElement>('.row[data-jid]') ?? [])];
  }
}
