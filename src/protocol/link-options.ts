import type { SaslCredentials, SaslOutcome } from './sasl/credentials.js';
import type { Leftover } from './stream-management.js';
import type { ConnectionFailure } from './stream.js';
import type { XmlElement } from './xml.js';

export interface LinkOptions {
  /** The WebSocket's URL: `wss:`, or `ws:` to this machine. */
  readonly service: string;
  readonly domain: string;
  /** The account's, where the page says that it is another one. */
  readonly accountDomain?: string | undefined;
  readonly resource?: string | undefined;
  /** `undefined`: anonymous. */
  readonly credentials?: SaslCredentials | undefined;
  /** The strongest mechanism that this server has offered for passwords before; it is not to offer less now. */
  readonly strongest?: string | undefined;
  /** The server has accepted us, and has proved that it is the right one where the mechanism can tell. */
  readonly signedIn?: ((outcome: SaslOutcome) => void) | undefined;
}

export interface LinkEvents {
  /** @param resumed whether the stream of before goes on */
  online(jid: string, features: ReadonlySet<string>, resumed: boolean): void;
  /** The stream of before does not go on. */
  over(leftover: Leftover): void;
  stanza(stanza: XmlElement): void;
  /** As it went over the wire. */
  sent(stanza: string): void;
  /** Called once, whatever ended the link; not after `close` or `drop`. */
  lost(failure: ConnectionFailure): void;
}

/** Whether a socket to that URL is TLS or stays on this machine. */
export function isSecureService(service: string): boolean {
  return /^wss:\/\//i.test(service) || /^ws:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?([/?]|$)/i.test(service);
}
