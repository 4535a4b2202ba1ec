/** A map that anybody may cause to grow: beyond its limit the oldest entry goes. */
export class BoundedMap<K, V> {
  readonly #entries = new Map<K, V>();

  constructor(
    private readonly limit: number,
    private readonly dropped: (key: K) => void = () => undefined,
  ) {}

  get(key: K): V | undefined {
    return this.#entries.get(key);
  }

  keys(): readonly K[] {
    return [...this.#entries.keys()];
  }

  entries(): readonly (readonly [key: K, value: V])[] {
    return [...this.#entries];
  }

  set(key: K, value: V): void {
    this.#entries.delete(key);
    this.#entries.set(key, value);
    if (this.#entries.size <= this.limit) return;
    const [oldest] = this.#entries.keys();
    if (oldest === undefined) return;
    this.#entries.delete(oldest);
    this.dropped(oldest);
  }

  delete(key: K): void {
    this.#entries.delete(key);
  }

  clear(): void {
    this.#entries.clear();
  }
}
