import { expect } from 'chai';
import type { Session } from '../../../src/state/session.js';
import type { ServerChoice } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import { Fixture } from './fixture.js';

/** @param tellsOffline whether the server says at log-in who of the contacts is offline (RFC 6121 §4.3.2 leaves it free) */
export function showsPresence(server: ServerChoice, tellsOffline: boolean): void {
  let fixture: Fixture;
  let stuart: string;
  beforeEach(async () => {
    fixture = await Fixture.open(server);
    stuart = fixture.jid('stuart');
  });
  afterEach(() => fixture.close());

  const shown = (session: Session) => session.contact(stuart);
  const isShown = (session: Session, availability: string) => until(() => shown(session).availability === availability, `Stuart is shown as ${availability}`);

  it('sees who was there before', async () => {
    const client = await fixture.client('stuart');
    await client.presence({ show: 'dnd', status: 'On the meeting…' });
    await client.ping();
    const session = await fixture.online();
    await isShown(session, 'dnd');
    expect(shown(session).status).to.equal('On the meeting…');
  });

  it('sees who comes, and every change of show and words', async () => {
    const session = await fixture.online();
    const client = await fixture.client('stuart');
    await isShown(session, 'available');
    for (const show of ['chat', 'away', 'xa', 'dnd'] as const) {
      await client.presence({ show, status: `now ${show}` });
      await isShown(session, show);
      expect(shown(session).status).to.equal(`now ${show}`);
    }
  });

  it('sees who goes, with the last words and the time', async () => {
    const session = await fixture.online();
    const client = await fixture.client('stuart');
    await isShown(session, 'available');
    await client.logOut('Gone home');
    await isShown(session, 'unavailable');
    expect(shown(session).status).to.equal('Gone home');
    expect(shown(session).lastSeen?.getTime()).to.be.closeTo(Date.now(), 10_000);
  });

  it('takes the resource with the highest priority, as a number, and falls back to the next', async () => {
    const session = await fixture.online();
    const desk = await fixture.client('stuart', 'desk', { available: false });
    const phone = await fixture.client('stuart', 'phone', { available: false });
    await desk.presence({ show: 'away', priority: 9 });
    await phone.presence({ show: 'dnd', priority: 10 });
    await until(() => shown(session).resources.length === 2, 'both are known');
    expect(shown(session).availability).to.equal('dnd');
    expect(shown(session).resources.map(({ resource, priority }) => [resource, priority])).to.deep.equal([['phone', 10], ['desk', 9]]);
    await phone.logOut();
    await isShown(session, 'away');
  });

  it('sees its own other resources', async () => {
    const session = await fixture.online({ resource: 'page' });
    await (await fixture.client('george', 'phone')).presence({ priority: 5 });
    await until(() => session.resources.length === 2, 'both are known');
    expect(session.resources.map(({ resource }) => resource)).to.deep.equal(['phone', 'page']);
  });

  if (tellsOffline) {
    it('knows at log-in who is offline', async () => {
      await isShown(await fixture.online(), 'unavailable');
    });
  } else {
    it('concludes from the silence of its own server who is offline', async () => {
      const session = await fixture.online();
      expect(shown(session)).to.include({ availability: 'unknown', reason: 'no-presence' });
      await isShown(session, 'unavailable');
      expect(shown(session).lastSeen).to.equal(undefined);
    });
  }
}
