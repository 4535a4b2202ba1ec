import type { Account } from './account.js';
import type { StreamCondition } from './errors.js';
import type { Jid } from './jid.js';
import type { StreamManagement } from './stream-management.js';
import type { Element } from './xml.js';

/** The way to a client, whatever carries it. */
export interface ClientLink {
  send(stanza: Element): void;
  /** Closes the stream with an error the client is told. */
  end(condition: StreamCondition): void;
  /** Lets go of the socket without a word, as a cable does that is pulled. */
  drop(): void;
}

/** What a resource last broadcast. */
export interface SentPresence {
  readonly stanza: Element;
  /** −128…127 */
  readonly priority: number;
  /** ms since 1970 */
  readonly at: number;
}

/** Presence sent to one address, whose owner is not subscribed. */
export interface DirectedPresence {
  readonly to: Jid;
  readonly stanza: Element;
}

/** A connected resource (RFC 6120 §7): it is available once it has sent initial presence, interested once it has asked for the roster. */
export class Session {
  readonly account: Account;
  readonly address: Jid;
  /** Another one after the stream was resumed. */
  link: ClientLink;
  management: StreamManagement | undefined;
  presence: SentPresence | undefined;
  /** XEP-0115: the name of what the client can do. */
  capabilities: string | undefined;
  isInterested = false;
  /** RFC 6121 §2.6.2: only a client that sent `ver` is sent versions. */
  usesVersions = false;
  /** XEP-0191: only a client that asked for the block list is told of its changes. */
  wantsBlockList = false;
  /** RFC 6121 §4.6.3: who was sent available presence without being subscribed, by the JID it was sent to. */
  readonly directed = new Map<string, DirectedPresence>();

  constructor(account: Account, address: Jid, link: ClientLink) {
    this.account = account;
    this.address = address;
    this.link = link;
  }

  /** The full JID. */
  get jid(): string {
    return this.address.full;
  }

  get resource(): string {
    return this.address.resource;
  }

  get isAvailable(): boolean {
    return this.presence !== undefined;
  }

  send(stanza: Element): void {
    this.link.send(stanza);
  }
}
