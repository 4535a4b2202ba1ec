import { ContextProvider } from '@lit/context';
import { sessionContext } from '../../../src/context/session-context.js';
import { CLIENT_NS, element, textOf, type XmlElement } from '../../../src/protocol/xml.js';
import { ROSTER_NS } from '../../../src/protocol/roster.js';
import type { ChangeListener } from '../../../src/state/notifier.js';
import { Session } from '../../../src/state/session.js';
import type { SessionOptions } from '../../../src/state/session-options.js';
import { firstOf, MockStream, refusalOf, resultOf, rosterOf, toXml, type Responder } from './mock-stream.js';

/** A roster item to be; left out: no name, no groups, subscribed both ways. */
export interface Item {
  readonly jid: string;
  readonly name?: string;
  readonly groups?: readonly string[];
  readonly subscription?: 'none' | 'to' | 'from' | 'both' | 'remove';
  readonly ask?: 'subscribe';
  readonly approved?: boolean;
}

export interface PresenceText {
  readonly show?: string;
  readonly status?: string;
  readonly type?: string;
  /** When it was sent, if not now (XEP-0203). */
  readonly stamp?: string;
  readonly priority?: number;
  /** Since when they are idle (XEP-0319). */
  readonly idleSince?: string;
}

class CountingSession extends Session {
  listeners = 0;

  override subscribe(listener: ChangeListener, jid?: string): () => void {
    const undo = super.subscribe(listener, jid);
    this.listeners++;
    return () => {
      this.listeners--;
      undo();
    };
  }
}

/** A roster set that was sent, to be answered by the test as the server would. */
export class RosterSet {
  readonly jid: string | undefined;
  readonly name: string | undefined;
  readonly groups: readonly string[];

  constructor(
    private readonly stanza: XmlElement,
    private readonly account: MockAccount,
  ) {
    const item = first(first(stanza));
    this.jid = item?.attrs.jid;
    this.name = item?.attrs.name;
    this.groups = item?.children.map((group) => (typeof group === 'string' ? '' : textOf(group))) ?? [];
  }

  /** "Done", without a push. */
  accept(): void {
    this.account.stream.receive(resultOf(this.stanza));
  }

  refuse(condition: string): void {
    this.account.stream.receive(refusalOf(this.stanza, condition));
  }

  /** What every client of the account is told. */
  push(subscription: Item['subscription'] = 'both'): void {
    const { jid = '', name, groups } = this;
    this.account.push({ jid, groups, ...(name === undefined ? {} : { name }), ...(subscription ? { subscription } : {}) });
  }
}

/** An account without a server: the test says what comes in, and answers what goes out. */
export class MockAccount {
  readonly stream = new MockStream();
  readonly session: CountingSession;
  #pushes = 0;

  constructor(
    readonly jid = 'george@im.example/office',
    options?: SessionOptions,
  ) {
    this.session = new CountingSession(this.stream, this.stream.environment, options);
  }

  /** An element that gives the session to all elements in it. */
  provider(): HTMLElement {
    const box = document.createElement('div');
    new ContextProvider(box, { context: sessionContext, initialValue: this.session });
    return box;
  }

  /**
   * @param jid of the same account, or of another
   * @param also what else the server answers by itself
   * @param features of the stream
   */
  async comeOnline(items: readonly Item[] = [], jid = this.jid, also: Responder = () => undefined, features?: ReadonlySet<string>): Promise<void> {
    this.stream.respond = firstOf(rosterOf(items.map(itemXml).join('')), also);
    await this.stream.comeOnline(jid, features);
    this.stream.take();
  }

  /** Online, but the roster has not come yet; give it with the function returned. */
  async comeOnlineWithoutRoster(): Promise<(items: readonly Item[]) => void> {
    this.stream.respond = () => undefined;
    await this.stream.comeOnline(this.jid);
    const [get] = this.stream.sent;
    return (items) => {
      if (get) this.stream.receive(rosterOf(items.map(itemXml).join(''))(get) ?? '');
    };
  }

  /** One's own choice of presence, whatever becomes of it. */
  goUnavailable(): void {
    this.session.setUnavailable().catch(() => undefined);
  }

  presence(from: string, { show, status, type, stamp, priority, idleSince }: PresenceText = {}): void {
    const children = [
      show && element('show', {}, show), status && element('status', {}, status),
      priority === undefined ? undefined : element('priority', {}, String(priority)),
      idleSince && element('idle', { xmlns: 'urn:xmpp:idle:1', since: idleSince }),
      stamp && element('delay', { xmlns: 'urn:xmpp:delay', stamp }),
    ].filter((child) => child !== '');
    this.stream.receive(toXml(element('presence', { xmlns: CLIENT_NS, from, type }, ...children)));
  }

  /** RFC 6121 §2.1.6. */
  push(item: Item): void {
    const id = `push-${++this.#pushes}`;
    this.stream.receive(`<iq xmlns="${CLIENT_NS}" type="set" id="${id}"><query xmlns="${ROSTER_NS}">${itemXml(item)}</query></iq>`);
  }

  pushRemoval(jid: string): void {
    this.push({ jid, subscription: 'remove' });
  }

  /** The roster sets that were sent and not yet taken, oldest first. */
  sets(): RosterSet[] {
    const sets = this.stream.sent.filter((stanza) => stanza.attrs.type === 'set' && first(stanza)?.attrs.xmlns === ROSTER_NS);
    this.stream.take('iq');
    return sets.map((stanza) => new RosterSet(stanza, this));
  }
}

function first(node: XmlElement | undefined): XmlElement | undefined {
  const [child] = node?.children ?? [];
  return typeof child === 'object' ? child : undefined;
}

function itemXml({ jid, name, ask, approved, groups = [], subscription = 'both' }: Item): string {
  return toXml(element('item', { jid, name, subscription, ask, approved: approved ? 'true' : undefined }, ...groups.map((group) => element('group', {}, group))));
}
