import { expect } from 'chai';
import type { ServerChoice } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import { Fixture, stanzasOf } from './fixture.js';

export function logsIn(server: ServerChoice): void {
  let fixture: Fixture;
  beforeEach(async () => {
    fixture = await Fixture.open(server);
  });
  afterEach(() => fixture.close());

  it('signs in by SCRAM, with a mutual proof, and never sends the password', async () => {
    const sent = framesSent();
    await fixture.online();
    const [mechanism] = sent().flatMap((frame) => /mechanism="([^"]+)"/.exec(frame)?.[1] ?? []);
    expect(mechanism).to.equal('SCRAM-SHA-256');
  });

  it('tries a wrong password once, and says what is wrong', async () => {
    const session = fixture.session({ password: 'wrong' });
    session.connect();
    await until(() => session.failure?.final === true, 'the log-in failed for good');
    expect(session.connectionStatus).to.equal('offline');
    expect(session.failure).to.include({ kind: 'authentication', condition: 'not-authorized' });
    expect(await fixture.refusedLogIns()).to.equal(1);
  });

  it('asks for the roster, and says that it is there only once it has it', async () => {
    const session = fixture.session({ resource: 'page' });
    const stanzas = stanzasOf(session);
    session.connect();
    await until(() => session.presence.confirmed, 'presence is confirmed');
    const at = (pattern: RegExp) => stanzas.findIndex((stanza) => pattern.test(stanza));
    expect(at(/^out <iq [^]*jabber:iq:roster/)).to.equal(0);
    expect(at(/^in <iq [^]*jabber:iq:roster/)).to.be.within(1, at(/^out <presence/) - 1);
    expect(session.contact(fixture.jid('stuart')).item).to.deep.include({ name: 'Stuart', subscription: 'both' });
    expect([...(session.contact(fixture.jid('stuart')).item?.groups ?? [])].sort()).to.deep.equal(['Coworker', 'Football']);
  });

  it('knows its own presence confirmed when the server has sent it back', async () => {
    const session = await fixture.online({ resource: 'page' });
    const chosen = session.setPresence({ show: 'away', status: 'At the coffee machine', priority: 3 });
    expect(session.presence.confirmed).to.equal(false);
    await chosen;
    expect(session.presence).to.include({ show: 'away', status: 'At the coffee machine', confirmed: true });
    expect(session.resources).to.have.length(1);
    expect(session.resources[0]).to.include({ resource: 'page', show: 'away', priority: 3 });
  });

  it('knows that it is unavailable when the server has taken it', async () => {
    const session = await fixture.online();
    const stuart = await fixture.client('stuart');
    await session.setUnavailable('Gone home');
    expect(session.presence).to.include({ type: 'unavailable', confirmed: true });
    const farewell = await stuart.nextPresence(fixture.jid('george'), 'unavailable');
    expect(farewell.getChildText('status')).to.equal('Gone home');
    expect(session.contact(fixture.jid('stuart'))).to.include({ availability: 'unknown', reason: 'own-unavailable' });
    await session.setPresence();
    await until(() => session.contact(fixture.jid('stuart')).availability === 'available', 'Stuart is seen again');
  });

  it('tells contacts when it disconnects', async () => {
    const session = await fixture.online();
    const stuart = await fixture.client('stuart');
    await session.disconnect();
    await stuart.nextPresence(fixture.jid('george'), 'unavailable');
  });

  it('answers a ping of another’s client as if nobody were here', async () => {
    await fixture.online({ resource: 'page' });
    const stuart = await fixture.client('stuart');
    const answer = await stuart.ping(`${fixture.jid('george')}/page`).then(() => 'pong', (error: Error & { condition?: string }) => error.condition);
    expect(answer).to.equal('service-unavailable');
  });
}

/** Every frame that this page sends from now on, sign-in included. */
function framesSent(): () => string[] {
  const frames: string[] = [];
  const send = Reflect.get(WebSocket.prototype, 'send');
  WebSocket.prototype.send = function (data) {
    if (typeof data === 'string') frames.push(data);
    send.call(this, data);
  };
  return () => {
    WebSocket.prototype.send = send;
    return frames;
  };
}
