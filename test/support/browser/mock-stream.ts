import { errorElement, NotConnectedError } from '../../../src/protocol/errors.js';
import { ROSTER_NS } from '../../../src/protocol/roster.js';
import { OFFLINE, RoutedStream } from '../../../src/protocol/routed-stream.js';
import type { ConnectionFailure } from '../../../src/protocol/stream.js';
import { childElements, element, namespaceOf, type XmlElement } from '../../../src/protocol/xml.js';
import { MockEnvironment } from './mock-environment.js';

/** What a server would send back for a stanza; `undefined`: nothing. */
export type Responder = (stanza: XmlElement) => XmlElement | string | undefined;

/**
 * A stream without a server: the test is the server. It records what is sent, and the test says when the connection
 * comes and goes and what comes in. `connect()` only gets as far as `connecting`.
 *
 * ```ts
 * const stream = new MockStream();
 * const session = new Session(stream, stream.environment);
 * stream.respond = rosterOf('<item jid="mary@im.example" name="Mary" subscription="both"><group>Friends</group></item>');
 * await stream.comeOnline('george@im.example/office');   // the roster has come, presence was sent
 * stream.receive('<presence from="mary@im.example/tablet"><show>away</show></presence>');
 * stream.take('presence');                               // what was sent since, as XML
 * ```
 */
export class MockStream extends RoutedStream {
  /** Everything that was sent, oldest first. */
  readonly sent: XmlElement[] = [];
  /** Answers at once, for the tests to which the answer does not matter. */
  respond: Responder = () => undefined;
  /** How often there was reason to doubt the connection. */
  woken = 0;
  isFirst = true;
  /** As the session told it last. */
  active = true;

  constructor(override readonly environment = new MockEnvironment()) {
    super(environment);
  }

  connect(): void {
    if (this.state.connectionStatus === 'offline') this.setState({ ...OFFLINE, connectionStatus: 'connecting' });
  }

  wake(): void {
    this.woken++;
  }

  release(): void {
    void this.disconnect();
  }

  isShared(): Promise<boolean> {
    return Promise.resolve(false);
  }

  disconnect(farewell?: XmlElement): Promise<void> {
    if (farewell && this.state.connectionStatus === 'online') this.send(farewell);
    this.setState(OFFLINE);
    this.router.rejectPending();
    return Promise.resolve();
  }

  send(stanza: XmlElement): void {
    if (this.state.connectionStatus !== 'online') throw new NotConnectedError(`<${stanza.name}/>`);
    this.sent.push(stanza);
    this.router.tellStanza('out', { toString: () => toXml(stanza) });
    const answer = this.respond(stanza);
    if (answer !== undefined) queueMicrotask(() => this.receive(answer));
  }

  setActive(active: boolean): void {
    this.active = active;
  }

  /** A new session has begun. Settles when everything that `respond` answers has been dealt with. */
  async comeOnline(jid: string, features = OFFLINE.features): Promise<void> {
    this.setState({ connectionStatus: 'online', jid, features });
    await settled();
  }

  /** The session of before goes on. */
  async resume(jid: string, features = OFFLINE.features): Promise<void> {
    this.router.resume();
    this.setState({ connectionStatus: 'online', jid, features, resumed: true });
    await settled();
  }

  /** A session that began elsewhere goes on here. */
  async takeOver(jid: string, snapshot: unknown, features = OFFLINE.features): Promise<void> {
    this.setState({ connectionStatus: 'online', jid, features, resumed: true, snapshot });
    await settled();
  }

  /** Another tab has sent that over the stream. */
  hearSent(stanza: XmlElement): void {
    this.router.tellSent(stanza);
  }

  /** The connection is lost, and what is under way waits: the stream may go on. */
  suspend(failure: ConnectionFailure = { kind: 'unreachable', final: false }): void {
    this.router.suspend();
    this.setState({ ...OFFLINE, connectionStatus: 'reconnecting', failure });
  }

  /** The stream does not go on, and these of ours were not acknowledged. */
  abandon(stanzas: readonly XmlElement[]): void {
    this.router.rejectPending();
    this.router.tellUnacknowledged(stanzas);
  }

  /** The connection is lost: for good when the failure is final, else it is sought again. */
  lose(failure: ConnectionFailure = { kind: 'unreachable', final: false }): void {
    const connectionStatus = failure.final ? 'offline' : 'reconnecting';
    this.setState({ ...OFFLINE, connectionStatus, failure });
    this.router.rejectPending(failure);
  }

  /** A stanza comes in, as an element or as XML. */
  receive(stanza: XmlElement | string): void {
    this.router.receive(typeof stanza === 'string' ? parseXml(stanza) : stanza);
  }

  /** What was sent and not yet taken, as XML; only stanzas of that name. */
  take(name?: 'presence' | 'iq' | 'message'): string[] {
    const taken = this.sent.filter((stanza) => name === undefined || stanza.name === name);
    const rest = this.sent.filter((stanza) => !taken.includes(stanza));
    this.sent.splice(0, Infinity, ...rest);
    return taken.map(toXml);
  }
}

/** Answers roster gets with these items, written as XML. */
export function rosterOf(items = ''): Responder {
  return (stanza) => {
    const [query] = childElements(stanza);
    if (stanza.attrs.type !== 'get' || !query || namespaceOf(query) !== ROSTER_NS) return undefined;
    return resultOf(stanza, parseXml(`<query xmlns="${ROSTER_NS}">${items}</query>`));
  };
}

/** The first of several responders that has something to say. */
export function firstOf(...responders: readonly Responder[]): Responder {
  return (stanza) => {
    for (const respond of responders) {
      const answer = respond(stanza);
      if (answer !== undefined) return answer;
    }
    return undefined;
  };
}

/** The result of a request, with a payload or empty. */
export function resultOf(iq: XmlElement, payload?: XmlElement): XmlElement {
  return element('iq', { type: 'result', id: iq.attrs.id, from: iq.attrs.to }, payload);
}

/** The refusal of a request. */
export function refusalOf(iq: XmlElement, condition: string, type: 'cancel' | 'modify' = 'cancel'): XmlElement {
  return element('iq', { type: 'error', id: iq.attrs.id, from: iq.attrs.to }, errorElement(type, condition));
}

/** Reads one element; throws at what is not well-formed. */
export function parseXml(xml: string): XmlElement {
  const { documentElement } = new DOMParser().parseFromString(xml, 'application/xml');
  if (documentElement.querySelector('parsererror') || documentElement.nodeName === 'parsererror') throw new Error(`Not well-formed: ${xml}`);
  return readNode(documentElement, null);
}

function readNode(node: Element, parent: XmlElement | null): XmlElement {
  const attrs = Object.fromEntries([...node.attributes].map(({ name, value }) => [name, value]));
  const children: (XmlElement | string)[] = [];
  const read: XmlElement = { name: node.nodeName, attrs, children, parent };
  for (const child of node.childNodes) {
    if (child instanceof Element) children.push(readNode(child, read));
    else if (child instanceof Text) children.push(child.data);
  }
  return read;
}

/** The element as XML, attributes in the order they were given. */
export function toXml(node: XmlElement | string): string {
  if (typeof node === 'string') return escape(node);
  const attrs = Object.entries(node.attrs).flatMap(([name, value]) => (value === undefined ? [] : ` ${name}="${escape(value)}"`));
  const content = node.children.map(toXml).join('');
  return `<${node.name}${attrs.join('')}${content === '' ? '/>' : `>${content}</${node.name}>`}`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

/** Everything that was only waiting for promises has happened. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
