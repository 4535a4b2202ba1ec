import { expect } from 'chai';
import { office } from './people.js';
import { RosterHarness } from './roster.harness.js';

describe('the sections of <xmpp-roster>', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  const asked = { jid: 'eve@im.example', name: 'Eve', subscription: 'none', ask: 'subscribe', groups: ['Friends'] } as const;

  it('are groups and those in none, unless the page asks for more', async () => {
    roster = await RosterHarness.online([...office, asked]);
    expect(roster.titles()).to.deep.equal(['Coworker 0/3', 'Football 0/1', 'Friends 0/2', 'No group 0/1']);
    roster.account.presence('stuart@im.example', { type: 'unavailable' });
    roster.element.sections = 'pending unavailable nonsense';
    await roster.settled();
    expect(roster.titles()).to.deep.equal(['Coworker 0/2', 'Friends 0/1', 'No group 0/1', 'Waiting for an answer 1', 'Offline 1']);
    expect(roster.groups().map(({ label }) => label).slice(3)).to.deep.equal(['Waiting for an answer, 1', 'Offline, 1']);
    expect(roster.groups().map(({ section }) => section)).to.deep.equal([null, null, null, 'pending', 'unavailable']);
    expect(await roster.axe()).to.deep.equal([]);
  });

  it('leave real groups of their names alone', async () => {
    const names = ['No group', 'Offline', 'Favourites', 'Waiting for an answer', 'unavailable', '__proto__', '0', 'Friends ', 'x'.repeat(1023), '🙂', 'مجموعة'];
    roster = await RosterHarness.online(names.map((group, index) => ({ jid: `p${index}@im.example`, groups: [group] })), { height: 1600 });
    roster.element.sections = 'pending unavailable';
    roster.account.presence('p0@im.example', { type: 'unavailable' });
    roster.account.push({ ...asked, groups: [] });
    await roster.settled();
    const groups = roster.groups().filter(({ section }) => section === null);
    expect(groups.map(({ group }) => group)).to.have.members(names.slice(1));
    expect(roster.titles().slice(-2)).to.deep.equal(['Waiting for an answer 1', 'Offline 1']);
  });

  it('give a group of whose name nothing can be seen a title in words', async () => {
    roster = await RosterHarness.online([{ jid: 'a@im.example', groups: [' '] }, { jid: 'b@im.example', groups: ['\u3164'] }]);
    expect(roster.titles()).to.deep.equal(['Group without a visible name 0/1', 'Group without a visible name 0/1']);
    expect(roster.groups().map(({ group }) => group)).to.have.members([' ', '\u3164']);
  });

  it('move nobody who is dropped on one that is no group', async () => {
    roster = await RosterHarness.online([...office, asked]);
    roster.element.sections = 'pending';
    await roster.settled();
    await roster.lift('Mary');
    const { x, y } = roster.contact('Eve').box;
    await roster.moveTo(x + 50, y + 10);
    expect(roster.dropTargets).to.deep.equal([]);
    await roster.release();
    expect(roster.account.sets()).to.deep.equal([]);
    await roster.dragTo('Eve', null, 'Coworker');
    expect(roster.account.sets().map(({ jid, groups }) => ({ jid, groups }))).to.deep.equal([{ jid: 'eve@im.example', groups: ['Friends', 'Coworker'] }]);
  });
});
