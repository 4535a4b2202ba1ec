import { expect } from 'chai';
import type { Session } from '../../../src/state/session.js';
import type { Peer } from '../../support/browser/peer.js';
import type { ServerChoice } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import { Fixture } from './fixture.js';

/** RFC 6121 §4.6, between people who are not subscribed to each other. */
export function directsPresence(server: ServerChoice): void {
  let fixture: Fixture;
  let session: Session;
  let client: Peer;
  let george: string;
  beforeEach(async () => {
    fixture = await Fixture.open(server, 'strangers');
    client = await fixture.client('stuart');
    session = await fixture.online({ resource: 'page' });
    george = fixture.jid('george');
  });
  afterEach(() => fixture.close());

  it('shows us to a stranger for now, and not what we change later', async () => {
    await session.sendDirectedPresence(fixture.jid('stuart'), { show: 'away', status: 'Just for you' });
    const seen = await client.nextPresence(george, undefined);
    expect([seen.getChildText('show'), seen.getChildText('status')]).to.deep.equal(['away', 'Just for you']);
    client.clear();
    await session.setPresence({ show: 'dnd' });
    await client.ping();
    expect(client.presencesFrom(george)).to.deep.equal([]);
    expect(session.contact(fixture.jid('stuart')).directed).to.equal(true);
    await session.endDirectedPresence(fixture.jid('stuart'));
    await client.nextPresence(george, 'unavailable');
    expect(session.contact(fixture.jid('stuart')).directed).to.equal(false);
  });

  it('ends for them when we make ourselves unavailable to all', async () => {
    await session.sendDirectedPresence(fixture.jid('stuart'));
    await client.nextPresence(george, undefined);
    await session.setUnavailable();
    await client.nextPresence(george, 'unavailable');
    client.clear();
    await session.setPresence({});
    await client.ping();
    expect(client.presencesFrom(george)).to.deep.equal([]);
  });

  it('ends for them when we go', async () => {
    await session.sendDirectedPresence(fixture.jid('stuart'));
    await client.nextPresence(george, undefined);
    await session.disconnect();
    await client.nextPresence(george, 'unavailable');
  });

  it('shows a stranger who shows themselves to us, until they go', async () => {
    await client.presence({ to: george, show: 'chat', status: 'Over here' });
    await until(() => session.contact(fixture.jid('stuart')).availability === 'chat', 'Stuart is seen');
    expect(session.contact(fixture.jid('stuart'))).to.include({ status: 'Over here', item: undefined });
    await client.logOut();
    await until(() => session.contact(fixture.jid('stuart')).availability === 'unknown', 'nothing is known any more');
  });
}
