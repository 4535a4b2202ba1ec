import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertAccessible } from './support/axe.js';
import { eventually } from './support/eventually.js';
import { jid, type Office } from './support/office.js';
import type { Tab } from './support/tab.js';
import { withOffice } from './support/with-office.js';

const [stuart, mary] = [jid('stuart'), jid('mary')];

interface SessionPage extends Element {
  readonly session: { unsubscribe(jid: string): Promise<void> };
}

describe('two people who never met', () => {
  let office: Office;
  let stuarts: Tab;
  let marys: Tab;
  withOffice('prosody', async (opened) => {
    office = opened;
    stuarts = await office.onlinePage('stuart', { name: 'contacts' });
    marys = await office.onlinePage('mary', { name: 'contacts' });
  });

  /** How a contact of that name looks in somebody's list: "available", and the line under the name. */
  const row = async (page: Tab, address: string) => (await page.roster().seen()).contacts.find((contact) => contact.jid === address);
  const shows = (page: Tab, address: string, availability: string | undefined, line: string | RegExp) =>
    eventually(() => row(page, address), (seen) => {
      assert.equal(seen?.availability, availability);
      assert.match(seen?.line ?? '', line instanceof RegExp ? line : new RegExp(`^(${line})$`));
    });
  const stored = async (user: 'stuart' | 'mary', address: string) => {
    const item = (await office.server.roster(user)).find((one) => one.jid === address);
    return item && `${item.subscription}${item.ask ? `, ${item.ask}` : ''}`;
  };

  async function bothSeeEachOther(): Promise<void> {
    await shows(stuarts, mary, 'available', '');
    await shows(marys, stuart, 'available', '');
    assert.deepEqual([await stored('stuart', mary), await stored('mary', stuart)], ['both', 'both']);
    for (const page of [stuarts, marys]) {
      await page.contactRequests().areOf();
      await page.contactRequests().shows(({ error }) => assert.equal(error, ''));
    }
  }

  it('shake hands with the mouse alone', async () => {
    await stuarts.page.bringToFront();
    await stuarts.addContact().add({ address: mary, name: 'Mary', group: 'Lunch', message: 'We met at lunch' });
    await stuarts.addContact().says((notice) => assert.equal(notice, 'Mary was added to Lunch. They are asked to show you their presence.'));
    await shows(stuarts, mary, 'unknown', 'Asked, waiting for an answer');

    await marys.page.bringToFront();
    await marys.contactRequests().shows(({ requests }) => {
      assert.deepEqual(requests, [{ address: stuart, message: 'We met at lunch', answers: ['Approve and ask back', 'Approve', 'Deny', 'Deny and block'] }]);
    });
    assert.equal(await row(marys, stuart), undefined, 'who asks is no contact yet');
    await assertAccessible(marys.page, 'asked');
    await marys.contactRequests().answer('Approve and ask back', stuart);
    await shows(stuarts, mary, 'available', 'Does not see your presence|Asks to see your presence');

    await stuarts.page.bringToFront();
    await stuarts.contactRequests().shows(({ requests }) => assert.deepEqual(requests[0]?.answers, ['Approve', 'Deny', 'Deny and block']));
    await stuarts.contactRequests().answer('Approve', mary);
    await bothSeeEachOther();
    assert.deepEqual((await row(stuarts, mary))?.group, 'Lunch');
  });

  it('shake hands with the keyboard alone', async () => {
    await stuarts.page.bringToFront();
    await goTo(stuarts, /^Address$/);
    await stuarts.page.keyboard.type(mary);
    await stuarts.press('Enter');
    await shows(stuarts, mary, 'unknown', 'Asked, waiting for an answer');

    await marys.page.bringToFront();
    await marys.contactRequests().areOf(stuart);
    await goTo(marys, new RegExp(`^Approve and ask back: ${stuart}$`));
    await marys.press('Enter');
    await eventually(() => marys.focused(), (focused) => assert.equal(focused, `${stuart} may see your presence now, and is asked to show you theirs.`));

    await stuarts.page.bringToFront();
    await stuarts.contactRequests().areOf(mary);
    await goTo(stuarts, new RegExp(`^Approve: ${mary}$`));
    await stuarts.press('Space');
    await bothSeeEachOther();
  });

  it('go each their way when one of them denies', async () => {
    await ask();
    await marys.page.bringToFront();
    await marys.contactRequests().answer('Deny', stuart);
    await marys.contactRequests().shows(({ requests, notice }) => assert.deepEqual([requests, notice], [[], `${stuart} was turned down.`]));
    await shows(stuarts, mary, 'unknown', 'Neither of you sees the other’s presence');
    assert.deepEqual([await stored('stuart', mary), await stored('mary', stuart)], ['none', undefined]);
  });

  it('cannot ask again once one of them has blocked the other', async () => {
    await ask();
    await marys.page.bringToFront();
    await marys.contactRequests().answer('Deny and block', stuart);
    await marys.contactRequests().shows(({ requests, notice }) => assert.deepEqual([requests, notice], [[], `${stuart} was turned down and blocked.`]));
    await shows(stuarts, mary, 'unknown', /^Neither/);
    await stuarts.page.bringToFront();
    await stuarts.addContact().add({ address: mary });
    await stuarts.addContact().says((notice) => assert.match(notice, /asked/));
    const third = await office.client('mary', { resource: 'third' });
    await third.ping();
    await marys.contactRequests().areOf();
  });

  it('need not answer what was withdrawn', async () => {
    await ask();
    await stuarts.page.$eval('xmpp-connection', (connection, address) => (connection as SessionPage).session.unsubscribe(address), mary);
    await marys.contactRequests().areOf();
    await shows(stuarts, mary, 'unknown', /^Neither/);
    assert.equal(await stored('mary', stuart), undefined);
  });

  it('are asked on every page, and answer on one', async () => {
    const second = await office.onlinePage('mary', { name: 'contacts' });
    await ask();
    await second.contactRequests().areOf(stuart);
    await marys.page.bringToFront();
    await marys.contactRequests().answer('Approve', stuart);
    await second.contactRequests().areOf();
  });

  /** Stuart asks to see Mary's presence, and she is told. */
  async function ask(): Promise<void> {
    await stuarts.page.bringToFront();
    await stuarts.addContact().add({ address: mary, name: 'Mary' });
    await marys.contactRequests().areOf(stuart);
  }
});

/** Presses Tab until what has the focus is called like that. */
async function goTo(tab: Tab, label: RegExp): Promise<void> {
  const passed: string[] = [];
  while (!label.test(passed.at(-1) ?? '')) {
    assert.ok(passed.length < 20, `not among ${passed.join(', ')}`);
    await tab.press('Tab');
    passed.push(await tab.focused());
  }
}
