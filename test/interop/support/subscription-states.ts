import { expect } from 'chai';
import { subscriptionState, subscriptionTable, type SubscriptionStanza, type SubscriptionState } from '../../../src/state/subscription-state.js';
import type { Session } from '../../../src/state/session.js';
import type { Peer } from '../../support/browser/peer.js';
import type { ServerChoice } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import { Fixture } from './fixture.js';

type Step = readonly [direction: 'out' | 'in', stanza: SubscriptionStanza];

/** How each state is reached from being strangers. */
const ways: Readonly<Record<SubscriptionState, readonly Step[]>> = {
  None: [],
  'None + Pending Out': [['out', 'subscribe']],
  'None + Pending In': [['in', 'subscribe']],
  'None + Pending Out+In': [['out', 'subscribe'], ['in', 'subscribe']],
  To: [['out', 'subscribe'], ['in', 'subscribed']],
  'To + Pending In': [['out', 'subscribe'], ['in', 'subscribed'], ['in', 'subscribe']],
  From: [['in', 'subscribe'], ['out', 'subscribed']],
  'From + Pending Out': [['in', 'subscribe'], ['out', 'subscribed'], ['out', 'subscribe']],
  Both: [['in', 'subscribe'], ['out', 'subscribed'], ['out', 'subscribe'], ['in', 'subscribed']],
};
/** All eight. Where nobody has asked, the last one is a pre-approval, and Prosody 0.12 knows no way back from there. */
const steps: readonly Step[] = [
  ['out', 'subscribe'], ['out', 'unsubscribe'], ['out', 'unsubscribed'],
  ['in', 'subscribe'], ['in', 'subscribed'], ['in', 'unsubscribe'], ['in', 'unsubscribed'],
  ['out', 'subscribed'],
];

/** Every state of RFC 6121 A.1, left by every stanza of A.2 and A.3: what we show is where the server is. */
export function followsStates(server: ServerChoice): void {
  let fixture: Fixture;
  let session: Session;
  let client: Peer;
  let stuart: string;
  let state: SubscriptionState;
  let markers = 0;
  beforeEach(async () => {
    fixture = await Fixture.open(server, 'strangers');
    client = await fixture.client('stuart');
    session = await fixture.online({ resource: 'page' });
    stuart = fixture.jid('stuart');
    state = 'None';
    await session.addContact(stuart, { name: 'Stuart', groups: ['Friends'], subscribe: false });
  });
  afterEach(() => fixture.close());

  const shown = () => {
    const { item, requested = false } = session.contact(stuart);
    return subscriptionState({ item, requested });
  };

  async function send([direction, stanza]: Step): Promise<void> {
    if (direction === 'in') await client.presence({ to: fixture.jid('george'), type: stanza });
    else if (stanza === 'subscribe') await session.requestSubscription(stuart);
    else if (stanza === 'unsubscribe') await session.unsubscribe(stuart);
    else if (stanza === 'unsubscribed') await session.cancelSubscription(stuart);
    else await session.approveSubscription(stuart);
  }

  /** Both streams have been served up to here. */
  async function settle(): Promise<void> {
    await client.ping();
    const marker = `marker-${++markers}@${stuart.split('@')[1]}`;
    await session.addContact(marker, { subscribe: false });
    await until(() => session.contact(marker).item !== undefined, 'the marker is there');
  }

  async function step([direction, stanza]: Step): Promise<void> {
    const expected = subscriptionTable[state][direction][stanza] ?? state;
    await send([direction, stanza]);
    await settle();
    await until(() => shown() === expected, `“${state}” becomes “${expected}”, not “${shown()}”`);
    state = expected;
  }

  for (const from of Object.keys(ways) as SubscriptionState[]) {
    it(`from “${from}”, whatever is sent or comes, is where the server is; name and groups stay`, async function () {
      this.timeout(30_000);
      for (const last of steps) {
        await reset();
        for (const way of ways[from]) await step(way);
        expect(state).to.equal(from);
        await step(last);
        expect(session.contact(stuart).item).to.deep.include({ name: 'Stuart', groups: ['Friends'] });
      }
    });
  }

  /** Strangers again, with the contact kept. */
  async function reset(): Promise<void> {
    await session.unsubscribe(stuart);
    await session.cancelSubscription(stuart);
    await client.presence({ to: fixture.jid('george'), type: 'unsubscribe' });
    await client.presence({ to: fixture.jid('george'), type: 'unsubscribed' });
    await settle();
    await until(() => shown() === 'None', 'they are strangers again');
    state = 'None';
  }
}
