import type { Page } from 'puppeteer-core';

/** In the page: icons in sight that stand out less than 3:1 from what is behind them (WCAG 2.2, 1.4.11). */
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

    function pictures(root: ParentNode): SVGElement[] {
      const inside = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? pictures(shadowRoot) : []));
      const own = [...root.querySelectorAll('svg')].filter((svg) => svg.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && svg.getClientRects().length > 0);
      return [...own, ...inside];
    }

    const all = pictures(document);
    if (all.length < 10) return ['the page shows no icons'];
    return all.flatMap((svg) => {
      // what comes first is the shape, what is on it comes after
      const shape = svg.firstElementChild;
      const { fill, stroke } = getComputedStyle(shape ?? svg);
      const contrast = ratio(channels(stroke === 'none' ? fill : stroke), behind(svg));
      return contrast < 3 ? [`${svg.parentElement?.outerHTML.slice(0, 200)}: ${contrast.toFixed(2)}`] : [];
    });
  });
}
