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
/** Where a server takes another way than the RFC's: the state it ends in, by "state, direction, stanza". */
export type Deviations = Readonly<Record<string, SubscriptionState>>;

/** Every state of RFC 6121 A.1, left by every stanza of A.2 and A.3: what we show is where the server is. */
export function followsStates(server: ServerChoice, deviations: Deviations): void {
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
    const expected = deviations[`${state}, ${direction}, ${stanza}`] ?? subscriptionTable[state][direction][stanza] ?? state;
    await send([direction, stanza]);
    await settle();
    await until(() => shown() === expected, `“${state}” becomes “${expected}”, not “${shown()}”`);
    state = expected;
  }

  for (const from of Object.keys(ways) as SubscriptionState[]) {
    for (const direction of ['out', 'in'] as const) {
      for (const stanza of ['subscribe', 'subscribed', 'unsubscribe', 'unsubscribed'] as const) {
        it(`${direction}, ${stanza} in “${from}” shows where the server is; name and groups stay`, async () => {
          for (const way of ways[from]) await step(way);
          expect(state).to.equal(from);
          await step([direction, stanza]);
          expect(session.contact(stuart).item).to.deep.include({ name: 'Stuart', groups: ['Friends'] });
        });
      }
    }
  }
}
