import { expect } from 'chai';
import type { Availability } from '../../src/state/contact.js';
import { applyForcedColors, useColorScheme } from '../support/browser/looks.js';
import { BadgeHarness } from './badge.harness.js';

const all: readonly Availability[] = ['available', 'chat', 'away', 'xa', 'dnd', 'unavailable', 'unknown'];

/** What a browser makes of a CSS colour. */
function resolved(color: string): string {
  const probe = document.createElement('div');
  probe.style.color = color;
  document.body.append(probe);
  const { color: computed } = getComputedStyle(probe);
  probe.remove();
  return computed;
}

describe('the looks of <xmpp-presence-badge>', () => {
  let badge: BadgeHarness;
  afterEach(() => badge.remove());

  async function show(availability: Availability): Promise<void> {
    badge.element.jid = availability === 'unknown' ? 'stranger@im.example' : 'ann@im.example';
    if (availability === 'unavailable') badge.account.presence('ann@im.example', { type: 'unavailable' });
    else if (availability !== 'unknown') badge.account.presence('ann@im.example/a', { show: availability === 'available' ? '' : availability });
    await badge.settled();
    expect(badge.availability).to.equal(availability);
  }

  it('is as large as the text around it, or as the page says', async () => {
    badge = await BadgeHarness.online('ann@im.example');
    badge.box.style.fontSize = '20px';
    expect(badge.size).to.deep.equal({ width: 20, height: 20 });
    badge.element.style.setProperty('--xmpp-presence-badge-size', '3em');
    expect(badge.size).to.deep.equal({ width: 60, height: 60 });
  });

  it('takes its colours from the page', async () => {
    badge = await BadgeHarness.online('ann@im.example');
    for (const availability of all) {
      await show(availability);
      document.documentElement.style.setProperty(`--xmpp-presence-${availability}-color`, 'rgb(1, 2, 3)');
      expect(badge.paints.flat(), availability).to.include('rgb(1, 2, 3)');
      document.documentElement.style.removeProperty(`--xmpp-presence-${availability}-color`);
      expect(badge.paints.flat(), availability).not.to.include('rgb(1, 2, 3)');
    }
  });

  it('is drawn in text colour on the background where colours are forced, its signs cut out', async () => {
    badge = await BadgeHarness.online('ann@im.example');
    applyForcedColors(badge.element);
    const [text, background] = [resolved('CanvasText'), resolved('Canvas')];
    for (const availability of all) {
      await show(availability);
      const [first, ...rest] = badge.paints;
      expect(first, availability).to.deep.equal([text]);
      const sign = availability === 'unavailable' ? text : background;
      for (const paint of rest) expect(paint, availability).to.deep.equal([sign]);
    }
  });

  for (const scheme of ['light', 'dark'] as const) {
    it(`gives axe nothing to object to, ${scheme}`, async () => {
      await useColorScheme(scheme);
      badge = await BadgeHarness.online('ann@im.example');
      expect(await badge.axe()).to.deep.equal([]);
      badge.account.presence('ann@im.example/a', { show: 'away', status: 'At the coffee machine' });
      await badge.settled();
      expect(await badge.axe()).to.deep.equal([]);
      for (const availability of all) {
        await show(availability);
        expect(await badge.axe()).to.deep.equal([]);
      }
      badge.element.removeAttribute('jid');
      await badge.settled();
      expect(await badge.axe()).to.deep.equal([]);
    });

    it(`has three times the contrast of its background, ${scheme}`, async () => {
      await useColorScheme(scheme);
      badge = await BadgeHarness.online('ann@im.example');
      for (const availability of all) {
        await show(availability);
        expect(contrast(badge.paints[0]?.[0] ?? '', resolved('Canvas')), availability).to.be.at.least(3);
      }
    });
  }
});

/** WCAG 2.2's contrast ratio of two `rgb(…)` colours. */
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(rgb: string): number {
  const [r = 0, g = 0, b = 0] = (rgb.match(/[\d.]+/g) ?? []).map((value) => {
    const part = Number(value) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
