import { expect } from 'chai';
import { EVIL, HostilePage, OWN, push } from './hostile-page.js';

/** CVE-2015-8688, CVE-2014-0364 and their like. */
const senders: Readonly<Record<string, string>> = {
  'a stranger': `mallory@${EVIL}`,
  'a stranger’s client': `mallory@${EVIL}/x`,
  'another client of ours': `${OWN}/home`,
  'our own domain': 'im.example',
  'a domain that looks like ours': `${OWN}.${EVIL}`,
  'a contact': 'mary@im.example',
};

describe('what is forged in the name of', () => {
  let page: HostilePage;
  afterEach(() => page.close());

  for (const [whose, from] of Object.entries(senders)) {
    it(`our account, by ${whose}, changes nothing and is not answered`, async () => {
      page = await HostilePage.open();
      await page.receive('<presence from="mary@im.example/desk"><show>away</show></presence>', `<presence type="subscribe" from="eve@${EVIL}"/>`);
      const before = [page.roster.rows(), page.text(page.card), page.text(page.requests)];
      const attrs = ` from="${from}"`;
      await page.receive(
        push('<item jid="mary@im.example" subscription="remove"/>', 'f1', attrs),
        push(`<item jid="mallory@${EVIL}" name="Mary" subscription="both"><group>Friends</group></item>`, 'f2', attrs),
        push(`<item jid="eve@${EVIL}" subscription="both"/>`, 'f3', attrs),
        `<iq type="set" id="f4"${attrs}><block xmlns="urn:xmpp:blocking"><item jid="mary@im.example"/></block></iq>`,
        `<iq type="set" id="f5"${attrs}><unblock xmlns="urn:xmpp:blocking"/></iq>`,
      );
      expect([page.roster.rows(), page.text(page.card), page.text(page.requests)]).to.deep.equal(before);
      expect(page.roster.contact('Mary').availability).to.equal('away');
      await page.expectUnharmed();
    });

    it(`the one who was asked, by ${whose}, is no answer: neither the roster nor the “yes” to an edit`, async () => {
      page = await HostilePage.open();
      let outcome = 'waiting';
      const moved = page.session.moveContact('mary@im.example', 'Friends', 'Work').then(() => (outcome = 'done'), () => (outcome = 'refused'));
      const frame = await sentSet(page);
      const id = /id="([^"]+)"/.exec(frame)?.[1] ?? '';
      await page.receive(
        `<iq type="result" id="${id}" from="${from}"><query xmlns="jabber:iq:roster"><item jid="mallory@${EVIL}" name="Mallory" subscription="both"/></query></iq>`,
        `<iq type="error" id="${id}" from="${from}"/>`,
      );
      expect([outcome, page.roster.rows()]).to.deep.equal(['waiting', ['Friends', 'Mary in Friends']]);
      await page.receive(`<iq type="result" id="${id}"/>`);
      await moved;
      expect(outcome).to.equal('done');
      await page.expectUnharmed();
    });
  }
});

async function sentSet(page: HostilePage): Promise<string> {
  await page.receive();
  const [frame = ''] = page.takeSent();
  return frame;
}

const hint = '<presence xmlns="jabber:client" from="mary@im.example/desk"><show>dnd</show></presence>';
const order = `<iq xmlns="jabber:client" type="set" id="w1"><query xmlns="jabber:iq:roster"><item jid="mary@im.example" subscription="remove"/></query></iq>`;
const request = `<presence xmlns="jabber:client" type="subscribe" from="eve@${EVIL}"/>`;
const forwarded = [hint, order, request].map((stanza) => `<forwarded xmlns="urn:xmpp:forward:0"><delay xmlns="urn:xmpp:delay" stamp="2026-01-01T00:00:00Z"/>${stanza}</forwarded>`);

/** CVE-2017-5589 and its like; XEP-0144. */
const wrappers: Readonly<Record<string, readonly string[]>> = {
  'carbons (XEP-0280)': forwarded.flatMap((inner) => [`<received xmlns="urn:xmpp:carbons:2">${inner}</received>`, `<sent xmlns="urn:xmpp:carbons:2">${inner}</sent>`]),
  'archived stanzas (XEP-0313)': forwarded.map((inner) => `<result xmlns="urn:xmpp:mam:2" queryid="q" id="1">${inner}</result>`),
  'forwarded stanzas (XEP-0297)': forwarded,
  'suggested contacts (XEP-0144)': ['add', 'delete', 'modify'].map(
    (action) => `<x xmlns="http://jabber.org/protocol/rosterx"><item action="${action}" jid="mary@im.example" name="Mallory"><group>Evil</group></item></x>`,
  ),
  'pubsub events about ourselves (XEP-0163)': [
    '<event xmlns="http://jabber.org/protocol/pubsub#event"><items node="storage:bookmarks"><item id="current"><storage xmlns="storage:bookmarks"/></item></items></event>',
  ],
};

describe('what strangers and others wrap in', () => {
  let page: HostilePage;
  afterEach(() => page.close());

  for (const [what, payloads] of Object.entries(wrappers)) {
    it(`${what} is nothing to us, and nothing is sent`, async () => {
      page = await HostilePage.open();
      // Who was never heard of counts as offline after a while.
      await page.receive('<presence from="mary@im.example/desk"><show>away</show></presence>');
      const before = [page.roster.rows(), page.text(page.card), page.text(page.requests)];
      for (const from of [...Object.values(senders), OWN]) {
        for (const payload of payloads) await page.server.send(`<message from="${from}">${payload}</message>`);
        for (const payload of payloads) await page.server.send(`<presence type="probe" from="${from}">${payload}</presence>`);
      }
      await page.receive();
      expect([page.roster.rows(), page.text(page.card), page.text(page.requests)]).to.deep.equal(before);
      expect(page.roster.contact('Mary').availability).not.to.equal('dnd');
      await page.expectUnharmed();
    });
  }

  it('requests that we do not know is refused in the words their server would use if nobody were here', async () => {
    page = await HostilePage.open();
    const from = `mallory@${EVIL}/x`;
    const queries = ['<query xmlns="jabber:iq:version"/>', '<query xmlns="jabber:iq:last"/>', '<vCard xmlns="vcard-temp"/>', '<ping xmlns="urn:xmpp:ping"/>', '<query xmlns="http://jabber.org/protocol/disco#info"/>', '<query xmlns="jabber:iq:roster"/>'];
    await page.receive(...queries.map((query, index) => `<iq type="get" id="q${index}" from="${from}">${query}</iq>`));
    const refusal = '<error type="cancel"><service-unavailable xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/></error>';
    await page.expectUnharmed(queries.map((_, index) => `<iq xmlns="jabber:client" type="error" id="q${index}" to="${from}">${refusal}</iq>`));
  });
});
