import { NotConnectedError, StanzaError } from '../protocol/errors.js';
import { bareJid } from '../protocol/jid.js';
import { rosterRemove, rosterSet } from '../protocol/roster.js';
import type { Environment, Stream } from '../protocol/stream.js';
import type { AccountState } from './account-state.js';
import { requireAddress } from './address.js';
import type { Contact } from './contact.js';
import { groupMoves, inTurns, touchedGroups, undoOf, type ContactMove, type MoveOptions, type MoveOutcome, type MoveResult } from './contact-moves.js';
import type { GroupLock } from './group-locks.js';
import { isUnchanged, moveBetween, regrouped, renamed, type GroupChange, type GroupName } from './roster-edits.js';
import { persistently } from './persistent.js';
import { RosterEditor } from './roster-editor.js';
import type { ViewSettings } from './view-settings.js';

/** So many sets wait for an answer at once: servers limit how much a client may send. */
const AT_ONCE = 8;

export interface AddContactOptions {
  /** The handle; `''` for none. Left out, a contact who is there already keeps theirs. */
  readonly name?: string;
  readonly groups?: readonly string[];
  /** Whether to ask to see their presence, too; yes, if left out. */
  readonly subscribe?: boolean;
}

/**
 * What the user may do with the roster (RFC 6121 §2.3–2.5): one set an edit, computed from the item as it stands, name
 * and all groups stated anew. The result writes nothing; the server's push does.
 */
export abstract class RosterCommands {
  readonly #editor: RosterEditor;

  constructor(
    protected readonly stream: Stream,
    protected readonly environment: Environment,
    protected readonly account: AccountState,
  ) {
    this.#editor = new RosterEditor(stream, environment, account);
  }

  /**
   * Groups that the server governs, as far as it is known: it refused a change of them, or took one back. A change that
   * is accepted later unlocks the group.
   */
  get lockedGroups(): ReadonlyMap<string, GroupLock> {
    return this.#editor.locks.all;
  }

  /** For pages that know which groups the server governs. @param text why, for people */
  lockGroup(name: string, text?: string): void {
    this.#editor.locks.lock(name, text);
  }

  /** Forgets that the group is locked, and why; if the server refuses the next change, it is known again. */
  unlockGroup(name: string): void {
    this.#editor.locks.unlock(name);
  }

  /** How the user wants to see the list. */
  abstract readonly viewSettings: ViewSettings;

  /** The account's prepared bare address, once it is known. */
  get jid(): string | undefined {
    return this.account.jid;
  }

  /** Anybody, in the roster or not. The record stays the same object until something about that person changes. */
  contact(jid: string): Contact {
    return this.account.contact(this.account.knows(jid) ? jid : (bareJid(jid) ?? jid));
  }

  /** Asks to see somebody's presence. */
  abstract requestSubscription(jid: string): Promise<void>;

  /** Adds a contact and, unless told not to, asks to see their presence (RFC 6121 §2.3, §3.1). */
  async addContact(jid: string, options: AddContactOptions = {}): Promise<void> {
    const bare = requireAddress(jid);
    if (bare === this.jid) throw new StanzaError('not-allowed', 'One’s own account is no contact.', 'cancel');
    await persistently(this.account.readiness, `adding ${bare}`, (isAgain) => this.#add(bare, options, isAgain));
    if (options.subscribe ?? true) await persistently(this.account.readiness, `the request to ${bare}`, () => this.requestSubscription(bare));
  }

  async #add(jid: string, options: AddContactOptions, isAgain: boolean): Promise<void> {
    // RFC 6121 §2.3: what a set leaves out is erased; a contact that is there already keeps it.
    const { item } = this.contact(jid);
    const { name = item?.name ?? '', groups = item?.groups ?? [] } = options;
    const edit = { jid, ...(name === '' ? {} : { name }), groups };
    if (isAgain && item && isUnchanged(item, edit)) return;
    await this.stream.request(rosterSet(edit));
  }

  /** Gives the contact another handle, `''` for none; the groups stay. */
  async renameContact(jid: string, name: string): Promise<void> {
    await this.#editor.edit(jid, (item) => renamed(item, name));
  }

  /** Removes the contact, and with it the subscriptions both ways (RFC 6121 §2.5). */
  async removeContact(jid: string): Promise<void> {
    const bare = requireAddress(jid);
    await persistently(this.account.readiness, `removing ${bare}`, (isAgain) => this.#remove(bare, isAgain)).catch((error: unknown) => {
      // RFC 6121 §2.5.3: gone already is what was wanted.
      if (!(error instanceof StanzaError && error.condition === 'item-not-found')) throw error;
    });
  }

  async #remove(jid: string, isAgain: boolean): Promise<void> {
    if (!isAgain || this.contact(jid).item) await this.stream.request(rosterRemove(jid));
  }

  /** Leaves one group and joins another in one step; `null` is "no group". Name and other groups stay. */
  async moveContact(jid: string, from: GroupName, to: GroupName): Promise<void> {
    await this.#regroup(jid, moveBetween(from, to));
  }

  async addToGroup(jid: string, group: string): Promise<void> {
    await this.moveContact(jid, null, group);
  }

  async removeFromGroup(jid: string, group: string): Promise<void> {
    await this.moveContact(jid, group, null);
  }

  /** Ends all memberships of the contact. */
  async leaveAllGroups(jid: string): Promise<void> {
    await this.#regroup(jid, { leave: 'all' });
  }

  /**
   * Moves several contacts: one set each, computed from the item as it is when it is sent, a few at a time. Never
   * rejects: the result says what became of each. Settles when the server has stated those that it accepted.
   */
  moveContacts(moves: readonly ContactMove[], { onProgress }: MoveOptions = {}): Promise<MoveResult> {
    let done = 0;
    const { account } = this.account.readiness;
    return inTurns(moves, AT_ONCE, async (move) => {
      const outcome = await this.#outcomeOf(move, account);
      onProgress?.({ outcome, done: ++done, total: moves.length });
      return outcome;
    });
  }

  /** Takes back what a move changed, and only that: what others have changed since stays. */
  undoMove(result: MoveResult, options?: MoveOptions): Promise<MoveResult> {
    return this.moveContacts(result.map(undoOf).filter((move) => move !== undefined), options);
  }

  /**
   * Renames a group for all its members, one set each, and its subgroups with it. To a name that exists, it merges the
   * two. The first failure rejects once all have been answered; calling it again goes on with those that are left.
   */
  async renameGroup(name: string, to: string, options?: MoveOptions): Promise<MoveResult> {
    const result = await this.#moveMembers(name, to, options);
    this.viewSettings.renameGroup(name, to);
    return result;
  }

  /** Takes all its members out of a group; they stay contacts. Rejects as `renameGroup` does. */
  removeGroup(name: string, options?: MoveOptions): Promise<MoveResult> {
    return this.#moveMembers(name, null, options);
  }

  /** What `renameGroup` and, with `null`, `removeGroup` would do now, for `moveContacts`. */
  groupMoves(name: string, to: GroupName): readonly ContactMove[] {
    return groupMoves(this.account.contacts(), name, to, this.viewSettings.delimiter);
  }

  async #moveMembers(name: string, to: GroupName, options?: MoveOptions): Promise<MoveResult> {
    const result = await this.moveContacts(this.groupMoves(name, to), options);
    const failed = result.find((outcome) => outcome.status === 'failed');
    if (failed) throw failed.error;
    return result;
  }

  #regroup(jid: string, change: GroupChange): ReturnType<RosterEditor['edit']> {
    return this.#editor.edit(jid, (item) => regrouped(item, change));
  }

  async #outcomeOf(move: ContactMove, account: number): Promise<MoveOutcome> {
    const { jid } = move;
    if (this.account.readiness.account !== account) return { jid, status: 'failed', move, error: new NotConnectedError(`the move of ${jid}`) };
    const contact = this.contact(jid);
    if (!contact.item) return { jid, status: 'skipped', reason: 'gone' };
    const locked = touchedGroups(contact, move).filter((group) => this.lockedGroups.has(group));
    if (locked.length > 0) return { jid, status: 'skipped', reason: 'locked', groups: locked };
    try {
      const sent = await this.#regroup(jid, move);
      if (!sent) return { jid, status: 'skipped', reason: 'already-there' };
      const { reverted } = await sent.ended;
      if (reverted) throw new StanzaError('not-allowed', 'The server has taken the change back.', 'cancel');
      return { jid, status: 'moved', left: sent.left, joined: sent.joined };
    } catch (error) {
      return { jid, status: 'failed', move, error: error instanceof Error ? error : new Error(String(error)) };
    }
  }
}
