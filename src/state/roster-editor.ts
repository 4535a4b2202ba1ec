import { NotConnectedError, StanzaError } from '../protocol/errors.js';
import { rosterRemove, rosterSet, type RosterItem, type RosterItemEdit } from '../protocol/roster.js';
import type { Environment, Stream } from '../protocol/stream.js';
import type { AccountState } from './account-state.js';
import { GroupLocks } from './group-locks.js';
import { persistently } from './persistent.js';
import { isUnchanged, repaired } from './roster-edits.js';
import { SentEdit } from './sent-edit.js';

/** Refusals that say that the user may not, whoever the contact is (RFC 6121 §2.3.3). */
const FORBIDDEN: ReadonlySet<string> = new Set(['not-allowed', 'forbidden', 'not-acceptable']);

/**
 * Edits roster items, one edit at a time for each: the next is computed from what the server made of the last. What
 * another client changed at the same moment, and a set of ours replaced without knowing, is done again.
 */
export class RosterEditor {
  #locks: GroupLocks;
  #account: string | undefined;
  readonly #turns = new Map<string, SentEdit>();
  /** Accepted, but not long enough ago to be sure that the server leaves them. */
  readonly #recent = new Map<string, SentEdit>();

  constructor(
    private readonly stream: Stream,
    private readonly environment: Environment,
    private readonly account: AccountState,
  ) {
    this.#locks = this.#noLocks();
  }

  /** What was learned of one account's groups says nothing of another's. */
  get locks(): GroupLocks {
    const { jid } = this.account;
    if (this.#account !== undefined && jid !== this.#account) this.#locks = this.#noLocks();
    this.#account = jid;
    return this.#locks;
  }

  /**
   * One set, computed from the item as it is when its turn comes. Settles with the server's answer; waits for it through
   * losses of the connection, and is computed anew where the answer was lost.
   *
   * @returns what was sent, `undefined` if nothing would have changed
   */
  edit(jid: string, change: (item: RosterItem) => RosterItemEdit): Promise<SentEdit | undefined> {
    return persistently(this.account.readiness, `the edit of ${jid}`, () => this.#edit(jid, change));
  }

  async #edit(jid: string, change: (item: RosterItem) => RosterItemEdit): Promise<SentEdit | undefined> {
    const { readiness } = this.account;
    const { account } = readiness;
    for (let turn = this.#turns.get(jid); turn; turn = this.#turns.get(jid)) await turn.ended;
    if (readiness.account !== account) throw new NotConnectedError(`the edit of ${jid}`);
    const { item } = this.account.contact(jid);
    if (!item) throw new StanzaError('item-not-found', `${jid} is not in the contact list.`, 'cancel');
    const edit = change(item);
    return isUnchanged(item, edit) ? undefined : this.#send(item, edit);
  }

  async #send(item: RosterItem, edit: RosterItemEdit): Promise<SentEdit> {
    const { jid } = item;
    this.#recent.get(jid)?.stop();
    const sent = new SentEdit(item, edit, this.account, this.environment, () => this.locks.noteRefusal({ condition: 'reverted' }, sent.left, sent.joined));
    this.#turns.set(jid, sent);
    try {
      await this.stream.request(rosterSet(edit));
    } catch (error) {
      this.#endTurn(jid, sent);
      sent.stop();
      if (error instanceof StanzaError && FORBIDDEN.has(error.condition)) this.locks.noteRefusal(error, sent.left, sent.joined);
      throw error;
    }
    void this.#follow(jid, sent);
    sent.answered();
    return sent;
  }

  async #follow(jid: string, sent: SentEdit): Promise<void> {
    const { overwritten, reverted } = await sent.ended;
    this.#recent.set(jid, sent);
    this.#endTurn(jid, sent);
    if (!reverted) this.locks.noteSuccess(sent.left, sent.joined);
    if (overwritten === undefined) return;
    // Without a connection the list is as the server has it, and nobody waits for an answer.
    await this.#repair(jid, sent.base, overwritten).catch(() => undefined);
  }

  async #repair(jid: string, base: RosterItem, theirs: RosterItem | null): Promise<void> {
    // RFC 6121 §2.3: a set for somebody who has just been removed adds them again.
    if (theirs === null) await this.stream.request(rosterRemove(jid));
    else await this.edit(jid, (now) => repaired(base, theirs, now) ?? now);
  }

  #noLocks(): GroupLocks {
    return new GroupLocks(() => this.account.notifier.notify([]));
  }

  #endTurn(jid: string, sent: SentEdit): void {
    if (this.#turns.get(jid) === sent) this.#turns.delete(jid);
  }
}
