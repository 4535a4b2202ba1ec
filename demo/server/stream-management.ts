import { type Element, NS, randomName, xml } from './xml.js';

/** How long a stream waits to be resumed, at most, in s. */
const LONGEST = 60;
/** So many stanzas go out before the client is asked how many it has. */
const ASK_EVERY = 10;
/** A client that never says how many it has cannot be told the rest. */
const MAX_QUEUE = 5_000;
const WRAP = 2 ** 32;

/** XEP-0198 for one session, over all its sockets: what was handled, and what the client may not have. */
export class StreamManagement {
  readonly id = randomName();
  /** In s. */
  readonly max: number;
  readonly #isResumable: boolean;
  #inbound = 0;
  #acknowledged = 0;
  #queue: Element[] = [];
  #sinceAsked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(enable: Element) {
    const { resume, max } = enable.attrs;
    this.#isResumable = resume === 'true' || resume === '1';
    this.max = Math.min(LONGEST, Number(max) > 0 ? Number(max) : LONGEST);
  }

  get isResumable(): boolean {
    return this.#isResumable && this.#queue.length < MAX_QUEUE;
  }

  enabled(): Element {
    const resumption = this.#isResumable ? { id: this.id, resume: 'true', max: String(this.max) } : {};
    return xml('enabled', { xmlns: NS.streamManagement, ...resumption });
  }

  /** @returns a question that is due, too */
  noteSent(stanza: Element): Element | undefined {
    if (this.#queue.length < MAX_QUEUE) this.#queue.push(stanza);
    this.#sinceAsked += 1;
    if (this.#sinceAsked < ASK_EVERY) return undefined;
    this.#sinceAsked = 0;
    return xml('r', { xmlns: NS.streamManagement });
  }

  noteHandled(): void {
    this.#inbound = (this.#inbound + 1) % WRAP;
  }

  /** `<a/>` and `<resume/>` say how many the client has handled. */
  acknowledge({ attrs }: Element): void {
    const news = (((Number(attrs.h) - this.#acknowledged) % WRAP) + WRAP) % WRAP;
    if (!(news <= this.#queue.length)) return;
    this.#queue.splice(0, news);
    this.#acknowledged = Number(attrs.h);
  }

  answer(): Element {
    return xml('a', { xmlns: NS.streamManagement, h: String(this.#inbound) });
  }

  /** The client is back. @returns what it is told: first that the stream goes on, then what it does not have */
  resumed(): readonly Element[] {
    clearTimeout(this.#timer);
    return [xml('resumed', { xmlns: NS.streamManagement, previd: this.id, h: String(this.#inbound) }), ...this.#queue];
  }

  /** The socket is gone. @param over called when the client has not come back in time */
  wait(over: () => void): void {
    this.#timer = setTimeout(over, this.max * 1_000);
    // In Node alone; nobody has to wait for those who have gone.
    (this.#timer as { unref?: () => void }).unref?.();
  }

  forget(): void {
    clearTimeout(this.#timer);
  }
}

export function failed(condition: string): Element {
  return xml('failed', { xmlns: NS.streamManagement }, xml(condition, { xmlns: NS.stanzas }));
}
