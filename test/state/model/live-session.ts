import { parseXml } from '../../../src/protocol/xml-text.js';
import { childElements, element, type XmlElement } from '../../../src/protocol/xml.js';
import { Session } from '../../../src/state/session.js';
import { MockStream, refusalOf, resultOf } from '../../support/browser/mock-stream.js';
import type { BeginEvent, BlockEvent, ModelEvent, PresenceEvent, PushEvent } from './events.js';
import { blockXml, itemXml, presenceXml, pushXml } from './stanzas.js';

const FEATURES = new Set(['urn:xmpp:features:rosterver']);

/** The real session over a stream without a server; the events are what comes in. */
export class LiveSession {
  readonly stream = new MockStream();
  readonly session = new Session(this.stream, this.stream.environment);
  /** The version it asked for the roster with last. */
  askedWith: string | undefined;
  /** The addresses that listeners were told of since this was last cleared. */
  readonly told = new Set<string>();
  #own = '';
  #pushes = 0;

  constructor() {
    this.session.subscribe((changed) => changed.forEach((jid) => this.told.add(jid)));
  }

  /** @param online whether anything can come in */
  async apply(event: ModelEvent, online: boolean): Promise<void> {
    if (event.kind === 'pass') this.stream.environment.advance(event.ms);
    else if (event.kind === 'choose') this.#choose(event.type);
    else if (event.kind === 'begin') await (online ? undefined : this.#begin(event));
    else if (!online) return;
    else if (event.kind === 'lose') this.stream.lose();
    else if (event.kind === 'echo') this.#receive(`<presence from="${this.#own}/office"/>`);
    else this.#receiveStanza(event);
  }

  /** What was sent since: `acknowledgement`, `presence`, or what it asks whom. */
  takeSent(): string[] {
    const sent = this.stream.sent.map(describe);
    this.stream.take();
    return sent;
  }

  async #begin({ account, roster, ver, early, forgedRoster, blocked }: BeginEvent): Promise<void> {
    this.#own = account;
    this.stream.respond = (stanza) => answer(stanza, blocked);
    await this.stream.comeOnline(`${account}/office`, FEATURES);
    const get = this.stream.sent.find((stanza) => payloadNs(stanza) === 'jabber:iq:roster');
    if (!get) throw new Error('The session did not ask for the roster');
    this.askedWith = childElements(get)[0]?.attrs.ver;
    for (const event of early) this.#receiveStanza(event);
    if (forgedRoster) this.#receive(`<iq type="result" id="${get.attrs.id}" from="eve@far.example/x"><query xmlns="jabber:iq:roster"><item jid="eve@far.example" subscription="both"/></query></iq>`);
    const items = Array.isArray(roster) ? roster.map(itemXml).join('') : '';
    const query = { ...parseXml(`<query xmlns="jabber:iq:roster">${items}</query>`), attrs: { xmlns: 'jabber:iq:roster', ver } };
    const children = query.children.map((child) => (typeof child === 'string' ? child : { ...child, parent: query }));
    this.stream.receive(roster === 'refused' ? refusalOf(get, 'item-not-found') : resultOf(get, roster === 'unchanged' ? undefined : { ...query, children }));
    await new Promise(setImmediate);
  }

  #choose(type: 'available' | 'unavailable'): void {
    const chosen = type === 'available' ? this.session.setPresence() : this.session.setUnavailable();
    chosen.catch(() => undefined);
  }

  #receiveStanza(event: PushEvent | PresenceEvent | BlockEvent): void {
    const id = `push-${++this.#pushes}`;
    if (event.kind === 'presence') this.#receive(presenceXml(event));
    else this.#receive(event.kind === 'push' ? pushXml(event, id, this.#own) : blockXml(event, id, this.#own));
  }

  #receive(xml: string): void {
    this.stream.receive(parseXml(xml));
  }
}

function payloadNs(stanza: XmlElement): string | undefined {
  return childElements(stanza)[0]?.attrs.xmlns;
}

/** What a server with block lists answers by itself; the roster is answered by the test. */
function answer(stanza: XmlElement, blocked: readonly string[]): XmlElement | undefined {
  const xmlns = payloadNs(stanza);
  if (xmlns === 'http://jabber.org/protocol/disco#info') return resultOf(stanza, element('query', { xmlns }, element('feature', { var: 'urn:xmpp:blocking' })));
  if (xmlns !== 'urn:xmpp:blocking') return undefined;
  const list = `<blocklist xmlns="${xmlns}">${blocked.map((jid) => `<item jid="${jid}"/>`).join('')}</blocklist>`;
  return resultOf(stanza, parseXml(list));
}

function describe(stanza: XmlElement): string {
  const { type, to } = stanza.attrs;
  if (stanza.name === 'iq' && type === 'result' && stanza.children.length === 0) return 'acknowledgement';
  const whom = to === undefined || to === 'im.example' ? '' : ` to ${to}`;
  return stanza.name === 'iq' ? `${type} ${payloadNs(stanza)}${whom}` : `${stanza.name}${whom}`;
}
