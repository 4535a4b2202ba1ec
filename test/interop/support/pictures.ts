import { ContextProvider } from '@lit/context';
import { expect } from 'chai';
import '../../../src/elements/xmpp-roster/xmpp-roster.js';
import { pictureStorage } from '../../../src/context/picture-storage.js';
import { sessionContext } from '../../../src/context/session-context.js';
import type { Session } from '../../../src/state/session.js';
import { RosterSeen } from '../../elements/roster-seen.js';
import type { Peer } from '../../support/browser/peer.js';
import { base64, png, sha1 } from '../../support/browser/pictures.js';
import type { ServerChoice } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import { Fixture, stanzasOf } from './fixture.js';

/** XEP-0084 and XEP-0153: what another client publishes is what a row shows. */
export function showsPictures(server: ServerChoice): void {
  let fixture: Fixture;
  let stuart: Peer;
  let boxes: HTMLElement[];
  beforeEach(async () => {
    await pictureStorage.clear();
    boxes = [];
    fixture = await Fixture.open(server);
    stuart = await fixture.client('stuart');
  });
  afterEach(async () => {
    for (const box of boxes) box.remove();
    await fixture.close();
    await pictureStorage.clear();
  });

  const rosterOf = (session: Session): RosterSeen => {
    const box = document.createElement('div');
    new ContextProvider(box, { context: sessionContext, initialValue: session });
    const element = document.createElement('xmpp-roster');
    box.append(element);
    document.body.append(box);
    boxes.push(box);
    return new RosterSeen(element);
  };
  const pictureIn = (roster: RosterSeen) => (roster.rows().includes('Stuart in Coworker') ? roster.contact('Stuart', 'Coworker').picture : undefined);
  const requestsIn = (stanzas: readonly string[]) => stanzas.filter((stanza) => /^out .*(vcard-temp"\/?>|urn:xmpp:avatar:data)/.test(stanza));
  const random = () => png(Math.floor(Math.random() * 0xffffff), { width: 48, height: 48 });

  const publish = {
    'in the vCard': async (bytes: Uint8Array<ArrayBuffer>) => stuart.showPhoto(base64(bytes, 76), await sha1(bytes)),
    'by itself': async (bytes: Uint8Array<ArrayBuffer>) => stuart.publishAvatar(base64(bytes), await sha1(bytes), bytes.length),
  };
  for (const [how, show] of Object.entries(publish)) {
    it(`shows a picture that is published ${how}, while the list is there`, async () => {
      const session = await fixture.online();
      const roster = rosterOf(session);
      await until(() => roster.rows().length > 0, 'the list is there');
      expect(pictureIn(roster)).to.equal(undefined);
      const bytes = random();
      await show(bytes);
      await until(() => pictureIn(roster) !== undefined, 'the row shows it');
      expect(session.pictures.picture(fixture.jid('stuart'))?.bytes).to.deep.equal(bytes);
    });

    it(`shows one that was published ${how} before, and a page that is loaded again asks for nothing`, async () => {
      const bytes = random();
      await show(bytes);
      const first = fixture.session({ resource: 'first' });
      const asked = stanzasOf(first);
      first.connect();
      const roster = rosterOf(first);
      await until(() => pictureIn(roster) !== undefined, 'the row shows it');
      expect(requestsIn(asked)).to.have.lengthOf(1);
      const id = await sha1(bytes);
      for (let kept: unknown; kept === undefined; ) kept = await pictureStorage.load(id);
      await first.disconnect();
      boxes.pop()?.remove();
      const second = fixture.session({ resource: 'second' });
      const askedAgain = stanzasOf(second);
      second.connect();
      const again = rosterOf(second);
      await until(() => second.ready && pictureIn(again) !== undefined, 'the row of the next visit shows it');
      expect(requestsIn(askedAgain)).to.deep.equal([]);
    });
  }

  it('shows initials again when the picture is taken away', async () => {
    const roster = rosterOf(await fixture.online());
    const bytes = random();
    await publish['by itself'](bytes);
    await until(() => pictureIn(roster) !== undefined, 'the row shows it');
    await stuart.withdrawAvatar();
    await until(() => pictureIn(roster) === undefined && roster.contact('Stuart', 'Coworker').initials === 'S', 'the initials are back');
  });
}
