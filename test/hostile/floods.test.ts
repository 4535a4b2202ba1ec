import { expect } from 'chai';
import { elementsIn } from './alarms.js';
import { EVIL, HostilePage } from './hostile-page.js';

const MEGABYTE = 1_000_000;
const NICK = '<nick xmlns="http://jabber.org/protocol/nick">Mary</nick>';

describe('too much of', function () {
  this.timeout(90_000);
  let page: HostilePage;
  afterEach(() => page.close());

  /** How many elements are on the page: what is not seen is not made. */
  const elementCount = () => elementsIn(page.box).length;
  /** The longest text that is laid out in one piece. */
  const longestText = () => Math.max(...elementsIn(page.box).map((element) => element.childElementCount === 0 ? (element.textContent ?? '').length : 0));

  it('a status (a megabyte) is cut where it is shown', async () => {
    page = await HostilePage.open();
    await page.receive(`<presence from="mary@im.example/x"><status>${'word '.repeat(MEGABYTE / 5)}</status></presence>`);
    expect(page.roster.contact('Mary').availability).to.equal('available');
    expect(longestText()).to.be.below(10_000);
    expect(page.roster.contact('Mary').label.length).to.be.below(10_000);
    await page.expectUnharmed();
  });

  it('a name, a nick and a request (a megabyte each) is cut where it is shown', async () => {
    page = await HostilePage.open();
    const text = 'M'.repeat(MEGABYTE);
    await page.receive(`<presence type="subscribe" from="eve@${EVIL}"><status>${text}</status><nick xmlns="http://jabber.org/protocol/nick">${text}</nick></presence>`);
    expect(page.requests.count).to.equal(1);
    expect(longestText()).to.be.below(10_000);
    await page.expectUnharmed();
  });

  it('one person (5,000 resources) is that person, with the best of them', async () => {
    page = await HostilePage.open();
    await page.flood('<presence from="mary@im.example/r{n}"><priority>{n}</priority><status>I am {n}</status></presence>', 5_000);
    expect(page.session.contact('mary@im.example').resources.length).to.be.within(1, 100);
    expect(elementCount()).to.be.below(3_000);
    await page.receive('<presence from="mary@im.example" type="unavailable"/>');
    expect(page.roster.contact('Mary').availability).to.equal('unavailable');
    await page.expectUnharmed();
  });

  for (const [count, shown] of [[500, 500], [5_000, 500]] as const) {
    it(`asking (${count} requests) is bounded and shown a few at a time`, async () => {
      page = await HostilePage.open();
      await page.flood(`<presence type="subscribe" from="eve{n}@${EVIL}"><status>Hello {n}</status>${NICK}</presence>`, count);
      expect(page.requests.count).to.equal(shown);
      expect(elementCount()).to.be.below(3_000);
      expect(page.roster.contact('Mary').box.height).to.be.above(20);
      await page.expectUnharmed();
    });
  }

  it('strangers (50,000 presences) leaves the contacts theirs, and memory bounded', async () => {
    page = await HostilePage.open();
    await page.receive('<presence from="mary@im.example/desk"><show>away</show><status>Here</status></presence>');
    await page.flood(`<presence from="s{n}@${EVIL}/x"><show>chat</show><status>Look at me</status>${NICK}</presence>`, 50_000);
    expect([page.roster.contact('Mary').availability, page.roster.contact('Mary').line]).to.deep.equal(['away', 'Here']);
    expect(page.roster.rows()).to.deep.equal(['Friends', 'Mary in Friends']);
    const remembered = Array.from({ length: 50_000 }, (_, n) => page.session.contact(`s${n}@${EVIL}`)).filter(({ resources, nick }) => resources.length > 0 || nick);
    expect(remembered.length).to.be.at.most(1_000);
    await page.expectUnharmed();
  });

  it('of a stranger’s errors, probes and answers (10,000 of each) is not answered', async () => {
    page = await HostilePage.open();
    await page.flood(`<presence type="error" from="s{n}@${EVIL}/x"/>`, 10_000);
    await page.flood(`<presence type="probe" from="s{n}@${EVIL}/x"/>`, 10_000);
    await page.flood(`<iq type="result" id="get-{n}" from="s{n}@${EVIL}/x"/>`, 10_000);
    await page.expectUnharmed();
  });
});
