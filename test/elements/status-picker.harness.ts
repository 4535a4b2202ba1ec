import { ContextProvider } from '@lit/context';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import axe from 'axe-core';
import { sessionContext } from '../../src/context/session-context.js';
import '../../src/elements/xmpp-status-picker/xmpp-status-picker.js';
import { Session } from '../../src/state/session.js';
import { firstOf, MockStream, resultOf, rosterOf, type Responder } from '../support/browser/mock-stream.js';

export const OWN_JID = 'george@im.example/office';

/** Our presence comes back (RFC 6121 §4.2.2), and a ping is answered. */
const confirms: Responder = (stanza) => {
  if (stanza.name === 'presence') return { ...stanza, attrs: { ...stanza.attrs, from: OWN_JID } };
  return stanza.attrs.type === 'get' ? resultOf(stanza) : undefined;
};

type Confirmation = 'confirms' | 'stays silent';

/** A status picker with a session of its own, driven by real mouse and keys, and seen as a person sees it. */
export class StatusPickerHarness {
  readonly stream = new MockStream();
  readonly session = new Session(this.stream, this.stream.environment);
  readonly picker = document.createElement('xmpp-status-picker');
  /** The page around it. */
  readonly box = document.createElement('div');

  /** Connected, its presence confirmed, and nothing left in `stream.sent`. */
  static async online(): Promise<StatusPickerHarness> {
    const harness = await StatusPickerHarness.connecting();
    await harness.comeOnline();
    harness.stream.take();
    return harness;
  }

  static async connecting(): Promise<StatusPickerHarness> {
    const harness = new StatusPickerHarness();
    new ContextProvider(harness.box, { context: sessionContext, initialValue: harness.session });
    harness.stream.connect();
    await harness.attach();
    return harness;
  }

  static async withoutConnection(): Promise<StatusPickerHarness> {
    const harness = new StatusPickerHarness();
    await harness.attach();
    return harness;
  }

  async attach(): Promise<void> {
    this.box.append(this.picker);
    document.body.append(this.box);
    await this.settled();
  }

  remove(): void {
    this.box.remove();
  }

  /** What the server does about presence from now on. */
  serverThat(confirmation: Confirmation): void {
    this.stream.respond = confirmation === 'confirms' ? firstOf(rosterOf(), confirms) : rosterOf();
  }

  async comeOnline(confirmation: Confirmation = 'confirms'): Promise<void> {
    this.serverThat(confirmation);
    await this.stream.comeOnline(OWN_JID);
    await this.settled();
  }

  /** Whatever was asked for has been painted. */
  async settled(): Promise<void> {
    for (let frames = 0; frames < 2; frames++) await new Promise((resolve) => requestAnimationFrame(resolve));
    await this.picker.updateComplete;
  }

  get availability(): string {
    return textOf(this.#part('availability'));
  }

  get message(): string {
    return textOf(this.#find('[part=message]'));
  }

  get badge(): string | null {
    return this.#part('button').querySelector('[data-availability]')?.getAttribute('data-availability') ?? null;
  }

  /** What assistive technology says of the button. */
  get label(): string | null {
    return this.#part('button').ariaLabel;
  }

  get isDisabled(): boolean {
    return this.#part('button').matches(':disabled');
  }

  /** As a page's CSS sees it. */
  get isPending(): boolean {
    return this.picker.matches(':state(pending)') && this.#part('button').part.contains('pending') && this.#part('button').ariaBusy === 'true';
  }

  get isOpen(): boolean {
    const isOpen = this.#part('popup').matches(':popover-open');
    if (this.#part('button').ariaExpanded !== String(isOpen)) throw new Error('aria-expanded says otherwise');
    return isOpen;
  }

  get error(): string {
    return textOf(this.#find('[part=error][role=alert] span'));
  }

  async dismissError(): Promise<void> {
    await this.#click(this.#part('error-close'));
  }

  get notice(): string {
    return textOf(this.#find('[part=notice]'));
  }

  get items(): string[] {
    return this.#items.map((item) => textOf(item));
  }

  get checked(): string[] {
    return this.#items.filter((item) => item.ariaChecked === 'true').map((item) => textOf(item));
  }

  get field(): string {
    return (this.#part('message-field') as HTMLInputElement).value;
  }

  /** The name of what has the focus; '' if it is outside. */
  get focused(): string {
    const element = this.#root.activeElement;
    if (!(element instanceof HTMLElement)) return '';
    if (element.part.contains('button')) return 'button';
    const label = element instanceof HTMLInputElement ? textOf(element.labels?.[0] ?? null) : '';
    return label || element.ariaLabel || textOf(element);
  }

  get buttonBox(): DOMRect {
    return this.#part('button').getBoundingClientRect();
  }

  get popupBox(): DOMRect {
    return this.#part('popup').getBoundingClientRect();
  }

  /** Whether a person can see and click all corners of the popup. */
  get isPopupUnclipped(): boolean {
    const { left, right, top, bottom } = this.popupBox;
    const corners = [[left, top], [right, top], [left, bottom], [right, bottom]] as const;
    const inwards = (edge: number, middle: number) => edge + Math.sign(middle - edge) * 6;
    return corners.every(([x, y]) => {
      const hit = this.#root.elementFromPoint(inwards(x, (left + right) / 2), inwards(y, (top + bottom) / 2));
      return hit?.closest('[part=popup]') != null;
    });
  }

  async click(part: 'button' | 'clear-button' | 'set-button' | 'message-field' | 'priority-field'): Promise<void> {
    await this.#click(this.#part(part));
  }

  async open(): Promise<void> {
    if (!this.isOpen) await this.click('button');
  }

  /** Opens the menu if it is closed, and clicks the availability of that name. */
  async choose(name: string): Promise<void> {
    await this.open();
    const item = this.#items.find((one) => textOf(one) === name);
    if (!item) throw new Error(`There is no “${name}”`);
    await this.#click(item);
  }

  /** Opens the menu if it is closed, and types over the message. */
  async typeMessage(text: string): Promise<void> {
    await this.open();
    await this.click('message-field');
    (this.#part('message-field') as HTMLInputElement).select();
    await this.type(text);
  }

  async typePriority(text: string): Promise<void> {
    await this.open();
    if (!this.#find('[part=priority][open]')) await this.#click(this.#find('[part=priority] summary'));
    await this.click('priority-field');
    (this.#part('priority-field') as HTMLInputElement).select();
    await this.type(text);
  }

  async type(text: string): Promise<void> {
    await sendKeys({ type: text });
    await this.settled();
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await sendKeys({ press: key });
    await this.settled();
  }

  async pressWithShift(key: string): Promise<void> {
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: key });
    await sendKeys({ up: 'Shift' });
    await this.settled();
  }

  async clickAt(x: number, y: number): Promise<void> {
    await sendMouse({ type: 'click', position: [Math.round(x), Math.round(y)] });
    await this.settled();
  }

  /** What axe-core objects to. */
  async axe(): Promise<string[]> {
    const { violations } = await axe.run(this.box);
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`));
  }

  get #root(): ShadowRoot {
    if (!this.picker.shadowRoot) throw new Error('The picker has not been rendered yet');
    return this.picker.shadowRoot;
  }

  get #items(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[part=menu][role=menu] [role=menuitemradio]')];
  }

  #find(selector: string): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(selector);
  }

  #part(name: string): HTMLElement {
    const element = this.#find(`[part~="${name}"]`);
    if (!element) throw new Error(`There is no part “${name}”`);
    return element;
  }

  async #click(element: Element | null): Promise<void> {
    if (!element) throw new Error('There is nothing to click on');
    element.scrollIntoView({ block: 'nearest' });
    const { x, y, width, height } = element.getBoundingClientRect();
    await this.clickAt(x + width / 2, y + height / 2);
  }
}

/** What a person reads: hidden text is left out. */
function textOf(element: HTMLElement | null): string {
  return element?.innerText.replace(/\s+/g, ' ').trim() ?? '';
}
