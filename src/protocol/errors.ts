import { child, childElements, localName, namespaceOf, textOf, type XmlElement, CLIENT_NS } from './xml.js';

const STANZA_ERROR_NS = 'urn:ietf:params:xml:ns:xmpp-stanzas';

/** Nothing was sent: there is no connection. */
export class NotConnectedError extends Error {
  override readonly name = 'NotConnectedError';
  constructor(action: string, options?: { cause?: unknown }) {
    super(`Not connected: ${action} was not sent.`, options);
  }
}

/** Sent, but no answer came: whether it took effect is unknown. */
export class NoResponseError extends Error {
  override readonly name = 'NoResponseError';
  constructor(action: string, options?: { cause?: unknown }) {
    super(`No answer to ${action}: it may or may not have taken effect.`, options);
  }
}

/** The answer was an error (RFC 6120 §8.3). */
export class StanzaError extends Error {
  override readonly name = 'StanzaError';
  constructor(
    /** The defined condition, such as `not-allowed` (RFC 6120 §8.3.3). */
    readonly condition: string,
    /** What the server's operator has to say about it, for people. */
    readonly text?: string,
    /** `auth`, `cancel`, `continue`, `modify` or `wait` (RFC 6120 §8.3.2). */
    readonly type?: string,
  ) {
    super(text ? `${condition}: ${text}` : condition);
  }
}

/** Reads the error of an error stanza; one without a readable error is an `undefined-condition`. */
export function readStanzaError(stanza: XmlElement): StanzaError {
  const error = child(stanza, 'error', CLIENT_NS);
  const defined = error ? childElements(error).filter((node) => namespaceOf(node) === STANZA_ERROR_NS) : [];
  const condition = defined.find((node) => localName(node) !== 'text');
  const text = defined.find((node) => localName(node) === 'text');
  return new StanzaError(condition ? localName(condition) : 'undefined-condition', text && textOf(text), error?.attrs.type);
}

/** The `<error/>` child of a reply that refuses a request. */
export function errorElement(type: 'cancel' | 'modify', condition: string): XmlElement {
  const attrs = { xmlns: STANZA_ERROR_NS };
  return { name: 'error', attrs: { type }, children: [{ name: condition, attrs, children: [] }] };
}
