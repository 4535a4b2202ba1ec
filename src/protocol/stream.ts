import type { LookUp } from './host-meta.js';
import type { XmlElement } from './xml.js';

export type ConnectionStatus = 'offline' | 'connecting' | 'online' | 'reconnecting';

/** Why a connection could not be had, or ended. */
export interface ConnectionFailure {
  readonly kind:
    /** The server refused the credentials; `condition` is SASL's (RFC 6120 §6.5). */
    | 'authentication'
    /** Nothing in common to sign in with, or what there is may not be used here. */
    | 'no-mechanism'
    /** The server could not prove that it knows the password, or bound an address of another domain. */
    | 'server-signature'
    /** The address, the JID or the credentials given make no sense. */
    | 'configuration'
    /** No WebSocket could be opened, or it closed; `condition` says more where that was found out. */
    | 'unreachable'
    /** The machine has no network; it is waited for. */
    | 'no-network'
    /** No answer in time. */
    | 'timeout'
    /** The server ended the stream; `condition` is the stream error's (RFC 6120 §4.9.3), or `ended` where only `text` says why. */
    | 'stream-error'
    /** What came is not XMPP. */
    | 'malformed';
  readonly condition?: string | undefined;
  /** What the server or the platform says about it. */
  readonly text?: string | undefined;
  /** What was asked in vain: a URL, or a domain. */
  readonly url?: string | undefined;
  /** What answers in its stead. */
  readonly instead?: string | undefined;
  /** What was asked for the server's address (XEP-0156), and what was missing. */
  readonly lookUps?: readonly LookUp[] | undefined;
  /** Whether trying again is useless until somebody changes something. */
  readonly final: boolean;
}

export interface StreamState {
  readonly connectionStatus: ConnectionStatus;
  /** The bound full JID while online. */
  readonly jid?: string | undefined;
  /** Namespaces of the features the server offers on this stream. */
  readonly features: ReadonlySet<string>;
  readonly failure?: ConnectionFailure | undefined;
  /** When the next attempt starts, in ms since 1970, while `reconnecting`. */
  readonly retryAt?: number | undefined;
  /**
   * While `online`: the session of before goes on over another socket (XEP-0198 §5). Roster and presences still hold,
   * what was under way will be answered, and nothing is to be sent anew.
   */
  readonly resumed?: boolean | undefined;
  /** While `online`: all that was known of a session that began elsewhere, in another page or another tab; plain data. */
  readonly snapshot?: unknown;
}

export interface StreamObserver {
  /** The connection changed. `online` opens a new session, unless it is `resumed`: nothing of the last one holds any more. */
  onState?(state: StreamState): void;
  /** Presence of any type came in. */
  onPresence?(stanza: XmlElement): void;
  /** A message of any type came in. */
  onMessage?(stanza: XmlElement): void;
  /**
   * A stream that was to be resumed does not go on, and the server has not acknowledged these stanzas of ours, oldest
   * first. Requests have been rejected; of the rest, what may be said twice is to be said again.
   */
  onUnacknowledged?(stanzas: readonly XmlElement[]): void;
  /** Another tab sent that over this stream. */
  onSent?(stanza: XmlElement): void;
  /** A stanza went by; its `toString()` is the XML. Sign-in is never among them. */
  onStanza?(direction: 'in' | 'out', stanza: { toString(): string }): void;
}

/** Answers a request: the result's payload or an `<error/>`, `undefined` for an empty result, `null` for no answer at all. */
export type RequestHandler = (iq: XmlElement) => XmlElement | undefined | null;

/** One XMPP stream, whatever carries it. Everything above talks to this. */
export interface Stream {
  readonly state: StreamState;
  /**
   * Starts connecting; progress and failure come through `observe`. Tries at once if it waits
   * for the next attempt; does nothing while there is a connection or one in the making.
   */
  connect(): void;
  /**
   * Something happened after which the connection may be dead, or to be had again: the machine woke up, the network
   * came back, somebody looks at the page. Asks the server whether it is there, within 10 s, or tries again at once;
   * when offline it stays so.
   */
  wake(): void;
  /** Closes the stream, for all who share it, and stays offline; settles once it is closed. @param farewell sent before, if it can be */
  disconnect(farewell?: XmlElement): Promise<void>;
  /**
   * The page goes, perhaps for good: leaves the stream to whoever goes on with it, and closes it where nobody can.
   * Nobody is told; nothing goes to and fro until `connect()`.
   */
  release(): void;
  /** Of those who share a stream one does what is to be done once: whether it is this one. */
  readonly isFirst: boolean;
  /** Whether others share the stream at the moment. */
  isShared(): Promise<boolean>;
  /** Sends a stanza. @throws NotConnectedError */
  send(stanza: XmlElement): void;
  /** Whether anybody looks at what comes in (XEP-0352); it has nothing to do with presence. */
  setActive(active: boolean): void;
  /**
   * Sends an IQ and gives its result, accepted only from the one who was asked (RFC 6120 §8.2.3).
   * Rejects with NotConnectedError (the server does not have it), StanzaError, or NoResponseError when the stream ends or
   * 30 s pass first. While the connection is gone but the stream may go on, it waits: it will be sent again.
   */
  request(iq: XmlElement): Promise<XmlElement>;
  /** Answers requests for a payload namespace; gives its undo. */
  answer(type: 'get' | 'set', ns: string, handler: RequestHandler): () => void;
  /** Gives its undo. An observer that throws is reported and does no harm. */
  observe(observer: StreamObserver): () => void;
}

/** Clocks and chance, handed in so that tests own them. Times in ms. */
export interface Environment {
  now(): number;
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(handle: unknown): void;
  /** In [0, 1). */
  random(): number;
  /** Whether there is a network at all, as far as the platform knows. Its return is for `Stream.wake()` to tell. */
  isOnline(): boolean;
  /** Receives what a listener or handler threw: a fault of ours or the page's, never of the stream. */
  reportError(error: unknown): void;
}
