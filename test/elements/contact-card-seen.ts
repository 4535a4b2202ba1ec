import type { XmppContactCard } from '../../src/elements/xmpp-contact-card/xmpp-contact-card.js';
import { textOf } from '../support/browser/hands.js';
import { axeProblems } from '../support/browser/looks.js';
import { settled } from '../support/browser/waiting.js';

/** A contact's card as a person sees it, and as assistive technology does. */
export class CardSeen {
  constructor(readonly element: XmppContactCard) {}

  settled(): Promise<void> {
    return settled(this.element);
  }

  get name(): string {
    return this.text('name');
  }

  get address(): string {
    return this.text('address');
  }

  get nick(): string {
    return this.text('nick');
  }

  get availability(): string {
    return this.text('availability');
  }

  /** Last seen or idle since. */
  get since(): string {
    return this.text('since');
  }

  get status(): string {
    return this.text('status');
  }

  get notice(): string {
    return this.text('notice');
  }

  /** Whether the address can be selected and copied. */
  get isAddressSelectable(): boolean {
    const address = this.#find('[part~=address]');
    return address !== null && getComputedStyle(address).userSelect !== 'none';
  }

  /** The shape beside the availability. */
  get icon(): string | null {
    return this.#find('[part=presence] [data-availability]')?.getAttribute('data-availability') ?? null;
  }

  /** "phone counts Away · priority 5 At lunch", the one that counts first. */
  devices(): string[] {
    return this.#all('[part=device]').map(textOf);
  }

  deviceIcons(): (string | null)[] {
    return this.#all('[part=device] [data-availability]').map((icon) => icon.getAttribute('data-availability'));
  }

  /** How one stands to them, in words, in the order of reading. */
  relation(): string[] {
    return this.#all('[part=stranger] p, [part~=relation] p').map(textOf);
  }

  get requestWords(): string {
    return this.text('request-words');
  }

  /** What all buttons are called that are in sight. */
  buttons(): string[] {
    return this.#all('button').map(nameOf);
  }

  /** "[x] Friends", "[ ] Work"; with "…" until the server has confirmed it. */
  groups(): string[] {
    return this.#all('[part~=group]').map((group) => {
      const box = group.querySelector('input');
      return `${box?.checked ? '[x]' : '[ ]'} ${textOf(group)}${box?.ariaBusy === 'true' ? '…' : ''}`;
    });
  }

  /** What stands in the field of that name. */
  value(field: string): string {
    return this.field(field).value;
  }

  get question(): string {
    return textOf(this.#find('[part=question] p'));
  }

  /** What has taken effect, said politely. */
  get done(): string {
    return textOf(this.#find('[part=done][role=status]'));
  }

  get error(): string {
    return textOf(this.#find('[part=error][role=alert] span'));
  }

  get headings(): string[] {
    return this.#all('h2, h3, legend').map(textOf);
  }

  /** What assistive technology calls what has the focus; '' if it is outside. */
  get focused(): string {
    const { activeElement } = this.#root;
    return activeElement instanceof HTMLElement ? nameOf(activeElement) : '';
  }

  get size(): DOMRect {
    return this.element.getBoundingClientRect();
  }

  /** How far anything reaches beyond the card's sides, in CSS px. */
  get overhang(): number {
    const { left, right } = this.size;
    const boxes = this.#all('*').filter((element) => !element.closest('wbr, .unseen, .groups, .foreign')).map((element) => element.getBoundingClientRect());
    return Math.max(0, ...boxes.map((box) => Math.max(left - box.left, box.right - right)));
  }

  /** What is less tall or wide than a finger needs, by name. */
  smallTargets(size: number): string[] {
    const targets = this.#all('button, .input, [part~=group]');
    const isSmall = (box: DOMRect) => box.height < size || box.width < size;
    return targets.filter((target) => isSmall(target.getBoundingClientRect())).map(nameOf);
  }

  /** Elements that foreign text brought along: there must be none. */
  get foreignElements(): number {
    return this.#root.querySelectorAll('bdi *:not(wbr), script, img, iframe').length;
  }

  /** Applies what the style sheets say for fingers. */
  useCoarsePointer(): void {
    const isCoarse = (rule: CSSRule) => rule instanceof CSSMediaRule && rule.conditionText.includes('pointer: coarse');
    const rules = this.#root.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules].filter(isCoarse)) as CSSMediaRule[];
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(rules.flatMap((rule) => [...rule.cssRules].map(({ cssText }) => cssText)).join('\n'));
    this.#root.adoptedStyleSheets = [...this.#root.adoptedStyleSheets, sheet];
  }

  /** "1px solid"; what a browser paints around it. */
  outlineOf(part: string): string {
    const { outlineWidth, outlineStyle } = getComputedStyle(found(this.#find(`[part~=${part}]`), part));
    return `${outlineWidth} ${outlineStyle}`;
  }

  /** Where the text field of that name is. */
  fieldBox(field: string): DOMRect {
    return this.field(field).getBoundingClientRect();
  }

  axe(): Promise<string[]> {
    return axeProblems(this.element);
  }

  protected button(name: string): HTMLElement {
    return found(this.#all('button').find((button) => nameOf(button) === name), `a button “${name}” beside ${this.buttons().join(', ')}`);
  }

  protected checkbox(group: string): HTMLInputElement {
    const label = this.#all('[part~=group]').find((one) => textOf(one) === group);
    return found(label?.querySelector('input'), `a group “${group}”`);
  }

  protected field(name: string): HTMLInputElement {
    const fields = this.#all('.input') as HTMLInputElement[];
    return found(fields.find((field) => nameOf(field) === name), `a field “${name}”`);
  }

  protected text(part: string): string {
    return textOf(this.#find(`[part~=${part}]`));
  }

  get #root(): ShadowRoot {
    return found(this.element.shadowRoot, 'a rendered card');
  }

  #find(selector: string): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(selector);
  }

  #all(selector: string): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>(selector)];
  }
}

function nameOf(element: HTMLElement): string {
  const label = element instanceof HTMLInputElement ? textOf(element.labels?.[0]) : '';
  return element.ariaLabel ?? (label || textOf(element));
}

function found<T>(thing: T | null | undefined, what: string): T {
  if (thing === null || thing === undefined) throw new Error(`There is not ${what}`);
  return thing;
}
