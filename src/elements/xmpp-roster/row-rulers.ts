import { html, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from 'lit';
import type { RowHeights } from './row-window.js';

/** One hidden row of each kind, to be measured: the page's variables, its fonts and zoom decide how tall rows are. */
export class RowRulers implements ReactiveController {
  readonly #observer = new ResizeObserver(() => this.#measure());
  #measured: readonly HTMLElement[] = [];

  constructor(
    host: ReactiveControllerHost,
    private readonly list: () => HTMLElement | null,
    private readonly tell: (heights: RowHeights) => void,
  ) {
    host.addController(this);
  }

  render(): TemplateResult {
    return html`<div class="row group ruler" aria-hidden="true"></div><div class="row contact ruler" aria-hidden="true"></div>`;
  }

  hostUpdated(): void {
    if (this.#measured.length > 0) return;
    this.#measured = [...(this.list()?.querySelectorAll<HTMLElement>('.ruler') ?? [])];
    for (const ruler of this.#measured) this.#observer.observe(ruler);
    this.#measure();
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#measured = [];
  }

  #measure(): void {
    const [group = 0, contact = 0] = this.#measured.map((ruler) => ruler.offsetHeight);
    if (group > 0 && contact > 0) this.tell({ group, contact });
  }
}
