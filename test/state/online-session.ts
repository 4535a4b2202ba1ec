import { ROSTER_NS } from '../../src/protocol/roster.js';
import { childElements, namespaceOf, type XmlElement } from '../../src/protocol/xml.js';
import { Session } from '../../src/state/session.js';
import type { SessionOptions } from '../../src/state/session-options.js';
import { MockStream, resultOf } from '../support/browser/mock-stream.js';
import { parse } from '../support/browser/parse.js';

const DISCO_NS = 'http://jabber.org/protocol/disco#info';

export const OWN = 'george@im.example/office';

/** George's session over a stream without a server; the test is the server. */
export class OnlineSession {
  readonly stream = new MockStream();
  readonly environment = this.stream.environment;
  readonly session: Session;
  /** The items with which roster gets are answered, as XML. */
  roster: string;

  constructor(roster = '', options?: SessionOptions) {
    this.roster = roster;
    this.session = new Session(this.stream, this.environment, options);
    this.stream.respond = (stanza) => {
      if (isRosterGet(stanza)) return resultOf(stanza, parse(`<query xmlns="${ROSTER_NS}">${this.roster}</query>`));
      return isDiscoGet(stanza) ? resultOf(stanza, parse(`<query xmlns="${DISCO_NS}"/>`)) : undefined;
    };
  }

  /** Online, with its roster, and with nothing in `stream.sent`. */
  static async start(roster = '', options?: SessionOptions): Promise<OnlineSession> {
    const online = new OnlineSession(roster, options);
    await online.begin();
    await new Promise(setImmediate);
    online.stream.take();
    return online;
  }

  /** A new session begins: roster and presence have been exchanged when it settles. */
  begin(jid = OWN): Promise<void> {
    return this.stream.comeOnline(jid);
  }

  receive(xml: string): void {
    this.stream.receive(parse(xml));
  }

  /** A push of one item, as the server sends it. */
  push(item: string, attrs = ''): void {
    this.receive(`<iq type="set" id="push"${attrs}><query xmlns="${ROSTER_NS}">${item}</query></iq>`);
  }

  presence(from: string, content = '', attrs = ''): void {
    this.receive(`<presence from="${from}"${attrs}>${content}</presence>`);
  }

  /** Answers the last request that was sent, but for what the server can do. */
  answer(content = '', type: 'result' | 'error' = 'result'): void {
    const asked = this.stream.sent.filter((stanza) => stanza.name === 'iq' && !isDiscoGet(stanza)).at(-1);
    this.receive(`<iq type="${type}" id="${asked?.attrs.id ?? ''}">${content}</iq>`);
  }

  refuse(condition: string): void {
    this.answer(`<error type="cancel"><${condition} xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error>`, 'error');
  }
}

function isDiscoGet(stanza: XmlElement): boolean {
  const [query] = childElements(stanza);
  return stanza.attrs.type === 'get' && query !== undefined && namespaceOf(query) === DISCO_NS;
}

export function isRosterGet(stanza: XmlElement): boolean {
  const [query] = childElements(stanza);
  return stanza.attrs.type === 'get' && query !== undefined && namespaceOf(query) === ROSTER_NS;
}

/** How a promise settles: `done`, or the error. */
export function outcome(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(() => 'done', (error: unknown) => error);
}

/** How a promise stands now: `waiting`, `done`, or the error. */
export function standing(promise: Promise<unknown>): Promise<unknown> {
  return Promise.race([outcome(promise), new Promise((resolve) => setImmediate(resolve, 'waiting'))]);
}
