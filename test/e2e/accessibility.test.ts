import assert from 'node:assert/strict';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { after, afterEach, before, beforeEach, describe, it, type TestContext } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { assertAccessible } from './support/axe.js';
import { HoldingProxy } from './support/holding-proxy.js';
import { jid, Office } from './support/office.js';
import { launch } from './support/tab.js';

const stuart = jid('stuart');

describe('axe finds nothing, in light and in dark, the console is silent, and no other machine is asked', () => {
  let browser: Browser;
  let office: Office;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());
  beforeEach(async () => {
    office = await Office.open('prosody', browser);
  });
  afterEach(() => office.close());

  it('while connecting', async (t) => {
    const tab = await office.page('george', { service: await serverThatNeverAnswers(t) });
    await tab.connection().becomes('connecting');
    await tab.roster().shows(({ notice }) => assert.equal(notice, 'Connecting…'));
    await assertAccessible(tab.page, 'connecting');
  });

  it('online, with somebody of every availability', async () => {
    const tab = await office.onlinePage('george');
    await (await office.client('stuart')).presence({ show: 'dnd', status: 'On the meeting…' });
    await (await office.client('mary')).presence({ show: 'chat' });
    await (await office.client('potter')).presence({ show: 'away' });
    await (await office.client('laura')).presence({ show: 'xa', status: 'On the train' });
    await tab.roster().shows(({ groups }) => assert.deepEqual(groups.map(({ count }) => count), ['2/2', '1/1', '2/2', '1/1']));
    await assertAccessible(tab.page, 'online');
    await (await office.client('mary', { resource: 'second' })).logOut();
    await tab.roster().collapse('Friends');
    await assertAccessible(tab.page, 'with a collapsed group that has the focus');
  });

  it('with contacts that have gone', async () => {
    const tab = await office.onlinePage('george');
    await (await office.client('stuart')).logOut('Gone home');
    await tab.roster().contactShows(stuart, 'Coworker', ({ line }) => assert.match(line, /Last seen/));
    await assertAccessible(tab.page, 'last seen');
  });

  it('with the list empty', async () => {
    const tab = await office.onlinePage('hermit');
    await tab.roster().shows(({ notice }) => assert.equal(notice, 'No contacts yet.'));
    await assertAccessible(tab.page, 'empty');
  });

  it('while dragging', async () => {
    const tab = await office.onlinePage('george');
    const drag = await tab.roster().pickUp(stuart, 'Coworker');
    await drag.over({ group: 'Friends' });
    await drag.says('Move to Friends');
    await assertAccessible(tab.page, 'dragging');
    await drag.escape();
  });

  it('while the server’s answers are awaited', async (t) => {
    const proxy = await HoldingProxy.start(office.server.url);
    t.after(() => proxy.stop());
    const tab = await office.onlinePage('george', { service: proxy.url });
    proxy.hold();
    await tab.roster().drag(stuart, 'Coworker', { group: 'Friends' });
    await tab.picker().choose('Away');
    await tab.roster().contactShows(stuart, 'Friends', ({ pending }) => assert.equal(pending, true));
    await tab.picker().shows(({ pending }) => assert.equal(pending, true));
    await assertAccessible(tab.page, 'pending');
    proxy.release();
    await tab.roster().contactShows(stuart, 'Friends', ({ pending }) => assert.equal(pending, false));
    await tab.picker().shows(({ pending }) => assert.equal(pending, false));
  });

  it('with an error shown', async () => {
    const tab = await office.onlinePage('george');
    await tab.roster().drag(stuart, 'Coworker', { group: 'Locked' });
    await tab.roster().shows(({ error }) => assert.equal(error?.role, 'alert'));
    await assertAccessible(tab.page, 'refused');
  });

  it('with the menu open', async () => {
    const tab = await office.onlinePage('george');
    await tab.picker().open();
    await assertAccessible(tab.page, 'menu open');
    await tab.press('ArrowDown', 'ArrowDown', 'Enter');
    await tab.picker().shows(({ availability, open }) => assert.deepEqual([availability, open], ['away', false]));
    await assertAccessible(tab.page, 'away');
  });

  it('disconnected by the page', async () => {
    const tab = await office.onlinePage('george');
    await tab.connection().disconnect();
    await tab.roster().shows(({ notice }) => assert.match(notice, /^Not connected/));
    await assertAccessible(tab.page, 'disconnected');
    await tab.picker().open();
    await assertAccessible(tab.page, 'menu open while disconnected');
  });

  it('while the server is gone', async () => {
    const tab = await office.onlinePage('george');
    await office.server.crash();
    await tab.roster().shows(({ notice }) => assert.match(notice, /^Reconnecting… Availability is unknown since/));
    assert.equal(await tab.connection().notice(), undefined, 'it is said once');
    await assertAccessible(tab.page, 'reconnecting');
    tab.expect(/WebSocket connection to .* failed/);
  });

  it('signed out for good by a wrong password', async () => {
    const tab = await office.page('george', { password: 'wrong' });
    await tab.connection().says('alert', 'The address or the password is wrong. Please check both and sign in again.');
    await assertAccessible(tab.page, 'wrong password');
  });
});

/** @returns its WebSocket address */
async function serverThatNeverAnswers(t: TestContext): Promise<string> {
  const server = createServer();
  const sockets = new Set<{ destroy(): void }>();
  server.on('connection', (socket) => sockets.add(socket.on('error', () => undefined)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}/xmpp-websocket`;
}
