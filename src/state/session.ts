import { bareJid } from '../protocol/jid.js';
import { unavailablePresence, type OwnPresence } from '../protocol/presence.js';
import type { ConnectionFailure, ConnectionStatus, Environment, Stream, StreamObserver } from '../protocol/stream.js';
import { AccountState } from './account-state.js';
import type { Contact, ResourcePresence } from './contact.js';
import type { Clock } from './grace-period.js';
import { groupContacts, type Group } from './groups.js';
import type { ChangeListener } from './notifier.js';
import { OwnPresenceSender, type OwnPresenceState } from './own-presence.js';
import { RosterCache } from './roster-cache.js';
import { isWelcome, PictureSync } from './picture-sync.js';
import { Pictures } from './pictures.js';
import { orderedGroups } from './section-tree.js';
import type { SessionOptions } from './session-options.js';
import { SessionSignIn } from './session-sign-in.js';
import type { SessionSnapshot } from './session-snapshot.js';
import { SessionSync } from './session-sync.js';
import { SignIn } from './sign-in.js';
import { SubscriptionCommands } from './subscription-commands.js';
import type { SubscriptionRequest } from './subscription-requests.js';
import { ViewSettings } from './view-settings.js';

/**
 * One account's roster and presence, live: what is true now, and what its user may do. It outlives reconnects.
 *
 * Commands settle with the server's answer. They reject with `NotConnectedError` (nothing was sent), `NoResponseError`
 * (sent; the effect is unknown) or `StanzaError` (refused). The result writes nothing: the server's push does.
 */
export class Session extends SubscriptionCommands {
  /** The pictures of the people whom somebody looks at. */
  readonly pictures: Pictures;
  /** Signing in with what somebody types, where the page leaves it to its user. */
  readonly signIn: SessionSignIn;
  readonly #own: OwnPresenceSender;
  readonly #sync: SessionSync;
  readonly #cache: RosterCache;
  readonly #signedOut: SessionOptions['signedOut'];
  /** How the user wants to see the contact list; the same on every page and machine, where the server can keep it. */
  override readonly viewSettings: ViewSettings;
  #disconnectedSince: Date | undefined;
  #wasOnline = false;
  /** Whether it was disconnected, or signed out, and not told to connect since. */
  stopped = false;

  constructor(stream: Stream, environment: Environment, { languages = [], storage, pictures, signIn = new SignIn(undefined), signedOut }: SessionOptions = {}) {
    const account = new AccountState((error) => environment.reportError(error));
    const own = new OwnPresenceSender(stream, environment, () => account.notifier.notify(account.jid ? [account.jid] : []));
    super(stream, environment, account, own);
    this.#own = own;
    this.#signedOut = signedOut;
    this.signIn = new SessionSignIn(signIn, this, () => account.notifier.notifyAll([]));
    this.#cache = new RosterCache(storage, environment);
    stream.observe({ onState: () => this.#noteStatus() });
    this.viewSettings = new ViewSettings(stream, environment, () => this.#noteView(), () => this.#groupNames());
    this.#sync = new SessionSync(stream, account, own, environment, this.#cache, languages, this.viewSettings);
    this.pictures = new Pictures(stream, environment, {
      storage: pictures,
      isWelcome: (jid) => isWelcome(account, jid),
      isReady: () => this.ready,
      changed: (jids) => account.notifier.notify(jids),
    });
    new PictureSync(stream, account, this.pictures);
  }

  /** What times everything here; its `now()` is in ms since 1970. */
  get clock(): Clock {
    return this.environment;
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
    return this.jid === undefined ? [] : this.account.contact(this.jid).resources;
  }

  /**
   * Goes offline and forgets who was signed in, in all tabs: what was typed, the key of whoever stays signed in, and all
   * that this browser keeps of their contacts.
   */
  async signOut({ onlyHere = false } = {}): Promise<void> {
    const jid = this.jid ?? bareJid(this.signIn.jid);
    const forgotten = [this.forgetCache(), this.signIn.forget()];
    if (jid !== undefined && !onlyHere) this.#signedOut?.(jid);
    const closed = this.disconnect();
    this.#wasOnline = false;
    this.#disconnectedSince = undefined;
    this.#sync.forget();
    await Promise.all([closed, ...forgotten]);
  }

  /** Connects and stays connected; progress shows in `connectionStatus`. */
  connect(): void {
    this.stopped = false;
    this.stream.connect();
  }

  /** Something happened after which the connection may be dead, or to be had again: it is looked into at once. */
  wake(): void {
    this.stream.wake();
  }

  /** Says that we go (RFC 6121 §4.5), closes the stream and stays offline. */
  async disconnect(): Promise<void> {
    this.stopped = true;
    await this.#close();
  }

  async #close(): Promise<void> {
    if (this.ready) this.endAllDirectedPresence();
    const isSeen = this.ready && this.presence.type === 'available';
    await this.stream.disconnect(isSeen ? unavailablePresence() : undefined);
  }

  /**
   * The page goes, perhaps for good: whoever comes next goes on with the session, and nobody notices. Nothing goes to
   * and fro until `connect()`.
   */
  release(): void {
    this.stream.release();
  }

  /** This page needs the session no more: leaves it to the others who share it, or disconnects. */
  async leave(): Promise<void> {
    if (!(await this.stream.isShared())) return this.#close();
    this.stream.release();
    await this.stream.disconnect();
  }

  /** All that is known, for another page to go on with; `undefined` while that is not enough. */
  snapshot(): SessionSnapshot | undefined {
    return this.#sync.snapshot();
  }

  /** Tells the server whether the page is being looked at (XEP-0352): what it holds back meanwhile comes when it is again. */
  setActive(active: boolean): void {
    this.stream.setActive(active);
  }

  /**
   * Shows the contact list that this browser kept of the account's last visit, if it kept one: names and groups, never
   * presence. For before the connection comes; it does this itself as soon as it knows the account.
   */
  async restore(jid: string): Promise<void> {
    const bare = bareJid(jid);
    if (bare === undefined) return;
    await this.#sync.restore(bare);
    void this.pictures.begin(bare);
  }

  /** Deletes what this browser keeps of the account's contact list, and all pictures: for signing out on a machine that others use. */
  async forgetCache(): Promise<void> {
    const jid = this.jid ?? bareJid(this.signIn.jid);
    await Promise.all([jid === undefined ? undefined : this.#cache.remove(jid), this.pictures.forget()]);
  }

  /** Everybody in the roster, in no order. */
  contacts(): readonly Contact[] {
    return this.account.contacts();
  }

  /**
   * What tells a contact from others with the same name: the part of the address in which they differ, else all of it;
   * `''` for whoever has a name of their own.
   */
  distinction(jid: string): string {
    return this.account.namesakes.distinction(jid);
  }

  /** The roster's groups in no order, each with its contacts; a contact in several groups is in each of them. */
  groups(): readonly Group[] {
    return groupContacts(this.contacts());
  }

  /** Who asks to see our presence and waits for an answer. */
  requests(): readonly SubscriptionRequest[] {
    return this.account.requests.all();
  }

  /** Calls the listener with the addresses that changed, or only for the one given. @returns its undo */
  subscribe(listener: ChangeListener, jid?: string): () => void {
    return this.account.notifier.subscribe(listener, jid === undefined ? undefined : (bareJid(jid) ?? jid));
  }

  /** Shows the stanzas that go by, for people who want to see what happens. @returns its undo */
  observeStanzas(listener: NonNullable<StreamObserver['onStanza']>): () => void {
    return this.stream.observe({ onStanza: listener });
  }

  /** Makes us available, in words of our own. Without a connection it is kept for the next; settles when confirmed. */
  async setPresence(presence: OwnPresence = {}): Promise<void> {
    const sent = this.#own.choose('available', presence, this.ready);
    this.#sync.noteOwnChoice();
    await sent;
  }

  /** Makes us unavailable to everybody; the connection and the list stay, but nobody's presence is told to us. */
  async setUnavailable(status?: string): Promise<void> {
    if (this.ready) this.endAllDirectedPresence();
    const sent = this.#own.choose('unavailable', status ? { status } : {}, this.ready);
    this.#sync.noteOwnChoice();
    await sent;
  }

  /** Puts a group before another one of its level, `null`: after all of them; in all lists of the account. */
  moveGroup(name: string, before: string | null): void {
    this.viewSettings.moveGroup(name, before);
  }

  #groupNames(): readonly string[] {
    return orderedGroups(this.contacts().flatMap(({ item }) => item?.groups ?? []), this.viewSettings);
  }

  #noteView(): void {
    this.#sync.keep();
    this.account.notifier.notify(this.jid === undefined ? [] : [this.jid]);
  }

  #noteStatus(): void {
    this.signIn.noteState(this);
    if (this.connectionStatus === 'online') {
      this.#wasOnline = true;
      this.#disconnectedSince = undefined;
    } else if (this.#wasOnline) {
      this.#disconnectedSince ??= new Date(this.environment.now());
    }
  }
}
