import { expect } from 'chai';
import { childElements, element, namespaceOf, type XmlElement } from '../../src/protocol/xml.js';
import { resultOf, type Responder } from '../support/browser/mock-stream.js';
import { settled } from '../support/browser/waiting.js';
import { office } from './people.js';
import { RosterSeen } from './roster-seen.js';
import { RosterHarness } from './roster.harness.js';

/** A server that keeps this in private storage, and takes what is to be kept. */
function keeping(kept: XmlElement): Responder {
  return (stanza) => {
    const [query] = childElements(stanza);
    const [asked] = query && namespaceOf(query) === 'jabber:iq:private' ? childElements(query) : [];
    if (!asked) return undefined;
    return resultOf(stanza, element('query', { xmlns: 'jabber:iq:private' }, asked.name === kept.name ? kept : asked));
  };
}

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

describe('how <xmpp-roster> is shown', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  const nested = [
    { jid: 'ann@im.example', name: 'Ann', groups: ['Work'] },
    { jid: 'bob@im.example', name: 'Bob', groups: ['Work::Sales'] },
    { jid: 'cleo@im.example', name: 'Cleo', groups: ['Work::IT::Web', 'Work'] },
    { jid: 'dan@im.example', name: 'Dan', groups: ['Play'] },
  ];

  /** The server keeps that as the account's delimiter of groups. */
  async function withDelimiter(delimiter: string): Promise<void> {
    roster = await RosterHarness.offline();
    await roster.account.comeOnline(nested, undefined, keeping(element('roster', { xmlns: 'roster:delimiter' }, delimiter)));
    await roster.settled();
  }

  /** "Work 0/3" or "- Ann", as deep as it is. */
  const outline = () => roster.levels().map(({ level, name }) => `${'- '.repeat(level - 1)}${name}`);

  it('has groups within each other, with everybody counted once, and their levels told', async () => {
    await withDelimiter('::');
    expect(outline()).to.deep.equal(['Play', '- Dan', 'Work', '- Ann', '- Cleo', '- IT', '- - Web', '- - - Cleo', '- Sales', '- - Bob']);
    expect(roster.titles()).to.deep.equal(['Play 0/1', 'Work 0/3', 'IT 0/1', 'Web 0/1', 'Sales 0/1']);
    expect(roster.group('Work::Sales')).to.include({ position: 4, setSize: 4 });
    expect(roster.contact('Cleo', 'Work')).to.include({ position: 2, setSize: 4 });
    expect(roster.group('Work::IT').indent).to.be.above(roster.group('Work').indent);
    expect(await roster.axe()).to.deep.equal([]);
  });

  it('hides everything below a group that is collapsed', async () => {
    await withDelimiter('::');
    await roster.clickGroup('Work');
    expect(outline()).to.deep.equal(['Play', '- Dan', 'Work']);
    await roster.clickGroup('Work');
    await roster.clickGroup('Work::IT');
    expect(outline()).to.deep.equal(['Play', '- Dan', 'Work', '- Ann', '- Cleo', '- IT', '- Sales', '- - Bob']);
  });

  it('takes the arrows from a group to the one around it, and in again', async () => {
    await withDelimiter('::');
    await roster.clickGroup('Work::IT');
    await roster.press('ArrowLeft');
    expect(roster.focused).to.equal('Work');
    await roster.press('ArrowRight');
    expect(roster.focused).to.equal('Ann in Work');
  });

  it('has no groups within each other where the account has no delimiter', async () => {
    await withDelimiter('');
    expect(roster.titles()).to.deep.equal(['Play 0/1', 'Work 0/2', 'Work::IT::Web 0/1', 'Work::Sales 0/1']);
  });

  it('is the same in all lists of the page, at once', async () => {
    roster = await RosterHarness.online(office, { height: 400 });
    const other = document.createElement('xmpp-roster');
    other.style.blockSize = '400px';
    roster.box.append(other);
    await settled(other);
    await roster.clickGroup('Coworker');
    await settled(other);
    expect(new RosterSeen(other).group('Coworker').isExpanded).to.be.false;
    roster.account.session.viewSettings.setFavourite('ann@im.example', true);
    roster.account.session.moveGroup('Friends', 'Coworker');
    await roster.settled();
    const titles = ['Favourites 0/1', 'Friends 0/1', 'Coworker 0/3', 'Football 0/1', 'No group 0/1'];
    expect([roster.titles(), new RosterSeen(other).titles()]).to.deep.equal([titles, titles]);
  });
});
