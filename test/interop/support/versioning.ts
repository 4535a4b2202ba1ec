import { expect } from 'chai';
import { createSession } from '../../../src/context/create-session.js';
import type { Session } from '../../../src/state/session.js';
import { serverCommand, type ServerKind } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import { Fixture, stanzasOf } from './fixture.js';

/** RFC 6121 §2.6, over the browser's own database. */
export function versions(kind: ServerKind): void {
  let fixture: Fixture;
  afterEach(() => fixture.close());

  /** A session of a later visit; with what went by. */
  async function visit(): Promise<{ readonly session: Session; readonly stanzas: readonly string[] }> {
    const session = fixture.session({ resource: 'visit' });
    const stanzas = stanzasOf(session);
    session.connect();
    await until(() => session.ready && session.presence.confirmed, 'the session is ready');
    return { session, stanzas };
  }

  /** Until what is to be kept has been written. */
  async function leave(session: Session): Promise<void> {
    const jid = fixture.jid('george');
    const items = JSON.stringify(session.contacts().map(({ item }) => item));
    let kept = '';
    for (const deadline = performance.now() + 5_000; kept !== items && performance.now() < deadline; ) {
      const reader = createSession(() => ({ anonymous: false }));
      await reader.restore(jid);
      kept = JSON.stringify(reader.contacts().map(({ item }) => item));
    }
    expect(kept).to.equal(items);
    await session.disconnect();
  }

  const asked = (stanzas: readonly string[]) => /^out .*<query xmlns="jabber:iq:roster"( ver="([^"]*)")?\/>/.exec(stanzas.find((xml) => xml.includes('jabber:iq:roster')) ?? '')?.[2];
  const answer = (stanzas: readonly string[]) => stanzas.find((xml) => xml.startsWith('in <iq') && xml.includes('type="result"') && !xml.includes('bind')) ?? '';

  it('asks for all at first, for nothing when nothing has changed, and sees what has', async function () {
    this.timeout(30_000);
    fixture = await Fixture.open({ kind });
    const first = await visit();
    expect(asked(first.stanzas)).to.equal('');
    expect(answer(first.stanzas)).to.contain('<item');
    await leave(first.session);

    const second = await visit();
    expect(asked(second.stanzas)).not.to.be.oneOf(['', undefined]);
    expect(answer(second.stanzas)).not.to.contain('<query');
    expect(second.session.contact(fixture.jid('stuart')).item?.groups).to.have.members(['Coworker', 'Football']);
    await leave(second.session);

    const other = await fixture.client('george', 'other');
    await other.setItem({ jid: fixture.jid('stuart'), name: 'Stu', groups: ['Chess'] });
    const third = await visit();
    await until(() => third.session.contact(fixture.jid('stuart')).name === 'Stu', 'the change has come');
    expect(third.session.contact(fixture.jid('stuart')).item?.groups).to.deep.equal(['Chess']);
  });

  it('goes on after the server was started anew', async function () {
    this.timeout(60_000);
    const server = { kind, instance: 'crashing' };
    await serverCommand('expect-console', { pattern: 'WebSocket connection to' });
    fixture = await Fixture.open(server);
    const { session } = await visit();
    await session.moveContact(fixture.jid('stuart'), 'Coworker', 'Friends');
    await until(() => session.contact(fixture.jid('stuart')).item?.groups.includes('Friends') ?? false, 'the move is there');
    await leave(session);
    await serverCommand('crash-server', server);
    await serverCommand('restart-server', server);
    const later = await visit();
    expect(later.session.contact(fixture.jid('stuart')).item?.groups).to.have.members(['Football', 'Friends']);
    expect(later.session.contacts()).to.have.length(1);
  });
}
