import { expect } from 'chai';
import { crowd, office } from './people.js';
import { RosterHarness } from './roster.harness.js';

describe('the requests above <xmpp-roster>', () => {
  let roster: RosterHarness;
  afterEach(() => roster.remove());

  const asks = async (jid: string) => {
    roster.account.presence(jid, { type: 'subscribe', status: 'Hello' });
    await roster.settled();
  };

  it('take no room while there are none', async () => {
    roster = await RosterHarness.online(office);
    expect(roster.requests?.getBoundingClientRect().height).to.equal(0);
    expect(roster.group('Coworker').box.top - roster.element.getBoundingClientRect().top).to.be.below(10);
  });

  it('stand above the list, which has the rest of the room', async () => {
    roster = await RosterHarness.online([...office, ...crowd(300)], { height: 400 });
    await asks('eve@im.example');
    expect(roster.isRequestWhole, 'answers and all').to.be.true;
    const { top, bottom, height } = roster.requests?.getBoundingClientRect() ?? new DOMRect();
    expect(height).to.be.above(60);
    expect(top).to.be.closeTo(roster.element.getBoundingClientRect().top, 2);
    expect(roster.group('Coworker').box.top).to.be.at.least(bottom);
    expect(await roster.axe()).to.deep.equal([]);
  });

  it('leave half of it to the list, however many there are', async () => {
    roster = await RosterHarness.online(office, { height: 600 });
    for (let index = 0; index < 30; index++) roster.account.presence(`p${index}@im.example`, { type: 'subscribe' });
    await roster.settled();
    expect(roster.requests?.getBoundingClientRect().height).to.be.within(200, 300);
    expect(roster.rows()).to.include('Mary in Coworker');
  });

  it('can be left out', async () => {
    roster = await RosterHarness.online(office);
    await asks('eve@im.example');
    roster.element.noRequests = true;
    await roster.settled();
    expect(roster.requests).to.equal(null);
    expect(roster.element.hasAttribute('no-requests')).to.be.true;
  });

  it('are answered there', async () => {
    roster = await RosterHarness.online(office);
    await asks('eve@im.example');
    await roster.press('Tab', 'Tab', 'Enter');
    expect(roster.account.stream.take('presence').join()).to.match(/^<presence type="subscribed" to="eve@im.example"/);
    await roster.press('Tab');
    expect(roster.focused).to.equal('Coworker');
  });
});
