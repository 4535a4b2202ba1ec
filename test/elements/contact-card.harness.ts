import { setViewport } from '@web/test-runner-commands';
import '../../src/elements/xmpp-contact-card/xmpp-contact-card.js';
import { BLOCKING_NS } from '../../src/protocol/blocking.js';
import { click, press, type } from '../support/browser/hands.js';
import { MockAccount, type Item, type RosterSet } from '../support/browser/mock-account.js';
import { canBlock } from '../support/browser/mock-blocking.js';
import { refusalOf, resultOf } from '../support/browser/mock-stream.js';
import { CardSeen } from './contact-card-seen.js';

const PRE_APPROVAL = 'urn:xmpp:features:pre-approval';

interface Options {
  /** Whether the server can block. */
  readonly blocking?: boolean;
  /** Whether it knows approval in advance. */
  readonly preApproval?: boolean;
  /** In CSS px. */
  readonly width?: number;
}

/** A contact's card with an account of its own, driven by real mouse and keys. */
export class CardHarness extends CardSeen {
  readonly box: HTMLElement;
  /** The events that reached the page: "xmpp-contact-remove ann@im.example". */
  readonly events: string[] = [];

  private constructor(readonly account: MockAccount) {
    super(document.createElement('xmpp-contact-card'));
    this.box = account.provider();
    this.box.addEventListener('xmpp-error', ({ detail }) => this.events.push(`xmpp-error ${detail.action}: ${detail.error.name}`));
    this.box.addEventListener('xmpp-contact-remove', ({ detail }) => this.events.push(`xmpp-contact-remove ${detail.jid}`));
  }

  /** The card of that address, on a page whose account has these contacts. */
  static async online(jid: string, items: readonly Item[] = [], options: Options = {}): Promise<CardHarness> {
    const { blocking = true, preApproval = false, width = 360 } = options;
    await setViewport({ width: 900, height: 900 });
    const harness = new CardHarness(new MockAccount());
    await harness.account.comeOnline(items, undefined, blocking ? canBlock : undefined, new Set(preApproval ? [PRE_APPROVAL] : []));
    harness.element.style.inlineSize = `${width}px`;
    harness.element.setAttribute('jid', jid);
    harness.box.append(harness.element);
    document.body.append(harness.box);
    await harness.settled();
    return harness;
  }

  /** For `afterEach`. */
  remove(): void {
    this.box.remove();
  }

  /** What the server sends. */
  async receive(xml: string): Promise<void> {
    this.account.stream.receive(xml.replace(/^<(presence|iq)/, '<$1 xmlns="jabber:client"'));
    await this.settled();
  }

  async push(item: Item): Promise<void> {
    this.account.push(item);
    await this.settled();
  }

  /** A push of the block list. */
  async pushBlock(kind: 'block' | 'unblock', jid: string): Promise<void> {
    await this.receive(`<iq type="set" id="block-push"><${kind} xmlns="${BLOCKING_NS}"><item jid="${jid}"/></${kind}></iq>`);
  }

  /** What was sent since this was last asked: `subscribe ann@im.example`; a broadcast has no address. */
  sent(): string[] {
    const stanzas = this.account.stream.sent.filter(({ name }) => name === 'presence');
    this.account.stream.take('presence');
    return stanzas.map(({ attrs }) => `${attrs.type ?? 'available'} ${attrs.to ?? ''}`.trim());
  }

  /** The only roster set that was sent and not yet asked for. */
  set(): RosterSet {
    const [set, ...others] = this.account.sets();
    if (!set || others.length > 0) throw new Error(`${others.length + (set ? 1 : 0)} roster sets were sent`);
    return set;
  }

  async accept(set: RosterSet): Promise<void> {
    set.accept();
    set.push(this.account.session.contact(set.jid ?? '').item?.subscription ?? 'none');
    await this.settled();
  }

  async refuse(set: RosterSet, condition: string): Promise<void> {
    set.refuse(condition);
    await this.settled();
  }

  /** The server's answer to the last request that was sent, whatever it was about. */
  async answer(refusal?: string): Promise<void> {
    const request = this.account.stream.sent.filter(({ name, attrs }) => name === 'iq' && attrs.type === 'set').at(-1);
    if (!request) throw new Error('Nothing was asked for');
    this.account.stream.receive(refusal === undefined ? resultOf(request) : refusalOf(request, refusal));
    await this.settled();
  }

  async click(button: string): Promise<void> {
    await click(this.button(button));
    await this.settled();
  }

  async tick(group: string): Promise<void> {
    await click(this.checkbox(group));
    await this.settled();
  }

  /** Types over what is in the field of that name. */
  async typeOver(field: string, text: string): Promise<void> {
    const input = this.field(field);
    await click(input);
    input.select();
    await (text === '' ? press('Delete') : type(text));
    await this.settled();
  }

  async press(...strokes: string[]): Promise<void> {
    await press(...strokes);
    await this.settled();
  }
}
