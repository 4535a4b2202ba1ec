import { Liveness } from './liveness.js';
import type { Environment } from './stream.js';
import { STREAM_MANAGEMENT_NS, type Leftover, type StreamManagement } from './stream-management.js';
import { CLIENT_NS, type XmlElement } from './xml.js';

/** Asks a server without stream management whether it is there (XEP-0199); any answer will do. */
const PING_ID = 'are-you-there';
const PING = `<iq xmlns="${CLIENT_NS}" type="get" id="${PING_ID}"><ping xmlns="urn:xmpp:ping"/></iq>`;

export interface LinkManagementEvents {
  write(text: string): void;
  /** The stream of before goes on, as that full JID. */
  resumed(jid: string): void;
  /** It does not. */
  over(leftover: Leftover): void;
  /** Nobody is at the other end any more. */
  dead(): void;
}

/** One socket's part in a managed stream: resumes or enables it, acknowledges, and notices when nobody answers. */
export class LinkManagement {
  readonly #liveness: Liveness;
  /** Goes on with binding, while the server is asked to resume. */
  #bind: (() => void) | undefined;
  #isOver = false;

  constructor(
    private readonly management: StreamManagement,
    environment: Environment,
    private readonly events: LinkManagementEvents,
  ) {
    this.#liveness = new Liveness(environment, () => this.#ask(), () => events.dead());
  }

  canResume(features: ReadonlySet<string>): boolean {
    return this.management.isResumable && features.has(STREAM_MANAGEMENT_NS);
  }

  /** @param bind called when the stream cannot go on */
  resume(bind: () => void): void {
    this.#bind = bind;
    // It says how much was handled, too.
    this.management.gate(() => !this.#isOver && this.events.write(this.management.resume()));
  }

  /** A stream was bound. */
  begin(jid: string, features: ReadonlySet<string>): void {
    this.management.forget();
    if (features.has(STREAM_MANAGEMENT_NS)) this.events.write(this.management.enable(jid, [...features]));
  }

  /** From now on somebody has to be there. */
  start(): void {
    this.#liveness.start();
  }

  stop(): void {
    this.#isOver = true;
    this.#liveness.stop();
  }

  /** Asks whether somebody is there. */
  check(): void {
    this.#liveness.check();
  }

  /** Says how much was handled, before the socket goes: it need not come again. */
  acknowledge(inbound?: number): void {
    if (this.management.isEnabled && !this.#isOver) this.events.write(this.management.answer(inbound));
  }

  hear(): void {
    this.#liveness.hear();
  }

  noteSent(frame: string): void {
    this.management.noteSent(frame);
    // Without stream management the question is a stanza itself, and most of ours are answered anyway.
    if (this.management.isEnabled) this.#liveness.doubt();
  }

  noteReceived({ attrs }: XmlElement): void {
    this.management.noteReceived();
    if (attrs.id === PING_ID) this.#liveness.noteAnswer();
  }

  /** An element of XEP-0198. */
  receive(element: XmlElement): void {
    if (element.name === 'r') this.management.gate((inbound) => this.acknowledge(inbound));
    else if (element.name === 'enabled') this.#noteEnabled(element);
    else if (element.name === 'a') this.#noteAcknowledged(element);
    else if (element.name === 'resumed') this.#goOn(element);
    else if (element.name === 'failed') this.#fail(element);
  }

  #noteEnabled(element: XmlElement): void {
    this.management.noteEnabled(element);
    // What was sent behind `<enable/>` waits already.
    this.#liveness.doubt();
  }

  #noteAcknowledged(element: XmlElement): void {
    this.#liveness.noteAnswer();
    this.management.acknowledge(element);
  }

  #goOn(element: XmlElement): void {
    if (!this.#bind) return;
    this.#bind = undefined;
    this.management.acknowledge(element);
    for (const frame of this.management.unacknowledged) this.events.write(frame);
    this.#liveness.doubt();
    this.events.resumed(this.management.jid);
  }

  /** Enabling failed: then there is none. Resuming failed: then a session begins (XEP-0198 §5). */
  #fail(element: XmlElement): void {
    const bind = this.#bind;
    this.#bind = undefined;
    const leftover = this.management.fail(element);
    if (!bind) return;
    this.events.over(leftover);
    bind();
  }

  #ask(): void {
    this.events.write(this.management.isEnabled ? this.management.request() : PING);
  }
}
