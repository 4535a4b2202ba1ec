import { parseJid } from '../protocol/jid.js';
import type { Environment, Stream, StreamState } from '../protocol/stream.js';
import type { XmlElement } from '../protocol/xml.js';
import type { AccountState } from './account-state.js';
import { answerPushes } from './answer-pushes.js';
import { answerQuestions } from './answers.js';
import { fetchBlockList } from './fetch-block-list.js';
import { fetchRoster } from './fetch-roster.js';
import type { OwnPresenceSender } from './own-presence.js';
import { PresenceSync } from './presence-sync.js';
import { isSubscriptionStanza } from './receive-subscription.js';
import { isSessionSnapshot } from './read-snapshot.js';
import type { RosterCache } from './roster-cache.js';
import { notePresenceSent } from './sent-elsewhere.js';
import { applySnapshot, takeSnapshot, type SessionParts, type SessionSnapshot } from './session-snapshot.js';
import type { ViewSettings } from './view-settings.js';

/** A session whose connection was lost, as it stood then. */
type HeldSession = Readonly<{ ready: boolean; snapshot: SessionSnapshot | undefined; putBack: () => void }>;

/** What travels in: from the stream's stanzas to the account's state. */
export class SessionSync {
  readonly #presence: PresenceSync;
  #restoring: Promise<void> | undefined;
  /** Whether this session's roster has come from the server, or was confirmed by it. */
  #isRosterCurrent = false;
  /** Whether the list is that of the last visit, and no server has let this page in since. */
  #isPainted = false;
  /** Whether the server was asked for the roster. */
  #isAsking = false;
  /** Counts sessions that came and went: a later one may have the same full address. */
  #generation = 0;
  #held: HeldSession | undefined;
  /** Of the last session, what may not have been heard: it may be said twice (RFC 6121 §3.1.3). */
  readonly #unsaid: XmlElement[] = [];

  constructor(
    private readonly stream: Stream,
    private readonly account: AccountState,
    private readonly own: OwnPresenceSender,
    environment: Environment,
    private readonly cache: RosterCache,
    languages: readonly string[],
    private readonly view: ViewSettings,
  ) {
    stream.observe({
      onState: (state) => this.#receiveState(state),
      onSent: (stanza) => this.#noteSent(stanza),
      onUnacknowledged: (stanzas) => this.#unsaid.push(...stanzas.filter(isSubscriptionStanza)),
    });
    this.#presence = new PresenceSync(stream, account, own, environment, languages);
    answerPushes(stream, account, () => this.keep());
    answerQuestions(stream, account, own);
  }

  /** Whether this session has its roster and has sent presence. */
  get ready(): boolean {
    return this.account.readiness.isReady;
  }

  #receiveState(state: StreamState): void {
    const { connectionStatus, jid, resumed = false, snapshot } = state;
    if (connectionStatus === 'online' && jid !== undefined && isSessionSnapshot(snapshot)) this.#takeOver(jid, snapshot);
    else if (connectionStatus === 'online' && jid !== undefined) this.#receiveOnline(jid, resumed);
    else if (connectionStatus === 'reconnecting') this.#suspend();
    else this.#end(connectionStatus === 'connecting');
    // Whoever cannot sign in is not to see whom the last one knew.
    if (this.#isPainted && state.failure?.kind === 'authentication' && state.failure.final) this.#forgetPainted();
  }

  #receiveOnline(jid: string, resumed: boolean): void {
    const held = this.#held;
    this.#held = undefined;
    if (resumed && held) return this.#goOn(jid, held);
    this.#end(true);
    void this.#begin(jid);
  }

  /** The connection is lost. The session may go on; until that is known nobody is shown as online on old news. */
  #suspend(): void {
    this.#held ??= { ready: this.ready, snapshot: this.snapshot(), putBack: this.account.hold() };
    this.own.suspend();
    this.account.readiness.become(false);
    this.#goDark();
  }

  /** It does, and the server says what happened meanwhile, in order. */
  #goOn(jid: string, { ready, putBack }: HeldSession): void {
    putBack();
    if (!ready && !this.#isAsking) return void this.#begin(jid);
    if (!ready) return;
    this.#becomeReady();
    this.#presence.settleSoon();
    this.own.goOn();
  }

  /** A session that began in another page, or goes on in another tab. */
  #takeOver(jid: string, snapshot: SessionSnapshot): void {
    this.#end(true);
    this.#presence.ownResource = parseJid(jid)?.resource ?? '';
    if (this.account.jid !== snapshot.jid) this.#change(snapshot.jid);
    const hasChosen = applySnapshot(snapshot, this.#parts);
    this.#isPainted = false;
    this.#isRosterCurrent = true;
    this.account.see();
    this.#becomeReady();
    if (hasChosen) this.own.send();
    this.#sayAgain();
    if (snapshot.settled) this.account.settle();
    else this.#presence.settleSoon();
    if (snapshot.blocked === undefined) void fetchBlockList(this.stream, this.account);
    this.view.begin();
  }

  /** All that is known, or was when the connection was lost; `undefined` while that is not enough to go on with. */
  snapshot(): SessionSnapshot | undefined {
    const { jid } = this.account;
    return this.ready && jid !== undefined ? takeSnapshot(jid, this.#parts) : this.#held?.snapshot;
  }

  get #parts(): SessionParts {
    return { account: this.account, own: this.own, view: this.view };
  }

  /** The session is over. */
  #end(isSought: boolean): void {
    this.account.readiness.end(isSought);
    this.#generation++;
    this.#held = undefined;
    this.own.lose();
    this.#isRosterCurrent = this.#isAsking = false;
    this.#goDark();
  }

  #goDark(): void {
    this.#presence.stopSettling();
    this.account.forgetSession();
    this.account.goBlind('disconnected');
  }

  /** Nobody is signed in any more: nothing of what the account knew is shown to whoever comes next. */
  forget(): void {
    this.#forgetSaid();
    this.#isPainted = false;
    this.account.reset(undefined);
    this.view.restore();
  }

  /** What one account has said is not for the next to say. */
  #forgetSaid(): void {
    this.own.reset();
    this.#unsaid.length = 0;
  }

  #forgetPainted(): void {
    this.account.replaceRoster({ items: [] });
    this.view.restore();
  }

  /** Paints the roster of the last visit, if nothing newer is there. */
  restore(jid: string): Promise<void> | undefined {
    if (this.account.jid !== jid) this.#restoring = this.#becomeAccount(jid).finally(() => (this.#restoring = undefined));
    return this.#restoring;
  }

  #change(jid: string): void {
    if (this.account.jid !== undefined) this.#forgetSaid();
    this.cache.begin();
    this.#isPainted = false;
    this.account.reset(jid);
    this.view.restore();
  }

  async #becomeAccount(jid: string): Promise<void> {
    this.#change(jid);
    const cached = await this.cache.load(jid);
    if (!cached || this.account.jid !== jid || this.#isRosterCurrent) return;
    this.account.roster.replace(cached);
    this.view.restore(cached.view);
    this.#isPainted = true;
    this.account.touchAll();
  }

  /** A new session: the roster first, then presence (RFC 6121 §2.2). */
  async #begin(jid: string): Promise<void> {
    const { bare, resource } = parseJid(jid) ?? { bare: jid, resource: '' };
    this.#presence.ownResource = resource;
    const generation = this.#generation;
    const isCurrent = () => generation === this.#generation;
    const restoring = this.restore(bare);
    // What is there already is not to be waited for.
    if (restoring) await restoring;
    if (!isCurrent()) return;
    this.#isPainted = false;
    this.account.touchAll();
    this.#isAsking = true;
    const isRosterCurrent = await fetchRoster(this.stream, this.account, isCurrent);
    if (!isCurrent()) return;
    this.#isAsking = false;
    this.#isRosterCurrent = isRosterCurrent;
    this.keep();
    if (this.stream.state.connectionStatus === 'online') this.#announce();
  }

  /** Has this browser keep the roster and how it is shown, if it is as the server has it. */
  keep(): void {
    const { account, view } = this;
    if (account.jid !== undefined && this.#isRosterCurrent) this.cache.save(account.jid, () => ({ ...account.roster.snapshot(), view: view.snapshot() }));
  }

  #announce(): void {
    // Sent first: the server answers while the page is busy with the list.
    this.own.send();
    this.#sayAgain();
    this.#becomeReady();
    void fetchBlockList(this.stream, this.account);
    this.view.begin();
  }

  #sayAgain(): void {
    for (const stanza of this.#unsaid.splice(0)) this.stream.send(stanza);
  }

  #noteSent(stanza: XmlElement): void {
    if (stanza.name === 'iq') return this.view.noteSent(stanza);
    if (stanza.name !== 'presence') return;
    notePresenceSent(stanza, this.account, this.own);
    if (stanza.attrs.to === undefined) this.noteOwnChoice();
  }

  /** This tells of the whole list, too; then what has waited is done. */
  #becomeReady(): void {
    this.account.readiness.become(true);
    this.noteOwnChoice();
  }

  /** We are told of others only while we are available ourselves (RFC 6121 §4.5). */
  noteOwnChoice(): void {
    if (!this.ready) return;
    if (this.own.state.type === 'available') return this.account.see();
    this.#presence.stopSettling();
    this.account.goBlind('own-unavailable');
  }
}
