import type { XmppClient } from '@xmpp/client';
import { withCapabilities } from './capabilities.js';
import { createClient } from './client-parts.js';
import { NotConnectedError } from './errors.js';
import { SaslMechanisms } from './sasl/mechanisms.js';
import { ScramError, type PasswordCredentials } from './sasl/scram.js';
import type { ConnectionFailure, Environment } from './stream.js';
import { fromBase64 } from './sasl/bytes.js';
import { child, childElements, CLIENT_NS, localName, namespaceOf, textOf, type XmlElement } from './xml.js';
import { parseXml, toXml } from './xml-text.js';

const SASL_NS = 'urn:ietf:params:xml:ns:xmpp-sasl';
const STREAMS_NS = 'http://etherx.jabber.org/streams';
const STREAM_ERRORS_NS = 'urn:ietf:params:xml:ns:xmpp-streams';
/** Client state indication (XEP-0352), also the stream feature that announces it. */
const CSI_NS = 'urn:xmpp:csi:0';
const STANZAS: ReadonlySet<string> = new Set(['iq', 'message', 'presence']);
/** A frame of this many characters is no roster any more. */
const MAX_FRAME = 16 * 1024 * 1024;
const ATTEMPT_TIMEOUT_MS = 30_000;
const CLOSE_TIMEOUT_MS = 2_000;
/** RFC 6120 §4.9.3: stream errors after which the same attempt can only end the same way, or would fight another client. */
const FINAL_STREAM_ERRORS: ReadonlySet<string> = new Set([
  'conflict', 'host-gone', 'host-unknown', 'improper-addressing', 'invalid-namespace', 'not-authorized',
  'policy-violation', 'unsupported-stanza-type', 'unsupported-version',
]);

export interface LinkOptions {
  /** The WebSocket's URL: `wss:`, or `ws:` to this machine. */
  readonly service: string;
  readonly domain: string;
  readonly resource?: string | undefined;
  /** `undefined`: anonymous. */
  readonly credentials?: PasswordCredentials | undefined;
}

export interface LinkEvents {
  online(jid: string, features: ReadonlySet<string>): void;
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

/**
 * One attempt at a stream, from the socket to its end, over one client of `@xmpp/client`'s making. The library negotiates the stream;
 * from then on stanzas go past its middleware, which is slow, matches replies by id alone and goes deaf when
 * something throws.
 */
export class ClientLink {
  readonly #xmpp: XmppClient;
  readonly #mechanisms: SaslMechanisms;
  readonly #timer: unknown;
  #features: ReadonlySet<string> = new Set();
  #success = '';
  #online = false;
  #ended = false;
  #deaf = false;

  constructor(
    private readonly options: LinkOptions,
    private readonly events: LinkEvents,
    private readonly environment: Environment,
  ) {
    this.#mechanisms = new SaslMechanisms(!options.credentials, isSecureService(options.service));
    this.#xmpp = this.#createClient();
    this.#timer = environment.setTimeout(() => this.#lose({ kind: 'timeout', final: false }), ATTEMPT_TIMEOUT_MS);
    this.#open().catch((error: unknown) => this.#lose(failureOf(error)));
  }

  send(stanza: XmlElement): void {
    if (!this.#online || this.#ended) throw new NotConnectedError(`<${stanza.name}/>`);
    const frame = toXml(withCapabilities(stanza));
    void this.#xmpp.write(frame).catch((error: unknown) => this.#lose(failureOf(error)));
    this.events.sent(frame);
  }

  /** Tells a server that can make use of it whether anybody looks (XEP-0352); what it holds back then comes when somebody does. */
  setActive(active: boolean): void {
    if (!this.#online || this.#ended || !this.#features.has(CSI_NS)) return;
    void this.#xmpp.write(`<${active ? 'active' : 'inactive'} xmlns="${CSI_NS}"/>`).catch((error: unknown) => this.#lose(failureOf(error)));
  }

  /** Closes the stream, then the socket (RFC 7395 §3.6), and settles when that is done or has taken too long. */
  async close(): Promise<void> {
    if (this.#ended) return;
    if (!this.#online) return this.drop();
    this.#end();
    await Promise.race([this.#xmpp.stop().catch(() => undefined), this.#wait(CLOSE_TIMEOUT_MS)]);
    this.#closeSocket();
  }

  /** Lets go of the socket at once; what still comes is not even parsed. */
  drop(): void {
    this.#end();
    this.#deaf = true;
    this.#closeSocket();
  }

  /** The library's `start()` in its two steps: it keeps a promise besides, whose rejection nobody could catch. */
  async #open(): Promise<void> {
    await this.#xmpp.connect(this.options.service);
    await this.#xmpp.open({ domain: this.options.domain });
  }

  #createClient(): XmppClient {
    const { domain, resource } = this.options;
    const xmpp = createClient({
      domain, resource,
      timeout: ATTEMPT_TIMEOUT_MS,
      saslFactory: this.#mechanisms,
      authenticate: (run, mechanisms) => this.#authenticate(run, mechanisms),
    });
    xmpp.on('error', (error) => this.#lose(failureOf(error)));
    xmpp.on('online', (jid) => this.#becomeOnline(String(jid)));
    xmpp.on('disconnect', () => this.#lose({ kind: 'unreachable', final: false }));
    this.#interceptFrames(xmpp);
    return xmpp;
  }

  /** The library's parser is lax, slow, and goes deaf when something in it throws: it gets to see the negotiation alone. */
  #interceptFrames(xmpp: XmppClient): void {
    const negotiate = xmpp._onData.bind(xmpp);
    const write = xmpp.write.bind(xmpp);
    xmpp._onData = (frame) => {
      if (this.#deaf) return;
      try {
        this.#receive(frame, negotiate);
      } catch (error) {
        this.#lose({ kind: 'malformed', text: messageOf(error), final: false });
      }
    };
    // The library has farewells to say after the end; browsers complain on the console about those.
    xmpp.write = (text) => (this.#deaf ? Promise.resolve() : write(text));
  }

  #receive(frame: string, negotiate: (frame: string) => void): void {
    if (frame.length > MAX_FRAME) throw new RangeError(`A frame of ${frame.length} characters`);
    // RFC 7395 §3.8 forbids keep-alives of white space; they are no reason to go.
    if (frame.trim() === '') return;
    const element = parseXml(frame);
    if (this.#online && STANZAS.has(element.name) && namespaceOf(element) === CLIENT_NS) {
      if (!this.#ended) this.events.stanza(element);
      return;
    }
    // The library would go there by itself, with our password and beside this link.
    if (isMove(element)) return this.#lose({ kind: 'stream-error', condition: 'see-other-host', final: false });
    this.#inspect(element);
    negotiate(frame);
    if (this.#xmpp.status === 'close') this.#lose({ kind: 'unreachable', text: 'The server closed the stream.', final: false });
  }

  #inspect(element: XmlElement): void {
    const ns = namespaceOf(element);
    if (ns === SASL_NS && element.name === 'success') this.#success = textOf(element);
    else if (ns === STREAMS_NS && localName(element) === 'features') this.#features = new Set(childElements(element).map(namespaceOf));
  }

  async #authenticate(
    run: (credentials: PasswordCredentials, mechanism: string) => Promise<void>,
    mechanisms: readonly string[],
  ): Promise<void> {
    const [best] = mechanisms;
    if (best === undefined) return this.#lose({ kind: 'no-mechanism', final: true });
    await run(this.options.credentials ?? { username: '', password: '' }, best);
    this.#mechanisms.verify(decode(this.#success));
  }

  #becomeOnline(jid: string): void {
    if (this.#ended) return;
    this.environment.clearTimeout(this.#timer);
    this.#online = true;
    this.events.online(jid, this.#features);
  }

  #lose(failure: ConnectionFailure): void {
    if (this.#ended) return;
    this.drop();
    this.events.lost(failure);
  }

  #end(): void {
    this.#ended = true;
    this.environment.clearTimeout(this.#timer);
  }

  #closeSocket(): void {
    const socket = this.#xmpp.socket?.socket;
    // Closing a socket that is still connecting makes browsers complain on the console.
    if (socket?.readyState === 0) socket.addEventListener('open', () => socket.close());
    else socket?.close();
  }

  #wait(ms: number): Promise<void> {
    return new Promise((resolve) => this.environment.setTimeout(resolve, ms));
  }
}

function isMove(element: XmlElement): boolean {
  return namespaceOf(element) === STREAMS_NS && localName(element) === 'error' && child(element, 'see-other-host', STREAM_ERRORS_NS) !== undefined;
}

/** The text of `<success/>`; `=` stands for an empty one (RFC 6120 §6.4.6), and what is no base64 proves nothing. */
function decode(success: string): string {
  try {
    return success === '=' ? '' : String.fromCharCode(...fromBase64(success));
  } catch {
    return '';
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function failureOf(error: unknown): ConnectionFailure {
  const { name = '', condition, text } = (error ?? {}) as { name?: string; condition?: string; text?: string };
  if (error instanceof ScramError) return { kind: 'server-signature', text: error.message, final: true };
  if (name === 'SASLError') return saslFailure(condition, text);
  if (name === 'StreamError') {
    return { kind: 'stream-error', condition, text, final: FINAL_STREAM_ERRORS.has(condition ?? '') };
  }
  if (name === 'StanzaError') return { kind: 'stream-error', condition, text, final: true };
  if (name === 'TimeoutError') return { kind: 'timeout', final: false };
  if (name === 'XMLError') return { kind: 'malformed', text: messageOf(error), final: false };
  return { kind: 'unreachable', text: messageOf(error), final: false };
}

function saslFailure(condition: string | undefined, text: string | undefined): ConnectionFailure {
  // The library's own error, thrown before anything is tried, has a sentence where a condition would be.
  if (condition?.startsWith('SASL:')) return { kind: 'no-mechanism', final: true };
  // RFC 6120 §6.5.11: a temporary failure is the one that may pass.
  return { kind: 'authentication', condition, text, final: condition !== 'temporary-auth-failure' };
}
