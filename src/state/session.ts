import { StanzaError } from '../protocol/errors.js';
import { bareJid } from '../protocol/jid.js';
import { availablePresence, subscriptionPresence, unavailablePresence, type OwnPresence } from '../protocol/presence.js';
import { rosterRemove, rosterSet, type RosterItem, type RosterItemEdit } from '../protocol/roster.js';
import type { ConnectionFailure, ConnectionStatus, Environment, Stream, StreamObserver } from '../protocol/stream.js';
import { AccountState } from './account-state.js';
import type { Contact, ResourcePresence } from './contact.js';
import type { ChangeListener } from './notifier.js';
import { OwnPresenceSender, type OwnPresenceState } from './own-presence.js';
import { isUnchanged, moved, renamed, type GroupName } from './roster-edits.js';
import { requireAddress } from './address.js';
import { groupContacts, type Group } from './groups.js';
import { SessionSync } from './session-sync.js';
import type { SubscriptionRequest } from './subscription-requests.js';

export interface SessionOptions {
  /** The reader's languages (BCP 47), best first: which of several status texts is shown. */
  readonly languages?: readonly string[];
}

/**
 * One account's roster and presence, live: what is true now, and what its user may do. It outlives reconnects.
 *
 * Commands settle with the server's answer. They reject with `NotConnectedError` (nothing was sent), `NoResponseError`
 * (sent; the effect is unknown) or `StanzaError` (refused). The result writes nothing: the server's push does.
 */
export class Session {
  readonly #account: AccountState;
  readonly #own: OwnPresenceSender;
  readonly #sync: SessionSync;
  #disconnectedSince: Date | undefined;

  constructor(
    private readonly stream: Stream,
    private readonly environment: Environment,
    { languages = [] }: SessionOptions = {},
  ) {
    this.#account = new AccountState((error) => environment.reportError(error));
    this.#own = new OwnPresenceSender(stream, environment, () => this.#account.notifier.notify(this.jid ? [this.jid] : []));
    stream.observe({ onState: () => this.#noteStatus() });
    this.#sync = new SessionSync(stream, this.#account, this.#own, environment, languages);
  }

  /** The account's prepared bare address, once there was a connection. */
  get jid(): string | undefined {
    return this.#account.jid;
  }

  get connectionStatus(): ConnectionStatus {
    return this.stream.state.connectionStatus;
  }

  /** Why there is no connection, when something went wrong. */
  get failure(): ConnectionFailure | undefined {
    return this.stream.state.failure;
  }

  /** Since when nothing is known any more; absent while online and before the first connection. */
  get disconnectedSince(): Date | undefined {
    return this.#disconnectedSince;
  }

  /** Whether the roster of this session has come and presence was sent. */
  get ready(): boolean {
    return this.#sync.ready;
  }

  /** Our own presence as chosen last, and whether the server has confirmed it. */
  get presence(): OwnPresenceState {
    return this.#own.state;
  }

  /** The available resources of our own account, this one among them, best first. */
  get resources(): readonly ResourcePresence[] {
    return this.jid === undefined ? [] : this.#account.contact(this.jid).resources;
  }

  /** Connects and stays connected; progress shows in `connectionStatus`. */
  connect(): void {
    this.stream.connect();
  }

  /** Says that we go (RFC 6121 §4.5), closes the stream and stays offline. */
  async disconnect(): Promise<void> {
    if (this.ready && this.presence.type === 'available') this.stream.send(unavailablePresence());
    await this.stream.disconnect();
  }

  /** Anybody, in the roster or not. The record stays the same object until something about that person changes. */
  contact(jid: string): Contact {
    return this.#account.contact(this.#account.knows(jid) ? jid : (bareJid(jid) ?? jid));
  }

  /** Everybody in the roster, in no order. */
  contacts(): readonly Contact[] {
    return this.#account.contacts();
  }

  /** The roster's groups in no order, each with its contacts; a contact in several groups is in each of them. */
  groups(): readonly Group[] {
    return groupContacts(this.contacts());
  }

  /** Who asks to see our presence and waits for an answer. */
  requests(): readonly SubscriptionRequest[] {
    return this.#account.requests.all();
  }

  /** Calls the listener with the addresses that changed, or only for the one given. @returns its undo */
  subscribe(listener: ChangeListener, jid?: string): () => void {
    return this.#account.notifier.subscribe(listener, jid === undefined ? undefined : (bareJid(jid) ?? jid));
  }

  /** Shows the stanzas that go by, for people who want to see what happens. @returns its undo */
  observeStanzas(listener: NonNullable<StreamObserver['onStanza']>): () => void {
    return this.stream.observe({ onStanza: listener });
  }

  /** Adds a contact and, unless told not to, asks to see their presence (RFC 6121 §2.3, §3.1). */
  async addContact(jid: string, options: { name?: string; groups?: readonly string[]; subscribe?: boolean } = {}): Promise<void> {
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

  async requestSubscription(jid: string): Promise<void> {
    this.#sendSubscription('subscribe', jid);
  }

  /** Ends our subscription, or takes back the request for one. */
  async unsubscribe(jid: string): Promise<void> {
    this.#sendSubscription('unsubscribe', jid);
    // RFC 6121 §3.3.3: their presence is void at once.
    this.#account.presences.forget(requireAddress(jid));
    this.#account.touch([requireAddress(jid)]);
  }

  async approveSubscription(jid: string): Promise<void> {
    this.#answerRequest('subscribed', jid);
  }

  async denySubscription(jid: string): Promise<void> {
    this.#answerRequest('unsubscribed', jid);
  }

  /** Takes back the permission to see our presence (RFC 6121 §3.2). */
  async cancelSubscription(jid: string): Promise<void> {
    this.#answerRequest('unsubscribed', jid);
  }

  /** Makes us available, in words of our own. Without a connection it is kept for the next; settles when confirmed. */
  async setPresence(presence: OwnPresence = {}): Promise<void> {
    const sent = this.#own.choose('available', presence, this.ready);
    this.#sync.noteOwnChoice();
    await sent;
  }

  /** Makes us unavailable to everybody; the connection and the list stay, but nobody's presence is told to us. */
  async setUnavailable(status?: string): Promise<void> {
    const sent = this.#own.choose('unavailable', status ? { status } : {}, this.ready);
    this.#sync.noteOwnChoice();
    await sent;
  }

  /** Shows our presence to one address that is not subscribed (RFC 6121 §4.6). */
  async sendDirectedPresence(jid: string, presence: OwnPresence = this.presence): Promise<void> {
    this.stream.send(availablePresence(presence, jid));
  }

  async endDirectedPresence(jid: string): Promise<void> {
    this.stream.send(unavailablePresence(undefined, jid));
  }

  #noteStatus(): void {
    const online = this.connectionStatus === 'online';
    if (online) this.#disconnectedSince = undefined;
    else if (this.jid !== undefined) this.#disconnectedSince ??= new Date(this.environment.now());
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
    const members = this.contacts().filter(({ item }) => item?.groups.includes(name));
    const answers = await Promise.allSettled(members.map(({ jid }) => this.moveContact(jid, name, to)));
    const refused = answers.find((answer) => answer.status === 'rejected');
    if (refused) throw refused.reason;
  }

  #answerRequest(type: 'subscribed' | 'unsubscribed', jid: string): void {
    this.#sendSubscription(type, jid);
    this.#account.requests.settle(requireAddress(jid));
    this.#account.touch([requireAddress(jid)]);
  }

  #sendSubscription(type: Parameters<typeof subscriptionPresence>[0], jid: string): void {
    const id = `${type}-${Math.floor(this.environment.random() * 2 ** 32).toString(36)}`;
    this.stream.send(subscriptionPresence(type, requireAddress(jid), id));
  }
}
