/**
 * To whom we show ourselves for now, without a subscription (RFC 6121 §4.6). The server sends them our unavailable when
 * we make ourselves unavailable or vanish; but not if we were unavailable to everybody else all the time (§4.6.3).
 */
export class DirectedPresence {
  /** By address as it was directed, bare or full: whether we were available to everybody then. */
  readonly #sent = new Map<string, boolean>();

  has(jid: string): boolean {
    return this.#sent.size > 0 && this.all().some((to) => to === jid || to.startsWith(`${jid}/`));
  }

  all(): readonly string[] {
    return [...this.#sent.keys()];
  }

  /** By address, whether we were available to everybody then. */
  entries(): readonly (readonly [to: string, wasAvailable: boolean])[] {
    return [...this.#sent];
  }

  begin(to: string, isAvailable: boolean): void {
    this.#sent.set(to, isAvailable || (this.#sent.get(to) ?? false));
  }

  end(to: string): void {
    this.#sent.delete(to);
  }

  /** @returns puts back those who see us now */
  hold(): () => void {
    const sent = [...this.#sent];
    return () => {
      for (const [to, wasAvailable] of sent) this.#sent.set(to, wasAvailable);
    };
  }

  /** We go. @returns who has to be told by ourselves, and who all were there */
  endAll(): { readonly untold: readonly string[]; readonly all: readonly string[] } {
    const all = this.all();
    const untold = all.filter((to) => this.#sent.get(to) === false);
    this.#sent.clear();
    return { untold, all };
  }
}
