import type { XmppRoster } from '../../src/elements/xmpp-roster/xmpp-roster.js';
import { axeProblems } from '../support/browser/looks.js';
import { settled } from '../support/browser/waiting.js';
import { ContactSeen, readGroups, rowElements, rowName, type GroupSeen } from './roster-view.js';

/** A contact list as a person sees it, and as assistive technology does. */
export class RosterSeen {
  constructor(readonly element: XmppRoster) {}

  settled(): Promise<void> {
    return settled(this.element);
  }

  groups(): GroupSeen[] {
    return readGroups(this.#rows);
  }

  /** "Friends 1/3", from top to bottom. */
  titles(): string[] {
    return this.groups().map(({ title, count }) => `${title} ${count}`);
  }

  group(title: string | null): GroupSeen {
    return found(this.groups().find(({ group }) => group === title), `a group ${title}`);
  }

  /** A contact's row; without a group the first. */
  contact(name: string, group?: string | null): ContactSeen {
    return new ContactSeen(this.contactRow(name, group));
  }

  /** "Friends" or "Stuart in Friends", from top to bottom. */
  rows(): string[] {
    return this.#rows.map(rowName);
  }

  /** Every row's level and the name on it, from top to bottom. */
  levels(): { readonly level: number; readonly name: string }[] {
    return this.#rows.map((row) => ({ level: Number(row.ariaLevel), name: row.querySelector('[part=group-name], [part=name]')?.textContent ?? '' }));
  }

  /** In the order in which assistive technology reads them. */
  rowsAsRead(): string[] {
    return [...this.#root.querySelectorAll('[part=list] [role=row]')].map(rowName);
  }

  /** Who asks to see one's presence; `null` where that is left out. */
  get requests(): HTMLElement | null {
    return this.#root.querySelector<HTMLElement>('[part=requests]');
  }

  /** Whether the requests are in sight without scrolling. */
  get isRequestWhole(): boolean {
    return this.requests !== null && this.requests.scrollHeight <= this.requests.clientHeight;
  }

  get notice(): string {
    return this.#text('[part=notice][role=status]');
  }

  /** Whose rows are fading in. */
  fading(): string[] {
    const targets = this.#root.getAnimations().map(({ effect }) => (effect instanceof KeyframeEffect ? effect.target : null));
    const names = targets.map((target) => target?.closest('[role=row]')?.querySelector('[part=name]')?.textContent);
    return [...new Set(names.filter((name) => typeof name === 'string'))];
  }

  /** How many a search has found, in words. */
  get found(): string {
    return this.#text('[part=found][role=status]');
  }

  /** What is marked in names. */
  get marks(): string[] {
    return [...this.#root.querySelectorAll('mark[part=match]')].map(({ textContent }) => textContent ?? '');
  }

  /** The open menu of what the list shows; what is chosen after a tick. */
  get viewItems(): string[] {
    return this.#viewItems.map((item) => `${item.ariaChecked === 'true' ? '✓ ' : ''}${item.textContent?.trim() ?? ''}`);
  }

  protected get viewButton(): HTMLElement {
    return found(this.#root.querySelector<HTMLElement>('[part=view-button]'), 'a button of the menu');
  }

  protected viewItem(label: string): HTMLElement {
    return found(this.#viewItems.find((item) => item.textContent?.trim() === label), `“${label}” in the menu`);
  }

  get #viewItems(): HTMLElement[] {
    return [...this.#root.querySelectorAll<HTMLElement>('[part=view-menu]:popover-open [role^=menuitem]')];
  }

  /** What is said aloud as an error; '' when there is none. */
  get error(): string {
    return this.#text('[part=error][role=alert] span');
  }

  /** What follows the pointer; `undefined` while nothing is dragged. */
  get dragImage(): { readonly text: string; readonly box: DOMRect } | undefined {
    const image = this.#root.querySelector('[part=drag-image]:popover-open');
    const texts = [...(image?.querySelectorAll('.lines > *') ?? [])].map(({ textContent }) => textContent);
    return image ? { text: texts.join(': '), box: image.getBoundingClientRect() } : undefined;
  }

  /** The groups whose rows show that a drop would land there. */
  get dropTargets(): (string | null)[] {
    const marked = this.#rows.filter((row) => row.part.contains('drop-target')).map((row) => row.dataset.group ?? null);
    return [...new Set(marked)];
  }

  /** The row that has the focus; '' if it is outside the list. */
  get focused(): string {
    const row = this.#root.activeElement;
    return row && document.activeElement === this.element ? rowName(row) : '';
  }

  /** What a button that has the focus is called; '' while it is not on a button. */
  get focusedButton(): string {
    const button = this.#root.activeElement;
    return button instanceof HTMLButtonElement ? (button.ariaLabel ?? button.textContent.trim()) : '';
  }

  get tabStops(): string[] {
    return this.#rows.filter(({ tabIndex }) => tabIndex === 0).map(rowName);
  }

  get role(): string | null {
    return this.list.role;
  }

  get label(): string | null {
    return this.list.ariaLabel;
  }

  get scrollTop(): number {
    return this.list.scrollTop;
  }

  /** Everything in the element and in what it is made of. */
  get elementCount(): number {
    const count = (root: ShadowRoot): number =>
      [...root.querySelectorAll('*')].reduce((sum, element) => sum + 1 + (element.shadowRoot ? count(element.shadowRoot) : 0), 0);
    return count(this.#root);
  }

  /** "2px solid"; what a browser paints around a group's row. */
  outlineOf(group: string | null): string {
    const { outlineWidth, outlineStyle } = getComputedStyle(this.groupRow(group));
    return `${outlineWidth} ${outlineStyle}`;
  }

  /** Whether the whole row is in sight. */
  isInSight(row: { readonly box: DOMRect }): boolean {
    const { top, bottom } = this.list.getBoundingClientRect();
    return row.box.top >= top && row.box.bottom <= bottom;
  }

  /** Of the rows that are at least partly in sight, from top to bottom. */
  boxesInSight(): DOMRect[] {
    const { top, bottom } = this.list.getBoundingClientRect();
    return this.#rows.map((row) => row.getBoundingClientRect()).filter((box) => box.bottom > top && box.top < bottom);
  }

  isRowInSight(name: string): boolean {
    const row = this.#rows.find((one) => rowName(one) === name);
    return row !== undefined && this.isInSight({ box: row.getBoundingClientRect() });
  }

  axe(): Promise<string[]> {
    return axeProblems(this.element);
  }

  /** Notes which rows change from now on; the function returned gives them, sorted. */
  watchRows(): () => Promise<string[]> {
    const names = new Set<string>();
    const note = (records: readonly MutationRecord[]): void => {
      for (const { target } of records) {
        const row = (target instanceof Element ? target : target.parentElement)?.closest('[role=row]');
        if (row) names.add(rowName(row));
      }
    };
    const observer = new MutationObserver(note);
    observer.observe(this.#root, { subtree: true, childList: true, characterData: true, attributes: true });
    return async () => {
      await this.settled();
      note(observer.takeRecords());
      observer.disconnect();
      return [...names].sort();
    };
  }

  protected get dismissButton(): HTMLElement {
    return found(this.#root.querySelector<HTMLElement>('[part=error-close]'), 'a button to dismiss the error');
  }

  get #root(): ShadowRoot {
    return found(this.element.shadowRoot, 'a rendered list');
  }

  protected get list(): HTMLElement {
    return found(this.#root.querySelector<HTMLElement>('[part=list]'), 'a list');
  }

  get #rows(): HTMLElement[] {
    return rowElements(this.#root);
  }

  #text(selector: string): string {
    return this.#root.querySelector(selector)?.textContent?.trim() ?? '';
  }

  protected groupRow(group: string | null): HTMLElement {
    const rows = this.#rows.filter((row) => row.part.contains('group-header'));
    return found(rows.find((row) => (row.dataset.group ?? null) === group), `a group ${group}`);
  }

  protected contactRow(name: string, group?: string | null): HTMLElement {
    const isIt = (seen: ContactSeen) => seen.name === name && (group === undefined || seen.group === group);
    return found(this.#rows.find((row) => row.part.contains('contact') && isIt(new ContactSeen(row))), `${name} in ${group}`);
  }
}

function found<T>(thing: T | null | undefined, what: string): T {
  if (thing === null || thing === undefined) throw new Error(`There is not ${what}`);
  return thing;
}
