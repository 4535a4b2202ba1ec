/** Why a group cannot be changed from here. */
export interface GroupLock {
  /** How the server refused (RFC 6120 §8.3.3), `reverted` if it took a change back by itself, `page` if the page says so. */
  readonly condition: string;
  /** What the server's operator, or the page, has to say about it. */
  readonly text?: string | undefined;
}

interface Refusal {
  readonly lock: GroupLock;
  /** The groups that the refused set touched; one of them is the reason. */
  suspects: readonly string[];
  /** Of them the one it joined: more likely the reason than what it left. */
  readonly joined: string | undefined;
}

/**
 * Groups that the server governs (shared rosters), learned: nothing on the wire marks them. A refused set may have
 * touched two groups; suspected is what its text names, or what several refusals have in common and no success has
 * cleared.
 */
export class GroupLocks {
  readonly #refusals: Refusal[] = [];
  readonly #cleared = new Set<string>();
  readonly #stated = new Map<string, GroupLock>();
  #locks: ReadonlyMap<string, GroupLock> = new Map();

  constructor(private readonly changed: () => void) {}

  get all(): ReadonlyMap<string, GroupLock> {
    return this.#locks;
  }

  /** A set that left and joined these groups was refused or taken back. */
  noteRefusal(lock: GroupLock, left: readonly string[], joined: readonly string[]): void {
    const touched = [...joined, ...left];
    if (touched.length === 0) return;
    const named = touched.filter((group) => lock.text?.includes(group));
    const uncleared = touched.filter((group) => !this.#cleared.has(group));
    const suspects = named.length > 0 ? named : uncleared.length > 0 ? uncleared : touched;
    this.#refusals.push({ lock, suspects, joined: joined[0] });
    this.#judge();
  }

  /** A set that left and joined these groups had its effect. */
  noteSuccess(left: readonly string[], joined: readonly string[]): void {
    const touched = [...joined, ...left];
    for (const group of touched) this.#cleared.add(group);
    if (this.#refusals.some(({ suspects }) => suspects.some((group) => touched.includes(group)))) this.#acquit(touched);
  }

  /** The page knows better. */
  lock(group: string, text?: string): void {
    this.#stated.set(group, { condition: 'page', text });
    this.#judge();
  }

  /** Forgets what speaks against the group, and against others for the same reason: the next change will tell. */
  unlock(group: string): void {
    this.#stated.delete(group);
    this.#keep(({ suspects }) => !suspects.includes(group));
  }

  #acquit(groups: readonly string[]): void {
    for (const refusal of this.#refusals) refusal.suspects = refusal.suspects.filter((group) => !groups.includes(group));
    this.#keep(({ suspects }) => suspects.length > 0);
  }

  #keep(isKept: (refusal: Refusal) => boolean): void {
    this.#refusals.splice(0, Infinity, ...this.#refusals.filter(isKept));
    this.#judge();
  }

  #judge(): void {
    const counts = new Map<string, number>();
    for (const group of this.#refusals.flatMap(({ suspects }) => suspects)) counts.set(group, (counts.get(group) ?? 0) + 1);
    const weight = ({ joined }: Refusal, group: string) => (counts.get(group) ?? 0) + (group === joined ? 0.5 : 0);
    const learned = this.#refusals.map((refusal) => {
      const [likeliest = ''] = [...refusal.suspects].sort((a, b) => weight(refusal, b) - weight(refusal, a));
      return [likeliest, refusal.lock] as const;
    });
    this.#locks = new Map([...learned, ...this.#stated]);
    this.changed();
  }
}
