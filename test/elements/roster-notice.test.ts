import { expect } from 'chai';
import { momentWords } from '../../src/elements/words.js';
import { office } from './people.js';
import { RosterHarness } from './roster.harness.js';

describe('the notice of <xmpp-roster>', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  const since = () => momentWords(new Date(roster.account.stream.environment.now()));

  it('says that the page has no connection', async () => {
    roster = await RosterHarness.offline();
    document.body.append(roster.element);
    await roster.settled();
    expect(roster.notice).to.equal('There is no connection on this page.');
    expect(roster.role, 'an empty list is no grid').to.equal(null);
  });

  it('says that nothing is connected, that it connects, that it loads, and then nothing', async () => {
    roster = await RosterHarness.offline();
    expect(roster.notice).to.equal('Not connected.');
    roster.account.stream.connect();
    await roster.settled();
    expect(roster.notice).to.equal('Connecting…');
    const answer = await roster.account.comeOnlineWithoutRoster();
    await roster.settled();
    expect(roster.notice).to.equal('Loading contacts…');
    answer(office);
    await roster.comesInSight('Friends');
    await roster.settled();
    expect(roster.notice).to.equal('');
  });

  it('says that there are no contacts, and takes it back with the first', async () => {
    roster = await RosterHarness.online([]);
    expect(roster.notice).to.equal('No contacts yet.');
    roster.account.push({ jid: 'ann@im.example', name: 'Ann', groups: [] });
    await roster.settled();
    expect(roster.notice).to.equal('');
    expect(roster.role).to.equal('treegrid');
  });

  it('says since when availability is unknown, while the connection is sought again', async () => {
    roster = await RosterHarness.online(office);
    roster.account.stream.environment.advance(3_600_000);
    roster.account.stream.lose();
    await roster.settled();
    const lost = since();
    roster.account.stream.environment.advance(600_000);
    await roster.settled();
    expect(roster.notice).to.equal(`Reconnecting… Availability is unknown since ${lost}.`);
    expect(roster.rows()).to.have.lengthOf(10);
    await roster.account.comeOnline(office);
    await roster.settled();
    expect(roster.notice).to.equal('');
  });

  it('says that it connects as long as there was no connection, however many attempts that takes', async () => {
    roster = await RosterHarness.offline();
    roster.account.stream.lose();
    await roster.settled();
    expect(roster.notice).to.equal('Connecting…');
  });

  it('does not say that anything is tried without a network', async () => {
    roster = await RosterHarness.online(office);
    roster.account.stream.lose({ kind: 'no-network', final: false });
    await roster.settled();
    expect(roster.notice).to.equal(`Availability is unknown since ${since()}.`);
  });

  it('knows nothing of the former account once somebody has signed out', async () => {
    roster = await RosterHarness.online(office);
    await roster.account.session.signOut();
    await roster.settled();
    expect([roster.notice, roster.role]).to.deep.equal(['Not connected.', null]);
    roster.account.stream.lose();
    await roster.settled();
    expect(roster.notice).to.equal('Connecting…');
  });

  it('says since when availability is unknown after the page disconnected', async () => {
    roster = await RosterHarness.online(office);
    await roster.account.stream.disconnect();
    await roster.settled();
    expect(roster.notice).to.equal(`Not connected. Availability is unknown since ${since()}.`);
  });

  it('says why nobody is shown as online while one is offline oneself', async () => {
    roster = await RosterHarness.online(office);
    roster.account.presence('ann@im.example/a');
    roster.account.goUnavailable();
    await roster.settled();
    expect(roster.notice).to.equal('You are offline. Others’ availability is not shown meanwhile.');
    expect(roster.contact('Ann Lee').label).to.equal('Ann Lee, availability unknown while you are offline');
    void roster.account.session.setPresence({ show: 'away' });
    await roster.settled();
    expect(roster.notice).to.equal('');
  });

  it('says a time today without its day, one of this year without its year', () => {
    const now = new Date(2026, 2, 2, 15, 0);
    expect(momentWords(new Date(2026, 2, 2, 10, 2), now)).to.match(/^10:02/);
    expect(momentWords(new Date(2026, 1, 27, 10, 2), now)).to.match(/Feb.*27|27.*Feb/).and.not.to.contain('2026');
    expect(momentWords(new Date(2025, 1, 27, 10, 2), now)).to.contain('2025');
  });
});
