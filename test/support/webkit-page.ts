import { setTimeout as pause } from 'node:timers/promises';
import type { InputAction, WebDriverSession } from './webdriver.js';

/** How long a window may take to its new size, and how often it is looked at, in ms. */
const PATIENCE = 5_000;
const INTERVAL = 20;

interface Size {
  readonly width: number;
  readonly height: number;
}

type Button = 'left' | 'middle' | 'right';
interface Pressed {
  readonly button?: Button;
}

const buttons: Readonly<Record<Button, number>> = { left: 0, middle: 1, right: 2 };

/** Keys that write nothing, as WebDriver encodes them (§17.4.2), by the names that puppeteer has for them. */
const keys: Readonly<Record<string, string>> = {
  Backspace: '\uE003', Tab: '\uE004', Enter: '\uE007', Shift: '\uE008', Control: '\uE009', Alt: '\uE00A', Escape: '\uE00C', Space: ' ',
  PageUp: '\uE00E', PageDown: '\uE00F', End: '\uE010', Home: '\uE011', ArrowLeft: '\uE012', ArrowUp: '\uE013', ArrowRight: '\uE014',
  ArrowDown: '\uE015', Delete: '\uE017', F2: '\uE032', F10: '\uE03A', Meta: '\uE03D', ContextMenu: '\uE05D',
};

const move = (x: number, y: number): InputAction => ({ type: 'pointerMove', duration: 0, x, y, origin: 'viewport' });
const mouse = (type: 'pointerDown' | 'pointerUp', { button = 'left' }: Pressed): InputAction => ({ type, button: buttons[button] });
const key = (type: 'keyDown' | 'keyUp', name: string): InputAction => ({ type, value: keys[name] ?? name });

/** Of A to Z WebKit writes the small ones unless Shift is held. */
function typed(letter: string): InputAction[] {
  const strokes = [key('keyDown', letter), key('keyUp', letter)];
  return !/[A-Z]/.test(letter) ? strokes : [key('keyDown', 'Shift'), ...strokes, key('keyUp', 'Shift')];
}

/** A page in WebKit with puppeteer's words for hands, so that the test runner's commands (`sendMouse`, `sendKeys`, …) work there as in the others. */
export class WebKitPage {
  readonly mouse = {
    move: (x: number, y: number) => this.session.pointer(move(x, y)),
    down: (pressed: Pressed = {}) => this.session.pointer(mouse('pointerDown', pressed)),
    up: (pressed: Pressed = {}) => this.session.pointer(mouse('pointerUp', pressed)),
    click: (x: number, y: number, pressed: Pressed = {}) => this.session.pointer(move(x, y), mouse('pointerDown', pressed), mouse('pointerUp', pressed)),
    reset: () => this.session.pointer(mouse('pointerUp', {}), move(0, 0)),
  };

  readonly keyboard = {
    down: (name: string) => this.session.keys(key('keyDown', name)),
    up: (name: string) => this.session.keys(key('keyUp', name)),
    press: (name: string) => this.session.keys(key('keyDown', name), key('keyUp', name)),
    type: (text: string) => this.session.keys(...[...text].flatMap(typed)),
  };

  constructor(private readonly session: WebDriverSession) {}

  /** Of the page, not of the window around it. */
  async setViewport({ width, height }: Size): Promise<void> {
    const frame = await this.session.execute<Size>('return { width: outerWidth - innerWidth, height: outerHeight - innerHeight }');
    await this.session.resizeWindow(width + frame.width, height + frame.height);
    // The driver answers before the page has its new size.
    for (const deadline = Date.now() + PATIENCE; ; await pause(INTERVAL)) {
      const reached = await this.session.execute<Size>('return { width: innerWidth, height: innerHeight }');
      if (reached.width === width && reached.height === height) return;
      if (Date.now() > deadline) throw new Error(`WebKit’s window cannot be ${width} × ${height}; it is ${reached.width} × ${reached.height}`);
    }
  }
}
