import { expect } from 'chai';
import { childElements, children, CLIENT_NS, element, textOf, type XmlElement } from '../../src/protocol/xml.js';
import { startClientStream, until, type ClientStreamFixture } from '../support/browser/client-stream-fixture.js';

const LATER = '<presence from="mary@im.example/later"/>';

describe('ClientStream, whatever frame comes,', () => {
  let fixture: ClientStreamFixture;
  let heard: (string | undefined)[];
  beforeEach(() => {
    heard = [];
  });
  afterEach(() => fixture.end());

  async function start(...args: Parameters<typeof startClientStream>): Promise<ClientStreamFixture> {
    fixture = await startClientStream(...args);
    fixture.stream.observe({ onPresence: ({ attrs }) => heard.push(attrs.from) });
    return fixture;
  }

  /** Settles when the last presence of all has come. */
  function later(): Promise<'later'> {
    return new Promise((resolve) => {
      fixture.stream.observe({ onPresence: ({ attrs }) => attrs.from === 'mary@im.example/later' && resolve('later') });
    });
  }

  /** Settles with the presence that came, or with the state after the connection was given up. */
  function laterOrLost(): Promise<unknown> {
    return Promise.race([later(), until(fixture.stream, ({ connectionStatus }) => connectionStatus !== 'online')]);
  }

  const frames: Record<string, string> = {
    'with tags that do not match': '<presence from="mary@im.example/x"><show>away</presence>',
    'cut off in its text': '<presence from="mary@im.example/x"><status>On the me',
    'cut off between tags': '<presence from="mary@im.example/x">',
    'cut off in a tag': '<presence from="mary@im.example/x"',
    'cut off in a tag’s name': '<presence><sta',
    'cut off in an attribute': '<presence from="mary@im.exam',
    'cut off in an end tag': '<presence from="mary@im.example/x"></presen',
    'with a stanza and a piece of another': '<presence from="mary@im.example/x"/><presence from="ma',
    'with an entity nobody declared': '<presence from="mary@im.example/x"><status>&nbsp;</status></presence>',
    'with a character XML does not have': '<presence from="mary@im.example/x"><status>&#0;</status></presence>',
    'with an entity in an attribute': '<presence from="mary&nbsp;@im.example/x"/>',
    'that declares a document type': '<!DOCTYPE presence [<!ENTITY a "b">]>',
    'that declares a document type before a stanza': '<!DOCTYPE presence><presence from="mary@im.example/x"/>',
    'with a comment that does not end': '<!-- presence',
    'with character data that does not end': '<presence><status><![CDATA[On the me',
    'with a processing instruction': '<?xml version="1.0"?><presence from="mary@im.example/x"/>',
    'with an instruction that does not end': '<?xml version="1.0"',
    'that ends what did not begin': '</presence>',
    'of text alone': 'presence',
    'of one space': ' ',
    'of nothing': '',
    'from what is no address': '<presence from="a@b@c"/>',
    'from nowhere': '<presence from=""/>',
    'with an IQ from what is no address': '<iq type="get" id="1" from="@"><ping xmlns="urn:xmpp:ping"/></iq>',
    'with an IQ without anything': '<iq/>',
    'of an unknown kind': '<news xmlns="urn:example:news"/>',
    'with another feature list': '<stream:features xmlns:stream="http://etherx.jabber.org/streams"/>',
    'with a second stream': '<open xmlns="urn:ietf:params:xml:ns:xmpp-framing" from="im.example" version="1.0"/>',
    '50,000 levels deep': `<presence from="mary@im.example/x">${'<a>'.repeat(50_000)}${'</a>'.repeat(50_000)}</presence>`,
  };
  for (const [what, frame] of Object.entries(frames)) {
    it(`${what}, is never deaf: a later stanza takes effect, on this stream or on the next`, async () => {
      const { server, stream } = await start();
      await fixture.goOnline();
      const outcome = laterOrLost();
      await server.send(frame);
      await server.send(LATER);
      if ((await outcome) !== 'later') {
        expect(stream.state.connectionStatus).to.equal('reconnecting');
        await fixture.goOnline();
        await fixture.receive(LATER);
      }
      expect(heard.at(-1)).to.equal('mary@im.example/later');
      expect(heard.filter((from) => from === 'mary@im.example/later')).to.have.length(1);
      expect(fixture.environment.errors).to.deep.equal([]);
    });
  }

  it('and larger than any roster, does not read it', async () => {
    const { server } = await start();
    await fixture.goOnline();
    const lost = until(fixture.stream, ({ connectionStatus }) => connectionStatus === 'reconnecting');
    await server.send(`<presence from="mary@im.example/x"><status>${'x'.repeat(17 * 1024 * 1024)}</status></presence>`);
    expect((await lost).failure).to.include({ kind: 'malformed', final: false });
    expect(heard).to.deep.equal([]);
  });

  it('malformed in the middle of the sign-in, tries again', async () => {
    const { server, stream } = await start({ silentAtOpen: true });
    stream.connect();
    await server.next('negotiation');
    const lost = until(stream, ({ connectionStatus }) => connectionStatus === 'reconnecting');
    await server.send('<stream:features xmlns:stream="http://etherx.jabber.org/streams"><mechanisms></stream:features>');
    expect((await lost).failure).to.include({ kind: 'malformed', final: false });
    await server.set({ silentAtOpen: false });
    await fixture.goOnline();
  });

  it('right behind the bind’s result, loses none of them', async () => {
    await start({ afterBind: ['<presence from="mary@im.example/first"/>', LATER] });
    const came = later();
    await fixture.goOnline();
    await came;
    expect(heard).to.deep.equal(['mary@im.example/first', 'mary@im.example/later']);
  });

  it('reads prefixes and namespaces as they are meant', async () => {
    await start();
    await fixture.goOnline();
    const stanzas: XmlElement[] = [];
    fixture.stream.observe({ onPresence: (stanza) => stanzas.push(stanza) });
    await fixture.receive('<presence xmlns="jabber:client" from="mary@im.example/x"><status>a &lt;b&gt; &#x2603; <![CDATA[<c>]]></status></presence>');
    expect(stanzas.flatMap(childElements).map(textOf)).to.deep.equal(['a <b> ☃ <c>']);
  });

  it('never sends a character that XML cannot carry: the server would end the stream again and again', async () => {
    await start();
    await fixture.goOnline();
    fixture.stream.send(element('presence', { id: 'a\u0000b' }, element('status', {}, 'a\u0000\u0008\u001f\ufffe\uffff\ud800 \t\n☃𝄞')));
    const sent = await fixture.nextSent();
    expect([sent.attrs.id, ...children(sent, 'status', CLIENT_NS).map(textOf)]).to.deep.equal(['ab', 'a \t\n☃𝄞']);
  });
});
