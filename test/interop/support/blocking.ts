import { expect } from 'chai';
import type { Session } from '../../../src/state/session.js';
import type { ServerChoice } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import { Fixture } from './fixture.js';

/** XEP-0191. */
export function blocks(server: ServerChoice): void {
  let fixture: Fixture;
  afterEach(() => fixture.close());

  async function open(...args: Parameters<typeof Fixture.open> extends [unknown, ...infer Rest] ? Rest : never): Promise<Session> {
    fixture = await Fixture.open(server, ...args);
    const session = await fixture.online({ resource: 'page' });
    await until(() => session.canBlock === true, 'the server says that it can block');
    return session;
  }
  const isBlocked = (session: Session, blocked: boolean) => until(() => session.contact(fixture.jid('stuart')).blocked === blocked, `blocked is ${blocked}`);

  it('takes us away from the one who is blocked, and them from us; and back', async () => {
    const session = await open();
    const [stuart, george] = [fixture.jid('stuart'), fixture.jid('george')];
    const client = await fixture.client('stuart');
    await client.nextPresence(george, undefined);
    await until(() => session.contact(stuart).availability === 'available', 'Stuart is seen');
    await session.blockContact(stuart);
    await isBlocked(session, true);
    expect(session.contact(stuart)).to.include({ availability: 'unknown', reason: 'blocked' });
    await client.nextPresence(george, 'unavailable');
    client.clear();
    await session.setPresence({ show: 'dnd' });
    await client.ping();
    expect(client.presencesFrom(george).filter(({ attrs }) => attrs.type === undefined)).to.deep.equal([]);
    await session.unblockContact(stuart);
    await isBlocked(session, false);
    await client.nextPresence(george, undefined);
    await client.presence({ show: 'away' });
    await until(() => session.contact(stuart).availability === 'away', 'Stuart is seen again');
    expect(session.contact(stuart).item).to.deep.include({ name: 'Stuart', subscription: 'both' });
  });

  it('keeps requests of strangers away', async () => {
    const session = await open('strangers');
    const stuart = fixture.jid('stuart');
    const client = await fixture.client('stuart');
    await session.blockContact(stuart);
    await isBlocked(session, true);
    await client.presence({ to: fixture.jid('george'), type: 'subscribe' });
    await client.ping();
    await session.setPresence({ status: 'so that everything before has come' });
    expect(session.requests()).to.deep.equal([]);
  });

  it('is known in the next session, and told to the other ones', async () => {
    const session = await open('strangers');
    const stuart = fixture.jid('stuart');
    const other = await fixture.online({ resource: 'other' });
    await until(() => other.canBlock === true, 'the other one knows the list');
    await session.blockContact(stuart);
    await isBlocked(other, true);
    const later = await fixture.online({ resource: 'later' });
    await isBlocked(later, true);
    expect(later.blocked()).to.deep.equal([stuart]);
    await later.unblockContact(stuart);
    await isBlocked(session, false);
  });
}
