import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { jid, type Office } from './support/office.js';
import type { Tab } from './support/tab.js';
import { withOffice } from './support/with-office.js';

const stuart = jid('stuart');
const meeting = { show: 'dnd', status: 'On the meeting…' };

describe('presence on a page', () => {
  let office: Office;
  let page: Tab;
  withOffice('prosody', async (opened) => {
    office = opened;
    page = await office.onlinePage('george', { resource: 'page' });
  });

  it('shows another client’s do-not-disturb and its words in every row, and in a badge outside the connection', async () => {
    const client = await office.client('stuart');
    await client.presence(meeting);
    for (const group of ['Coworker', 'Football']) {
      await page.roster().contactShows(stuart, group, ({ availability, line, label }) => {
        assert.deepEqual([availability, line, label], ['dnd', meeting.status, 'Stuart, do not disturb, On the meeting…']);
      });
    }
    await page.badge(stuart).becomes('dnd', /^Stuart, do not disturb, On the meeting…$/);
    await page.roster().shows(({ groups }) => assert.deepEqual(groups.map(({ count }) => count), ['1/2', '1/1', '0/2', '0/1']));
  });

  it('shows the presence that was there before the page came', async () => {
    await (await office.client('stuart')).presence(meeting);
    const later = await office.onlinePage('george', { resource: 'later' });
    await later.badge(stuart).becomes('dnd', /On the meeting…/);
  });

  it('shows a contact that goes offline as last seen, with its last words', async () => {
    const client = await office.client('stuart');
    await page.badge(stuart).becomes('available', /available$/);
    await client.logOut('Gone home');
    await page.roster().contactShows(stuart, 'Coworker', ({ availability, line, label }) => {
      assert.equal(availability, 'unavailable');
      assert.match(line, /^Last seen \d\d:\d\d.* · Gone home$/);
      assert.match(label, /^Stuart, offline, Gone home, last seen \d\d:\d\d/);
    });
    await page.badge(stuart).becomes('unavailable', /^Stuart, offline, Gone home, last seen \d\d:\d\d/);
  });

  it('shows the resource with the highest priority, compared as numbers', async () => {
    const desk = await office.client('stuart', { resource: 'desk' });
    await desk.presence({ show: 'away', status: 'At the desk', priority: 9 });
    const phone = await office.client('stuart', { resource: 'phone' });
    await phone.presence({ show: 'dnd', status: 'On the phone', priority: 10 });
    await page.badge(stuart).becomes('dnd', /On the phone/);
    await phone.logOut();
    await page.badge(stuart).becomes('away', /At the desk/);
  });

  it('knows nobody’s presence once the server is gone, and all of it when it is back', async () => {
    await (await office.client('stuart')).presence(meeting);
    await page.badge(stuart).becomes('dnd', /On the meeting…/);
    await office.server.crash();
    await page.connection().becomes('reconnecting');
    await page.badge(stuart).becomes('unknown', /availability unknown while disconnected/);
    await page.roster().shows(({ contacts, notice }) => {
      assert.match(notice, /Reconnecting/);
      assert.deepEqual(new Set(contacts.map(({ availability }) => availability)), new Set(['unknown']));
    });
    await office.server.restart();
    await (await office.client('stuart', { resource: 'again' })).presence(meeting);
    await page.badge(stuart).becomes('dnd', /On the meeting…/);
    page.expect(/WebSocket connection to .* failed/);
  });
});

describe('the status picker', () => {
  let office: Office;
  let page: Tab;
  withOffice('prosody', async (opened) => {
    office = opened;
    page = await office.onlinePage('george', { resource: 'page' });
  });

  it('tells a subscribed contact’s client the show and the message that were chosen', async () => {
    const mary = await office.client('mary');
    await page.picker().choose('Away', 'At the coffee machine');
    const away = await mary.nextPresence(`${jid('george')}/page`, undefined, (presence) => presence.getChildText('show') !== null);
    assert.equal(away.getChildText('show'), 'away');
    assert.equal(away.getChildText('status'), 'At the coffee machine');
    await page.picker().shows(({ availability, label, pending }) => {
      assert.deepEqual([availability, label, pending], ['away', 'Your presence: Away, At the coffee machine', false]);
    });
  });

  it('tells it that we are unavailable when offline is chosen, and that we are back', async () => {
    const mary = await office.client('mary');
    await page.picker().choose('Offline');
    await mary.nextPresence(`${jid('george')}/page`, 'unavailable');
    await page.picker().shows(({ availability, pending }) => assert.deepEqual([availability, pending], ['unavailable', false]));
    await page.badge(stuart).becomes('unknown', /while you are offline/);
    assert.equal(await page.connection().status(), 'online');
    mary.clear();
    await page.picker().choose('Available');
    await mary.nextPresence(`${jid('george')}/page`, undefined);
    await page.badge(stuart).becomes('unavailable', /offline/);
  });

  it('says the same again to the next session, after the server was gone', async () => {
    await page.picker().choose('Do not disturb', 'Writing');
    await page.picker().shows(({ availability, pending }) => assert.deepEqual([availability, pending], ['dnd', false]));
    await office.server.crash();
    await page.connection().becomes('reconnecting');
    await office.server.restart();
    const mary = await office.client('mary');
    const again = await mary.nextPresence(`${jid('george')}/page`, undefined);
    assert.deepEqual([again.getChildText('show'), again.getChildText('status')], ['dnd', 'Writing']);
    page.expect(/WebSocket connection to .* failed/);
  });
});
