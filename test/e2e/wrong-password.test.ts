import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { everythingKept } from './support/everything-kept.js';
import type { Office } from './support/office.js';
import type { Tab } from './support/tab.js';
import { withOffice } from './support/with-office.js';

const password = 'correct-horse-battery-staple';
/** In ms: the first retry of a lost connection comes after one second at most. */
const LONGER_THAN_A_RETRY = 1_500;

describe('a wrong password', () => {
  let office: Office;
  let page: Tab;
  withOffice('prosody', async (opened) => {
    office = opened;
    page = await office.page('george', { password });
    await page.connection().becomes('offline');
    await page.connection().says('alert', 'The address or the password is wrong. Please check both and sign in again.');
  });

  it('is tried once, and not again by itself', async () => {
    await page.page.waitForFunction((until: number) => performance.now() > until, {}, (await page.now()) + LONGER_THAN_A_RETRY);
    // what makes a lost connection be sought at once
    await page.page.evaluate(() => {
      window.dispatchEvent(new Event('online'));
      document.dispatchEvent(new Event('visibilitychange'));
    });
    assert.equal(await page.connection().status(), 'offline');
    assert.equal(await office.server.authFailures('george'), 1);
    assert.equal(office.server.log().match(/Client connected/g)?.length, 1);
    assert.equal(page.sockets.length, 1);
  });

  it('is tried again when somebody asks for it', async () => {
    await page.connection().retry();
    await page.socketsOpened(2);
    await page.connection().becomes('offline');
    await page.connection().says('alert', 'The address or the password is wrong. Please check both and sign in again.');
    assert.equal(await office.server.authFailures('george'), 2);
  });

  it('says so in the page, and the elements do not pretend to know anything', async () => {
    await page.roster().shows(({ notice, contacts }) => assert.deepEqual([notice, contacts], ['Not connected.', []]));
    await page.picker().shows(({ label, availability }) => {
      assert.equal(availability, 'unavailable');
      assert.match(label, /Not connected/);
    });
    const { events } = await page.recorded();
    assert.ok(events.some((event) => /"xmpp-error".*password is wrong/.test(event)), events.join('\n'));
  });

  it('stands nowhere: neither in the DOM nor in events, console, storage or addresses', async () => {
    const kept = await page.page.evaluate(everythingKept);
    const { events } = await page.recorded();
    const everything = { ...kept, events, console: page.consoleLines, requests: page.requests, sockets: page.sockets };
    assert.ok(kept.dom.includes('password is wrong'), 'shadow roots are not looked into');
    assert.ok(events.length >= 2, 'events are not recorded');
    const encoded = [password, btoa(`\0george\0${password}`), encodeURIComponent(password)];
    for (const [place, content] of Object.entries(everything)) {
      for (const form of encoded) assert.ok(!JSON.stringify(content).includes(form), `the password stands in: ${place}`);
    }
  });
});
