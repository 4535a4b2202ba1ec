import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it, type TestContext } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { jid, Office } from './support/office.js';
import { launch, type Tab } from './support/tab.js';

const stuart = jid('stuart');
/** In ms, from letting go of the mouse to the row in the other page. */
const SOON = 1_000;

describe('another page of the same account', () => {
  let browser: Browser;
  let office: Office;
  before(async () => {
    // hidden tabs are slowed down as they are for people
    browser = await launch({ throttled: true });
  });
  after(() => browser.close());
  beforeEach(async () => {
    office = await Office.open('prosody', browser);
  });
  afterEach(() => office.close());

  /** Drags in one page, and tells when it showed in the other, in ms after letting go. */
  async function delay(page: Tab, other: Tab): Promise<number> {
    const seenAt = other.roster().watchFor(stuart, 'Friends');
    const drag = await page.roster().pickUp(stuart, 'Coworker');
    await drag.over({ group: 'Friends' });
    const droppedAt = performance.timeOrigin + performance.now();
    await drag.drop();
    const took = (await seenAt) - droppedAt;
    await other.roster().lists('Coworker: Mary', 'Football: Stuart', 'Friends: Mary, Potter, Stuart', 'Locked: Laura');
    return took;
  }

  it('shows the move within a second, beside it', async (t: TestContext) => {
    const other = await office.onlinePage('george', { resource: 'home', window: true });
    const page = await office.onlinePage('george', { resource: 'office', window: true });
    assert.equal(await other.visibility(), 'visible');
    const took = await delay(page, other);
    t.diagnostic(`shown after ${took.toFixed(0)} ms`);
    assert.ok(took < SOON, `shown after ${took.toFixed(0)} ms`);
  });

  it('shows the move within a second, even in a hidden tab, where no frames run and timers are slow', async (t: TestContext) => {
    const other = await office.onlinePage('george', { resource: 'home' });
    const page = await office.onlinePage('george', { resource: 'office' });
    await page.page.bringToFront();
    assert.equal(await other.visibility(), 'hidden');
    const took = await delay(page, other);
    t.diagnostic(`shown after ${took.toFixed(0)} ms`);
    assert.ok(took < SOON, `shown after ${took.toFixed(0)} ms`);
  });
});
