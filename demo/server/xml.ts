import { type Attributes, type Child, Element, Parser, xml } from './xmpp-xml.js';

export { Element, xml };

export const NS = {
  avatarData: 'urn:xmpp:avatar:data',
  avatarMetadata: 'urn:xmpp:avatar:metadata',
  bind: 'urn:ietf:params:xml:ns:xmpp-bind',
  blocking: 'urn:xmpp:blocking',
  blockingErrors: 'urn:xmpp:blocking:errors',
  caps: 'http://jabber.org/protocol/caps',
  client: 'jabber:client',
  delay: 'urn:xmpp:delay',
  discoInfo: 'http://jabber.org/protocol/disco#info',
  framing: 'urn:ietf:params:xml:ns:xmpp-framing',
  idle: 'urn:xmpp:idle:1',
  last: 'jabber:iq:last',
  ping: 'urn:xmpp:ping',
  private: 'jabber:iq:private',
  preApproval: 'urn:xmpp:features:pre-approval',
  pubsub: 'http://jabber.org/protocol/pubsub',
  pubsubEvent: 'http://jabber.org/protocol/pubsub#event',
  roster: 'jabber:iq:roster',
  rosterVersioning: 'urn:xmpp:features:rosterver',
  sasl: 'urn:ietf:params:xml:ns:xmpp-sasl',
  session: 'urn:ietf:params:xml:ns:xmpp-session',
  streamManagement: 'urn:xmpp:sm:3',
  stanzas: 'urn:ietf:params:xml:ns:xmpp-stanzas',
  stream: 'http://etherx.jabber.org/streams',
  streams: 'urn:ietf:params:xml:ns:xmpp-streams',
  vCard: 'vcard-temp',
  vCardUpdate: 'vcard-temp:x:update',
} as const;

/** Deeper stanzas would overflow the stack of the XML library's recursive functions. */
const MAX_DEPTH = 64;

export class NotWellFormedError extends Error {
  override name = 'NotWellFormedError';
}

/** RFC 7395 §3.3.3: a frame is exactly one element, complete and by itself. @throws NotWellFormedError */
export function parseFrame(frame: string): Element {
  const parser = new FrameParser();
  try {
    parser.write(frame);
    return parser.finish(frame);
  } catch (error) {
    throw new NotWellFormedError(String(error));
  }
}

class FrameParser extends Parser {
  readonly #open: Element[] = [];
  #frame: Element | undefined;

  override onStartElement(name: string, attrs: Attributes): void {
    const element = new Element(name, attrs);
    const parent = this.#open.at(-1);
    if (parent === undefined) this.#start(element);
    else parent.append(element);
    this.#open.push(element);
    if (this.#open.length > MAX_DEPTH) throw new Error(`more than ${MAX_DEPTH} levels`);
  }

  override onEndElement(name: string): void {
    if (this.#open.pop()?.name !== name) throw new Error(`unexpected end of ${name}`);
  }

  override onText(text: string): void {
    const parent = this.#open.at(-1);
    if (parent !== undefined) parent.t(text);
    else if (text.trim() !== '') throw new Error('text outside of the element');
  }

  finish(frame: string): Element {
    // The parser holds back trailing text, so its end is looked at here.
    if (this.#frame === undefined || this.#open.length > 0 || !frame.trimEnd().endsWith('>')) throw new Error('incomplete frame');
    return this.#frame;
  }

  #start(element: Element): void {
    if (this.#frame !== undefined) throw new Error('a second element in the frame');
    this.#frame = element;
  }
}

/** A stanza with the same children and changed attributes; `undefined` removes one. It is for sending: the children keep their parent. */
export function readdress(stanza: Element, attrs: Attributes): Element {
  const copy = new Element(stanza.name, { xmlns: NS.client, ...stanza.attrs, ...attrs });
  copy.children = stanza.children;
  return copy;
}

/** The same stanza with one more child, or with a child of that name replaced. */
export function withChild(stanza: Element, child: Element): Element {
  const copy = readdress(stanza, {});
  copy.children = stanza.children.filter((other) => !(other instanceof Element && other.is(child.name, child.attrs.xmlns)));
  copy.append(child);
  return copy;
}

/** XEP-0203: when the stanza was first sent. */
export function delay(from: string, at: number): Element {
  return xml('delay', { xmlns: NS.delay, from, stamp: new Date(at).toISOString().replace(/\.\d+Z$/, 'Z') });
}

/** A random name for ids, resources and nonces; 72 bits. `randomUUID` is missing on pages without TLS, this is not. */
export function randomName(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(9));
  return btoa(String.fromCharCode(...bytes)).replace(/\+/g, '-').replace(/\//g, '_');
}

export type { Attributes, Child };
