import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from './support/eventually.js';
import { jid, type Office } from './support/office.js';
import type { Tab } from './support/tab.js';
import { withOffice } from './support/with-office.js';

/** Past the picker, the search box and the button beside it. */
const INTO_LIST = ['Tab', 'Tab', 'Tab', 'Tab'] as const;

describe('with the keyboard alone', () => {
  let office: Office;
  let page: Tab;
  withOffice('prosody', async (opened) => {
    office = opened;
    page = await office.onlinePage('george', { resource: 'page' });
  });

  const focusIs = (label: RegExp) => eventually(() => page.focused(), (focused) => assert.match(focused, label));

  it('Tab leads to the picker, to what stands above the list, into the list, and out of it: one stop each', async () => {
    await page.press('Tab');
    await focusIs(/^Your presence/);
    await page.press('Tab');
    await focusIs(/^Search contacts$/);
    await page.press('Tab');
    await focusIs(/^View options$/);
    await page.press('Tab');
    await focusIs(/^Coworker, 0 of 2 online$/);
    await page.tab({ backwards: true });
    await focusIs(/^View options$/);
  });

  it('arrows go up and down, over groups, to both ends', async () => {
    await page.press(...INTO_LIST, 'ArrowDown');
    await focusIs(/^Mary, offline/);
    await page.press('ArrowDown', 'ArrowDown');
    await focusIs(/^Football, 0 of 1/);
    await page.press('ArrowUp');
    await focusIs(/^Stuart, offline/);
    await page.press('End');
    await focusIs(/^Laura, offline/);
    await page.press('Home');
    await focusIs(/^Coworker/);
  });

  it('Left goes to the group and closes it, Right opens it and goes in', async () => {
    const expanded = (group: string) => async () => (await page.roster().seen()).groups.find((row) => row.group === group)?.expanded;
    await page.press(...INTO_LIST, 'ArrowDown', 'ArrowLeft');
    await focusIs(/^Coworker/);
    await page.press('ArrowLeft');
    await eventually(expanded('Coworker'), (is) => assert.equal(is, false));
    await page.press('ArrowDown');
    await focusIs(/^Football/);
    await page.press('ArrowUp', 'ArrowRight');
    await eventually(expanded('Coworker'), (is) => assert.equal(is, true));
    await page.press('ArrowRight');
    await focusIs(/^Mary/);
  });

  it('Enter opens a contact', async () => {
    await page.press(...INTO_LIST, 'ArrowDown');
    await focusIs(/^Mary/);
    await page.press('Enter');
    const { events } = await page.recorded();
    assert.deepEqual(JSON.parse(events.at(-1) ?? ''), { type: 'xmpp-contact-activate', detail: { jid: jid('mary') } });
  });

  it('keeps the focus on a contact that goes, and the contact where it was', async () => {
    const client = await office.client('potter');
    await page.roster().shows(({ groups }) => assert.equal(groups.find(({ group }) => group === 'Friends')?.count, '1/2'));
    await page.press(...INTO_LIST, 'End', 'ArrowUp', 'ArrowUp', 'ArrowUp');
    await focusIs(/^Potter, available/);
    await client.logOut();
    await focusIs(/^Potter, offline/);
    await page.press('ArrowDown');
    await focusIs(/^Mary, offline/);
  });

  it('sets a status with a message, and gives the focus back to the button', async () => {
    const mary = await office.client('mary');
    await page.press('Tab', 'Enter');
    await focusIs(/^Available$/);
    await page.press('ArrowDown', 'ArrowDown');
    await focusIs(/^Away$/);
    await page.press('Tab');
    await page.page.keyboard.type('At the coffee machine');
    await page.tab({ backwards: true });
    await focusIs(/^Away$/);
    await page.press('Enter');
    await mary.nextPresence(`${jid('george')}/page`, undefined, (presence) => presence.getChildText('show') === 'away' && presence.getChildText('status') === 'At the coffee machine');
    await focusIs(/^Your presence: Away, At the coffee machine$/);
  });

  it('Escape leaves the picker as it was', async () => {
    await page.press('Tab', 'Enter', 'ArrowDown', 'Escape');
    await page.picker().shows(({ open, label }) => assert.deepEqual([open, label], [false, 'Your presence: Available']));
    await focusIs(/^Your presence: Available$/);
  });
});
