import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as fc from 'fast-check';
import { history, type ModelEvent } from './model/events.js';
import { LiveSession } from './model/live-session.js';
import { Reference } from './model/reference.js';
import { viewOf, type View } from './model/view.js';

/** What a session says of its own accord: never a word to anybody but our own account and server. */
const BY_ITSELF = [
  'acknowledgement', 'presence', 'get jabber:iq:roster', 'get http://jabber.org/protocol/disco#info', 'get urn:xmpp:blocking', 'get urn:xmpp:ping',
];

async function compare(events: readonly ModelEvent[]): Promise<void> {
  const live = new LiveSession();
  const reference = new Reference(live.stream.environment.now());
  let before = viewOf(live.session);
  let acknowledged = 0;
  for (const event of events) {
    const isNew = event.kind === 'begin' && !reference.online;
    if (isNew && event.account !== reference.account) reference.ver = '';
    const { online, ver } = reference;
    live.told.clear();
    await live.apply(event, online);
    reference.apply(event);
    if (isNew) assert.equal(live.askedWith, ver, 'the version it asks for the roster with');
    const after = viewOf(live.session);
    assert.deepEqual(after, reference.view());
    assertTold(live.told, before, after);
    const sent = live.takeSent().map((stanza) => stanza.replace(` to ${reference.account}`, '').replace(` to ${reference.account?.toUpperCase()}`, ''));
    assert.deepEqual(sent.filter((stanza) => !BY_ITSELF.includes(stanza)), [], 'nobody else is told anything');
    acknowledged += sent.filter((stanza) => stanza === 'acknowledgement').length;
    assert.equal(acknowledged, reference.acknowledgements, 'each push of our account is acknowledged once');
    assert.deepEqual(live.stream.environment.errors, []);
    before = after;
  }
}

/** Whoever is shown differently was named to those who listen. */
function assertTold(told: ReadonlySet<string>, before: View, after: View): void {
  const changed = Object.keys(after.people).filter((jid) => JSON.stringify(before.people[jid]) !== JSON.stringify(after.people[jid]));
  assert.deepEqual(changed.filter((jid) => !told.has(jid)), [], 'everybody who changed is told of');
}

describe('a session, whatever comes in,', () => {
  const property = () => fc.asyncProperty(history, compare);

  it('says what a plain reading of RFC 6121 says: the same histories each time', async () => {
    await fc.assert(property(), { seed: 20260302, numRuns: 1_000, includeErrorInReport: true });
  });

  it('says what a plain reading of RFC 6121 says: others each time (the seed is in the message)', async () => {
    await fc.assert(property(), { numRuns: 1_000, includeErrorInReport: true });
  });
});
