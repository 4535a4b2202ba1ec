import type { StreamResumption } from './stream-resumption.js';
import { element, type XmlElement } from './xml.js';
import { parseXml, toXml } from './xml-text.js';

/** Stream management (XEP-0198), also the stream feature that announces it. */
export const STREAM_MANAGEMENT_NS = 'urn:xmpp:sm:3';
/**
 * How long we ask the server to keep a lost stream, in seconds: longer than a change of network takes, and short
 * enough that nobody is shown as online for long after the lid was closed.
 */
const PREFERRED_MAX = 60;
/** XEP-0198 §4: counts wrap around. */
const WRAP = 2 ** 32;

/** The server claims to have handled what was never sent (XEP-0198 §4): the counts mean nothing any more. */
export class HandledCountTooHighError extends Error {
  override readonly name = 'HandledCountTooHighError';
}

/** Says how much was handled. @param inbound how much of it; absent: all */
export type Acknowledge = (inbound?: number) => void;
/** Calls back as soon as that may be said: the server forgets what is acknowledged. */
export type AcknowledgementGate = (acknowledge: Acknowledge) => void;

/** What is left of a stream that cannot go on. */
export interface Leftover {
  /** Ours that the server has not acknowledged, oldest first. */
  readonly stanzas: readonly XmlElement[];
  /** Whether it surely did not handle them. */
  readonly isCertain: boolean;
}

/**
 * One stream's stanzas, counted both ways, and ours kept until the server has acknowledged them (XEP-0198): what it
 * takes to go on over another socket. Knows no socket; gives what is to be sent as XML.
 */
export class StreamManagement {
  #id = '';
  #jid = '';
  #features: readonly string[] = [];
  #max: number | undefined;
  #inbound = 0;
  /** The server's last `h`. */
  #outbound = 0;
  #unacknowledged: string[] = [];
  /** Ours are counted from `<enable/>` on, the server's from `<enabled/>` on (XEP-0198 §3). */
  #counts: 'none' | 'ours' | 'both' = 'none';
  /** Whether somebody else may have sent more than is known here. */
  #isInherited = false;

  /** @param resumption what to go on with, from another page or object */
  constructor(
    resumption?: StreamResumption,
    readonly gate: AcknowledgementGate = (acknowledge) => acknowledge(),
  ) {
    if (!resumption) return;
    this.#isInherited = true;
    ({ id: this.#id, jid: this.#jid, inbound: this.#inbound, outbound: this.#outbound, features: this.#features, max: this.#max } = resumption);
    this.#unacknowledged = [...resumption.unacknowledged];
    this.#counts = 'both';
  }

  /** The full JID the stream is bound to. */
  get jid(): string {
    return this.#jid;
  }

  /** For how long the server keeps it after a loss, in seconds. */
  get max(): number | undefined {
    return this.#max;
  }

  get isResumable(): boolean {
    return this.#id !== '';
  }

  /** Whether the server answers `<r/>`. */
  get isEnabled(): boolean {
    return this.#counts === 'both';
  }

  /** A stream was bound: asks to manage it (XEP-0198 §3). What is sent behind it counts. */
  enable(jid: string, features: readonly string[]): string {
    this.forget();
    this.#jid = jid;
    this.#features = features;
    this.#counts = 'ours';
    return toXml(nonza('enable', { resume: 'true', max: String(PREFERRED_MAX) }));
  }

  /** To be sent instead of binding. */
  resume(): string {
    return toXml(nonza('resume', { h: String(this.#inbound), previd: this.#id }));
  }

  /** A stanza of ours goes out. */
  noteSent(frame: string): void {
    if (this.#counts !== 'none') this.#unacknowledged.push(frame);
  }

  /** A stanza came in. */
  noteReceived(): void {
    if (this.#counts === 'both') this.#inbound = (this.#inbound + 1) % WRAP;
  }

  /** `<enabled/>` */
  noteEnabled({ attrs: { id = '', resume, max } }: XmlElement): void {
    if (this.#counts !== 'ours') return;
    this.#counts = 'both';
    const seconds = Number(max);
    this.#id = resume === 'true' || resume === '1' ? id : '';
    this.#max = max !== undefined && seconds > 0 && Number.isFinite(seconds) ? seconds : undefined;
  }

  /** `<a/>` and `<resumed/>`. @throws HandledCountTooHighError */
  acknowledge({ attrs: { h } }: XmlElement): void {
    const count = Number(h);
    if (this.#counts === 'none' || !Number.isInteger(count)) return;
    const news = (((count - this.#outbound) % WRAP) + WRAP) % WRAP;
    const isKnown = news <= this.#unacknowledged.length || (this.#isInherited && news < WRAP / 2);
    this.#isInherited = false;
    if (!isKnown) {
      // With counts that mean nothing it cannot go on.
      this.#id = '';
      throw new HandledCountTooHighError(`${news} stanzas handled of ${this.#unacknowledged.length}`);
    }
    this.#outbound = count;
    this.#unacknowledged.splice(0, news);
  }

  /** Says how much was handled. */
  answer(inbound = this.#inbound): string {
    return toXml(nonza('a', { h: String(inbound) }));
  }

  /** Asks how much was handled. */
  request(): string {
    return toXml(nonza('r'));
  }

  /** Ours that the server does not have, as they were sent. */
  get unacknowledged(): readonly string[] {
    return this.#unacknowledged;
  }

  /** The stream cannot go on. A server that still knows its count says how many it handled (XEP-0198 §5). */
  fail(failed: XmlElement): Leftover {
    const isCertain = failed.attrs.h !== undefined && this.#believes(failed);
    return { isCertain, stanzas: this.forget() };
  }

  #believes(failed: XmlElement): boolean {
    try {
      this.acknowledge(failed);
      return true;
    } catch {
      return false;
    }
  }

  /** The stream is over. @returns ours that the server has not acknowledged */
  forget(): readonly XmlElement[] {
    const unacknowledged = this.#unacknowledged.map(parseXml);
    this.#id = this.#jid = '';
    this.#max = undefined;
    this.#inbound = this.#outbound = 0;
    this.#unacknowledged = [];
    this.#counts = 'none';
    return unacknowledged;
  }

  /** As it is now, in ms since 1970; `undefined` where the server does not keep it. */
  snapshot(now: number): StreamResumption | undefined {
    if (!this.isResumable) return undefined;
    return {
      id: this.#id, jid: this.#jid, inbound: this.#inbound, outbound: this.#outbound,
      unacknowledged: [...this.#unacknowledged], features: this.#features, max: this.#max, takenAt: now,
    };
  }
}

function nonza(name: string, attrs: Record<string, string> = {}): XmlElement {
  return element(name, { xmlns: STREAM_MANAGEMENT_NS, ...attrs });
}
