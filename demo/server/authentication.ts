import type { Account } from './account.js';
import type { Core } from './core.js';
import { StreamError } from './errors.js';
import { failure, type Mechanism, type SaslStep } from './sasl.js';
import { createMechanism } from './sasl-mechanisms.js';
import { type Element, NS, xml } from './xml.js';

export interface Outcome {
  readonly reply: Element;
  /** Present when the client has proved who it is. */
  readonly account?: Account;
}

/** RFC 6120 §6.4.5: not fewer than two and not more than five. */
const MAX_RETRIES = 5;

/** SASL on one stream (RFC 6120 §6.4): elements in, elements out. */
export class Authentication {
  readonly #core: Core;
  #mechanism: Mechanism | undefined;
  #failures = 0;

  constructor(core: Core) {
    this.#core = core;
  }

  /** @throws StreamError for what is no SASL, and after too many failures */
  async take(element: Element): Promise<Outcome> {
    if (this.#failures > MAX_RETRIES) throw new StreamError('policy-violation');
    if (element.getNS() !== NS.sasl) throw new StreamError('not-authorized');
    const step = await this.#step(element);
    if (step.kind === 'challenge') return { reply: saslElement('challenge', step.data) };
    this.#mechanism = undefined;
    if (step.kind === 'failure') return this.#refuse(step.condition);
    const account = this.#core.account(`${step.username}@${this.#core.domain}`);
    return account === undefined ? this.#refuse('not-authorized') : { reply: saslElement('success', step.data), account };
  }

  #step(element: Element): SaslStep | Promise<SaslStep> {
    const message = decode(element.getText());
    if (message === undefined) return failure('incorrect-encoding');
    switch (element.name) {
      case 'auth': return this.#begin(element.attrs.mechanism ?? '', element.getText().trim() !== '', message);
      case 'response': return this.#mechanism?.step(message) ?? failure('malformed-request');
      case 'abort': return failure('aborted');
      default: throw new StreamError('not-authorized');
    }
  }

  #begin(name: string, hasInitialResponse: boolean, message: string): SaslStep | Promise<SaslStep> {
    this.#mechanism = createMechanism(name, this.#core);
    if (this.#mechanism === undefined) return failure('invalid-mechanism');
    // RFC 6120 §6.4.2: all our mechanisms let the client speak first; one that has not is asked to.
    return hasInitialResponse ? this.#mechanism.step(message) : { kind: 'challenge', data: '' };
  }

  #refuse(condition: string): Outcome {
    this.#failures += 1;
    return { reply: xml('failure', { xmlns: NS.sasl }, xml(condition)) };
  }
}

function saslElement(name: string, data: string | undefined): Element {
  return xml(name, { xmlns: NS.sasl }, data === undefined ? undefined : encode(data));
}

function encode(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

/** RFC 6120 §6.4.2: base64, and "=" for an empty message. */
function decode(base64: string): string | undefined {
  const text = base64.trim();
  if (text === '=') return '';
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(text), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}
