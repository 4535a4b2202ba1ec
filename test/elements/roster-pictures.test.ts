import { expect } from 'chai';
import { pictureStorage } from '../../src/context/picture-storage.js';
import { avatarEvent, photoPresence, png } from '../support/browser/pictures.js';
import { settled, until } from '../support/browser/waiting.js';
import { crowd, office } from './people.js';
import { PictureServer } from './pictures.harness.js';
import { RosterHarness } from './roster.harness.js';

describe('pictures in <xmpp-roster>', () => {
  let roster: RosterHarness;
  let server: PictureServer;
  beforeEach(() => {
    server = new PictureServer();
  });
  afterEach(async () => {
    await roster.remove();
    await pictureStorage.clear();
  });

  const online = async (items = office, look?: Parameters<typeof RosterHarness.offline>[0]) => {
    roster = await RosterHarness.offline(look);
    await roster.account.comeOnline(items, undefined, server.respond);
    await roster.settled();
  };
  const receive = async (...stanzas: string[]) => {
    for (const stanza of stanzas) roster.account.stream.receive(stanza);
    await roster.settled();
  };
  const shown = (name: string) => until(() => roster.contact(name).picture !== undefined, `${name} has a picture`);

  it('take the place of the initials when they have come, as blob: URLs', async () => {
    await online();
    const [mary, ann] = [await server.setVCard('mary@im.example', png(0xff0000)), await server.publish('ann@im.example', png(0x00ff00))];
    await receive(photoPresence('mary@im.example', mary), avatarEvent('ann@im.example', { id: ann }));
    await shown('Mary');
    await shown('Ann Lee');
    expect(roster.contact('Mary').picture).to.match(/^blob:/);
    expect(roster.contact('Mary').initials).to.equal('');
    expect(roster.contact('Garry').initials).to.equal('G');
    expect(server.asked).to.deep.equal(['mary@im.example vcard', 'ann@im.example avatar']);
    expect(await roster.axe()).to.deep.equal([]);
  });

  it('are initials while there is nothing that could be shown: an SVG, or what the browser can make no image of', async () => {
    await online();
    const torn = png(1).fill(0xff, 33);
    const svg = new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"><script>document.title = "evil"</script></svg>');
    const hashes = [await server.setVCard('mary@im.example', torn), await server.setVCard('garry@im.example', svg, 'image/png')];
    await receive(photoPresence('mary@im.example', hashes[0]), photoPresence('garry@im.example', hashes[1]));
    const good = await server.setVCard('ann@im.example', png(5));
    await receive(photoPresence('ann@im.example', good));
    await shown('Ann Lee');
    await roster.settled();
    expect([roster.contact('Mary').initials, roster.contact('Garry').initials]).to.deep.equal(['M', 'G']);
    expect(roster.contact('Mary').picture).to.equal(undefined);
  });

  it('are asked for no more once the list has left the page', async () => {
    await online();
    const { parentElement } = roster.element;
    roster.element.remove();
    roster.element.requestUpdate();
    await settled(roster.element);
    await receive(photoPresence('mary@im.example', await server.setVCard('mary@im.example', png(1))));
    expect(server.asked).to.deep.equal([]);
    parentElement?.append(roster.element);
    await shown('Mary');
  });

  it('are asked for of those in sight alone', async () => {
    await online(crowd(1_000), { height: 400 });
    const everybody = crowd(1_000).map(({ jid }) => jid);
    const hash = await server.setVCard('c0999@im.example', png(3));
    await receive(...everybody.map((jid, index) => photoPresence(jid, jid === 'c0999@im.example' ? hash : index.toString(16).padStart(40, '0'))));
    await until(() => server.asked.length >= 10, 'those in sight were asked');
    await roster.settled();
    expect(server.asked.length).to.be.lessThan(30);
    expect(server.asked).not.to.include('c0999@im.example vcard');
    await roster.scrollTo(1_000_000);
    await shown('Contact 0999');
  });

  it('are told to be forgotten when they are out of sight, and there again when they come back', async () => {
    await online(crowd(300), { height: 400 });
    const hash = await server.setVCard('c0000@im.example', png(3));
    await receive(photoPresence('c0000@im.example', hash));
    await shown('Contact 0000');
    const former = roster.contact('Contact 0000').picture;
    const revoked: string[] = [];
    const revoke = URL.revokeObjectURL.bind(URL);
    URL.revokeObjectURL = (url) => {
      revoked.push(url);
      revoke(url);
    };
    await roster.scrollTo(8_000);
    URL.revokeObjectURL = revoke;
    expect(revoked).to.deep.equal([former]);
    await roster.scrollTo(0);
    await shown('Contact 0000');
    expect(server.asked).to.have.lengthOf(1);
  });

  it('are kept by the browser: a page that is loaded again asks for nothing', async () => {
    await online(office, { session: { pictures: pictureStorage } });
    const [mary, ann] = [await server.setVCard('mary@im.example', png(0xff)), await server.publish('ann@im.example', png(0xff00))];
    await receive(photoPresence('mary@im.example', mary), avatarEvent('ann@im.example', { id: ann }));
    await shown('Mary');
    await shown('Ann Lee');
    for (const id of [mary, ann]) for (let kept: unknown; kept === undefined; ) kept = await pictureStorage.load(id);
    roster.account.stream.environment.advance(3_000);
    for (let ids: unknown; ids === undefined; ) ids = await pictureStorage.loadIds('george@im.example');
    await roster.remove();
    server.asked.splice(0);
    await online(office, { session: { pictures: pictureStorage } });
    await shown('Mary');
    await receive(photoPresence('mary@im.example', mary), avatarEvent('ann@im.example', { id: ann }));
    await shown('Ann Lee');
    expect(server.asked).to.deep.equal([]);
  });

  it('are larger in the contact’s card', async () => {
    await online();
    const hash = await server.setVCard('mary@im.example', png(9, { width: 64, height: 64 }));
    await receive(photoPresence('mary@im.example', hash));
    await shown('Mary');
    await roster.clickContact('Mary');
    const card = () => roster.element.shadowRoot!.querySelector('xmpp-contact-card');
    const image = () => card()?.shadowRoot?.querySelector<HTMLImageElement>('[part=avatar] img');
    await until(() => (image()?.naturalWidth ?? 0) > 0, 'the card shows it');
    await settled(card()!);
    expect(image()!.getBoundingClientRect().width).to.be.greaterThan(48);
  });

  it('are of use to the page’s own rows', async () => {
    await online();
    roster.element.renderContact = (_contact, { avatar }) => avatar;
    const hash = await server.setVCard('mary@im.example', png(9));
    await receive(photoPresence('mary@im.example', hash));
    await until(() => roster.element.shadowRoot!.querySelector('[data-jid="mary@im.example"] img') !== null, 'Mary’s own row has it');
  });
});

describe('pictures that the browser keeps', () => {
  beforeEach(() => pictureStorage.clear());
  afterEach(() => pictureStorage.clear());
  const id = (index: number) => index.toString(16).padStart(40, '0');

  it('are bounded in bytes: the oldest go', async () => {
    const large = () => new Uint8Array(4 * 1024 * 1024);
    for (let index = 0; index < 6; index++) await pictureStorage.save(id(index), large());
    const kept = await Promise.all(Array.from({ length: 6 }, (_, index) => pictureStorage.load(id(index))));
    expect(kept.map((bytes) => bytes !== undefined)).to.deep.equal([false, false, true, true, true, true]);
  });

  it('are bounded in number', async () => {
    for (let index = 0; index < 503; index++) await pictureStorage.save(id(index), new Uint8Array(1));
    expect(await pictureStorage.load(id(2))).to.equal(undefined);
    expect(await pictureStorage.load(id(3))).to.be.instanceOf(Uint8Array);
  });

  it('are there once when they are saved twice', async () => {
    for (let index = 0; index < 600; index++) await pictureStorage.save(id(index % 2), new Uint8Array(1));
    expect(await pictureStorage.load(id(0))).to.be.instanceOf(Uint8Array);
    expect(await pictureStorage.load(id(1))).to.be.instanceOf(Uint8Array);
  });
});
