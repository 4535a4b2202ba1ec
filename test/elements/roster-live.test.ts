import { expect } from 'chai';
import { MockAccount } from '../support/browser/mock-account.js';
import { office } from './people.js';
import { RosterHarness } from './roster.harness.js';

describe('<xmpp-roster> while things change', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  it('shows a contact’s new presence in each of its rows', async () => {
    roster = await RosterHarness.online(office);
    roster.account.presence('stuart@im.example/desk', { show: 'dnd', status: 'On the meeting…' });
    await roster.settled();
    for (const group of ['Coworker', 'Football']) {
      const { availability, line, label, parts } = roster.contact('Stuart', group);
      expect({ availability, line, label, parts }).to.deep.equal({
        availability: 'dnd', line: 'On the meeting…', label: 'Stuart, do not disturb, On the meeting…', parts: ['online'],
      });
    }
    roster.account.presence('stuart@im.example/desk', { type: 'unavailable' });
    await roster.settled();
    expect(roster.contact('Stuart').availability).to.equal('unavailable');
    expect(roster.contact('Stuart').parts).to.deep.equal(['offline']);
    expect(roster.contact('Stuart').line).to.match(/^Last seen /);
  });

  it('changes no row outside the groups of the contact whose presence came', async () => {
    roster = await RosterHarness.online(office);
    const changed = roster.watchRows();
    roster.account.presence('ann@im.example/a', { show: 'away' });
    expect(await changed()).to.deep.equal(['Ann Lee in Friends', 'Friends']);
  });

  it('changes nothing at all for the presence of somebody who is not listed', async () => {
    roster = await RosterHarness.online(office);
    const changed = roster.watchRows();
    roster.account.presence('stranger@elsewhere.example/a', { show: 'away' });
    roster.account.presence('george@im.example/home', { show: 'away' });
    expect(await changed()).to.deep.equal([]);
  });

  it('takes in contacts and groups that are added, and lets go of those removed', async () => {
    roster = await RosterHarness.online(office);
    roster.account.push({ jid: 'eve@im.example', name: 'Eve', groups: ['Book club'] });
    await roster.settled();
    expect(roster.titles()).to.deep.equal(['Book club 0/1', 'Coworker 0/3', 'Football 0/1', 'Friends 0/1', 'No group 0/1']);
    roster.account.pushRemoval('stuart@im.example');
    roster.account.pushRemoval('eve@im.example');
    await roster.settled();
    expect(roster.titles()).to.deep.equal(['Coworker 0/2', 'Friends 0/1', 'No group 0/1']);
  });

  it('shows a contact under its new name, at its new place', async () => {
    roster = await RosterHarness.online(office);
    roster.account.push({ jid: 'garry@im.example', name: 'Zarry', groups: ['Coworker'] });
    await roster.settled();
    expect(roster.group('Coworker').contacts()).to.deep.equal(['Mary', 'Stuart', 'Zarry']);
    roster.account.push({ jid: 'garry@im.example', groups: ['Coworker'] });
    await roster.settled();
    expect(roster.group('Coworker').contacts()).to.deep.equal(['garry@im.example', 'Mary', 'Stuart']);
  });

  it('moves a contact when another client has moved it', async () => {
    roster = await RosterHarness.online(office);
    roster.account.push({ jid: 'stuart@im.example', name: 'Stuart', groups: ['Football', 'Friends'] });
    await roster.settled();
    expect(roster.group('Coworker').contacts()).to.deep.equal(['Garry', 'Mary']);
    expect(roster.group('Friends').contacts()).to.deep.equal(['Ann Lee', 'Stuart']);
  });

  it('is read by assistive technology in the order in which it is seen, also after sorting anew', async () => {
    roster = await RosterHarness.online(office);
    roster.account.presence('stuart@im.example/a');
    await roster.settled();
    roster.account.presence('mary@im.example/a', { show: 'chat' });
    roster.account.push({ jid: 'ann@im.example', name: 'Ann Lee', groups: ['Friends', 'Art'] });
    await roster.settled();
    expect(roster.rowsAsRead()).to.deep.equal(roster.rows());
  });

  it('says after a presence that was not asked for what is known, and after its end that nothing is', async () => {
    roster = await RosterHarness.online([{ jid: 'eve@im.example', name: 'Eve', groups: ['Friends'], subscription: 'none' }, ...office]);
    expect(roster.contact('Eve').availability).to.equal('unknown');
    expect(roster.contact('Eve').line).to.equal('Neither of you sees the other’s presence');
    roster.account.presence('eve@im.example/a');
    await roster.settled();
    expect(roster.contact('Eve').availability).to.equal('available');
    roster.account.presence('eve@im.example/a', { type: 'unavailable' });
    await roster.settled();
    expect(roster.contact('Eve').availability).to.equal('unknown');
  });

  it('keeps names and groups when the connection is lost, and shows nobody as online', async () => {
    roster = await RosterHarness.online(office);
    for (const { jid } of office) roster.account.presence(`${jid}/a`);
    await roster.settled();
    roster.account.stream.lose();
    await roster.settled();
    expect(roster.titles()).to.deep.equal(['Coworker 0/3', 'Football 0/1', 'Friends 0/1', 'No group 0/1']);
    for (const name of ['Stuart', 'Mary', 'Garry', 'Ann Lee']) expect(roster.contact(name).availability).to.equal('unknown');
    expect(roster.contact('Ann Lee').label).to.equal('Ann Lee, availability unknown while disconnected');
  });

  it('shows after a reconnect what the new session says, and nothing of the old', async () => {
    roster = await RosterHarness.online(office);
    roster.account.presence('ann@im.example/a');
    roster.account.presence('mary@im.example/a');
    await roster.settled();
    roster.account.stream.lose();
    await roster.account.comeOnline(office.filter(({ name }) => name !== 'Stuart'));
    roster.account.presence('mary@im.example/b', { show: 'away' });
    await roster.settled();
    expect(roster.titles()).to.deep.equal(['Coworker 1/2', 'Friends 0/1', 'No group 0/1']);
    expect(roster.contact('Ann Lee').availability).to.equal('unknown');
    expect(roster.contact('Mary').availability).to.equal('away');
  });

  it('forgets the contacts of the account before, even the one that is now one’s own', async () => {
    roster = await RosterHarness.online(office);
    await roster.account.stream.disconnect();
    await roster.account.comeOnline([{ jid: 'garry@im.example', name: 'Garry', groups: ['Office'] }], 'mary@im.example/desk');
    await roster.settled();
    expect(roster.rows()).to.deep.equal(['Office', 'Garry in Office']);
  });

  it('goes on working after it was taken out, with all that happened meanwhile', async () => {
    roster = await RosterHarness.online(office);
    roster.element.remove();
    roster.account.presence('ann@im.example/a', { show: 'away' });
    roster.account.pushRemoval('garry@im.example');
    roster.box.append(roster.element);
    await roster.settled();
    expect(roster.contact('Ann Lee').availability).to.equal('away');
    expect(roster.group('Coworker').contacts()).to.deep.equal(['Mary', 'Stuart']);
    roster.account.presence('ann@im.example/a', { show: 'dnd' });
    await roster.settled();
    expect(roster.contact('Ann Lee').availability).to.equal('dnd');
    await roster.clickGroup('Coworker');
    expect(roster.group('Coworker').isExpanded).to.be.false;
  });

  it('shows another connection’s contacts when it is moved there', async () => {
    roster = await RosterHarness.online(office);
    const other = new MockAccount('eve@im.example/a');
    await other.comeOnline([{ jid: 'bob@im.example', name: 'Bob', groups: ['Music'] }]);
    const box = other.provider();
    roster.box.append(box);
    box.append(roster.element);
    await roster.settled();
    expect(roster.rows()).to.deep.equal(['Music', 'Bob in Music']);
    other.presence('bob@im.example/a');
    roster.account.presence('ann@im.example/a');
    await roster.settled();
    expect(roster.titles()).to.deep.equal(['Music 1/1']);
  });

  it('listens to its session only while it is on the page', async () => {
    roster = await RosterHarness.online(office);
    // the list, and the requests above it
    expect(roster.account.session.listeners).to.equal(2);
    for (let times = 0; times < 3; times++) {
      roster.element.remove();
      expect(roster.account.session.listeners).to.equal(0);
      roster.box.append(roster.element);
      await roster.settled();
      expect(roster.account.session.listeners).to.equal(2);
    }
  });
});
