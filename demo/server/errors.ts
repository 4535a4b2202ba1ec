import { type Element, NS, xml } from './xml.js';

/** RFC 6120 §8.3.3: the conditions this server answers with, each with its usual error type. */
const ERROR_TYPES = {
  'bad-request': 'modify',
  conflict: 'cancel',
  forbidden: 'auth',
  'item-not-found': 'cancel',
  'jid-malformed': 'modify',
  'not-acceptable': 'modify',
  'not-allowed': 'cancel',
  'remote-server-not-found': 'cancel',
  'resource-constraint': 'wait',
  'service-unavailable': 'cancel',
} as const;

export type StanzaCondition = keyof typeof ERROR_TYPES;

/** What an error says besides its condition. */
interface ErrorDetails {
  /** When it is not the condition's usual one. */
  readonly type?: string;
  /** RFC 6120 §8.3.4: an application-specific condition. */
  readonly specific?: Element;
}

/** Thrown by a handler to have the stanza answered with an error. */
export class StanzaError extends Error {
  override name = 'StanzaError';
  readonly condition: StanzaCondition;
  readonly text: string | undefined;
  readonly type: string;
  readonly specific: Element | undefined;

  constructor(condition: StanzaCondition, text?: string, { type = ERROR_TYPES[condition], specific }: ErrorDetails = {}) {
    super(condition);
    this.condition = condition;
    this.text = text;
    this.type = type;
    this.specific = specific;
  }
}

export type StreamCondition =
  | 'conflict'
  | 'host-unknown'
  | 'invalid-from'
  | 'not-authorized'
  | 'not-well-formed'
  | 'policy-violation'
  | 'system-shutdown'
  | 'unsupported-stanza-type';

/** Thrown by a handler to have the stream closed with an error (RFC 6120 §4.9). */
export class StreamError extends Error {
  override name = 'StreamError';
  readonly condition: StreamCondition;

  constructor(condition: StreamCondition) {
    super(condition);
    this.condition = condition;
  }
}

/** RFC 6120 §8.3.1: back to the sender, with the id; the caller makes sure that errors and results are not answered. */
export function errorReply(stanza: Element, { condition, text, type, specific }: StanzaError): Element {
  const { id, from, to } = stanza.attrs;
  return xml(
    stanza.name,
    { xmlns: NS.client, type: 'error', id, from: to, to: from },
    xml(
      'error',
      { type },
      xml(condition, { xmlns: NS.stanzas }),
      text === undefined ? undefined : xml('text', { xmlns: NS.stanzas, 'xml:lang': 'en' }, text),
      specific,
    ),
  );
}

/** RFC 7395 §3.5: a stream error is a frame of its own and declares its prefix itself. */
export function streamErrorFrame(condition: StreamCondition): Element {
  return xml('stream:error', { 'xmlns:stream': NS.stream }, xml(condition, { xmlns: NS.streams }));
}
