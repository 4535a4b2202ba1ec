import { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import '../../src/elements/xmpp-roster/xmpp-roster.js';
import { nextFrame, until } from '../support/browser/waiting.js';
import { RosterSeen } from './roster-seen.js';

export interface Size {
  /** Of the roster, in CSS px. */
  readonly height?: number;
  readonly width?: number;
}

/** A contact list on the page, driven by real mouse and keys. */
export class RosterHands extends RosterSeen {
  /** The events that reached the page, as `type` and `detail`. */
  readonly events: { readonly type: string; readonly detail: unknown }[] = [];

  /** @param box what gives the list its session */
  constructor(readonly box: HTMLElement) {
    super(document.createElement('xmpp-roster'));
    for (const type of ['xmpp-contact-move', 'xmpp-contact-activate', 'xmpp-contact-action', 'xmpp-contact-remove', 'xmpp-error'] as const) {
      this.box.addEventListener(type, ({ detail }) => this.events.push({ type, detail }));
    }
  }

  /** Puts it on the page. */
  async show({ height = 800, width = 320 }: Size = {}): Promise<void> {
    await setViewport({ width: 900, height: 900 });
    this.element.style.cssText = `inline-size: ${width}px; block-size: ${height}px`;
    this.box.append(this.element);
    document.body.append(this.box);
    await this.settled();
  }

  /** As a page does that shows it somewhere else. */
  async moveElsewhere(): Promise<void> {
    this.element.remove();
    this.box.append(this.element);
    await this.settled();
  }

  /** Ends what a test began; for `afterEach`. */
  async remove(): Promise<void> {
    this.box.remove();
    this.element.remove();
    for (const key of ['Control', 'Alt'] as const) await sendKeys({ up: key });
    await resetMouse();
  }

  /** Presses one after the other; with modifiers as `Shift+Tab`. */
  async press(...strokes: string[]): Promise<void> {
    for (const stroke of strokes) {
      const modifiers = stroke === '+' ? ['+'] : stroke.split('+');
      const key = modifiers.pop() ?? '';
      for (const modifier of modifiers) await sendKeys({ down: modifier });
      await sendKeys({ press: key });
      for (const modifier of modifiers.reverse()) await sendKeys({ up: modifier });
    }
    await this.settled();
  }

  async type(text: string): Promise<void> {
    await sendKeys({ type: text });
    await this.settled();
  }

  /** Opens the menu of what the list shows. */
  async openView(): Promise<void> {
    await this.#click(this.viewButton);
  }

  async chooseView(item: string): Promise<void> {
    await this.openView();
    await this.#click(this.viewItem(item));
  }

  async hold(key: 'Control' | 'Alt'): Promise<void> {
    await sendKeys({ down: key });
    await this.settled();
  }

  async letGo(key: 'Control' | 'Alt'): Promise<void> {
    await sendKeys({ up: key });
    await this.settled();
  }

  /** Does it with the Shift key held down. */
  async holdShift(act: () => Promise<void>): Promise<void> {
    await sendKeys({ down: 'Shift' });
    await act();
    await sendKeys({ up: 'Shift' });
  }

  async clickGroup(group: string | null): Promise<void> {
    await this.#click(this.groupRow(group));
  }

  async clickContact(name: string, group?: string | null): Promise<void> {
    await this.#click(this.contactRow(name, group));
  }

  async rightClick(name: string, group?: string | null): Promise<void> {
    await sendMouse({ type: 'click', button: 'right', position: center(this.contactRow(name, group)) });
    await this.settled();
  }

  async rightClickGroup(group: string | null): Promise<void> {
    await sendMouse({ type: 'click', button: 'right', position: center(this.groupRow(group)) });
    await this.settled();
  }

  /** Opens the menu of a contact by the button in its row: WebKit's driver never lets go of the right button. */
  async openMenu(name: string, group?: string | null): Promise<void> {
    await this.#clickMenuButton(this.contactRow(name, group));
  }

  async openGroupMenu(group: string | null): Promise<void> {
    await this.#clickMenuButton(this.groupRow(group));
  }

  /** Selects rows as one does with Ctrl and the mouse: "Stuart in Coworker". */
  async select(...rows: string[]): Promise<void> {
    await this.hold('Control');
    for (const row of rows) await this.clickContact(...(row.split(' in ') as [string, string]));
    await this.letGo('Control');
  }

  /** Presses one of the buttons in a contact's row. */
  async clickButton(name: string, button: string): Promise<void> {
    const row = this.contactRow(name);
    await sendMouse({ type: 'move', position: center(row) });
    const found = [...row.querySelectorAll('button')].find((one) => (one.ariaLabel ?? one.textContent.trim()) === button);
    await this.#click(found ?? row);
  }

  async dismissError(): Promise<void> {
    await this.#click(this.dismissButton);
  }

  async scrollTo(offset: number): Promise<void> {
    this.list.scrollTop = offset;
    await nextFrame();
    await this.settled();
  }

  /** Presses a contact and pulls it just far enough to be a drag. */
  async lift(name: string, group?: string | null): Promise<void> {
    const [x, y] = center(this.contactRow(name, group));
    await sendMouse({ type: 'move', position: [x, y] });
    await sendMouse({ type: 'down' });
    await this.moveTo(x + 8, y);
  }

  /** Takes the pointer over a group's row. */
  async carryTo(group: string | null): Promise<void> {
    await this.moveTo(...center(this.groupRow(group)));
  }

  async carryToContact(name: string, group?: string | null): Promise<void> {
    await this.moveTo(...center(this.contactRow(name, group)));
  }

  async moveTo(x: number, y: number): Promise<void> {
    await sendMouse({ type: 'move', position: [Math.round(x), Math.round(y)] });
    await this.settled();
  }

  async pressMouse(): Promise<void> {
    await sendMouse({ type: 'down' });
    await this.settled();
  }

  async release(): Promise<void> {
    await sendMouse({ type: 'up' });
    await this.settled();
  }

  /** Drags a contact from one group to another; `null` is no group. */
  async dragTo(name: string, from: string | null, to: string | null): Promise<void> {
    await this.lift(name, from);
    await this.carryTo(to);
    await this.release();
  }

  async comesInSight(name: string): Promise<void> {
    await until(() => this.isRowInSight(name), `${name} is in sight`);
  }

  async #clickMenuButton(row: HTMLElement): Promise<void> {
    await sendMouse({ type: 'move', position: center(row) });
    await this.#click(row.querySelector<HTMLElement>('[part=menu-button]') ?? row);
  }

  async #click(row: HTMLElement): Promise<void> {
    await sendMouse({ type: 'click', position: center(row) });
    await this.settled();
  }
}

function center(row: HTMLElement): [number, number] {
  const { x, y, width, height } = row.getBoundingClientRect();
  return [Math.round(x + width / 2), Math.round(y + height / 2)];
}
