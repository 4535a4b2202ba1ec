import { setViewport } from '@web/test-runner-commands';
import '../../src/elements/xmpp-add-contact/xmpp-add-contact.js';
import { click, press, textOf, type } from '../support/browser/hands.js';
import { axeProblems } from '../support/browser/looks.js';
import { MockAccount, type Item } from '../support/browser/mock-account.js';
import { toXml } from '../support/browser/mock-stream.js';
import { settled, until } from '../support/browser/waiting.js';

interface Entries {
  readonly address?: string;
  readonly name?: string;
  readonly groups?: readonly string[];
  readonly message?: string;
}

type Field = 'address' | 'name' | 'group' | 'message';

/** `<xmpp-add-contact>` with an account of its own, filled in with real mouse and keys. */
export class AddContactHarness {
  readonly element = document.createElement('xmpp-add-contact');
  readonly account = new MockAccount();
  readonly box = this.account.provider();
  /** The events that reached the page, as `type` and `detail`. */
  readonly events: { readonly type: string; readonly detail: unknown }[] = [];
  /** Whether the page calls off what the form is about to do. */
  cancels = false;

  private constructor(width: number) {
    this.element.style.inlineSize = `${width}px`;
    this.box.append(this.element);
    for (const type of ['xmpp-contact-add', 'xmpp-error'] as const) {
      this.box.addEventListener(type, (event) => {
        this.events.push({ type, detail: event.detail });
        if (this.cancels) event.preventDefault();
      });
    }
  }

  static async online(contacts: readonly Item[] = [], { width = 320 } = {}): Promise<AddContactHarness> {
    const harness = await AddContactHarness.offline(width);
    await harness.account.comeOnline(contacts);
    await harness.settled();
    return harness;
  }

  static async offline(width = 320): Promise<AddContactHarness> {
    await setViewport({ width: 900, height: 900 });
    const harness = new AddContactHarness(width);
    document.body.append(harness.box);
    await harness.settled();
    return harness;
  }

  /** For `afterEach`. */
  remove(): void {
    this.box.remove();
    this.element.remove();
  }

  settled(): Promise<void> {
    return settled(this.element);
  }

  /** Clicks into the fields and types; groups one by one, each with Enter. */
  async fill({ groups = [], ...texts }: Entries): Promise<void> {
    for (const [field, text] of Object.entries(texts)) await this.enter(field as Field, text);
    for (const group of groups) {
      await this.enter('group', group);
      await this.press('Enter');
    }
  }

  async enter(field: Field, text: string): Promise<void> {
    await click(this.#input(field));
    await this.type(text);
  }

  /** Types the address and goes on to the next field. */
  async address(text: string): Promise<void> {
    await this.enter('address', text);
    await this.press('Tab');
  }

  /** As a person pastes: all at once. */
  async paste(text: string): Promise<void> {
    const input = this.#input('address');
    await click(input);
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true, inputType: 'insertFromPaste' }));
    await this.settled();
  }

  async type(text: string): Promise<void> {
    await type(text);
    await this.settled();
  }

  async press(...strokes: string[]): Promise<void> {
    await press(...strokes);
    await this.settled();
  }

  async toggleRequest(): Promise<void> {
    await this.#click('[part=subscribe] input');
  }

  async submit(): Promise<void> {
    await this.#click('[part=submit]');
  }

  async takeSuggestion(): Promise<void> {
    await this.#click('[part=suggestion]');
  }

  async removeGroup(group: string): Promise<void> {
    const chip = this.#all('[part=chip]').find((one) => textOf(one) === group);
    if (!chip) throw new Error(`${group} is not chosen`);
    await click(chip.querySelector('button') ?? chip);
    await this.settled();
  }

  async pickGroup(choice: string): Promise<void> {
    await click(this.#input('group'));
    await this.settled();
    const found = this.#all('[part=choice]').find((one) => textOf(one) === choice);
    if (!found) throw new Error(`“${choice}” is not offered`);
    await click(found);
    await this.settled();
  }

  /** What stands in the form. */
  get entries(): Required<Entries> & { readonly subscribe: boolean } {
    return {
      address: this.#input('address').value,
      name: this.#input('name').value,
      groups: this.#all('[part=chip]').map(textOf),
      message: this.#find<HTMLInputElement>('#message')?.value ?? '',
      subscribe: this.#find<HTMLInputElement>('[part=subscribe] input')?.checked ?? false,
    };
  }

  get addressError(): string {
    const error = textOf(this.#find('[aria-live] [part=address-error]'));
    if ((error !== '') !== (this.#input('address').ariaInvalid === 'true')) throw new Error('aria-invalid says otherwise');
    return error;
  }

  get warnings(): string[] {
    return this.#all('[aria-live] [part=warning]').map(textOf);
  }

  get hints(): string[] {
    return this.#all('[aria-live] [part=hint]').map(textOf);
  }

  get suggestion(): string {
    return textOf(this.#find('[part=suggestion]'));
  }

  /** Whether anything is said of the address. */
  get isSilent(): boolean {
    return textOf(this.#find('#address-notes')) === '';
  }

  get canAsk(): boolean {
    return this.#find('[part=subscribe]') !== null;
  }

  get choices(): string[] {
    return this.#all('[part=choices]:not([hidden]) [part=choice]').map(textOf);
  }

  /** The one that Enter takes, as assistive technology is told. */
  get activeChoice(): string {
    const id = this.#input('group').getAttribute('aria-activedescendant');
    return textOf(id === null ? null : this.#find(`#${id}[aria-selected=true]`));
  }

  get isExpanded(): boolean {
    return this.#input('group').ariaExpanded === 'true';
  }

  get groupPlaceholder(): string {
    return this.#input('group').placeholder;
  }

  get button(): string {
    return textOf(this.#find('[part=submit]'));
  }

  get isPending(): boolean {
    return this.element.matches(':state(pending)') && this.#find('[part=submit]')?.ariaBusy === 'true';
  }

  get notice(): string {
    return textOf(this.#find('[part=notice][role=status]'));
  }

  get error(): string {
    return textOf(this.#find('[part=error][role=alert] span'));
  }

  /** What assistive technology calls what has the focus; '' if it is outside. */
  get focused(): string {
    const { activeElement } = this.#root;
    if (activeElement instanceof HTMLInputElement) return textOf(activeElement.labels?.[0]);
    return activeElement ? (activeElement.ariaLabel ?? textOf(activeElement)) : '';
  }

  get overflows(): boolean {
    return this.element.scrollWidth > this.element.clientWidth;
  }

  /** Elements that foreign text brought along: there must be none. */
  get foreignElements(): number {
    return this.#all('bdi *, img, script').length;
  }

  /** What was sent since this was last asked, as XML without ids. */
  sent(): string[] {
    const asked = this.account.stream.sent.filter(({ attrs }) => attrs.type !== 'result');
    const sent = asked.map((stanza) => toXml(stanza).replace(/ id="[^"]*"/, '').replaceAll(' xmlns="jabber:iq:roster"', ''));
    this.account.stream.take('presence');
    return sent;
  }

  /** The server does what the roster set asks for, and tells everybody. */
  async accepts(): Promise<void> {
    const [set] = this.account.sets();
    set?.push('none');
    set?.accept();
    await until(() => !this.element.matches(':state(pending)'), 'the form is done');
    await this.settled();
  }

  async refuses(condition: string): Promise<void> {
    this.account.sets()[0]?.refuse(condition);
    await until(() => this.error !== '', 'the refusal is said');
    await this.settled();
  }

  axe(): Promise<string[]> {
    return axeProblems(this.element);
  }

  get #root(): ShadowRoot {
    if (!this.element.shadowRoot) throw new Error('It has not been rendered yet');
    return this.element.shadowRoot;
  }

  #find<E extends HTMLElement = HTMLElement>(selector: string): E | null {
    return this.#root.querySelector<E>(selector);
  }

  #all(selector: string): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>(selector)];
  }

  #input(field: Field): HTMLInputElement {
    const input = this.#find<HTMLInputElement>(`#${field}`);
    if (!input) throw new Error(`There is no field “${field}”`);
    return input;
  }

  async #click(selector: string): Promise<void> {
    const found = this.#find(selector);
    if (!found) throw new Error(`There is no ${selector}`);
    await click(found);
    await this.settled();
  }
}
