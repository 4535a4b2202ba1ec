import { BLOCKING_NS, readBlockPush } from '../protocol/blocking.js';
import { StanzaError } from '../protocol/errors.js';
import { parseJid } from '../protocol/jid.js';
import { readPresence, type Presence } from '../protocol/presence.js';
import { readRosterPush, readRosterResult, ROSTER_NS, ROSTER_VERSIONING_NS, rosterGet, type RosterPush } from '../protocol/roster.js';
import type { Environment, Stream, StreamState } from '../protocol/stream.js';
import type { XmlElement } from '../protocol/xml.js';
import type { AccountState } from './account-state.js';
import { answerQuestions, isOurAccount } from './answers.js';
import { isSubscribedTo } from './contact.js';
import { fetchBlockList, noteBlocking } from './fetch-block-list.js';
import type { OwnPresenceSender } from './own-presence.js';
import type { RosterCache } from './roster-cache.js';
import type { ViewSettings } from './view-settings.js';

/**
 * How long after our own presence came back the server may take to tell of its people, in ms. RFC 6121 §4.3.2 only
 * recommends that it tell of those who are not there, and ejabberd does not.
 */
const SETTLE_MS = 2_000;
/** A server that takes our resource for gone is told of us again, but not over and over. In ms. */
const REANNOUNCE_MS = 10_000;

/** What travels in: from the stream's stanzas to the account's state. */
export class SessionSync {
  /** Whether this session has its roster and has sent presence. */
  ready = false;
  #ownResource = '';
  #settling: unknown;
  #announcedAt = -Infinity;
  #restoring: Promise<void> | undefined;
  /** Whether this session's roster has come from the server, or was confirmed by it. */
  #isRosterCurrent = false;
  /** Whether the list is that of the last visit, and no server has let this page in since. */
  #isPainted = false;
  /** Counts connections that came and went: a later one may have the same full address. */
  #generation = 0;

  constructor(
    private readonly stream: Stream,
    private readonly account: AccountState,
    private readonly own: OwnPresenceSender,
    private readonly environment: Environment,
    private readonly cache: RosterCache,
    private readonly languages: readonly string[],
    private readonly view: ViewSettings,
  ) {
    stream.observe({
      onState: (state) => this.#receiveState(state),
      onPresence: (stanza) => this.#receivePresence(stanza),
    });
    stream.answer('set', ROSTER_NS, (iq) => this.#receivePush(iq));
    stream.answer('set', BLOCKING_NS, (iq) => this.#receiveBlockPush(iq));
    answerQuestions(stream, account, own);
  }

  #receiveState(state: StreamState): void {
    this.#generation++;
    if (state.connectionStatus === 'online' && state.jid) {
      void this.#begin(state.jid);
      return;
    }
    this.own.lose();
    this.ready = false;
    this.#isRosterCurrent = false;
    this.#stopSettling();
    this.account.forgetSession();
    // Whoever cannot sign in is not to see whom the last one knew.
    if (this.#isPainted && state.failure?.kind === 'authentication' && state.failure.final) this.#forgetPainted();
    this.account.goBlind('disconnected');
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

  async #becomeAccount(jid: string): Promise<void> {
    // What one account said of itself is not for the next to say.
    if (this.account.jid !== undefined) this.own.reset();
    this.cache.begin();
    this.#isPainted = false;
    this.account.reset(jid);
    this.view.restore();
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
    this.#ownResource = resource;
    const generation = this.#generation;
    const isCurrent = () => generation === this.#generation;
    const restoring = this.restore(bare);
    // What is there already is not to be waited for.
    if (restoring) await restoring;
    if (!isCurrent()) return;
    this.#isPainted = false;
    this.account.touchAll();
    try {
      const roster = readRosterResult(await this.stream.request(rosterGet(this.#knownVersion)));
      if (!isCurrent()) return;
      // RFC 6121 §2.6.3: an empty result says that what we have is current.
      if (roster) this.account.replaceRoster(roster);
      this.#isRosterCurrent = true;
      this.keep();
    } catch (error) {
      // RFC 6121 §2.2: no roster is no reason to hide. After a refusal there is none; after silence the last one stands.
      if (error instanceof StanzaError && isCurrent()) this.account.replaceRoster({ items: [] });
    }
    if (isCurrent()) this.#announce();
  }

  /** RFC 6121 §2.6.1–2: only where it is offered; `''` asks for a version to begin with. */
  get #knownVersion(): string | undefined {
    return this.stream.state.features.has(ROSTER_VERSIONING_NS) ? (this.account.roster.ver ?? '') : undefined;
  }

  /** Has this browser keep the roster and how it is shown, if it is as the server has it. */
  keep(): void {
    const { account, view } = this;
    if (account.jid !== undefined && this.#isRosterCurrent) this.cache.save(account.jid, () => ({ ...account.roster.snapshot(), view: view.snapshot() }));
  }

  #announce(): void {
    this.ready = true;
    // Sent first: the server answers while the page is busy with the list.
    this.own.send();
    // This tells of the whole list, too.
    this.noteOwnChoice();
    void fetchBlockList(this.stream, this.account);
    this.view.begin();
  }

  /** We are told of others only while we are available ourselves (RFC 6121 §4.5). */
  noteOwnChoice(): void {
    if (!this.ready) return;
    if (this.own.state.type === 'available') return this.account.see();
    this.#stopSettling();
    this.account.goBlind('own-unavailable');
  }

  #receivePush(iq: XmlElement): undefined | null {
    // RFC 6121 §2.1.6: only our own account may push, and nobody else learns that we are here.
    if (!isOurAccount(this.account, iq.attrs.from)) return null;
    const push = readRosterPush(iq);
    if (!push) return undefined;
    const { jid, item } = push;
    if (this.#endsPresence(push)) this.account.presences.forget(jid);
    this.account.roster.apply(push);
    this.keep();
    if (item) this.account.requests.settleBy(item);
    if (!item?.ask) this.account.requestErrors.delete(jid);
    this.account.touch([jid]);
    return undefined;
  }

  /** XEP-0191 §3.3: to be believed like a roster push. */
  #receiveBlockPush(iq: XmlElement): undefined | null {
    if (!isOurAccount(this.account, iq.attrs.from)) return null;
    const push = readBlockPush(iq);
    if (push) noteBlocking(this.account, this.account.blockList.apply(push));
    return undefined;
  }

  /** What is known ends with the subscription; and what came before one was an acknowledgement, unless somebody is there. */
  #endsPresence({ jid, item }: RosterPush): boolean {
    const before = isSubscribedTo(this.account.roster.get(jid));
    const after = isSubscribedTo(item);
    const online = (this.account.presences.get(jid)?.resources.length ?? 0) > 0;
    // One's own account is no contact, whatever a roster says of it.
    return jid !== this.account.jid && (!item || (before && !after) || (!before && after && !online));
  }

  #receivePresence(stanza: XmlElement): void {
    const presence = readPresence(stanza, { now: this.environment.now(), languages: this.languages });
    const jid = presence?.from ?? this.account.jid;
    if (!presence || jid === undefined) return;
    if (presence.type === 'available' || presence.type === 'unavailable') this.#receiveAvailability(jid, presence);
    else this.#receiveSubscription(jid, presence);
  }

  #receiveAvailability(jid: string, presence: Presence): void {
    // What was under way when we made ourselves unavailable would stay for ever: nothing follows that could correct it.
    if (this.own.state.type === 'unavailable' && jid !== this.account.jid) return;
    this.account.presences.receive(jid, presence, this.environment.now());
    if (presence.nick) this.account.nicks.set(jid, presence.nick);
    if (jid === this.account.jid && presence.resource === this.#ownResource) this.#receiveOwn(presence);
    this.account.touch([jid]);
  }

  #receiveOwn({ type }: Presence): void {
    if (type === 'available') return this.#receiveEcho();
    const now = this.environment.now();
    if (!this.ready || this.own.state.type !== 'available') return;
    // The server takes us for gone, and so does everybody else.
    this.own.doubt();
    if (now - this.#announcedAt < REANNOUNCE_MS) return;
    this.#announcedAt = now;
    this.own.send();
  }

  #receiveEcho(): void {
    this.own.echo();
    // The echo of what we have taken back since announces nobody.
    if (this.own.state.type === 'available') this.#settling ??= this.environment.setTimeout(() => this.account.settle(), SETTLE_MS);
  }

  #stopSettling(): void {
    this.environment.clearTimeout(this.#settling);
    this.#settling = undefined;
  }

  #receiveSubscription(jid: string, presence: Presence): void {
    const { requests, requestErrors, nicks, roster } = this.account;
    // One's own account asks nobody, and is no contact.
    if (jid === this.account.jid) return;
    if (presence.type === 'subscribe') {
      requests.receive(jid, presence);
      if (presence.nick) nicks.set(jid, presence.nick);
    } else if (presence.type === 'unsubscribe') {
      // RFC 6121 A.3.2: an unsubscribe takes back the request that waits.
      requests.settle(jid);
    } else if (presence.type === 'error' && presence.error && roster.get(jid)?.ask) {
      requestErrors.set(jid, presence.error);
    } else {
      return;
    }
    this.account.touch([jid]);
  }
}
