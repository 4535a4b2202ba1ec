import { readPresence, type Presence } from '../protocol/presence.js';
import type { Environment, Stream } from '../protocol/stream.js';
import type { XmlElement } from '../protocol/xml.js';
import type { AccountState } from './account-state.js';
import type { OwnPresenceSender } from './own-presence.js';
import { receiveSubscription } from './receive-subscription.js';

/**
 * How long after our own presence came back the server may take to tell of its people, in ms. RFC 6121 §4.3.2 only
 * recommends that it tell of those who are not there, and ejabberd does not.
 */
const SETTLE_MS = 2_000;
/** A server that takes our resource for gone is told of us again, but not over and over. In ms. */
const REANNOUNCE_MS = 10_000;

/** What travels in as presence: that of others, and the echo of our own. */
export class PresenceSync {
  /** This session's resource: what bears it is our own. */
  ownResource = '';
  #settling: unknown;
  #announcedAt = -Infinity;

  constructor(
    private readonly stream: Stream,
    private readonly account: AccountState,
    private readonly own: OwnPresenceSender,
    private readonly environment: Environment,
    private readonly languages: readonly string[],
  ) {
    stream.observe({ onPresence: (stanza) => this.#receive(stanza) });
  }

  /** From now on our own server has its time to tell of its people. */
  settleSoon(): void {
    // The echo of what we have taken back since announces nobody.
    if (this.own.state.type === 'available') this.#settling ??= this.environment.setTimeout(() => this.account.settle(), SETTLE_MS);
  }

  stopSettling(): void {
    this.environment.clearTimeout(this.#settling);
    this.#settling = undefined;
  }

  #receive(stanza: XmlElement): void {
    const presence = readPresence(stanza, { now: this.environment.now(), languages: this.languages });
    const jid = presence?.from ?? this.account.jid;
    if (!presence || jid === undefined) return;
    if (presence.type === 'available' || presence.type === 'unavailable') this.#receiveAvailability(jid, presence);
    else receiveSubscription(this.account, jid, presence);
  }

  #receiveAvailability(jid: string, presence: Presence): void {
    // What was under way when we made ourselves unavailable would stay for ever: nothing follows that could correct it.
    if (this.own.state.type === 'unavailable' && jid !== this.account.jid) return;
    this.account.presences.receive(jid, presence, this.environment.now());
    if (presence.nick) this.account.nicks.set(jid, presence.nick);
    if (jid === this.account.jid && presence.resource === this.ownResource) this.#receiveOwn(presence);
    this.account.touch([jid]);
  }

  #receiveOwn(presence: Presence): void {
    if (presence.type === 'available') {
      this.own.echo(presence);
      return this.settleSoon();
    }
    if (!this.account.readiness.isReady || this.own.state.type !== 'available') return;
    // The server takes us for gone, and so does everybody else.
    this.own.doubt();
    const now = this.environment.now();
    if (now - this.#announcedAt < REANNOUNCE_MS || !this.stream.isFirst) return;
    this.#announcedAt = now;
    this.own.send();
  }
}
