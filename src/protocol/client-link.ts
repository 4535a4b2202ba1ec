import type { XmppClient } from '@xmpp/client';
import { withCapabilities } from './capabilities.js';
import { createClient, type RunMechanism } from './client-parts.js';
import { NotConnectedError } from './errors.js';
import { parseJid } from './jid.js';
import { failureOf, messageOf, tokenFailureOf } from './link-failures.js';
import { LinkManagement } from './link-management.js';
import { decodeSuccess, isFeatures, isMove, isSuccess } from './negotiation.js';
import { isSecureService, type LinkEvents, type LinkOptions } from './link-options.js';
import { SaslMechanisms } from './sasl/mechanisms.js';
import type { ConnectionFailure, Environment } from './stream.js';
import { STREAM_MANAGEMENT_NS, type StreamManagement } from './stream-management.js';
import { childElements, CLIENT_NS, namespaceOf, textOf, type XmlElement } from './xml.js';
import { parseXml, toXml } from './xml-text.js';

/** Client state indication (XEP-0352), also the stream feature that announces it. */
const CSI_NS = 'urn:xmpp:csi:0';
const STANZAS: ReadonlySet<string> = new Set(['iq', 'message', 'presence']);
/** A frame of this many characters is no roster any more. */
const MAX_FRAME = 16 * 1024 * 1024;
/** How long each step may take: the socket, opening the stream, each message of the sign-in, binding. */
const STEP_TIMEOUT_MS = 15_000;
/** And resuming: ejabberd hangs for 15 seconds over a socket that went while something was sent on it, and then gives the stream after all. */
const RESUME_TIMEOUT_MS = 20_000;
const CLOSE_TIMEOUT_MS = 2_000;

/**
 * One attempt at a stream, from the socket to its end, over one client of `@xmpp/client`'s making. The library negotiates the stream;
 * from then on stanzas go past its middleware, which is slow, matches replies by id alone and goes deaf when
 * something throws.
 */
export class ClientLink {
  readonly #xmpp: XmppClient;
  readonly #mechanisms: SaslMechanisms;
  readonly #managed: LinkManagement;
  #timer: unknown;
  #features: ReadonlySet<string> = new Set();
  /** The text of `<success/>`. */
  #success = '';
  /** Whether the sign-in is done, and the server has proved that it is the right one where the mechanism can tell. */
  #isAccepted = false;
  #online = false;
  #ended = false;
  #deaf = false;

  constructor(
    private readonly options: LinkOptions,
    private readonly events: LinkEvents,
    private readonly environment: Environment,
    /** Of the stream that goes on, if it can; otherwise of the one that begins. */
    management: StreamManagement,
  ) {
    this.#mechanisms = new SaslMechanisms({ credentials: options.credentials, secure: isSecureService(options.service), strongest: options.strongest });
    this.#managed = new LinkManagement(management, environment, {
      write: (text) => this.#write(text),
      resumed: (jid) => this.#becomeOnline(jid, true),
      over: (leftover) => events.over(leftover),
      dead: () => this.#lose({ kind: 'timeout', final: false }),
    });
    this.#xmpp = this.#createClient();
    this.#beginStep();
    this.#open().catch((error: unknown) => this.#lose(failureOf(error)));
  }

  send(stanza: XmlElement): void {
    if (!this.#online || this.#ended) throw new NotConnectedError(`<${stanza.name}/>`);
    const frame = toXml(withCapabilities(stanza));
    this.#managed.noteSent(frame);
    this.#write(frame);
    this.events.sent(frame);
  }

  /** There is reason to doubt that the other end is still there. */
  check(): void {
    if (this.#online && !this.#ended) this.#managed.check();
  }

  /** Tells a server that can make use of it whether anybody looks (XEP-0352); what it holds back then comes when somebody does. */
  setActive(active: boolean): void {
    if (!this.#online || this.#ended || !this.#features.has(CSI_NS)) return;
    this.#write(`<${active ? 'active' : 'inactive'} xmlns="${CSI_NS}"/>`);
  }

  /** Closes the stream, then the socket (RFC 7395 §3.6), and settles when that is done or has taken too long. */
  async close(): Promise<void> {
    if (this.#ended) return;
    if (!this.#online) return this.drop();
    this.#managed.acknowledge();
    this.#end();
    await Promise.race([this.#xmpp.stop().catch(() => undefined), this.#wait(CLOSE_TIMEOUT_MS)]);
    this.#closeSocket();
  }

  /** Lets go of the socket at once and leaves the stream as it is; what still comes is not even parsed. */
  drop(): void {
    this.#end();
    this.#deaf = true;
    this.#closeSocket();
  }

  /** The library's `start()` in its two steps: it keeps a promise besides, whose rejection nobody could catch. */
  async #open(): Promise<void> {
    await this.#xmpp.connect(this.options.service);
    this.#beginStep();
    await this.#xmpp.open({ domain: this.options.domain });
  }

  #createClient(): XmppClient {
    const { domain, resource } = this.options;
    const xmpp = createClient({
      domain, resource,
      timeout: STEP_TIMEOUT_MS,
      saslFactory: this.#mechanisms,
      authenticate: (run, mechanisms) => this.#authenticate(run, mechanisms),
    });
    xmpp.on('error', (error) => this.#lose(failureOf(error)));
    xmpp.on('online', (jid) => this.#begin(String(jid)));
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
    this.#managed.hear();
    if (this.#online && STANZAS.has(element.name) && namespaceOf(element) === CLIENT_NS) return this.#receiveStanza(element);
    if (!this.#online) this.#beginStep();
    if (namespaceOf(element) === STREAM_MANAGEMENT_NS) return this.#receiveManagement(element);
    // The library would go there by itself, with our password and beside this link.
    if (isMove(element)) return this.#lose({ kind: 'stream-error', condition: 'see-other-host', final: false });
    this.#inspect(element);
    if (isFeatures(element) && this.#isAccepted && this.#managed.canResume(this.#features)) return this.#resume(() => negotiate(frame));
    negotiate(frame);
    if (this.#xmpp.status === 'close') this.#lose({ kind: 'unreachable', text: 'The server closed the stream.', final: false });
  }

  #resume(bind: () => void): void {
    this.#beginStep(RESUME_TIMEOUT_MS);
    this.#managed.resume(bind);
  }

  /** Whoever has not let us in has no say in the stream that is kept. */
  #receiveManagement(element: XmlElement): void {
    if (this.#isAccepted && !this.#ended) this.#managed.receive(element);
  }

  #receiveStanza(stanza: XmlElement): void {
    if (this.#ended) return;
    this.#managed.noteReceived(stanza);
    this.events.stanza(stanza);
  }

  #inspect(element: XmlElement): void {
    if (isSuccess(element)) this.#success = textOf(element);
    else if (isFeatures(element)) this.#features = new Set(childElements(element).map(namespaceOf));
  }

  async #authenticate(run: RunMechanism, offered: readonly string[]): Promise<void> {
    const { credentials, signedIn } = this.options;
    const refused = (error: unknown): never => {
      throw credentials && 'token' in credentials ? tokenFailureOf(error) : error;
    };
    await run(credentials ?? { username: '' }, this.#mechanisms.choose(offered)).catch(refused);
    const outcome = this.#mechanisms.verify(decodeSuccess(this.#success));
    this.#isAccepted = true;
    if (!this.#ended) signedIn?.(outcome);
  }

  #begin(jid: string): void {
    if (this.#ended) return;
    // The library binds wherever it is let, and so would whoever plays the server.
    if (!this.#isAccepted) return this.#lose({ kind: 'server-signature', final: true });
    // Nor does it say who we are at another server: what this browser keeps of that account is not for this one.
    const { domain, accountDomain = domain } = this.options;
    const [bound, ...own] = [jid, domain, accountDomain].map((address) => parseJid(address)?.domain);
    if (!own.includes(bound)) return this.#lose({ kind: 'server-signature', text: `${domain} → ${bound}`, final: true });
    this.#managed.begin(jid, this.#features);
    this.#becomeOnline(jid, false);
  }

  #becomeOnline(jid: string, resumed: boolean): void {
    this.environment.clearTimeout(this.#timer);
    this.#online = true;
    this.#managed.start();
    this.events.online(jid, this.#features, resumed);
  }

  #write(text: string): void {
    void this.#xmpp.write(text).catch((error: unknown) => this.#lose(failureOf(error)));
  }

  #lose(failure: ConnectionFailure): void {
    if (this.#ended) return;
    this.drop();
    this.events.lost(failure);
  }

  /** Every step of the negotiation has a deadline of its own. */
  #beginStep(timeout = STEP_TIMEOUT_MS): void {
    this.environment.clearTimeout(this.#timer);
    if (!this.#ended) this.#timer = this.environment.setTimeout(() => this.#lose({ kind: 'timeout', final: false }), timeout);
  }

  #end(): void {
    this.#ended = true;
    this.#managed.stop();
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
