import { setViewport } from '@web/test-runner-commands';
import '../../src/elements/xmpp-subscription-requests/xmpp-subscription-requests.js';
import { CLIENT_NS, element } from '../../src/protocol/xml.js';
import { click, press, textOf } from '../support/browser/hands.js';
import { axeProblems } from '../support/browser/looks.js';
import { MockAccount, type Item } from '../support/browser/mock-account.js';
import { canBlock } from '../support/browser/mock-blocking.js';
import { refusalOf, resultOf, toXml } from '../support/browser/mock-stream.js';
import { settled } from '../support/browser/waiting.js';

interface Words {
  readonly nick?: string;
  readonly status?: string;
}

interface Options {
  /** Whether the server can block. */
  readonly blocking?: boolean;
  /** In CSS px. */
  readonly width?: number;
}

/** A request as a person sees it. */
export interface RequestSeen {
  readonly address: string;
  readonly known: string;
  readonly nick: string;
  readonly message: string;
  readonly warning: string;
  readonly answers: readonly string[];
}

/** `<xmpp-subscription-requests>` with an account of its own, driven by real mouse and keys. */
export class SubscriptionRequestsHarness {
  readonly element = document.createElement('xmpp-subscription-requests');
  readonly account = new MockAccount();
  readonly box = this.account.provider();
  /** What the page is told of what went wrong: "Approving ann@im.example: NotConnectedError". */
  readonly errors: string[] = [];

  private constructor(width: number) {
    this.element.style.inlineSize = `${width}px`;
    this.box.append(this.element);
    this.box.addEventListener('xmpp-error', ({ detail }) => this.errors.push(`${detail.action}: ${detail.error.name}`));
  }

  static async online(contacts: readonly Item[] = [], { blocking = true, width = 320 }: Options = {}): Promise<SubscriptionRequestsHarness> {
    await setViewport({ width: 900, height: 900 });
    const harness = new SubscriptionRequestsHarness(width);
    document.body.append(harness.box);
    await harness.account.comeOnline(contacts, undefined, blocking ? canBlock : undefined);
    await harness.settled();
    return harness;
  }

  /** For `afterEach`. */
  remove(): void {
    this.box.remove();
    this.element.remove();
  }

  /** Somebody asks to see our presence (RFC 6121 §3.1.3). */
  async asks(jid: string, words: Words = {}): Promise<void> {
    this.receiveRequest(jid, words);
    await this.settled();
  }

  receiveRequest(jid: string, { nick, status }: Words = {}): void {
    const claim = nick === undefined ? undefined : element('nick', { xmlns: 'http://jabber.org/protocol/nick' }, nick);
    const words = status === undefined ? undefined : element('status', {}, status);
    this.account.stream.receive(toXml(element('presence', { xmlns: CLIENT_NS, type: 'subscribe', from: jid }, words, claim)));
  }

  async withdraws(jid: string): Promise<void> {
    this.account.presence(jid, { type: 'unsubscribe' });
    await this.settled();
  }

  settled(): Promise<void> {
    return settled(this.element);
  }

  requests(): RequestSeen[] {
    return this.#entries.map((entry) => ({
      address: textOf(entry.querySelector('[part=address]')),
      known: textOf(entry.querySelector('[part=known]')),
      nick: textOf(entry.querySelector('[part=nick]')),
      message: textOf(entry.querySelector('[part=message]')),
      warning: textOf(entry.querySelector('[part=warning]')),
      answers: this.#buttons(entry).map(textOf),
    }));
  }

  addresses(): string[] {
    return this.requests().map(({ address }) => address);
  }

  /** The only one, or the one of that address. */
  request(address?: string): RequestSeen {
    const found = this.requests().find((request) => address === undefined || request.address === address);
    if (!found) throw new Error(`${address ?? 'Nobody'} asks`);
    return found;
  }

  get heading(): string {
    return textOf(this.#find('[part=heading]'));
  }

  get isEmpty(): boolean {
    return this.element.matches(':state(empty)');
  }

  get size(): DOMRect {
    return this.element.getBoundingClientRect();
  }

  /** What became of the request that was answered last, said politely. */
  get notice(): string {
    return textOf(this.#find('[part=notice][role=status]'));
  }

  get error(): string {
    return textOf(this.#find('[part=error][role=alert] span'));
  }

  /** "Show more (490)"; '' where all are shown. */
  get more(): string {
    return textOf(this.#find('[part=more]'));
  }

  /** What assistive technology calls what has the focus; '' if it is outside. */
  get focused(): string {
    const { activeElement } = this.#root;
    return activeElement ? (activeElement.ariaLabel ?? textOf(activeElement)) : '';
  }

  /** Whether everything is within the element, left and right. */
  get overflows(): boolean {
    return this.element.scrollWidth > this.element.clientWidth;
  }

  /** Elements that foreign text brought along: there must be none. */
  get foreignElements(): number {
    return this.#root.querySelectorAll('bdi :not(wbr), img, script, iframe').length;
  }

  async answer(label: string, address?: string): Promise<void> {
    const entry = this.#entries.find((one) => address === undefined || textOf(one.querySelector('[part=address]')) === address);
    const button = entry && this.#buttons(entry).find((one) => textOf(one) === label);
    if (!button) throw new Error(`There is no “${label}” for ${address ?? 'anybody'}`);
    await click(button);
    await this.settled();
  }

  async showMore(): Promise<void> {
    const more = this.#find('[part=more]');
    if (!more) throw new Error('All are shown');
    await click(more);
    await this.settled();
  }

  async press(...strokes: string[]): Promise<void> {
    await press(...strokes);
    await this.settled();
  }

  /** What was sent since this was last asked: `subscribed ann@im.example`, `block ann@im.example`. */
  sent(): string[] {
    const stanzas = [...this.account.stream.sent];
    this.account.stream.take('presence');
    return stanzas.map((stanza) => {
      const xml = toXml(stanza);
      const [, kind = stanza.attrs.type, jid = stanza.attrs.to] = /<(block) .*?jid="([^"]*)"/.exec(xml) ?? [];
      return `${kind} ${jid}`;
    });
  }

  /** The server's answer to the request to block. */
  async answersBlock(refusal?: string): Promise<void> {
    const stanza = this.account.stream.sent.find(({ attrs }) => attrs.type === 'set');
    if (!stanza) throw new Error('Nothing was to be blocked');
    this.account.stream.take('iq');
    this.account.stream.receive(refusal === undefined ? resultOf(stanza) : refusalOf(stanza, refusal));
    await this.settled();
  }

  axe(): Promise<string[]> {
    return axeProblems(this.element);
  }

  get #root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('It has not been rendered yet');
    return this.element.shadowRoot;
  }

  get #entries(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[part=list] > [part=request]')];
  }

  #buttons(entry: HTMLElement): HTMLElement[] {
    return [...entry.querySelectorAll<HTMLElement>('[part=answer]')];
  }

  #find(selector: string): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(selector);
  }
}
