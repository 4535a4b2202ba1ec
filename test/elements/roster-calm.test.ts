import { expect } from 'chai';
import { emulateMedia } from '@web/test-runner-commands';
import { crowd, office } from './people.js';
import { RosterHarness } from './roster.harness.js';

const COWORKERS = ['Garry', 'Mary', 'Stuart'];

describe('<xmpp-roster> while somebody is about to use it', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  const coworkers = () => roster.group('Coworker').contacts();
  const leave = () => roster.moveTo(890, 890);
  const pass = async (ms: number) => {
    roster.account.stream.environment.advance(ms);
    await roster.settled();
  };
  const comes = async (name: string) => {
    roster.account.presence(`${name}@im.example/a`, { show: 'chat' });
    await roster.settled();
  };
  const pointAt = async (name: string) => {
    const { x, y } = roster.contact(name).box;
    await roster.moveTo(x + 40, y + 20);
  };

  it('changes icons and words, but nobody’s place under the pointer; it settles when the pointer leaves', async () => {
    roster = await RosterHarness.online(office);
    await pointAt('Garry');
    await comes('stuart');
    expect(coworkers()).to.deep.equal(COWORKERS);
    expect(roster.contact('Stuart').availability).to.equal('chat');
    expect(roster.group('Coworker').count).to.equal('1/3');
    await leave();
    expect(coworkers()).to.deep.equal(['Stuart', 'Garry', 'Mary']);
  });

  it('changes nobody’s place while the focus is in it', async () => {
    roster = await RosterHarness.online(office);
    await roster.press('Tab', 'ArrowDown');
    await comes('stuart');
    expect(coworkers()).to.deep.equal(COWORKERS);
    await roster.press('Shift+Tab');
    expect(coworkers()).to.deep.equal(['Stuart', 'Garry', 'Mary']);
  });

  it('changes nobody’s place while somebody is dragged, however long that takes', async () => {
    roster = await RosterHarness.online(office);
    await roster.lift('Garry', 'Coworker');
    await comes('stuart');
    await pass(60_000);
    expect(coworkers()).to.deep.equal(COWORKERS);
    await roster.press('Escape');
    await leave();
    await roster.release();
    expect(coworkers()).to.deep.equal(['Stuart', 'Garry', 'Mary']);
  });

  it('settles after half a minute without any movement, and holds again with the next', async () => {
    roster = await RosterHarness.online(office);
    await pointAt('Garry');
    await comes('stuart');
    await pass(29_000);
    expect(coworkers()).to.deep.equal(COWORKERS);
    await pass(1_000);
    expect(coworkers()).to.deep.equal(['Stuart', 'Garry', 'Mary']);
    await comes('mary');
    expect(coworkers()).to.deep.equal(['Mary', 'Stuart', 'Garry']);
    await pointAt('Garry');
    await comes('garry');
    expect(coworkers()).to.deep.equal(['Mary', 'Stuart', 'Garry']);
  });

  it('has who is new at the end of their group until then', async () => {
    roster = await RosterHarness.online(office);
    await pointAt('Garry');
    roster.account.push({ jid: 'aaron@im.example', name: 'Aaron', groups: ['Coworker'] });
    await roster.settled();
    expect(coworkers()).to.deep.equal([...COWORKERS, 'Aaron']);
    await leave();
    expect(coworkers()).to.deep.equal(['Aaron', ...COWORKERS]);
  });

  it('has whose move is refused at their place again', async () => {
    roster = await RosterHarness.online(office);
    await roster.dragTo('Garry', 'Coworker', 'Friends');
    expect(coworkers()).to.deep.equal(['Mary', 'Stuart']);
    roster.account.sets()[0]?.refuse('not-allowed');
    await roster.settled();
    expect(coworkers()).to.deep.equal(COWORKERS);
  });

  it('keeps the row under the pointer where it is on the screen when rows above it come and go', async () => {
    roster = await RosterHarness.online(crowd(300), { height: 400 });
    await roster.scrollTo(3_000);
    const [name = ''] = roster.rows().filter((row) => roster.isRowInSight(row) && row.startsWith('Contact')).map((row) => row.split(' in ')[0]);
    await pointAt(name);
    const { top } = roster.contact(name).box;
    roster.account.push({ jid: 'a@im.example', name: 'A', groups: ['A new group'] });
    await roster.settled();
    expect(roster.contact(name).box.top).to.be.closeTo(top, 0.5);
    roster.account.pushRemoval('c0001@im.example');
    roster.account.pushRemoval('a@im.example');
    await roster.settled();
    expect(roster.contact(name).box.top).to.be.closeTo(top, 0.5);
  });

  it('keeps it there when it settles with the pointer at rest, too', async () => {
    roster = await RosterHarness.online(crowd(300), { height: 400 });
    await roster.scrollTo(3_000);
    const [name = ''] = roster.rows().filter((row) => roster.isRowInSight(row) && row.startsWith('Contact')).map((row) => row.split(' in ')[0]);
    await pointAt(name);
    const { top } = roster.contact(name).box;
    for (let number = 90; number < 100; number++) roster.account.presence(`c00${number}@im.example/a`);
    await roster.settled();
    await pass(30_000);
    expect(roster.contact(name).box.top).to.be.closeTo(top, 0.5);
  });

  it('holds nothing for a pointer that only rests where the list has come to stand', async () => {
    roster = await RosterHarness.offline();
    await roster.moveTo(100, 100);
    await pass(30_000);
    await roster.account.comeOnline(office);
    await roster.settled();
    await comes('stuart');
    expect(coworkers()).to.deep.equal(['Stuart', 'Garry', 'Mary']);
  });

  it('does what one asks for at once', async () => {
    roster = await RosterHarness.online(office, { search: true });
    await comes('stuart');
    await pointAt('Garry');
    await roster.chooseView('Name');
    expect(coworkers()).to.deep.equal(COWORKERS);
  });
});

describe('<xmpp-roster> when somebody’s connection blinks', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  it('shows at once that they are gone, and moves them after ten seconds', async () => {
    roster = await RosterHarness.online(office);
    roster.account.presence('stuart@im.example/a');
    await roster.settled();
    roster.account.presence('stuart@im.example/a', { type: 'unavailable' });
    await roster.settled();
    expect([roster.contact('Stuart').availability, roster.group('Coworker').contacts()[0], roster.group('Coworker').count]).to.deep.equal(['unavailable', 'Stuart', '0/3']);
    roster.element.hideUnavailable = true;
    await roster.settled();
    expect(roster.group('Coworker').contacts()).to.contain('Stuart');
    roster.account.stream.environment.advance(10_000);
    await roster.settled();
    expect(roster.group('Coworker').contacts()).to.deep.equal(['Garry', 'Mary']);
  });
});

describe('what changes in <xmpp-roster>', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  for (const [reducedMotion, fades] of [['no-preference', true], ['reduce', false]] as const) {
    it(`${fades ? 'fades in' : 'is there at once'} where the reader prefers: ${reducedMotion}`, async () => {
      await emulateMedia({ reducedMotion });
      roster = await RosterHarness.online(office);
      roster.account.presence('mary@im.example/a', { status: 'Lunch' });
      await roster.settled();
      expect(roster.fading()).to.deep.equal(fades ? ['Mary'] : []);
    });
  }

  it('fades in only where somebody’s presence is another, not where minutes pass or messages come', async () => {
    await emulateMedia({ reducedMotion: 'no-preference' });
    roster = await RosterHarness.online(office);
    roster.account.presence('mary@im.example/a', { show: 'away', idleSince: '2026-03-02T08:45:00Z' });
    await roster.settled();
    await Promise.all(roster.element.shadowRoot!.getAnimations().map(({ finished }) => finished));
    roster.account.stream.environment.advance(60_000);
    roster.element.unread = { 'mary@im.example': 3 };
    await roster.settled();
    expect(roster.contact('Mary').idle).to.equal('idle for 16 min');
    expect(roster.fading()).to.deep.equal([]);
  });
});
