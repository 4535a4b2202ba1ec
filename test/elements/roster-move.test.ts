import { expect } from 'chai';
import { office } from './people.js';
import { RosterHarness } from './roster.harness.js';

describe('a move in <xmpp-roster> and what becomes of it', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  async function dragged() {
    roster = await RosterHarness.online(office);
    await roster.dragTo('Stuart', 'Coworker', 'Friends');
    const [set] = roster.account.sets();
    if (!set) throw new Error('Nothing was sent');
    return set;
  }

  function expectPictured(): void {
    expect(roster.group('Coworker').contacts()).to.deep.equal(['Garry', 'Mary']);
    expect(roster.contact('Stuart', 'Friends').parts).to.include('pending');
    expect(roster.contact('Stuart', 'Friends').isBusy).to.be.true;
  }

  function expectMoved(): void {
    expect(roster.group('Coworker').contacts()).to.deep.equal(['Garry', 'Mary']);
    expect(roster.group('Football').contacts()).to.deep.equal(['Stuart']);
    expect(roster.contact('Stuart', 'Friends').parts).not.to.include('pending');
    expect(roster.error).to.equal('');
  }

  it('shows the row at its target at once, and as settled with the push', async () => {
    const set = await dragged();
    expectPictured();
    expect(roster.titles()).to.include.members(['Coworker 0/2', 'Friends 0/2']);
    set.accept();
    await roster.settled();
    expectPictured();
    set.push();
    await roster.settled();
    expectMoved();
  });

  it('does not mind a push that comes before the result', async () => {
    const set = await dragged();
    set.push();
    await roster.settled();
    expectMoved();
    set.accept();
    await roster.settled();
    expectMoved();
  });

  it('shows a copy in both groups', async () => {
    roster = await RosterHarness.online(office);
    await roster.hold('Control');
    await roster.dragTo('Stuart', 'Coworker', 'Friends');
    await roster.letGo('Control');
    expect(roster.group('Coworker').contacts()).to.include('Stuart');
    expect(roster.group('Friends').contacts()).to.include('Stuart');
    const [set] = roster.account.sets();
    set?.push();
    set?.accept();
    await roster.settled();
    expect(roster.contact('Stuart', 'Coworker').parts).to.deep.equal(['offline']);
    expect(roster.contact('Stuart', 'Friends').parts).to.deep.equal(['offline']);
  });

  it('puts the row back when the server refuses, says why, and tells the page', async () => {
    const set = await dragged();
    set.refuse('not-allowed');
    await roster.settled();
    expect(roster.group('Coworker').contacts()).to.deep.equal(['Garry', 'Mary', 'Stuart']);
    expect(roster.group('Friends').contacts()).to.deep.equal(['Ann Lee']);
    expect(roster.contact('Stuart', 'Coworker').parts).to.deep.equal(['offline']);
    expect(roster.error).to.equal('Moving Stuart to Friends did not work: the server does not allow it.');
    const { type, detail } = roster.events.at(-1) ?? {};
    expect(type).to.equal('xmpp-error');
    expect(detail).to.have.property('action', 'Moving Stuart to Friends');
    expect(detail).to.have.nested.property('error.condition', 'not-allowed');
  });

  it('says so readably, though a name would turn the rest of the sentence around', async () => {
    roster = await RosterHarness.online([...office, { jid: 'm@im.example', name: 'Mal\u202Eet', groups: ['Backwards\u202E'] }]);
    await roster.dragTo('Mal\u202Eet', 'Backwards\u202E', 'Friends');
    roster.account.sets()[0]?.refuse('forbidden');
    await roster.settled();
    expect(roster.error).to.equal('Moving Malet to Friends did not work: the server does not allow it.');
  });

  it('keeps what it says until it is dismissed or the next move begins', async () => {
    (await dragged()).refuse('internal-server-error');
    await roster.settled();
    await roster.dismissError();
    expect(roster.error).to.equal('');
    await roster.dragTo('Mary', 'Coworker', 'Friends');
    roster.account.sets()[0]?.refuse('resource-constraint');
    await roster.settled();
    expect(roster.error).to.contain('Moving Mary to Friends did not work');
    await roster.dragTo('Garry', 'Coworker', 'Friends');
    expect(roster.error).to.equal('');
  });

  it('says that the effect is unknown when the connection ends for good before the answer', async () => {
    await dragged();
    await roster.account.session.disconnect();
    await roster.settled();
    expect(roster.error).to.equal('Moving Stuart to Friends: no answer came. It may or may not have taken effect.');
    expect(roster.group('Coworker').contacts()).to.include('Stuart');
    expect(roster.events.at(-1)?.detail).to.have.nested.property('error.name', 'NoResponseError');
  });

  it('that was made while the connection is sought shows as pending, and is sent when it is back', async () => {
    roster = await RosterHarness.online(office);
    roster.account.stream.lose();
    await roster.settled();
    await roster.dragTo('Stuart', 'Coworker', 'Friends');
    expect(roster.contact('Stuart', 'Friends').parts).to.include('pending');
    expect(roster.account.sets()).to.deep.equal([]);
    await roster.account.stream.comeOnline('george@im.example/page');
    await roster.settled();
    expect(roster.contact('Stuart', 'Friends').parts).to.include('pending');
    roster.account.sets()[0]?.push();
    await roster.settled();
    expect(roster.contact('Stuart', 'Friends').parts).not.to.include('pending');
    expect(roster.error).to.equal('');
  });

  it('says that nothing can be moved when no connection is sought', async () => {
    roster = await RosterHarness.online(office);
    await roster.account.session.disconnect();
    await roster.settled();
    await roster.dragTo('Stuart', 'Coworker', 'Friends');
    expect(roster.error).to.equal('Moving Stuart to Friends is not possible while there is no connection.');
    expect(roster.group('Coworker').contacts()).to.include('Stuart');
  });

  it('moves nobody on whose last move is not answered yet', async () => {
    const set = await dragged();
    await roster.dragTo('Stuart', 'Friends', 'Football');
    await roster.dragTo('Stuart', 'Football', null);
    expect(roster.account.sets()).to.deep.equal([]);
    set.push();
    set.accept();
    await roster.settled();
    await roster.dragTo('Stuart', 'Friends', 'Coworker');
    expect(roster.account.sets()[0]?.groups).to.have.members(['Football', 'Coworker']);
  });

  it('moves others meanwhile, each by itself', async () => {
    const first = await dragged();
    await roster.dragTo('Mary', 'Coworker', 'Football');
    const [second] = roster.account.sets();
    second?.refuse('not-allowed');
    await roster.settled();
    expect(roster.group('Coworker').contacts()).to.deep.equal(['Garry', 'Mary']);
    expectPictured();
    first.push();
    await roster.settled();
    expect(roster.contact('Stuart', 'Friends').parts).not.to.include('pending');
  });

  it('goes on showing the picture when the list is taken elsewhere on the page', async () => {
    const set = await dragged();
    roster.element.remove();
    roster.box.append(roster.element);
    await roster.settled();
    expectPictured();
    set.push();
    await roster.settled();
    expectMoved();
  });

  it('shows what the push says, not what was asked for', async () => {
    await dragged();
    roster.account.push({ jid: 'stuart@im.example', name: 'Stuart', groups: ['Coworker'] });
    await roster.settled();
    expect(roster.group('Coworker').contacts()).to.include('Stuart');
    expect(roster.group('Friends').contacts()).to.deep.equal(['Ann Lee']);
    expect(roster.titles().join()).not.to.contain('Football');
  });

  it('lets the focus follow the contact', async () => {
    const set = await dragged();
    expect(roster.focused).to.equal('Stuart in Friends');
    set.push();
    await roster.settled();
    expect(roster.focused).to.equal('Stuart in Friends');
    await roster.press('ArrowUp');
    expect(roster.focused).to.equal('Ann Lee in Friends');
  });

  describe('while something else happens in mid-drag', () => {
    it('computes the set from what the roster is when it is dropped', async () => {
      roster = await RosterHarness.online(office);
      await roster.lift('Stuart', 'Coworker');
      roster.account.push({ jid: 'stuart@im.example', name: 'Stu', groups: ['Coworker', 'Music'] });
      roster.account.presence('stuart@im.example/a', { show: 'away' });
      await roster.settled();
      expect(roster.dragImage?.text).to.equal('Stu: Move to another group');
      await roster.carryTo('Friends');
      await roster.release();
      const [{ name, groups } = { name: '', groups: [] }] = roster.account.sets();
      expect(name).to.equal('Stu');
      expect(groups).to.have.members(['Music', 'Friends']);
    });

    it('sends nothing when another client has done the same', async () => {
      roster = await RosterHarness.online(office);
      await roster.lift('Stuart', 'Coworker');
      await roster.carryTo('Friends');
      roster.account.push({ jid: 'stuart@im.example', name: 'Stuart', groups: ['Football', 'Friends'] });
      await roster.settled();
      await roster.carryTo('Friends');
      expect(roster.dragImage?.text).to.equal('Stuart: Already in Friends');
      await roster.release();
      expect(roster.account.sets()).to.deep.equal([]);
      expect(roster.contact('Stuart', 'Friends').parts).not.to.include('pending');
    });

    it('is called off when the contact is removed', async () => {
      roster = await RosterHarness.online(office);
      await roster.lift('Stuart', 'Coworker');
      await roster.carryTo('Friends');
      roster.account.pushRemoval('stuart@im.example');
      await roster.settled();
      expect(roster.dragImage).to.equal(undefined);
      await roster.release();
      expect(roster.account.sets()).to.deep.equal([]);
      expect(roster.events).to.deep.equal([]);
    });

    it('is called off when the list is taken off the page', async () => {
      roster = await RosterHarness.online(office);
      await roster.lift('Stuart', 'Coworker');
      roster.element.remove();
      roster.box.append(roster.element);
      await roster.settled();
      expect(roster.dragImage).to.equal(undefined);
      await roster.release();
      expect(roster.account.sets()).to.deep.equal([]);
    });
  });
});
