import type { RosterItem, RosterItemEdit } from '../protocol/roster.js';
import type { Environment } from '../protocol/stream.js';
import type { AccountState } from './account-state.js';
import { isUnchanged, without } from './roster-edits.js';

/** How long after the server's "done" its push may take; then the roster stands as it is. In ms. */
const PUSH_WAIT_MS = 5_000;
/** A push that restores what was before within this time is the server's, not somebody's who changed their mind. In ms. */
const REVERT_MS = 3_000;

/** What came of a set that the server accepted. */
export interface EditEnd {
  /** What another client made of the item meanwhile, without which the set was computed; `null` if it removed it. */
  readonly overwritten?: RosterItem | null;
  readonly reverted: boolean;
}

/**
 * A roster set on its way, until its own push. Servers push in the order in which they take sets, so that a push before
 * ours is of a change that our set did not know of.
 */
export class SentEdit {
  readonly left: readonly string[];
  readonly joined: readonly string[];
  /** Settles when the server has accepted it and stated the item, or did not in time. */
  readonly ended: Promise<EditEnd>;
  #end: (end: EditEnd) => void = () => undefined;
  #theirs: RosterItem | null | undefined;
  #isPushed = false;
  #isAnswered = false;
  #timer: unknown;
  readonly #unsubscribe: () => void;

  /** @param reverted called when the server takes it back afterwards */
  constructor(
    readonly base: RosterItem,
    private readonly edit: RosterItemEdit,
    private readonly account: AccountState,
    private readonly environment: Environment,
    private readonly reverted: () => void,
  ) {
    this.left = without(base.groups, edit.groups);
    this.joined = without(edit.groups, base.groups);
    this.ended = new Promise((resolve) => (this.#end = resolve));
    const { readiness } = account;
    const began = readiness.account;
    let known: RosterItem | undefined = account.roster.get(base.jid);
    this.#unsubscribe = account.notifier.subscribe(() => {
      // What the next account's list says of that person is no word on this.
      if (readiness.account !== began) return this.stop();
      const item = account.roster.get(base.jid);
      if (item !== known) this.#receive((known = item));
    }, base.jid);
  }

  /** The server said "done". */
  answered(): void {
    this.#isAnswered = true;
    if (this.#isPushed) this.#settle();
    else this.#timer = this.environment.setTimeout(() => this.#giveUp(), PUSH_WAIT_MS);
  }

  /** It was refused or superseded; nothing more is to be heard of it. */
  stop(): void {
    this.environment.clearTimeout(this.#timer);
    this.#unsubscribe();
    this.#end({ reverted: false });
  }

  #receive(item: RosterItem | undefined): void {
    if (this.#isPushed) {
      if (item && this.#isAsBefore(item)) this.#noteRevert();
    } else if (item && isUnchanged(item, this.edit)) {
      this.#isPushed = true;
      if (this.#isAnswered) this.#settle();
    } else {
      this.#theirs = item ?? null;
    }
  }

  #settle(): void {
    this.environment.clearTimeout(this.#timer);
    this.#timer = this.environment.setTimeout(() => this.stop(), REVERT_MS);
    this.#end({ reverted: false, ...(this.#theirs === undefined ? {} : { overwritten: this.#theirs }) });
  }

  /** Accepted, and never stated so: some servers say "done" and state what their rules say instead. */
  #giveUp(): void {
    const item = this.account.roster.get(this.base.jid);
    const reverted = item !== undefined && item !== this.base && this.#isAsBefore(item);
    this.#end({ reverted });
    if (reverted) this.#noteRevert();
    else this.stop();
  }

  #noteRevert(): void {
    this.stop();
    this.reverted();
  }

  #isAsBefore({ groups }: RosterItem): boolean {
    const isMoved = this.left.length + this.joined.length > 0;
    return isMoved && this.left.every((group) => groups.includes(group)) && !this.joined.some((group) => groups.includes(group));
  }
}
