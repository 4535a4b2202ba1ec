import { expect } from 'chai';
import { parseXml } from '../../src/protocol/xml-text.js';
import { elementsIn, MARKUP, RUN } from './alarms.js';
import { acknowledgement, escaped, EVIL, HostilePage, push } from './hostile-page.js';

/** What somebody writes where a name, a group or a message is expected. */
const payloads: Readonly<Record<string, string>> = {
  'markup': MARKUP,
  'markup in quotes': `"'>${MARKUP}<b title="`,
  'markup that ends character data': `]]>${MARKUP}<!--`,
  'a template’s holes': `\${${RUN}}{{${RUN}}}<!--?lit$000$-->`,
  'an address that is a script': `javascript:${RUN}`,
  'a selector': '"] , *{display:none} [a="',
  'a style': '}</style><style>*{display:none!important}',
  'a style’s value': 'url(//evil.example/x);display:none;position:fixed;}',
  'text that turns around': '\u202eyraM\u2066\u2067\u200f',
  'nothing to be seen': '\u200b\u2060\u00ad\u3164',
  'the prototype': '__proto__',
  'the constructor': 'constructor',
  'a method of every object': 'toString',
  'lines': 'Mary\n\n\n\nadmin@im.example\r\ttrusted',
  'marks without end': `M${'\u0301'.repeat(500)}`,
  'one word without end': 'W'.repeat(5_000),
};
const NICK = 'http://jabber.org/protocol/nick';

/** As much as is kept of what somebody says of themselves. */
const kept = (text: string, longest: number) => text.trim().slice(0, longest) + (text.trim().length > longest ? '…' : '');

/** Every field that somebody else fills in, filled in. */
function stanzas(text: string): string[] {
  const value = escaped(text);
  const words = `<status>${value}</status><nick xmlns="${NICK}">${value}</nick>`;
  const condition = `<error type="cancel"><not-allowed xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/><text xmlns="urn:ietf:params:xml:ns:xmpp-stanzas">${value}</text></error>`;
  return [
    push(`<item jid="mary@im.example" name="${value}" subscription="both"><group>${value}</group><group>Friends</group></item>`, 'm1'),
    push(`<item jid="victim@im.example" name="${value}" subscription="none" ask="subscribe"><group>${value}</group></item>`, 'm2'),
    push(`<item jid="${value}@${EVIL}" subscription="both"><group>Friends</group></item>`, 'm3'),
    `<presence from="mary@im.example/${value}"><show>${value}</show><priority>${value}</priority>${words}<idle xmlns="urn:xmpp:idle:1" since="${value}"/><x xmlns="${value}"/></presence>`,
    `<presence from="victim@im.example" type="error">${condition}</presence>`,
    `<presence type="subscribe" from="eve@${EVIL}" xml:lang="${value}">${words}</presence>`,
    `<presence type="subscribe" from="${value}@${EVIL}">${words}</presence>`,
    `<presence from="mallory@${EVIL}/${value}" type="${value}">${words}</presence>`,
    `<message from="mary@im.example"><body>${value}</body></message>`,
  ];
}

function part(within: Element, name: string): HTMLElement {
  const found = elementsIn(within.shadowRoot ?? within).find((element) => element.part.contains(name));
  if (!(found instanceof HTMLElement)) throw new Error(`There is no ${name}`);
  return found;
}

describe('what others write is text, and nothing but text:', () => {
  let page: HostilePage;
  afterEach(() => page.close());

  for (const [what, text] of Object.entries(payloads)) {
    it(`${what}, in every field there is`, async () => {
      page = await HostilePage.open(`<item jid="list@im.example" name="${escaped(text)}" subscription="to"><group>${escaped(text)}</group></item>`);
      await page.receive(...stanzas(text));
      const mary = page.session.contact('mary@im.example');
      expect([mary.item?.name, mary.item?.groups, mary.status, mary.nick]).to.deep.equal([text, [text, 'Friends'], kept(text, 2_000), kept(text, 200)]);
      // A name of which nothing is to be seen would be a row of nobody.
      expect(page.roster.rows()).to.include(`${what === 'nothing to be seen' ? 'mary@im.example' : text} in Friends`);
      for (const element of page.elements) expect(getComputedStyle(element).display, element.localName).not.to.equal('none');
      await page.expectUnharmed(['m1', 'm2', 'm3'].map(acknowledgement));
    });
  }

  for (const what of ['markup', 'markup in quotes', 'a selector', 'a style', 'the prototype'] as const) {
    it(`${what}, in what opens: a contact’s card, its questions, the groups one may choose`, async () => {
      const text = payloads[what] ?? '';
      page = await HostilePage.open(`<item jid="${escaped(text.replaceAll(/[/@]/g, ''))}@${EVIL}" name="${escaped(text)}" subscription="both"><group>${escaped(text)}</group></item>`);
      await page.receive(...stanzas(text));
      page.takeSent();
      const row = elementsIn(page.roster.element.renderRoot as ShadowRoot).find((element) => element.ariaLabel?.startsWith('Mary') !== true && element.part.contains('contact'));
      await page.clickOn(row);
      await page.clickOn(part(page.roster.element, 'remove-button'));
      expect(page.text(page.roster.element)).to.contain('Remove ').and.to.contain('from your contacts?');
      await page.clickOn(part(page.form, 'group-field'));
      await page.clickOn([...part(page.form, 'choices').querySelectorAll('button')].find(({ textContent }) => textContent?.trim() === text.trim()));
      expect(part(page.form, 'chip').textContent).to.contain(text.trim());
      page.card.jid = `${text}@${EVIL}`;
      await page.settled();
      await page.expectUnharmed();
    });
  }

  it('a version of the roster comes back to the server as it was', async () => {
    for (const ver of [MARKUP, '__proto__', '\u202e"\'&amp;', 'v'.repeat(100_000)]) {
      page = await HostilePage.open('', ` ver="${escaped(ver)}"`);
      await page.signsInAnew(() => page.server.cut());
      const gets = page.server.reports.flatMap((report) => (report.kind === 'stanza' && report.frame.includes('jabber:iq:roster') ? [parseXml(report.frame)] : []));
      const asked = gets.at(-1)?.children.map((query) => (typeof query === 'string' ? query : query.attrs.ver));
      expect(asked).to.deep.equal([ver]);
      await page.expectUnharmed();
      await page.close();
    }
    page = await HostilePage.open();
  });

  it('what a server says in refusing an edit is said as it is', async () => {
    page = await HostilePage.open('<item jid="ann@im.example" name="Ann" subscription="both"><group>Work</group></item>');
    page.roster.element.renderRoot.querySelector<HTMLElement>('[part~=contact]')?.click();
    const refused = page.session.moveContact('ann@im.example', 'Work', 'Friends').catch((error: unknown) => error);
    await page.receive();
    const id = /id="([^"]+)"/.exec(page.takeSent()[0] ?? '')?.[1] ?? '';
    const ns = 'urn:ietf:params:xml:ns:xmpp-stanzas';
    await page.receive(`<iq type="error" id="${id}"><error type="cancel"><not-allowed xmlns="${ns}"/><text xmlns="${ns}">${escaped(MARKUP)}</text></error></iq>`);
    expect(await refused).to.include({ condition: 'not-allowed', text: MARKUP });
    await page.expectUnharmed();
  });
});
