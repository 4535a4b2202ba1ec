import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { eventually } from './support/eventually.js';
import { jid, type Office } from './support/office.js';
import type { Tab } from './support/tab.js';
import { withOffice } from './support/with-office.js';

const stuart = jid('stuart');
const laura = jid('laura');
const untouched = ['Coworker: Mary, Stuart', 'Football: Stuart', 'Friends: Mary, Potter', 'Locked: Laura'];

interface RecordedEvent {
  readonly detail: { readonly action?: string; readonly error?: { readonly name: string; readonly condition?: string } };
}

describe('a move that the server refuses', () => {
  let office: Office;
  let page: Tab;
  withOffice('prosody', async (opened) => {
    office = opened;
    page = await office.onlinePage('george');
  });

  it('leaves the contact where it was, with name and groups, and says why in words', async () => {
    const roster = page.roster();
    const before = await office.server.roster('george');
    await roster.drag(stuart, 'Coworker', { group: 'Locked' });
    await roster.shows(({ error }) => {
      assert.equal(error?.role, 'alert');
      assert.equal(error?.text, 'Moving Stuart to Locked did not work: the server does not allow it. (The group Locked is kept by the administrators.)');
    });
    await roster.lists(...untouched);
    assert.equal((await roster.contact(stuart, 'Coworker')).pending, false);
    assert.deepEqual(await office.server.roster('george'), before);
    assert.equal(await office.stored('george', 'stuart'), 'Stuart [Coworker, Football]');
  });

  it('tells the page, with the RFC’s condition', async () => {
    await page.roster().drag(laura, 'Locked', { group: 'Friends' });
    await page.roster().shows(({ error }) => assert.match(error?.text ?? '', /^Moving Laura to Friends did not work/));
    const { events } = await page.recorded();
    const [move, error] = events.filter((event) => /"xmpp-(contact-move|error)"/.test(event)).map((event) => (JSON.parse(event) as RecordedEvent).detail);
    assert.deepEqual(move, { jid: laura, from: 'Locked', to: 'Friends', copy: false });
    assert.deepEqual([error?.action, error?.error?.name, error?.error?.condition], ['Moving Laura to Friends', 'StanzaError', 'not-allowed']);
    await page.roster().lists(...untouched);
  });

  it('does not stand in the way of the next one, which takes the words away', async () => {
    await page.roster().drag(stuart, 'Coworker', { group: 'Locked' });
    await page.roster().shows(({ error }) => assert.notEqual(error, undefined));
    await page.roster().drag(stuart, 'Coworker', { group: 'Friends' });
    await page.roster().lists('Coworker: Mary', 'Football: Stuart', 'Friends: Mary, Potter, Stuart', 'Locked: Laura');
    await page.roster().shows(({ error }) => assert.equal(error, undefined));
    await eventually(() => office.stored('george', 'stuart'), (stored) => assert.equal(stored, 'Stuart [Football, Friends]'));
  });

  it('goes away when it is dismissed', async () => {
    await page.roster().drag(stuart, 'Coworker', { group: 'Locked' });
    await page.roster().shows(({ error }) => assert.notEqual(error, undefined));
    await page.roster().dismissError();
    await page.roster().shows(({ error }) => assert.equal(error, undefined));
  });

  it('is refused to two pages alike: neither shows it', async () => {
    const other = await office.onlinePage('george');
    await other.roster().drag(stuart, 'Football', { group: 'Locked' });
    await other.roster().shows(({ error }) => assert.notEqual(error, undefined));
    await page.roster().lists(...untouched);
    await other.roster().lists(...untouched);
  });
});
