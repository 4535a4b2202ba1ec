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

  it('lets somebody in without asking who was approved in advance, where the server can (RFC 6121 §3.4)', async () => {
    if (!session.canPreApprove) {
      const refused: unknown = await session.preApproveSubscription(stuart).catch((error: unknown) => error);
      expect(refused).to.have.property('condition', 'feature-not-implemented');
      return;
    }
    await session.addContact(stuart, { name: 'Stuart', subscribe: false });
    await session.preApproveSubscription(stuart);
    await client.presence({ to: george, type: 'subscribe' });
    await client.nextPresence(george, 'subscribed');
    await becomes('from');
    expect(session.requests()).to.deep.equal([]);
  });

  it('knows nothing more of somebody who takes their permission back', async () => {
    await ask('subscribed');
    await until(() => session.contact(stuart).availability === 'available', 'presence flows');
    await client.presence({ to: george, type: 'unsubscribed' });
    await becomes('none');
    await until(() => session.contact(stuart).availability === 'unknown', 'nothing is known any more');
    expect(session.contact(stuart)).to.include({ reason: 'not-subscribed', name: 'Stuart' });
    expect(await fixture.stored('george', stuart)).to.equal('Stuart, none [Friends]');
  });

  it('says why a request could not be delivered, and takes it back', async () => {
    const nobody = 'somebody@unreachable.invalid';
    await session.addContact(nobody, { name: 'Nobody' });
    await until(() => session.contact(nobody).requestError !== undefined, 'the error has come');
    expect(session.contact(nobody).requestError?.condition).to.be.a('string');
    expect(session.contact(nobody).item).to.include({ ask: 'subscribe', name: 'Nobody' });
    await session.unsubscribe(nobody);
    await until(() => session.contact(nobody).item?.ask === undefined, 'nothing waits any more');
    expect(session.contact(nobody).requestError).to.equal(undefined);
  });

  it('puts a request to the user again at the next log-in, until it is answered', async () => {
    await client.presence({ to: george, type: 'subscribe' });
    await until(() => session.requests().length === 1, 'the request has come');
    await session.disconnect();
    session.connect();
    await until(() => session.ready && session.requests().length === 1, 'it has come again');
    await session.approveSubscription(stuart);
    await becomes('from');
    await session.disconnect();
    session.connect();
    await until(() => session.ready && session.presence.confirmed, 'the session is ready again');
    expect(session.requests()).to.deep.equal([]);
  });

  it('keeps three people apart: one is let in, one is not, and only the one sees us', async () => {
    const mary = await fixture.newcomer();
    await client.presence({ to: george, type: 'subscribe' });
    await mary.presence({ to: george, type: 'subscribe' });
    await until(() => session.requests().length === 2, 'both have asked');
    await session.approveSubscription(stuart);
    await session.denySubscription(mary.bare);
    await client.nextPresence(george, 'subscribed');
    await mary.nextPresence(george, 'unsubscribed');
    await session.setPresence({ show: 'chat', status: 'For friends' });
    await client.nextPresence(george, undefined, (presence) => presence.getChildText('status') === 'For friends');
    await mary.ping();
    expect(mary.presencesFrom(george).filter(({ attrs }) => attrs.type === undefined)).to.deep.equal([]);
    await becomes('from');
    expect(session.requests()).to.deep.equal([]);
    expect(session.contact(mary.bare).item?.subscription ?? 'none').to.equal('none');
  });
}
