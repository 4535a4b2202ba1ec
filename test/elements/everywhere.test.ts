import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { emulateMachine } from '../support/browser/emulation.js';
import { axeProblems, useColorScheme } from '../support/browser/looks.js';
import { settled } from '../support/browser/waiting.js';
import { scenes, type Scene } from './scenes.js';

/** WCAG 2.2 §2.5.5, in CSS px. */
const TOUCH_TARGET = 44;

/** All elements in and below a shadow root that are on the screen. */
function shown(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const inside = element.shadowRoot ? shown(element.shadowRoot) : [];
    return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ? [element, ...inside] : inside;
  });
}

function describeElement(element: Element): string {
  const { width, height } = element.getBoundingClientRect();
  return `${element.localName}.${element.className}: ${Math.round(width)} × ${Math.round(height)}`;
}

/** Whether a finger beside it still hits it, since it reaches beyond its edges; what it has opened may cover one side. */
function isHitAround(target: Element): boolean {
  const { left, top, width, height } = target.getBoundingClientRect();
  const [x, y, reach] = [left + width / 2, top + height / 2, TOUCH_TARGET / 2 - 1];
  const root = target.getRootNode() as ShadowRoot;
  const around = [[-reach, 0], [reach, 0], [0, -reach], [0, reach]];
  return around.filter(([dx = 0, dy = 0]) => target.contains(root.elementFromPoint(x + dx, y + dy))).length >= 3;
}

/** What a finger presses for it: a check box by its label, too. */
function targetOf(control: HTMLElement): Element {
  return (control instanceof HTMLInputElement && control.closest('label')) || control;
}

function tooSmall({ shadowRoot }: Element): string[] {
  const controls = shadowRoot ? shown(shadowRoot).filter((element) => element.matches('button, input, summary, a[href], [role=option], .row:not(.ruler)')) : [];
  return controls.map(targetOf).filter((target) => {
    const { width, height } = target.getBoundingClientRect();
    return Math.min(width, height) < TOUCH_TARGET - 0.5 && !isHitAround(target);
  }).map(describeElement);
}

/** What is wider than the window, or cut off without a way to see the rest. */
function lost(element: Element): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const page = scrollWidth > clientWidth ? [`the page is ${scrollWidth} wide`] : [];
  const parts = element.shadowRoot ? shown(element.shadowRoot) : [];
  const outside = parts.filter((part) => {
    const { left, right, width } = part.getBoundingClientRect();
    return width > 1 && (left < -1 || right > clientWidth + 1);
  });
  return [...page, ...outside.map(describeElement)];
}

describe('every element in every state', () => {
  let scene: Scene;
  afterEach(() => scene.remove());

  function inEveryState(what: string, check: () => unknown): void {
    for (const [name, open] of Object.entries(scenes)) {
      it(`${what}: ${name}`, async () => {
        scene = await open();
        await check();
      });
    }
  }

  for (const scheme of ['light', 'dark'] as const) {
    describe(`in ${scheme} colours`, () => {
      before(async () => {
        await setViewport({ width: 700, height: 900 });
        await useColorScheme(scheme);
      });
      after(() => document.documentElement.removeAttribute('style'));
      inEveryState('gives axe nothing to object to', async () => expect(await axeProblems(scene.element, scheme === 'light' ? 'everything' : 'colours')).to.deep.equal([]));
    });
  }

  describe('on a touch screen', () => {
    before(async () => {
      await setViewport({ width: 400, height: 900 });
      await emulateMachine({ touch: true });
      // A badge reaches beyond itself.
      document.body.style.padding = '30px';
      expect(matchMedia('(pointer: coarse)').matches).to.be.true;
    });
    after(async () => {
      document.body.removeAttribute('style');
      await emulateMachine({});
    });
    inEveryState('has targets that a finger hits', () => expect(tooSmall(scene.element)).to.deep.equal([]));
  });

  describe('enlarged to 200 %', () => {
    // A window of 640 × 800 at 200 % has so many CSS px (WCAG 2.2 §1.4.10 asks for no more than these).
    before(() => setViewport({ width: 320, height: 400 }));
    inEveryState('loses nothing, and scrolls in one direction only', async () => {
      await settled(scene.element);
      expect(lost(scene.element)).to.deep.equal([]);
    });
  });

  describe('with letters of twice the size', () => {
    before(async () => {
      await setViewport({ width: 400, height: 900 });
      document.documentElement.style.fontSize = '200%';
    });
    after(() => document.documentElement.removeAttribute('style'));
    inEveryState('loses nothing', async () => {
      await settled(scene.element);
      expect(lost(scene.element)).to.deep.equal([]);
    });
  });

  describe('in Windows contrast mode', () => {
    before(async () => {
      await setViewport({ width: 700, height: 900 });
      await emulateMedia({ reducedMotion: 'reduce' });
      await emulateMachine({ forcedColors: true });
      expect(matchMedia('(forced-colors: active)').matches).to.be.true;
    });
    after(() => emulateMachine({}));
    inEveryState('shows where the focus is', () => {
      const controls = scene.element.shadowRoot ? shown(scene.element.shadowRoot).filter((element) => element.matches('button:not(:disabled), input, summary')) : [];
      const unmarked = controls.filter((control) => {
        control.focus({ focusVisible: true });
        const { outlineStyle, outlineWidth } = getComputedStyle(control);
        return control.matches(':focus-visible') && (outlineStyle === 'none' || parseFloat(outlineWidth) < 1);
      });
      expect(unmarked.map(describeElement)).to.deep.equal([]);
    });
  });
});
