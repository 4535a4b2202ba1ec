import type { Page } from 'puppeteer-core';

/** In the page: presence icons in sight that stand out less than 3:1 from what is behind them (WCAG 2.2, 1.4.11). */
export function faintIcons(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const paint = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

    /** Red, green, blue and opacity, 0…255, of any CSS colour. */
    function channels(color: string): number[] {
      if (!paint) return [];
      paint.clearRect(0, 0, 1, 1);
      paint.fillStyle = color;
      paint.fillRect(0, 0, 1, 1);
      return [...paint.getImageData(0, 0, 1, 1).data];
    }

    function luminance([red = 0, green = 0, blue = 0]: number[]): number {
      const linear = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
      return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    }

    function behind(element: Element | null): number[] {
      for (let at = element; at; at = at.parentElement ?? (at.getRootNode() as ShadowRoot).host ?? null) {
        const background = channels(getComputedStyle(at).backgroundColor);
        if (background[3] === 255) return background;
      }
      return [255, 255, 255];
    }

    function ratio(one: number[], other: number[]): number {
      const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    }

    function icons(root: ParentNode): Element[] {
      const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? icons(shadowRoot) : []));
      return [...root.querySelectorAll('.icon[data-availability]'), ...inside].filter((icon) => icon.getClientRects().length > 0);
    }

    const all = icons(document);
    if (all.length < 5) return ['the page shows no icons'];
    return all.flatMap((icon) => {
      const shape = icon.querySelector('.fill, .stroke');
      if (!shape) return [`an icon without a shape: ${icon.outerHTML}`];
      const { fill, stroke } = getComputedStyle(shape);
      const contrast = ratio(channels(shape.matches('.fill') ? fill : stroke), behind(icon));
      return contrast < 3 ? [`${icon.getAttribute('data-availability')}: ${contrast.toFixed(2)}`] : [];
    });
  });
}
