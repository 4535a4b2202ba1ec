import { BLOCKING_NS, blockSet } from '../protocol/blocking.js';
import { StanzaError } from '../protocol/errors.js';
import { parseJid, fullJid } from '../protocol/jid.js';
import { availablePresence, subscriptionPresence, unavailablePresence, type OwnPresence, type RequestWords } from '../protocol/presence.js';
import type { Environment, Stream } from '../protocol/stream.js';
import type { AccountState } from './account-state.js';
import { requireAddress } from './address.js';
import type { OwnPresenceSender } from './own-presence.js';
import { RosterCommands } from './roster-commands.js';
import { subscriptionActions, type SubscriptionAction, type SubscriptionStanza } from './subscription-state.js';

/** The stream feature that announces pre-approval (RFC 6121 §3.4.1). */
const PRE_APPROVAL_NS = 'urn:xmpp:features:pre-approval';

/** What the user may do about who sees whom (RFC 6121 §3, §4.6; XEP-0191). The bare address is meant, whatever was given. */
export abstract class SubscriptionCommands extends RosterCommands {
  constructor(
    stream: Stream,
    environment: Environment,
    account: AccountState,
    private readonly ownPresence: OwnPresenceSender,
  ) {
    super(stream, environment, account);
  }

  /** Whether the server lets us approve somebody before they ask. */
  get canPreApprove(): boolean {
    return this.stream.state.features.has(PRE_APPROVAL_NS);
  }

  /** Whether the server can block; `undefined` until it has said so. */
  get canBlock(): boolean | undefined {
    return this.account.blockList.supported;
  }

  /** Whom the server blocks for us: bare and full addresses, and domains. */
  blocked(): readonly string[] {
    return this.account.blockList.all();
  }

  /** What can be done now about the subscriptions between us and that person; nothing about ourselves. */
  subscriptionActions(jid: string): readonly SubscriptionAction[] {
    const { item, requested = false, jid: bare } = this.contact(jid);
    return bare === this.jid ? [] : subscriptionActions({ item, requested }, this.canPreApprove);
  }

  /** Asks to see somebody's presence (RFC 6121 §3.1), in words of one's own if there are any. */
  override async requestSubscription(jid: string, words?: RequestWords): Promise<void> {
    const bare = requireAddress(jid);
    if (bare === this.jid) throw new StanzaError('not-allowed', 'One’s own presence needs no asking.', 'cancel');
    this.#send('subscribe', bare, words);
    this.account.requestErrors.delete(bare);
    this.account.touch([bare]);
  }

  /** Ends our subscription (RFC 6121 §3.3), or takes back the request for one. */
  async unsubscribe(jid: string): Promise<void> {
    const bare = requireAddress(jid);
    this.#send('unsubscribe', bare);
    // RFC 6121 §3.3.3: their presence is void at once.
    this.account.presences.forget(bare);
    this.account.requestErrors.delete(bare);
    this.account.touch([bare]);
  }

  async approveSubscription(jid: string): Promise<void> {
    this.#answer('subscribed', jid);
  }

  async denySubscription(jid: string): Promise<void> {
    this.#answer('unsubscribed', jid);
  }

  /** Takes back the permission to see our presence (RFC 6121 §3.2), or the one given in advance. */
  async cancelSubscription(jid: string): Promise<void> {
    this.#answer('unsubscribed', jid);
  }

  /** Approves somebody before they ask (RFC 6121 §3.4). @throws StanzaError `feature-not-implemented` */
  async preApproveSubscription(jid: string): Promise<void> {
    const bare = requireAddress(jid);
    if (!this.canPreApprove) throw new StanzaError('feature-not-implemented', 'This server knows no approval in advance.', 'cancel');
    this.#answer('subscribed', bare);
  }

  /** Keeps somebody from us, and us from them (XEP-0191): to them we are offline from now on. */
  async blockContact(jid: string): Promise<void> {
    const to = requireAddress(jid);
    // XEP-0191 §3.3 has the server say that we go, but ejabberd does not: they would see us as online for ever.
    const isTold = this.canBlock && this.#isSeenBy(to);
    if (isTold) this.stream.send(unavailablePresence(undefined, to));
    await this.#setBlocked('block', to).catch((error: unknown) => {
      if (isTold) this.#showTo(to);
      throw error;
    });
    // XEP-0191 §4: the request that waits will not come again.
    this.account.requests.settle(to);
    this.account.directed.end(to);
    this.account.touch([to]);
  }

  async unblockContact(jid: string): Promise<void> {
    await this.#setBlocked('unblock', jid);
    // The same of ejabberd the other way round (XEP-0191 §3.4).
    if (this.#isSeenBy(requireAddress(jid))) this.#showTo(requireAddress(jid));
  }

  /**
   * Shows our presence to one address that is not subscribed (RFC 6121 §4.6), until that is ended, we make ourselves
   * unavailable, or the connection ends. It is not repeated when our presence changes.
   *
   * @param jid bare, or full for one of their resources
   */
  async sendDirectedPresence(jid: string, presence: OwnPresence = this.ownPresence.state): Promise<void> {
    const to = requireFullAddress(jid);
    this.stream.send(availablePresence(presence, to));
    this.account.directed.begin(to, this.ownPresence.state.type === 'available');
    this.account.touch([requireAddress(to)]);
  }

  async endDirectedPresence(jid: string): Promise<void> {
    const to = requireFullAddress(jid);
    this.stream.send(unavailablePresence(undefined, to));
    this.account.directed.end(to);
    this.account.touch([requireAddress(to)]);
  }

  /** We go: the server tells those whom it knows to have seen us come. */
  protected endAllDirectedPresence(): void {
    const { untold, all } = this.account.directed.endAll();
    for (const to of untold) this.stream.send(unavailablePresence(undefined, to));
    this.account.touch(all.map(requireAddress));
  }

  /** Whether that bare address sees that we are there. */
  #isSeenBy(jid: string): boolean {
    return this.ownPresence.state.type === 'available' && this.account.isSeenBy(jid);
  }

  #showTo(jid: string): void {
    if (this.stream.state.connectionStatus === 'online') this.stream.send(availablePresence(this.ownPresence.state, jid));
  }

  async #setBlocked(kind: 'block' | 'unblock', jid: string): Promise<void> {
    const bare = requireAddress(jid);
    if (bare === this.jid) throw new StanzaError('not-allowed', 'One’s own account cannot be blocked.', 'cancel');
    if (this.canBlock === false) throw new StanzaError('feature-not-implemented', `This server knows no blocking (${BLOCKING_NS}).`, 'cancel');
    await this.stream.request(blockSet(kind, bare));
  }

  #answer(type: 'subscribed' | 'unsubscribed', jid: string): void {
    const bare = requireAddress(jid);
    this.#send(type, bare);
    this.account.requests.settle(bare);
    this.account.touch([bare]);
  }

  #send(type: SubscriptionStanza, to: string, words?: RequestWords): void {
    const id = `${type}-${Math.floor(this.environment.random() * 2 ** 32).toString(36)}`;
    this.stream.send(subscriptionPresence(type, to, id, words));
  }
}

function requireFullAddress(jid: string): string {
  const parsed = parseJid(jid.trim());
  return parsed ? fullJid(parsed) : requireAddress(jid);
}
