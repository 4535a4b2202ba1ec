import { expect } from 'chai';
import { MARKUP } from './alarms.js';
import { EVIL, HostilePage } from './hostile-page.js';

const from = `from="mallory@${EVIL}/x"`;
const deep = (tag: string, inner = '') => `<${tag}>`.repeat(50_000) + inner + `</${tag}>`.repeat(50_000);

/** What is not the XML of RFC 6120 §11: such a stream is left, and sought again. */
const broken: Readonly<Record<string, string>> = {
  'a document type': '<!DOCTYPE presence [<!ENTITY a "b">]><presence from="mary@im.example/x"/>',
  'a document type that names a file': '<!DOCTYPE presence SYSTEM "https://evil.example/x.dtd"><presence/>',
  'entities of its own, billions of them': `<!DOCTYPE p [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]><presence ${from}><status>&b;</status></presence>`,
  'an entity nobody declared': `<presence ${from}><status>&xxe;</status></presence>`,
  'a character that is none': `<presence ${from}><status>&#0;&#xd800;&#x110000;</status></presence>`,
  'half a stanza': `<presence ${from}><status>On the me`,
  'half a tag': `<presence ${from}`,
  'tags that cross': `<presence ${from}><a><b></a></b></presence>`,
  'a comment': `<presence ${from}><!-- ${MARKUP} --></presence>`,
  'a processing instruction': `<?xml-stylesheet href="https://evil.example/x.css"?><presence ${from}/>`,
  'text alone': MARKUP.replace(/^<.*/, 'presence'),
  '50,000 tags that never close': `<presence ${from}>${'<a>'.repeat(50_000)}`,
  'an attribute given twice': `<presence ${from} from="mary@im.example/x"/>`,
};

/** What is XML, but of no use: the stream goes on. */
const useless: Readonly<Record<string, string>> = {
  '50,000 levels': `<presence ${from}>${deep('a')}</presence>`,
  '50,000 levels within a status': `<presence from="mary@im.example/x"><status>Here${deep('status')}</status></presence>`,
  '50,000 levels within a roster push': `<iq type="set" id="d1" ${from}><query xmlns="jabber:iq:roster">${deep('item')}</query></iq>`,
  '50,000 attributes': `<presence ${from} ${Array.from({ length: 50_000 }, (_, index) => `a${index}=""`).join(' ')}/>`,
  '50,000 children': `<presence ${from}>${'<show/><status/><priority/>'.repeat(17_000)}</presence>`,
  'stanzas of no known kind': '<news xmlns="urn:example:news"/>',
  'an address that is none': '<presence from="a@b@c/d"/>',
  'no address': '<presence from=""/>',
  'an address of 100,000 characters': `<presence from="${'m'.repeat(100_000)}@${EVIL}/x"/>`,
  'prefixes and namespaces in each other’s place': `<x:presence xmlns:x="jabber:client" ${from}><x:show xmlns:x="urn:example:other">dnd</x:show></x:presence>`,
  'names of an object’s own methods': `<presence ${from} __proto__="1" constructor="2"><__proto__/><toString/><hasOwnProperty xmlns="jabber:client">1</hasOwnProperty></presence>`,
};

describe('a frame that is not XMPP', () => {
  let page: HostilePage;
  afterEach(() => page.close());

  for (const [what, frame] of Object.entries(broken)) {
    it(`(${what}) ends the stream, and the next one shows everything anew`, async () => {
      page = await HostilePage.open();
      await page.signsInAnew(() => page.server.send(frame));
      await page.expectUnharmed();
    });
  }

  for (const [what, frame] of Object.entries(useless)) {
    it(`or is, with ${what}, is passed over`, async () => {
      page = await HostilePage.open();
      const { connections } = page.server;
      await page.receive(frame);
      expect(page.server.connections).to.equal(connections);
      await page.expectUnharmed();
    });
  }
});

/** CVE-2013-6477; XEP-0203 §5: stamps are not to be relied on. */
const stamps: Readonly<Record<string, RegExp>> = {
  '9999-12-31T23:59:59Z': /Last seen/,
  '+275760-09-13T00:00:00Z': /Offline/,
  '0000-01-01T00:00:00Z': /Last seen/,
  '-000001-01-01T00:00:00Z': /Offline/,
  '-2026-03-01T17:00:00Z': /Offline/,
  '1969-12-31T23:59:59Z': /Last seen/,
  '2026-03-01T17:00:00': /Offline/,
  '2026-13-41T25:61:61Z': /Offline/,
  '2026-03-01T17:00:00+99:99': /Offline/,
  '2026-03-01T17:00:00.0000000000000000000000000000000001Z': /Last seen/,
  '1e999': /Offline/,
  'NaN': /Offline/,
  '': /Offline/,
  'yesterday': /Offline/,
};

describe('a time stamp', () => {
  let page: HostilePage;
  afterEach(() => page.close());

  it('of any kind harms nothing, and says no nonsense', async () => {
    page = await HostilePage.open();
    for (const [stamp, seen] of Object.entries(stamps)) {
      const extras = `<delay xmlns="urn:xmpp:delay" stamp="${stamp}"/><idle xmlns="urn:xmpp:idle:1" since="${stamp}"/>`;
      await page.receive(`<presence from="mary@im.example/x">${extras}</presence>`);
      expect(page.text(page.card), stamp).not.to.match(/Invalid|NaN|275760|9999/);
      await page.receive('<presence from="mary@im.example" type="unavailable"/>', `<presence from="mary@im.example" type="unavailable">${extras}</presence>`);
      expect(page.text(page.card), stamp).to.match(seen).and.not.to.match(/Invalid|NaN|275760|9999/);
      expect(page.roster.contact('Mary').line, stamp).not.to.match(/Invalid|NaN|275760|9999/);
    }
    await page.expectUnharmed();
  });
});
