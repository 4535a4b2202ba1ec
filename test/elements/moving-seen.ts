import { click, press, type } from '../support/browser/hands.js';
import { touch } from '../support/browser/touch.js';
import { until } from '../support/browser/waiting.js';
import type { RosterHands } from './roster-hands.js';
import { rowName } from './roster-view.js';

/** What moving contacts puts over and beside the list: menu, dialogs, toast; as a person sees and uses it. */
export class MovingSeen {
  constructor(protected readonly roster: RosterHands) {}

  /** Names of the lines of the open menu; those that cannot be chosen in brackets. */
  get menu(): string[] {
    return this.#menuItems.map((item) => (item.ariaDisabled === 'true' ? `(${textOf(item)})` : textOf(item)));
  }

  get menuLabel(): string {
    return this.#find('[role=menu]:popover-open')?.ariaLabel ?? '';
  }

  async chooseInMenu(label: string): Promise<void> {
    await this.#press(this.#menuItems.find((item) => textOf(item) === label), `a line ${label} in the menu`);
  }

  /** The title of the open dialog; '' for none. */
  get dialog(): string {
    return textOf(this.#find('dialog[open] h2'));
  }

  /** What the open dialog says below its title. */
  get dialogText(): string {
    return [...this.#root.querySelectorAll<HTMLElement>('dialog[open] p:not([hidden])')].map(textOf).join(' ');
  }

  /** The groups that the open dialog offers. */
  get choices(): string[] {
    return [...this.#root.querySelectorAll<HTMLElement>('dialog[open] [role=option]')].map(textOf);
  }

  async answer(label: string): Promise<void> {
    const buttons = [...this.#root.querySelectorAll<HTMLElement>('dialog[open] button')];
    await this.#press(buttons.find((button) => textOf(button) === label), `a button ${label} in the dialog “${this.dialog}”`);
  }

  /** Types over what is in the dialog's field, and presses Enter. */
  async enter(text: string): Promise<void> {
    await until(() => this.dialog !== '', 'there is a dialog');
    await press('Control+a');
    await type(text);
    await press('Enter');
    await this.roster.settled();
  }

  async dialogOpens(title: string): Promise<void> {
    await until(() => this.dialog === title, `the dialog “${title}” is open, not “${this.dialog}”`);
  }

  /** What has been done, in words; '' while nothing is said. */
  get toast(): string {
    return textOf(this.#find('[role=status] .toast-text'));
  }

  /** What assistive technology says of the toast as a whole, again whenever it changes. */
  get toastSaid(): string {
    const status = this.#find('.toasts[role=status]')?.cloneNode(true) as HTMLElement | undefined;
    status?.querySelectorAll('[aria-hidden=true]').forEach((hidden) => hidden.remove());
    const labels = [...(status?.querySelectorAll('[aria-label]') ?? [])].map(({ ariaLabel }) => ariaLabel);
    return [textOf(status), ...labels].join(' ').trim();
  }

  /** The toast's buttons but the one that closes it. */
  get toastActions(): string[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[part=toast-action]')].map(textOf);
  }

  async useToast(label: string): Promise<void> {
    await this.#press([...this.#root.querySelectorAll<HTMLElement>('.toast button')].find((button) => (button.ariaLabel ?? textOf(button)) === label), `${label} in the toast`);
  }

  async retry(): Promise<void> {
    await this.#press(this.#find('[part=error-remedy]'), 'a button that tries again');
  }

  /** What assistive technology was told last of a gesture. */
  get said(): string {
    return textOf(this.#find('[aria-live=polite]'));
  }

  /** "Stuart in Coworker", from top to bottom. */
  get selected(): string[] {
    return [...this.#root.querySelectorAll('[role=row][aria-selected=true]')].map(rowName);
  }

  /** The targets below the list, those that would take the drop with a star. */
  get extraTargets(): string[] {
    return this.#extras.map((extra) => `${extra.part.contains('drop-target') ? '*' : ''}${textOf(extra)}`);
  }

  async carryToExtra(label: string): Promise<void> {
    const { x, y, width, height } = this.#extra(label).getBoundingClientRect();
    await this.roster.moveTo(x + width / 2, y + height / 2);
  }

  async clickExtra(label: string): Promise<void> {
    await this.#press(this.#extra(label), label);
  }

  /** The reason that the header of the group gives for its lock; '' if it is not locked. */
  lockOf(group: string): string {
    const header = [...this.#root.querySelectorAll<HTMLElement>('[part~=group-header]')].find((row) => row.dataset.group === group);
    return header?.querySelector('[part=lock]')?.getAttribute('aria-label') ?? '';
  }

  /** How the list shows that a drop would be refused. */
  get isRefused(): boolean {
    return getComputedStyle(this.#find('[part=list]') ?? this.roster.element).cursor === 'not-allowed';
  }

  /** A finger rests on the row until it lifts it. */
  async liftByTouch(name: string, group?: string | null): Promise<void> {
    const { x, y, width, height } = this.roster.contact(name, group).box;
    await touch('start', x + width / 2, y + height / 2);
    await until(() => this.roster.dragImage !== undefined, `${name} is lifted`);
  }

  /** A finger rests on the row until that shows, and goes. */
  async restOn({ box }: { readonly box: DOMRect }): Promise<void> {
    await touch('start', box.x + box.width / 2, box.y + box.height / 2);
    await until(() => this.#find('.pressed') !== null, 'the row is pressed');
    await touch('end');
    await this.roster.settled();
  }

  async touchGroup(group: string | null): Promise<void> {
    const { x, y, width, height } = this.roster.group(group).box;
    await touch('move', x + width / 2, y + height / 2 - 3);
    await touch('move', x + width / 2, y + height / 2);
    await this.roster.settled();
  }

  async letGoByTouch(): Promise<void> {
    await touch('end');
    await this.roster.settled();
  }

  async tap(name: string, group?: string | null): Promise<void> {
    const { x, y, width, height } = this.roster.contact(name, group).box;
    await touch('start', x + width / 2, y + height / 2);
    await touch('end');
    await this.roster.settled();
  }

  get #menuItems(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[role=menu]:popover-open [role=menuitem]')];
  }

  get #extras(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[part~=extra-target]')];
  }

  #extra(label: string): HTMLElement {
    const found = this.#extras.find((extra) => textOf(extra) === label);
    if (!found) throw new Error(`There is not a target ${label}`);
    return found;
  }

  async #press(element: HTMLElement | null | undefined, what: string): Promise<void> {
    if (!element) throw new Error(`There is not ${what}`);
    await click(element);
    await this.roster.settled();
  }

  #find(selector: string): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>(selector);
  }

  get #root(): ShadowRoot {
    if (!this.roster.element.shadowRoot) throw new Error('There is no list');
    return this.roster.element.shadowRoot;
  }
}

function textOf(element: Element | null | undefined): string {
  return element?.textContent.replace(/\s+/g, ' ').trim() ?? '';
}
