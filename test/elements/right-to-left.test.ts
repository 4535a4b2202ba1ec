import { setViewport } from '@web/test-runner-commands';
import { expect } from 'chai';
import { until } from '../support/browser/waiting.js';
import { scenes, type Scene } from './scenes.js';

/** In CSS px: what rounding may make of a mirrored edge. */
const TOLERANCE = 1.5;
const WIDTH = 600;

/** The parts below an element, with those of the elements in it. */
function partsOf(root: ParentNode): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>('*')].flatMap((element) => {
    const inside = element.shadowRoot ? partsOf(element.shadowRoot) : [];
    return element.matches('[part], button, input') ? [element, ...inside] : inside;
  });
}

interface Edges {
  readonly name: string;
  /** From the left edge of the page, in CSS px. */
  readonly left: number;
  readonly right: number;
}

/** What is within a line goes by the direction of its words. */
function isBox(part: HTMLElement): boolean {
  return part.checkVisibility() && part.offsetWidth > 0 && getComputedStyle(part).display !== 'inline';
}

function edgesOf({ shadowRoot }: Element): Edges[] {
  const shown = shadowRoot ? partsOf(shadowRoot).filter(isBox) : [];
  return shown.map((part) => {
    const { left, right } = part.getBoundingClientRect();
    return { name: `${part.localName} ${part.className} ${part.getAttribute('part') ?? ''}`.trim(), left, right };
  });
}

/** The parts that do not stand where a mirror would show them. */
function unmirrored(leftToRight: readonly Edges[], rightToLeft: readonly Edges[]): string[] {
  const width = document.documentElement.clientWidth;
  return leftToRight.flatMap(({ name, left, right }, index) => {
    const mirrored = rightToLeft[index];
    if (!mirrored || mirrored.name !== name) return [`${name} is missing`];
    const isMirrored = Math.abs(width - mirrored.right - left) <= TOLERANCE && Math.abs(width - mirrored.left - right) <= TOLERANCE;
    return isMirrored ? [] : [`${name}: ${left}–${right} became ${mirrored.left}–${mirrored.right}`];
  });
}

describe('on a page that is written from right to left', () => {
  let scene: Scene;
  before(() => setViewport({ width: WIDTH, height: 900 }));
  afterEach(() => {
    scene.remove();
    document.documentElement.removeAttribute('dir');
  });

  for (const [name, open] of Object.entries(scenes)) {
    it(`everything is mirrored in the ${name}`, async () => {
      scene = await open();
      const leftToRight = edgesOf(scene.element);
      scene.remove();
      document.documentElement.dir = 'rtl';
      scene = await open();
      expect(unmirrored(leftToRight, edgesOf(scene.element))).to.deep.equal([]);
    });
  }

  it('a collapsed group points to the left, an open one down', async () => {
    document.documentElement.dir = 'rtl';
    scene = await scenes['roster']!();
    const chevron = scene.element.shadowRoot?.querySelector<SVGElement>('.group:not(.ruler) .chevron');
    const direction = (): string => {
      const { a, b } = new DOMMatrix(chevron ? getComputedStyle(chevron).transform : '');
      return Math.round(a) === -1 ? 'left' : Math.round(b) === 1 ? 'down' : 'right';
    };
    expect(direction()).to.equal('down');
    chevron?.closest<HTMLElement>('.row')?.click();
    await until(() => direction() === 'left', 'it points to the left');
  });
});
