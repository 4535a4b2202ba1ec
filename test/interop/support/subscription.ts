import { expect } from 'chai';
import type { Session } from '../../../src/state/session.js';
import type { Peer } from '../../support/browser/peer.js';
import type { ServerChoice } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import { Fixture } from './fixture.js';

export function subscribes(server: ServerChoice): void {
  let fixture: Fixture;
  let session: Session;
  let client: Peer;
  let stuart: string;
  let george: string;
  beforeEach(async () => {
    fixture = await Fixture.open(server, 'strangers');
    client = await fixture.client('stuart');
    session = await fixture.online({ resource: 'page' });
    stuart = fixture.jid('stuart');
    george = fixture.jid('george');
  });
  afterEach(() => fixture.close());

  const becomes = (subscription: string) => until(() => session.contact(stuart).item?.subscription === subscription, `the subscription is ${subscription}`);

  /** Asks, and lets Stuart's client answer. */
  async function ask(answer: 'subscribed' | 'unsubscribed'): Promise<void> {
    await session.addContact(stuart, { name: 'Stuart', groups: ['Friends'] });
    await client.nextPresence(george, 'subscribe');
    await until(() => session.contact(stuart).item?.ask === 'subscribe', 'the request waits');
    await client.presence({ to: george, type: answer });
  }

  it('sees the other’s presence once the request is granted', async () => {
    await client.presence({ show: 'dnd', status: 'On the meeting…' });
    await ask('subscribed');
    await becomes('to');
    await until(() => session.contact(stuart).availability === 'dnd', 'presence flows');
    expect(session.contact(stuart)).to.include({ name: 'Stuart', status: 'On the meeting…' });
    expect(await fixture.stored('george', stuart)).to.equal('Stuart, to [Friends]');
  });

  it('waits no more once the request is denied, and knows no presence', async () => {
    await ask('unsubscribed');
    await until(() => session.contact(stuart).item?.ask === undefined, 'nothing waits any more');
    expect(session.contact(stuart)).to.include({ availability: 'unknown', reason: 'not-subscribed' });
    expect(await fixture.stored('george', stuart)).to.equal('Stuart, none [Friends]');
  });

  it('shows the other’s request, and its presence flows there once granted', async () => {
    await session.setPresence({ show: 'away', status: 'At the coffee machine' });
    await client.presence({ to: george, type: 'subscribe' });
    await until(() => session.requests().length === 1, 'the request has come');
    expect(session.requests()[0]?.jid).to.equal(stuart);
    await session.approveSubscription(stuart);
    await client.nextPresence(george, 'subscribed');
    const seen = await client.nextPresence(george, undefined);
    expect([seen.getChildText('show'), seen.getChildText('status')]).to.deep.equal(['away', 'At the coffee machine']);
    expect(session.requests()).to.deep.equal([]);
    await becomes('from');
  });

  it('denies a request, and stays a stranger', async () => {
    await client.presence({ to: george, type: 'subscribe' });
    await until(() => session.requests().length === 1, 'the request has come');
    await session.denySubscription(stuart);
    await client.nextPresence(george, 'unsubscribed');
    expect(session.requests()).to.deep.equal([]);
    expect(client.presencesFrom(george).some(({ attrs }) => attrs.type === undefined)).to.equal(false);
  });

  it('is both ways when each has asked, and ends either way alone', async () => {
    await ask('subscribed');
    await client.presence({ to: george, type: 'subscribe' });
    await until(() => session.requests().length === 1, 'the request has come');
    await session.approveSubscription(stuart);
    await becomes('both');
    await session.cancelSubscription(stuart);
    await client.nextPresence(george, 'unsubscribed');
    await becomes('to');
    await session.unsubscribe(stuart);
    await becomes('none');
    expect(session.contact(stuart)).to.include({ availability: 'unknown', reason: 'not-subscribed' });
  });
}
