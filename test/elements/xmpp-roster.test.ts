import { expect } from 'chai';
import { office } from './people.js';
import { RosterHarness } from './roster.harness.js';

describe('<xmpp-roster>', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  it('lists groups by name, those in no group last, with how many are online', async () => {
    roster = await RosterHarness.online(office);
    roster.account.presence('stuart@im.example/desk');
    roster.account.presence('mary@im.example/desk', { show: 'dnd' });
    roster.account.presence('garry@im.example/desk', { type: 'unavailable' });
    await roster.settled();
    expect(roster.titles()).to.deep.equal(['Coworker 2/3', 'Football 1/1', 'Friends 0/1', 'No group 0/1']);
  });

  it('lists a contact under each of its groups', async () => {
    roster = await RosterHarness.online(office);
    expect(roster.group('Coworker').contacts()).to.include('Stuart');
    expect(roster.group('Football').contacts()).to.deep.equal(['Stuart']);
  });

  it('shows the address of a contact without a name', async () => {
    roster = await RosterHarness.online(office);
    expect(roster.group(null).contacts()).to.deep.equal(['news@im.example']);
  });

  it('sorts by availability, then by name in the reader’s alphabet', async () => {
    const names = ['Zoe', 'Émile', 'Eva', 'Dan', 'Carl', 'Bob', 'Ann 10', 'Ann 9'];
    roster = await RosterHarness.online(names.map((name, index) => ({ jid: `p${index}@im.example`, name, groups: ['All'] })));
    roster.account.presence('p0@im.example/a', { show: 'chat' });
    roster.account.presence('p3@im.example/a');
    roster.account.presence('p4@im.example/a', { show: 'dnd' });
    roster.account.presence('p5@im.example/a', { show: 'away' });
    roster.account.presence('p2@im.example/a', { show: 'xa' });
    roster.account.presence('p1@im.example/a', { type: 'unavailable' });
    await roster.settled();
    expect(roster.group('All').contacts()).to.deep.equal(['Dan', 'Zoe', 'Bob', 'Eva', 'Carl', 'Émile', 'Ann 9', 'Ann 10']);
  });

  it('leaves one’s own account out, though the server lists it', async () => {
    roster = await RosterHarness.online([...office, { jid: 'george@im.example', name: 'Me', groups: ['Friends'] }]);
    expect(roster.group('Friends').contacts()).to.deep.equal(['Ann Lee']);
  });

  it('keeps two contacts of the same name apart', async () => {
    const twins = ['ann.a@im.example', 'ann.b@im.example'].map((jid) => ({ jid, name: 'Ann', groups: ['Friends'] }));
    roster = await RosterHarness.online(twins);
    roster.account.presence('ann.b@im.example/a');
    await roster.settled();
    expect(roster.titles()).to.deep.equal(['Friends 1/2']);
    expect(roster.group('Friends').contacts()).to.deep.equal(['Ann', 'Ann']);
    expect(roster.contact('Ann').jid).to.equal('ann.b@im.example');
  });

  it('says in a line of its own what a person says, when they were last seen, and what is still asked', async () => {
    roster = await RosterHarness.online([...office, { jid: 'eve@im.example', name: 'Eve', groups: ['Friends'], subscription: 'none', ask: 'subscribe' }]);
    roster.account.presence('ann@im.example/a', { show: 'dnd', status: 'On the meeting…' });
    roster.account.presence('mary@im.example/a', { show: 'away' });
    roster.account.presence('garry@im.example', { type: 'unavailable', status: 'Bye', stamp: '2020-01-06T12:00:00Z' });
    await roster.settled();
    expect(roster.contact('Ann Lee').line).to.equal('On the meeting…');
    expect(roster.contact('Mary').line).to.equal('Away');
    expect(roster.contact('Garry').line).to.match(/^Last seen .*Jan.* 2020.* · Bye$/);
    expect(roster.contact('Eve').line).to.equal('Asked, waiting for an answer');
  });

  it('lists the unavailable, and on request leaves them out but not out of the count', async () => {
    roster = await RosterHarness.online(office);
    roster.account.presence('garry@im.example', { type: 'unavailable' });
    roster.account.presence('mary@im.example/a');
    await roster.settled();
    expect(roster.group('Coworker').contacts()).to.deep.equal(['Mary', 'Garry', 'Stuart']);
    roster.element.hideUnavailable = true;
    await roster.settled();
    expect(roster.element.hasAttribute('hide-unavailable')).to.be.true;
    expect(roster.group('Coworker').contacts()).to.deep.equal(['Mary', 'Stuart']);
    expect(roster.group('Coworker').count).to.equal('1/3');
    roster.account.presence('garry@im.example/a', { show: 'away' });
    await roster.settled();
    expect(roster.group('Coworker').contacts()).to.deep.equal(['Mary', 'Garry', 'Stuart']);
    roster.element.removeAttribute('hide-unavailable');
    await roster.settled();
    expect(roster.element.hideUnavailable).to.be.false;
  });

  it('collapses and expands a group by click, each for itself', async () => {
    roster = await RosterHarness.online(office);
    await roster.clickGroup('Coworker');
    expect(roster.group('Coworker').isExpanded).to.be.false;
    expect(roster.group('Coworker').contacts()).to.deep.equal([]);
    expect(roster.group('Friends').contacts()).to.deep.equal(['Ann Lee']);
    expect(roster.titles()).to.include('Coworker 0/3');
    await roster.clickGroup(null);
    expect(roster.group(null).isExpanded).to.be.false;
    await roster.clickGroup('Coworker');
    expect(roster.group('Coworker').contacts()).to.have.lengthOf(3);
  });

  it('keeps a group collapsed when it changes, goes, and comes back', async () => {
    roster = await RosterHarness.online(office);
    await roster.clickGroup('Friends');
    roster.account.presence('ann@im.example/a');
    roster.account.push({ jid: 'eve@im.example', name: 'Eve', groups: ['Friends'] });
    await roster.settled();
    expect(roster.titles()).to.include('Friends 1/2');
    expect(roster.group('Friends').isExpanded).to.be.false;
    for (const jid of ['ann@im.example', 'eve@im.example']) roster.account.pushRemoval(jid);
    await roster.settled();
    expect(roster.titles().join()).not.to.contain('Friends');
    roster.account.push({ jid: 'eve@im.example', name: 'Eve', groups: ['Friends'] });
    await roster.settled();
    expect(roster.group('Friends').isExpanded).to.be.false;
  });

  it('tells the page when a contact is clicked', async () => {
    roster = await RosterHarness.online(office);
    await roster.clickContact('Ann Lee');
    expect(roster.events).to.deep.equal([{ type: 'xmpp-contact-activate', detail: { jid: 'ann@im.example' } }]);
  });

  describe('with names as odd as a server allows', () => {
    const long = 'x'.repeat(1023);
    const names = ['__proto__', '0', '10', '9', 'Friends ', 'Friends', '👩‍👩‍👧 Family', 'אבג עברית', '<b>bold</b><img src=x>', 'No group', 'constructor', long];

    it('shows group names as they are, as text', async () => {
      roster = await RosterHarness.online([
        ...names.map((group, index) => ({ jid: `p${index}@im.example`, name: `P${index}`, groups: [group] })),
        { jid: 'none@im.example', name: 'None' },
      ], { height: 1300 });
      const groups = roster.groups();
      expect(groups.map(({ group }) => group)).to.have.members([...names, null]);
      for (const { group, title, count } of groups) expect(`${title} ${count}`).to.equal(`${group ?? 'No group'} 0/1`);
      const numbers = groups.map(({ group }) => group).filter((group) => /^\d+$/.test(group ?? ''));
      expect(numbers, 'numbers as numbers').to.deep.equal(['0', '9', '10']);
      expect(groups.at(-1)?.group).to.equal(null);
    });

    it('collapses the right one of two that differ in a trailing space', async () => {
      roster = await RosterHarness.online([
        { jid: 'a@im.example', name: 'A', groups: ['Friends'] },
        { jid: 'b@im.example', name: 'B', groups: ['Friends '] },
      ]);
      await roster.clickGroup('Friends ');
      expect(roster.rows()).to.deep.equal(['Friends', 'A in Friends', 'Friends ']);
    });

    it('keeps rows as high and as wide as the list, however long a name or status is', async () => {
      roster = await RosterHarness.online([...office, { jid: 'l@im.example', name: long, groups: [long] }]);
      roster.account.presence('l@im.example/a', { status: long });
      await roster.settled();
      const { width, height } = roster.contact('Mary').box;
      const { box } = roster.contact(long);
      expect([box.width, box.height]).to.deep.equal([width, height]);
      expect(roster.group(long).box.width).to.equal(width);
    });

    for (const dir of ['ltr', 'rtl'] as const) {
      it(`puts names beside their pictures and titles at the side where rows begin, in whatever script, ${dir}`, async () => {
        const groups = ['Friends', 'חברים'];
        roster = await RosterHarness.online(['Ann Lee', 'דני כהן'].map((name, index) => ({ jid: `p${index}@im.example`, name, groups })));
        roster.box.dir = dir;
        await roster.settled();
        for (const name of ['Ann Lee', 'דני כהן']) expect(roster.contact(name).gap, name).to.be.within(8, 24);
        for (const group of groups) expect(roster.group(group).indent, group).to.be.within(20, 45);
      });
    }

    it('shows markup and text of the other direction in a contact’s name and status as mere text', async () => {
      const name = '<img src=x onerror=alert(1)>\u202Enimda';
      roster = await RosterHarness.online([{ jid: 'm@im.example', name, groups: ['Friends'] }, ...office]);
      roster.account.presence('m@im.example/a', { status: '<script>alert(1)</script> שלום' });
      await roster.settled();
      const contact = roster.contact(name);
      expect(contact.name).to.equal(name);
      expect(contact.line).to.equal('<script>alert(1)</script> שלום');
      expect(contact.foreignElements).to.equal(0);
    });
  });
});
