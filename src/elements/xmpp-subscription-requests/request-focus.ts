import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps the focus among the requests: when the one that has it is answered, withdrawn or settled elsewhere, the focus
 * goes to the one that takes its place, and after the last to what says what became of it.
 */
export class RequestFocus implements ReactiveController {
  #jid: string | undefined;
  #shown: readonly string[] = [];
  /** `null`: what became of the last one. */
  #next: string | null | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  /** Takes the focus to that request, once it is rendered. */
  go(jid: string | undefined): void {
    this.#next = jid;
  }

  /** The user turned to that request. Not every browser gives the focus to a button that is clicked. */
  hold(jid: string): void {
    if (this.#focused === undefined) this.#element(jid)?.focus({ preventScroll: true });
  }

  /** These requests will be rendered. */
  settle(shown: readonly string[]): void {
    this.#jid = this.#focused;
    if (this.#jid !== undefined && !shown.includes(this.#jid)) {
      // A browser drops the focus without a word when what has it is removed.
      const after = this.#shown.slice(this.#shown.indexOf(this.#jid)).find((jid) => shown.includes(jid));
      this.#next = after ?? shown.at(-1) ?? null;
    }
    this.#shown = shown;
  }

  hostUpdated(): void {
    const next = this.#next;
    this.#next = undefined;
    if (next !== undefined) this.#element(next)?.focus();
  }

  get #focused(): string | undefined {
    const { activeElement } = this.host.shadowRoot ?? {};
    return activeElement?.closest<HTMLElement>('.request')?.dataset.jid;
  }

  #element(jid: string | null): HTMLElement | null | undefined {
    const root = this.host.shadowRoot;
    if (jid === null) return root?.querySelector<HTMLElement>('.notice');
    const requests = [...(root?.querySelectorAll<HTMLElement>('.request') ?? [])];
    // Addresses are foreign text: never part of a selector.
    return requests.find(({ dataset }) => dataset.jid === jid)?.querySelector<HTMLElement>('.entry');
  }
}
