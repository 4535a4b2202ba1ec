import { expect } from 'chai';
import { serverCommand, type ServerKind } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import { Fixture } from './fixture.js';

export function reconnects(kind: ServerKind): void {
  const server = { kind, instance: 'crashing' };
  let fixture: Fixture;
  beforeEach(async function () {
    this.timeout(60_000);
    await serverCommand('expect-console', { pattern: 'WebSocket connection to' });
    fixture = await Fixture.open(server);
  });
  afterEach(() => fixture.close());

  it('knows nobody’s presence while the server is gone, and all of it again when it is back', async function () {
    this.timeout(60_000);
    const stuart = fixture.jid('stuart');
    const session = await fixture.online({ resource: 'page' });
    await session.setPresence({ show: 'away', status: 'At the coffee machine' });
    await fixture.client('stuart', 'before');
    await until(() => session.contact(stuart).availability === 'available', 'Stuart is seen');

    await serverCommand('crash-server', server);
    await until(() => session.connectionStatus === 'reconnecting', 'the loss is noticed');
    expect(session.contact(stuart)).to.include({ availability: 'unknown', reason: 'disconnected', name: 'Stuart' });
    expect(session.presence).to.include({ show: 'away', confirmed: false });

    await serverCommand('restart-server', server);
    const client = await fixture.client('stuart', 'after');
    // what an element does when the page is looked at again; otherwise it waits for the next attempt
    session.connect();
    await until(() => session.ready && session.presence.confirmed, 'the session is there again');
    await until(() => session.contact(stuart).availability === 'available', 'Stuart is seen again');
    const again = await client.nextPresence(`${fixture.jid('george')}/page`, undefined);
    expect([again.getChildText('show'), again.getChildText('status')]).to.deep.equal(['away', 'At the coffee machine']);
    expect(session.contact(stuart).resources.map(({ resource }) => resource)).to.deep.equal(['after']);
  });
}
