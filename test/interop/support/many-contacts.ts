import { expect } from 'chai';
import type { ServerChoice } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import { Fixture } from './fixture.js';

export function editsGroups(server: ServerChoice): void {
  let fixture: Fixture;
  beforeEach(async () => {
    fixture = await Fixture.open(server);
  });
  afterEach(() => fixture.close());

  it('renames a group of 50, and nobody loses a name or another group', async function () {
    this.timeout(30_000);
    const session = await fixture.online({ resource: 'page' });
    const domain = fixture.jid('stuart').split('@')[1] ?? '';
    const members = Array.from({ length: 50 }, (_, index) => ({ jid: `member-${index}@${domain}`, name: `Member ${index} <&>` }));
    for (const { jid, name } of members) await session.addContact(jid, { name, groups: ['Old "team"', `Own ${jid}`], subscribe: false });
    await until(() => session.contacts().length === 51, 'all are there');
    await session.renameGroup('Old "team"', 'New & team');
    await until(() => session.contacts().filter(({ item }) => item?.groups.includes('New & team')).length === 50, 'all are in the new group');
    for (const { jid, name } of members) expect(await fixture.stored('george', jid)).to.equal(`${name}, none [New & team, Own ${jid}]`);
    expect(await fixture.stored('george', fixture.jid('stuart'))).to.equal('Stuart, both [Coworker, Football]');
  });

  it('removes somebody who is online: neither sees the other any more', async () => {
    const session = await fixture.online({ resource: 'page' });
    const client = await fixture.client('stuart');
    const [stuart, george] = [fixture.jid('stuart'), fixture.jid('george')];
    await until(() => session.contact(stuart).availability === 'available', 'Stuart is seen');
    await session.removeContact(stuart);
    await until(() => session.contact(stuart).item === undefined, 'Stuart is gone');
    expect(session.contact(stuart)).to.include({ availability: 'unknown', reason: 'not-subscribed' });
    await client.nextPresence(george, 'unavailable');
    expect(await fixture.stored('stuart', george)).to.match(/none|nothing/);
  });
}
