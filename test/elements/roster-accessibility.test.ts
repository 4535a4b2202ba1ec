import { expect } from 'chai';
import { applyForcedColors, useColorScheme } from '../support/browser/looks.js';
import { crowd, office } from './people.js';
import { RosterHarness } from './roster.harness.js';

describe('<xmpp-roster> to assistive technology', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  it('is a named tree grid of groups and contacts', async () => {
    roster = await RosterHarness.online(office);
    expect([roster.role, roster.label]).to.deep.equal(['treegrid', 'Contacts']);
    roster.element.label = 'Colleagues';
    await roster.settled();
    expect(roster.label).to.equal('Colleagues');
  });

  it('says of each row where it is', async () => {
    roster = await RosterHarness.online(office);
    const place = ({ level, position, setSize }: { level: number; position: number; setSize: number }) => [level, position, setSize];
    expect(place(roster.group('Coworker'))).to.deep.equal([1, 1, 4]);
    expect(place(roster.group(null))).to.deep.equal([1, 4, 4]);
    expect(place(roster.contact('Garry', 'Coworker'))).to.deep.equal([2, 1, 3]);
    expect(place(roster.contact('Stuart', 'Coworker'))).to.deep.equal([2, 3, 3]);
    expect(place(roster.contact('Stuart', 'Football'))).to.deep.equal([2, 1, 1]);
  });

  it('says of a group how many are online, and whether it is open', async () => {
    roster = await RosterHarness.online(office);
    roster.account.presence('mary@im.example/a');
    await roster.settled();
    expect(roster.group('Coworker').label).to.equal('Coworker, 1 of 3 online');
    expect(roster.group('Coworker').isExpanded).to.be.true;
  });

  it('says of a contact who it is, how available, and in which words', async () => {
    roster = await RosterHarness.online(office);
    roster.account.presence('ann@im.example/a', { show: 'dnd', status: 'in a meeting' });
    roster.account.presence('mary@im.example/a', { show: 'xa' });
    roster.account.presence('garry@im.example', { type: 'unavailable', stamp: '2020-01-06T12:00:00Z' });
    await roster.settled();
    expect(roster.contact('Ann Lee').label).to.equal('Ann Lee, do not disturb, in a meeting');
    expect(roster.contact('Mary').label).to.equal('Mary, extended away');
    expect(roster.contact('Garry').label).to.match(/^Garry, offline, last seen .*2020/);
    expect(roster.contact('Stuart').label).to.equal('Stuart, availability not known yet');
  });

  for (const scheme of ['light', 'dark'] as const) {
    describe(`gives axe nothing to object to, ${scheme}`, () => {
      before(() => useColorScheme(scheme));

      it('with everybody’s availability', async () => {
        roster = await RosterHarness.online([...office, ...crowd(6)]);
        const shows = ['chat', 'away', 'xa', 'dnd'];
        for (const [index, show] of shows.entries()) roster.account.presence(`c000${index}@im.example/a`, { show, status: 'Some words' });
        roster.account.presence('ann@im.example/a');
        roster.account.presence('garry@im.example', { type: 'unavailable', status: 'Bye' });
        await roster.clickGroup('Football');
        await roster.press('ArrowDown');
        expect(await roster.axe()).to.deep.equal([]);
      });

      it('while dragging, pending, and after a refusal', async () => {
        roster = await RosterHarness.online(office);
        for (const { jid } of office) roster.account.presence(`${jid}/a`, { status: 'Some words' });
        await roster.lift('Stuart', 'Coworker');
        await roster.carryTo('Friends');
        expect(await roster.axe()).to.deep.equal([]);
        await roster.release();
        expect(await roster.axe()).to.deep.equal([]);
        roster.account.sets()[0]?.refuse('not-allowed');
        await roster.settled();
        expect(roster.error).not.to.equal('');
        expect(await roster.axe()).to.deep.equal([]);
      });

      it('empty, loading, disconnected, offline', async () => {
        roster = await RosterHarness.online([]);
        expect(await roster.axe()).to.deep.equal([]);
        roster.account.push({ jid: 'ann@im.example', name: 'Ann' });
        roster.account.goUnavailable();
        await roster.settled();
        expect(await roster.axe()).to.deep.equal([]);
        roster.account.stream.lose();
        await roster.settled();
        expect(await roster.axe()).to.deep.equal([]);
        document.body.append(roster.element);
        await roster.settled();
        expect(await roster.axe()).to.deep.equal([]);
      });
    });
  }

  it('marks a drop target by more than colour where colours are forced', async () => {
    roster = await RosterHarness.online(office);
    applyForcedColors(roster.element);
    await roster.lift('Stuart', 'Coworker');
    await roster.carryTo('Friends');
    expect(roster.outlineOf('Friends')).to.equal('2px solid');
    expect(roster.outlineOf('Football')).to.match(/none/);
    await roster.press('Escape');
  });
});
