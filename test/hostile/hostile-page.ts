import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import '../../src/index.js';
import type { LitElement } from 'lit';
import { parseXml } from '../../src/protocol/xml-text.js';
import { childElements, type XmlElement } from '../../src/protocol/xml.js';
import { RosterSeen } from '../elements/roster-seen.js';
import { ScriptedServer } from '../support/browser/scripted-server.js';
import { nextFrame, settled, until } from '../support/browser/waiting.js';
import { Alarms } from './alarms.js';

export const OWN = 'george@im.example';
/** Everybody hostile is of this domain, or pretends to be somebody else. */
export const EVIL = 'evil.example';
const MARY = '<item jid="mary@im.example" name="Mary" subscription="both"><group>Friends</group></item>';
const ROSTER_NS = 'jabber:iq:roster';

/** A page with every element, signed in for real at a server that says whatever a test makes it say. */
export class HostilePage {
  readonly box = document.createElement('div');
  readonly connection = document.createElement('xmpp-connection');
  readonly roster = new RosterSeen(document.createElement('xmpp-roster'));
  readonly badge = document.createElement('xmpp-presence-badge');
  readonly card = document.createElement('xmpp-contact-card');
  readonly requests = document.createElement('xmpp-subscription-requests');
  readonly picker = document.createElement('xmpp-status-picker');
  readonly form = document.createElement('xmpp-add-contact');
  readonly #alarms = new Alarms();
  /** What was sent and not asked for by the server's part of this page. */
  #sent: string[] = [];
  #barriers = 0;

  private constructor(
    readonly server: ScriptedServer,
    /** The items with which roster gets are answered, as XML, and the attributes of the query. */
    private readonly answer: { items: string; attrs: string },
  ) {}

  /** Online, with Mary and these in the contact list. */
  static async open(items = '', attrs = ''): Promise<HostilePage> {
    await setViewport({ width: 1200, height: 1000 });
    const page = new HostilePage(await ScriptedServer.start(), { items: MARY + items, attrs });
    void page.#serve();
    page.#build();
    await page.#online();
    return page;
  }

  get session() {
    return this.connection.session;
  }

  get elements(): LitElement[] {
    return [this.connection, this.roster.element, this.badge, this.card, this.requests, this.picker, this.form];
  }

  /** Lets these come in; settles when all of them have been dealt with and shown. */
  async receive(...frames: string[]): Promise<void> {
    for (const frame of frames) await this.server.send(frame);
    await this.#barrier();
    await this.settled();
  }

  /** That many frames, with `{n}` in each as 0, 1, 2 … */
  async flood(frame: string, count: number): Promise<void> {
    await this.server.flood(frame, count);
    await this.#barrier();
    await this.settled();
  }

  /** Settles when another connection has taken the place of this one, as soon as it may. */
  async signsInAnew(after: () => Promise<void>): Promise<void> {
    const { connections } = this.server;
    await after();
    await until(() => {
      if (this.connection.connectionStatus === 'reconnecting') this.connection.connect();
      return this.server.connections > connections;
    }, `the connection is sought anew (${this.connection.connectionStatus})`);
    await this.#online();
  }

  async settled(): Promise<void> {
    await Promise.all(this.elements.map(settled));
    await nextFrame();
  }

  async clickOn(element: Element | undefined): Promise<void> {
    if (!(element instanceof HTMLElement)) throw new Error('There is nothing to click on');
    element.click();
    await this.settled();
  }

  /** What was sent since this was last asked, the answers to our own server's pings aside. */
  takeSent(): string[] {
    return this.#sent.splice(0);
  }

  /** The text that is seen in an element, shadow roots included. */
  text(element: Element): string {
    const own = element.shadowRoot ?? element;
    return [...own.querySelectorAll('*')].map((node) => (node.shadowRoot ? this.text(node) : node instanceof HTMLElement ? node.innerText : '')).join('\n');
  }

  /** Nothing ran, nobody was told anything, and what comes now takes effect and is seen. */
  async expectUnharmed(sent: readonly string[] = []): Promise<void> {
    expect(this.#alarms.heard(this.box)).to.deep.equal([]);
    expect(this.takeSent()).to.deep.equal(sent);
    expect(this.connection.connectionStatus).to.equal('online');
    await this.#expectAlive();
    expect(this.#alarms.heard(this.box)).to.deep.equal([]);
  }

  async close(): Promise<void> {
    await this.session.forgetCache();
    this.box.remove();
    await this.connection.disconnect();
    this.server.end();
    this.#alarms.end();
  }

  async #expectAlive(): Promise<void> {
    const later = '<item jid="later@im.example" name="Later" subscription="both"><group>!</group></item>';
    await this.receive(push(later, 'later'), '<presence from="later@im.example/x"><show>dnd</show></presence>');
    const seen = this.roster.contact('Later', '!');
    expect([seen.availability, seen.box.height > 20, this.badge.availability]).to.deep.equal(['dnd', true, 'dnd']);
    await this.receive(push('<item jid="later@im.example" subscription="remove"/>', 'later-2'));
    expect(this.roster.rows()).not.to.include('Later in !');
    expect(this.takeSent()).to.deep.equal([acknowledgement('later'), acknowledgement('later-2')]);
  }

  /** Signed in, with the roster, and nothing in what was sent. */
  async #online(): Promise<void> {
    await until(() => this.session.ready, `the session is ready (${this.connection.connectionStatus}, ${this.session.failure?.text ?? ''})`);
    // Who may be blocked is asked after the roster; what the card offers waits for the answer.
    await until(() => this.session.canBlock === true, 'the server is known to offer blocking');
    await this.receive();
    this.takeSent();
  }

  #build(): void {
    const { connection } = this;
    this.roster.element.style.cssText = 'block-size: 900px; inline-size: 320px';
    this.box.style.cssText = 'display: grid; grid-template-columns: repeat(3, 1fr)';
    this.badge.jid = 'later@im.example';
    this.card.jid = 'mary@im.example';
    connection.append(...this.elements.filter((element) => element !== connection));
    Object.assign(connection, { service: this.server.service, jid: OWN, credentials: { password: 'secret' } });
    this.box.append(connection);
    document.body.append(this.box);
  }

  /** Our own server answers in order: what came before has been dealt with by then. */
  async #barrier(): Promise<void> {
    const id = `barrier-${++this.#barriers}`;
    await this.server.send(`<iq type="get" from="im.example" id="${id}"><ping xmlns="urn:xmpp:ping"/></iq>`);
    // A flood takes its time; the test's own limit is the limit.
    while (this.server.count(`id="${id}"`) === 0) {
      if (this.connection.connectionStatus !== 'online') throw new Error(`The connection is ${this.connection.connectionStatus}`);
      await nextFrame();
    }
    await this.server.settle();
  }

  /** What any server answers; everything else is for the test to look at. */
  async #serve(): Promise<void> {
    for (;;) {
      const { frame } = await this.server.next('stanza');
      const reply = this.#replyTo(parseXml(frame));
      if (reply) await this.server.send(reply);
      else if (!frame.includes('id="barrier-')) this.#sent.push(frame);
    }
  }

  #replyTo(stanza: XmlElement): string | undefined {
    const { type, to, id = '' } = stanza.attrs;
    if (stanza.name === 'presence' && type === undefined && to === undefined) return `<presence from="${OWN}/office"/>`;
    if (stanza.name !== 'iq' || type !== 'get') return undefined;
    const ns = childElements(stanza)[0]?.attrs.xmlns;
    const from = to === undefined ? '' : ` from="${to}"`;
    const result = (payload: string) => `<iq type="result" id="${id}"${from}>${payload}</iq>`;
    if (ns === ROSTER_NS) return result(`<query xmlns="${ns}"${this.answer.attrs}>${this.answer.items}</query>`);
    if (ns === 'urn:xmpp:blocking') return result(`<blocklist xmlns="${ns}"/>`);
    return ns === 'http://jabber.org/protocol/disco#info' ? result(`<query xmlns="${ns}"><feature var="urn:xmpp:blocking"/></query>`) : undefined;
  }
}

export function push(item: string, id: string, attrs = ''): string {
  return `<iq type="set" id="${id}"${attrs}><query xmlns="${ROSTER_NS}">${item}</query></iq>`;
}

export function acknowledgement(id: string): string {
  return `<iq xmlns="jabber:client" type="result" id="${id}"/>`;
}

/** A text as it stands in XML. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
