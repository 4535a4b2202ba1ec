import { expect } from 'chai';
import { until } from '../support/browser/waiting.js';
import { crowd, office } from './people.js';
import { RosterHarness } from './roster.harness.js';

describe('finding somebody in <xmpp-roster>', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  /** The box has the focus, with that in it. */
  async function search(query: string): Promise<void> {
    await roster.press('Tab');
    await roster.type(query);
  }

  it('lists whose name, address, group or status begins with what is typed, and says how many', async () => {
    roster = await RosterHarness.online(office, { search: true });
    roster.account.presence('garry@im.example/a', { status: 'Mary is with me' });
    await search('mar');
    expect(roster.rows()).to.deep.equal(['Coworker', 'Garry in Coworker', 'Mary in Coworker']);
    expect(roster.found).to.equal('2 contacts found');
    await roster.type('y WITH');
    expect(roster.rows()).to.deep.equal(['Coworker', 'Garry in Coworker']);
    expect(roster.found).to.equal('1 contact found');
    expect(await roster.axe()).to.deep.equal([]);
  });

  it('marks what was looked for in the names', async () => {
    roster = await RosterHarness.online([{ jid: 'zoe@im.example', name: 'Zoë Lee', groups: ['Friends'] }], { search: true });
    await search('zoe l');
    expect(roster.marks).to.deep.equal(['Zoë', 'L']);
    expect(roster.contact('Zoë Lee').name).to.equal('Zoë Lee');
  });

  it('shows what is found in collapsed groups, and closes them again', async () => {
    roster = await RosterHarness.online(office, { search: true });
    await roster.clickGroup('Coworker');
    roster.element.renderRoot.querySelector<HTMLElement>('.search')?.focus();
    await roster.type('mary');
    expect(roster.rows()).to.deep.equal(['Coworker', 'Mary in Coworker']);
    await roster.press('Escape');
    expect(roster.group('Coworker').contacts()).to.deep.equal([]);
    expect(roster.titles()).to.have.length(4);
  });

  it('leaves groups as they are when one clicks on them meanwhile', async () => {
    roster = await RosterHarness.online(office, { search: true });
    roster.element.renderRoot.querySelector<HTMLElement>('.search')?.focus();
    await roster.type('mary');
    await roster.clickGroup('Coworker');
    expect(roster.rows()).to.deep.equal(['Coworker', 'Mary in Coworker']);
    roster.element.renderRoot.querySelector<HTMLElement>('.search')?.focus();
    await roster.press('Escape');
    expect(roster.rows()).to.have.length(10);
  });

  it('says that nobody was found, and nothing of an empty list', async () => {
    roster = await RosterHarness.online(office, { search: true });
    await search('xyz');
    expect([roster.rows(), roster.found, roster.notice]).to.deep.equal([[], 'Nobody found', '']);
  });

  it('takes the arrow down to what was found, and Enter opens it', async () => {
    roster = await RosterHarness.online(office, { search: true });
    await search('stu');
    await roster.press('ArrowDown');
    expect(roster.focused).to.equal('Stuart in Coworker');
    await roster.press('Enter');
    expect(roster.events[0]?.detail).to.deep.equal({ jid: 'stuart@im.example' });
  });

  it('follows who changes while one looks for them', async () => {
    roster = await RosterHarness.online(office, { search: true });
    await search('lunch');
    expect(roster.found).to.equal('Nobody found');
    roster.account.presence('mary@im.example/a', { status: 'At lunch' });
    await roster.settled();
    expect(roster.rows()).to.deep.equal(['Coworker', 'Mary in Coworker']);
  });

  it('is left out with no-search, and what was looked for with it', async () => {
    roster = await RosterHarness.online(office, { search: true });
    await search('mary');
    roster.element.noSearch = true;
    await roster.settled();
    expect(roster.rows()).to.have.length(10);
    expect(roster.found).to.equal('');
  });

  it('answers within 50 ms of a key with 5,000 contacts in 60 groups', async () => {
    roster = await RosterHarness.online(crowd(5000).map((item, index) => ({ ...item, groups: [`Group ${index % 60}`] })), { search: true });
    await roster.press('Tab');
    const took: number[] = [];
    roster.element.addEventListener('input', () => {
      const begin = performance.now();
      void roster.element.updateComplete.then(() => took.push(performance.now() - begin));
    });
    await roster.type('contact 12');
    await until(() => took.length === 10, 'all keys were answered');
    expect(roster.found).to.equal('182 contacts found');
    expect(took.sort((a, b) => a - b)[5]).to.be.below(50);
  });
});

describe('typing letters in the list', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  it('leads to the next row whose name begins with them, accents aside', async () => {
    roster = await RosterHarness.online([...office, { jid: 'zoe@im.example', name: 'Żaneta', groups: ['Friends'] }]);
    await roster.press('Tab', 'f');
    expect(roster.focused).to.equal('Football');
    await roster.type('ri');
    expect(roster.focused).to.equal('Friends');
    await roster.press('Home', 'z');
    await roster.type('a');
    expect(roster.focused).to.equal('Żaneta in Friends');
  });

  it('goes through all of one letter, and round', async () => {
    roster = await RosterHarness.online(office);
    await roster.press('Tab', 's');
    expect(roster.focused).to.equal('Stuart in Coworker');
    await roster.press('s');
    expect(roster.focused).to.equal('Stuart in Football');
    await roster.press('s');
    expect(roster.focused).to.equal('Stuart in Coworker');
  });
});

describe('what <xmpp-roster> shows, and in which order', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  async function open(): Promise<void> {
    roster = await RosterHarness.online(office, { search: true });
    roster.account.presence('stuart@im.example/a', { show: 'dnd' });
    roster.account.presence('ann@im.example/a');
    roster.account.presence('mary@im.example', { type: 'unavailable', stamp: '2026-03-01T10:00:00Z' });
    await roster.settled();
  }

  it('is chosen in a menu: who is online, who can be talked to, everybody', async () => {
    await open();
    await roster.chooseView('Only those online');
    expect(roster.rows()).to.deep.equal(['Coworker', 'Stuart in Coworker', 'Football', 'Stuart in Football', 'Friends', 'Ann Lee in Friends']);
    await roster.chooseView('Only those available');
    expect(roster.rows()).to.deep.equal(['Friends', 'Ann Lee in Friends']);
    expect(roster.account.session.viewSettings.filter).to.equal('available');
    roster.account.presence('ann@im.example/a', { show: 'away' });
    await roster.settled();
    expect([roster.rows(), roster.notice]).to.deep.equal([[], 'Nobody to show: the list is filtered.']);
    await roster.chooseView('Everyone');
    expect(roster.rows()).to.have.length(10);
  });

  it('is by availability, by name, or by who did something last', async () => {
    await open();
    const coworkers = () => roster.group('Coworker').contacts();
    expect(coworkers()).to.deep.equal(['Stuart', 'Mary', 'Garry']);
    await roster.chooseView('Name');
    expect(coworkers()).to.deep.equal(['Garry', 'Mary', 'Stuart']);
    await roster.chooseView('Recent activity');
    expect(coworkers()).to.deep.equal(['Stuart', 'Mary', 'Garry']);
  });

  it('has all groups closed or open at once', async () => {
    await open();
    await roster.chooseView('Collapse all groups');
    expect(roster.rows()).to.deep.equal(['Coworker', 'Football', 'Friends', 'No group']);
    await roster.chooseView('Expand all groups');
    expect(roster.rows()).to.have.length(10);
  });

  it('is chosen by keyboard, and the focus returns to the button', async () => {
    await open();
    await roster.press('Tab', 'Tab', 'ArrowDown', 'ArrowDown', 'Enter');
    expect(roster.account.session.viewSettings.filter).to.equal('online');
    expect(roster.element.shadowRoot?.activeElement?.ariaLabel).to.equal('View options');
    expect(await roster.axe()).to.deep.equal([]);
  });

  it('says in the open menu what is chosen', async () => {
    await open();
    await roster.openView();
    expect(roster.viewItems).to.deep.equal([
      '✓ Everyone', 'Only those online', 'Only those available', '✓ Availability', 'Name', 'Recent activity', 'Expand all groups', 'Collapse all groups',
    ]);
    expect(await roster.axe()).to.deep.equal([]);
  });
});
