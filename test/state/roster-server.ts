import { ROSTER_NS } from '../../src/protocol/roster.js';
import type { Session } from '../../src/state/session.js';
import { childElements, element, textOf, type XmlElement } from '../../src/protocol/xml.js';
import { refusalOf, resultOf, toXml } from '../support/browser/mock-stream.js';
import { isRosterGet, OnlineSession } from './online-session.js';

export interface StoredItem {
  readonly jid: string;
  readonly name?: string | undefined;
  readonly groups: readonly string[];
}

interface Behaviour {
  /** It answers only when told to, by `answerAll`. */
  readonly silent?: boolean;
  /** The condition with which it refuses a set, if it does. */
  readonly refuses?: (item: StoredItem) => string | false;
}

/** George's session, and a server that keeps the roster: it takes sets, and pushes what it took before it says "done". */
export class RosterServer {
  /** Roster sets so far, refused ones too. */
  sets = 0;
  readonly #items = new Map<string, StoredItem>();
  readonly #unanswered: XmlElement[] = [];

  private constructor(
    readonly online: OnlineSession,
    items: readonly StoredItem[],
    private readonly behaviour: Behaviour,
  ) {
    for (const item of items) this.#items.set(item.jid, item);
    const { respond } = online.stream;
    online.stream.respond = (stanza) => (stanza.name === 'iq' && !isRosterGet(stanza) && isRosterSet(stanza) ? this.#receive(stanza) : respond(stanza));
  }

  static async start(items: readonly StoredItem[], behaviour: Behaviour = {}): Promise<RosterServer> {
    const online = await OnlineSession.start(items.map(itemXml).join(''));
    return new RosterServer(online, items, behaviour);
  }

  get session(): Session {
    return this.online.session;
  }

  /** How many sets wait for an answer. */
  get waiting(): number {
    return this.#unanswered.length;
  }

  stored(jid: string): { readonly name: string | undefined; readonly groups: readonly string[] } {
    const { name, groups = [] } = this.#items.get(jid) ?? {};
    return { name, groups: [...groups].sort() };
  }

  /** Takes and answers the sets that wait, oldest first. */
  answerAll(): void {
    for (const stanza of this.#unanswered.splice(0)) this.online.stream.receive(this.#take(stanza));
  }

  /** Another client has changed the item. */
  push(item: StoredItem): void {
    this.#items.set(item.jid, item);
    this.online.push(itemXml(item));
  }

  pushRemoval(jid: string): void {
    this.#items.delete(jid);
    this.online.push(`<item jid="${jid}" subscription="remove"/>`);
  }

  #receive(stanza: XmlElement): XmlElement | undefined {
    this.sets++;
    if (!this.behaviour.silent) return this.#take(stanza);
    this.#unanswered.push(stanza);
    return undefined;
  }

  #take(stanza: XmlElement): XmlElement {
    const { item, isRemoval } = readSet(stanza);
    const condition = this.behaviour.refuses?.(item);
    if (condition) return refusalOf(stanza, condition);
    if (isRemoval) this.pushRemoval(item.jid);
    else this.push(item);
    return resultOf(stanza);
  }
}

function payloadOf(stanza: XmlElement): XmlElement | undefined {
  return childElements(stanza)[0];
}

function isRosterSet(stanza: XmlElement): boolean {
  return stanza.attrs.type === 'set' && payloadOf(stanza)?.attrs.xmlns === ROSTER_NS;
}

function readSet(stanza: XmlElement): { item: StoredItem; isRemoval: boolean } {
  const [item] = childElements(payloadOf(stanza) ?? stanza);
  const groups = item ? childElements(item).map(textOf) : [];
  return { item: { jid: item?.attrs.jid ?? '', name: item?.attrs.name, groups }, isRemoval: item?.attrs.subscription === 'remove' };
}

function itemXml({ jid, name, groups }: StoredItem): string {
  return toXml(element('item', { jid, name, subscription: 'both' }, ...groups.map((group) => element('group', {}, group))));
}
