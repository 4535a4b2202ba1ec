import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Browser } from 'puppeteer-core';
import type { Peer } from '../support/browser/peer.js';
import { jid, Office } from './support/office.js';
import { launch, type Tab } from './support/tab.js';

const stuart = jid('stuart');
const untouched = ['Coworker: Mary, Stuart', 'Football: Stuart', 'Friends: Mary, Potter', 'Locked: Laura'];

describe('moving a contact by mouse', () => {
  let browser: Browser;
  let office: Office;
  let page: Tab;
  let second: Peer;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());
  beforeEach(async () => {
    office = await Office.open('prosody', browser);
    second = await office.client('george', { resource: 'second' });
    page = await office.onlinePage('george', { resource: 'page' });
  });
  afterEach(() => office.close());

  /** What went to the server before now has had its effect, and the second client has heard of it. */
  async function settle(): Promise<void> {
    await page.picker().choose('Free to chat');
    await second.nextPresence(`${jid('george')}/page`, undefined, (presence) => presence.getChildText('show') === 'chat');
  }

  it('leaves the name and the other group as they are, and pushes once', async () => {
    await page.roster().drag(stuart, 'Coworker', { group: 'Friends' });
    await page.roster().lists('Coworker: Mary', 'Football: Stuart', 'Friends: Mary, Potter, Stuart', 'Locked: Laura');
    await second.nextPush(stuart);
    await settle();
    assert.deepEqual(second.pushes, [{ jid: stuart, name: 'Stuart', subscription: 'both', groups: ['Football', 'Friends'] }]);
    assert.equal(await office.stored('george', 'stuart'), 'Stuart [Football, Friends]');
    assert.equal((await page.roster().contact(stuart, 'Friends')).pending, false);
  });

  it('takes a drop on any row of the group, not only on its header', async () => {
    await page.roster().drag(stuart, 'Coworker', { group: 'Friends', jid: jid('potter') });
    await second.nextPush(stuart);
    assert.equal(await office.stored('george', 'stuart'), 'Stuart [Football, Friends]');
  });

  it('adds with Ctrl, and keeps the contact where it was', async () => {
    await page.roster().drag(stuart, 'Coworker', { group: 'Friends' }, { key: 'Control' });
    await page.roster().lists('Coworker: Mary, Stuart', 'Football: Stuart', 'Friends: Mary, Potter, Stuart', 'Locked: Laura');
    await second.nextPush(stuart);
    assert.equal(await office.stored('george', 'stuart'), 'Stuart [Coworker, Football, Friends]');
  });

  it('changes nothing when Escape is pressed on the way', async () => {
    const drag = await page.roster().pickUp(stuart, 'Coworker');
    await drag.over({ group: 'Friends' });
    await drag.says('Move to Friends');
    await drag.escape();
    await settle();
    await page.roster().lists(...untouched);
    assert.deepEqual(second.pushes, []);
    assert.equal(await office.stored('george', 'stuart'), 'Stuart [Coworker, Football]');
  });

  it('sends nothing for a drop on the same group', async () => {
    await page.roster().drag(stuart, 'Coworker', { group: 'Coworker', jid: jid('mary') });
    await settle();
    await page.roster().lists(...untouched);
    assert.deepEqual(second.pushes, []);
  });

  it('drops into a collapsed group', async () => {
    const roster = page.roster();
    await roster.collapse('Friends');
    await roster.drag(stuart, 'Coworker', { group: 'Friends' });
    await second.nextPush(stuart);
    assert.equal(await office.stored('george', 'stuart'), 'Stuart [Football, Friends]');
    await roster.shows(({ groups }) => assert.equal(groups.find(({ group }) => group === 'Friends')?.count, '0/3'));
    await roster.click({ group: 'Friends' });
    await roster.lists('Coworker: Mary', 'Football: Stuart', 'Friends: Mary, Potter, Stuart', 'Locked: Laura');
  });

  it('computes the groups from what another client pushed in mid-drag', async () => {
    const drag = await page.roster().pickUp(stuart, 'Coworker');
    await drag.over({ group: 'Friends' });
    await second.setItem({ jid: stuart, name: 'Stuart H.', groups: ['Coworker', 'Chess'] });
    await page.roster().lists('Chess: Stuart H.', 'Coworker: Mary, Stuart H.', 'Friends: Mary, Potter', 'Locked: Laura');
    // the list has grown above and shrunk: the target is where Friends is now
    await drag.over({ group: 'Friends' });
    await drag.says('Move to Friends');
    second.clear();
    await drag.drop();
    await second.nextPush(stuart);
    assert.equal(await office.stored('george', 'stuart'), 'Stuart H. [Chess, Friends]');
    await page.roster().lists('Chess: Stuart H.', 'Coworker: Mary', 'Friends: Mary, Potter, Stuart H.', 'Locked: Laura');
  });

  it('lets go of a contact that another client removes in mid-drag', async () => {
    const drag = await page.roster().pickUp(stuart, 'Coworker');
    await drag.over({ group: 'Friends' });
    await second.removeItem(stuart);
    await page.roster().lists('Coworker: Mary', 'Friends: Mary, Potter', 'Locked: Laura');
    second.clear();
    await drag.drop();
    await settle();
    assert.deepEqual(second.pushes, []);
    assert.equal(await office.stored('george', 'stuart'), 'none');
  });
});
