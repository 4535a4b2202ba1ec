import type { Account } from './account.js';
import { type StreamCondition, StreamError, streamErrorFrame } from './errors.js';
import { bindResource } from './resource-binding.js';
import { Authentication } from './authentication.js';
import { routeStanza } from './router.js';
import type { DemoServer } from './server.js';
import type { ClientLink, Session } from './session.js';
import { loginFeatures, sessionFeatures } from './stream-features.js';
import { failed, StreamManagement } from './stream-management.js';
import { type Element, NS, NotWellFormedError, parseFrame, randomName, xml } from './xml.js';

/** A WebSocket as the server sees it, whatever it is made of. */
export interface ServerSocket {
  send(frame: string): void;
  /** An orderly close. */
  close(): void;
  /** Gone, without a closing handshake. */
  drop(): void;
}

const MAX_FRAME_LENGTH = 256 * 1024;

/** One client's stream over one socket (RFC 6120 §4, RFC 7395): opening, SASL, binding, then stanzas. */
export class ServerStream implements ClientLink {
  readonly #server: DemoServer;
  readonly #socket: ServerSocket;
  readonly #authentication: Authentication;
  readonly #waiting: string[] = [];
  #isBusy = false;
  #isOpen = false;
  #isOver = false;
  /** Whether the client has said that it goes. */
  #isClosed = false;
  #account: Account | undefined;
  #session: Session | undefined;

  constructor(server: DemoServer, socket: ServerSocket) {
    this.#server = server;
    this.#socket = socket;
    this.#authentication = new Authentication(server);
  }

  /** One frame from the client. Frames are handled strictly one after the other, also where SASL has to wait for WebCrypto. */
  receive(frame: string): void {
    this.#waiting.push(frame);
    if (!this.#isBusy) void this.#work();
  }

  /** The socket is closed, for whatever reason. */
  closed(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    const management = this.#session?.management;
    if (this.#isClosed || management?.isResumable !== true) return this.#endSession();
    this.#server.streamEnded(this, undefined);
    management.wait(() => { this.#endSession(); });
  }

  send(stanza: Element): void {
    const question = this.#session?.management?.noteSent(stanza);
    if (this.#isOver) return;
    if (this.#session !== undefined) this.#server.report('out', this.#session.jid, stanza);
    this.#write(stanza);
    if (question !== undefined) this.#write(question);
  }

  end(condition: StreamCondition): void {
    // Somebody else takes the name of one who may come back.
    if (this.#isOver) return this.#endSession();
    // RFC 6120 §4.9.1.1: there is no stream error without an open stream.
    if (!this.#isOpen) this.#open();
    this.#write(streamErrorFrame(condition));
    this.#close();
  }

  drop(): void {
    this.closed();
    this.#socket.drop();
  }

  #endSession(): void {
    this.#session?.management?.forget();
    this.#server.streamEnded(this, this.#session);
    this.#session = undefined;
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    for (let frame = this.#waiting.shift(); frame !== undefined && !this.#isOver; frame = this.#waiting.shift()) {
      const step = this.#take(frame);
      if (step !== undefined) await step;
    }
    this.#isBusy = false;
  }

  /** Nothing that a client sends may end more than its own stream. */
  #take(frame: string): Promise<void> | undefined {
    try {
      if (frame.length > MAX_FRAME_LENGTH) throw new StreamError('policy-violation');
      return this.#handle(parseFrame(frame))?.catch((error: unknown) => { this.#fail(error); });
    } catch (error) {
      this.#fail(error);
      return undefined;
    }
  }

  #fail(error: unknown): void {
    if (error instanceof StreamError) this.end(error.condition);
    else if (error instanceof NotWellFormedError) this.end('not-well-formed');
    else throw error;
  }

  #handle(element: Element): Promise<void> | undefined {
    if (element.getNS() === NS.framing) this.#handleFraming(element);
    else if (!this.#isOpen) throw new StreamError('not-authorized');
    else if (this.#account === undefined) return this.#authenticate(element);
    else if (element.getNS() === NS.streamManagement) this.#manage(element, this.#account);
    else if (this.#session === undefined) this.#bind(element, this.#account);
    else this.#route(element, this.#session);
    return undefined;
  }

  /** XEP-0198 */
  #manage(element: Element, account: Account): void {
    const session = this.#session;
    if (session === undefined) return element.is('resume') ? this.#resume(element, account) : this.#write(failed('unexpected-request'));
    if (element.is('enable') && session.management === undefined) {
      session.management = new StreamManagement(element);
      this.#write(session.management.enabled());
    } else if (element.is('r') && session.management !== undefined) this.#write(session.management.answer());
    else if (element.is('a')) session.management?.acknowledge(element);
    else this.#write(failed('unexpected-request'));
  }

  #resume(element: Element, account: Account): void {
    const session = [...account.sessions.values()].find(({ management }) => management?.isResumable === true && management.id === element.attrs.previd);
    if (session?.management === undefined) return this.#write(failed('item-not-found'));
    (session.link as ServerStream).#handOver();
    session.link = this;
    this.#session = session;
    session.management.acknowledge(element);
    for (const stanza of session.management.resumed()) this.#write(stanza);
  }

  /** The session goes on elsewhere; a socket that nobody has noticed to be dead is let go of. */
  #handOver(): void {
    this.#session = undefined;
    if (!this.#isOver) this.drop();
  }

  /** RFC 7395 §3.4, §3.6 */
  #handleFraming(element: Element): void {
    if (element.is('close')) return this.#close();
    if (!element.is('open')) throw new StreamError('not-authorized');
    this.#open();
    if (element.attrs.to !== this.#server.domain) throw new StreamError('host-unknown');
    this.#write(this.#account === undefined ? loginFeatures() : sessionFeatures());
  }

  async #authenticate(element: Element): Promise<void> {
    const { reply, account } = await this.#authentication.take(element);
    this.#write(reply);
    if (account === undefined) return;
    this.#account = account;
    // RFC 6120 §6.4.6: the client opens a new stream now.
    this.#isOpen = false;
  }

  #bind(element: Element, account: Account): void {
    const { reply, session } = bindResource(account, this, element);
    this.#session = session;
    this.send(reply);
  }

  #route(element: Element, session: Session): void {
    this.#server.report('in', session.jid, element);
    routeStanza(this.#server, session, element);
    session.management?.noteHandled();
  }

  #open(): void {
    this.#isOpen = true;
    this.#write(xml('open', { xmlns: NS.framing, from: this.#server.domain, id: randomName(), version: '1.0', 'xml:lang': 'en' }));
  }

  #close(): void {
    this.#write(xml('close', { xmlns: NS.framing }));
    this.#isClosed = true;
    this.closed();
    this.#socket.close();
  }

  #write(element: Element): void {
    if (!this.#isOver) this.#socket.send(element.toString());
  }
}
