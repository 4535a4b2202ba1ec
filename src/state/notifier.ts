/** Called with the addresses that changed. */
export type ChangeListener = (changed: readonly string[]) => void;

/** Listeners to everything, and listeners to one address: telling one of them costs nothing for the others. */
export class Notifier {
  readonly #everything = new Set<ChangeListener>();
  readonly #byJid = new Map<string, Set<ChangeListener>>();

  constructor(private readonly reportError: (error: unknown) => void) {}

  /** Gives its undo. */
  subscribe(listener: ChangeListener, jid?: string): () => void {
    // A listener subscribed twice is told twice, and each undo ends one of them.
    const own: ChangeListener = (changed) => listener(changed);
    const listeners = jid === undefined ? this.#everything : this.#listenersTo(jid);
    listeners.add(own);
    return () => {
      listeners.delete(own);
      if (jid !== undefined && listeners.size === 0 && this.#byJid.get(jid) === listeners) this.#byJid.delete(jid);
    };
  }

  notify(changed: readonly string[]): void {
    for (const jid of changed) this.#tell(this.#byJid.get(jid), [jid]);
    this.#tell(this.#everything, changed);
  }

  /** Something changed that concerns everybody, known to us or not. */
  notifyAll(known: readonly string[]): void {
    for (const [jid, listeners] of [...this.#byJid]) this.#tell(listeners, [jid]);
    this.#tell(this.#everything, known);
  }

  #listenersTo(jid: string): Set<ChangeListener> {
    const listeners = this.#byJid.get(jid) ?? new Set();
    this.#byJid.set(jid, listeners);
    return listeners;
  }

  #tell(listeners: ReadonlySet<ChangeListener> | undefined, changed: readonly string[]): void {
    if (!listeners) return;
    for (const listener of [...listeners]) {
      try {
        listener(changed);
      } catch (error) {
        this.reportError(error);
      }
    }
  }
}
