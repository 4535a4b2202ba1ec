import { StanzaError } from '../protocol/errors.js';
import { bareJid } from '../protocol/jid.js';
import { rosterRemove, rosterSet, type RosterItem, type RosterItemEdit } from '../protocol/roster.js';
import type { Environment, Stream } from '../protocol/stream.js';
import type { AccountState } from './account-state.js';
import { requireAddress } from './address.js';
import type { Contact } from './contact.js';
import { isUnchanged, moved, renamed, type GroupName } from './roster-edits.js';

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
  constructor(
    protected readonly stream: Stream,
    protected readonly environment: Environment,
    protected readonly account: AccountState,
  ) {}

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
    // RFC 6121 §2.3: what a set leaves out is erased; a contact that is there already keeps it.
    const { item } = this.contact(bare);
    const { name = item?.name ?? '', groups = item?.groups ?? [], subscribe = true } = options;
    await this.#set({ jid: bare, ...(name === '' ? {} : { name }), groups });
    if (subscribe) await this.requestSubscription(bare);
  }

  /** Gives the contact another handle, `''` for none; the groups stay. */
  async renameContact(jid: string, name: string): Promise<void> {
    await this.#edit(jid, (item) => renamed(item, name));
  }

  /** Removes the contact, and with it the subscriptions both ways (RFC 6121 §2.5). */
  async removeContact(jid: string): Promise<void> {
    await this.stream.request(rosterRemove(requireAddress(jid))).catch((error: unknown) => {
      // RFC 6121 §2.5.3: gone already is what was wanted.
      if (!(error instanceof StanzaError && error.condition === 'item-not-found')) throw error;
    });
  }

  /** Leaves one group and joins another in one step; `null` is "no group". Name and other groups stay. */
  async moveContact(jid: string, from: GroupName, to: GroupName): Promise<void> {
    await this.#edit(jid, (item) => moved(item, from, to));
  }

  async addToGroup(jid: string, group: string): Promise<void> {
    await this.moveContact(jid, null, group);
  }

  async removeFromGroup(jid: string, group: string): Promise<void> {
    await this.moveContact(jid, group, null);
  }

  /** Renames a group for all its members, one set each; the first refusal rejects once all have been answered. */
  async renameGroup(name: string, to: string): Promise<void> {
    await this.#editMembers(name, to);
  }

  /** Takes all its members out of a group. They stay contacts. */
  async removeGroup(name: string): Promise<void> {
    await this.#editMembers(name, null);
  }

  async #edit(jid: string, change: (item: RosterItem) => RosterItemEdit): Promise<void> {
    const item = this.contact(jid).item;
    if (!item) throw new StanzaError('item-not-found', `${jid} is not in the contact list.`, 'cancel');
    const edit = change(item);
    if (!isUnchanged(item, edit)) await this.#set(edit);
  }

  async #set(edit: RosterItemEdit): Promise<void> {
    await this.stream.request(rosterSet(edit));
  }

  async #editMembers(name: string, to: GroupName): Promise<void> {
    const members = this.account.contacts().filter(({ item }) => item?.groups.includes(name));
    const answers = await Promise.allSettled(members.map(({ jid }) => this.moveContact(jid, name, to)));
    const refused = answers.find((answer) => answer.status === 'rejected');
    if (refused) throw refused.reason;
  }
}
