import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { subscriptionActions, subscriptionState, subscriptionTable, type SubscriptionFacts, type SubscriptionStanza, type SubscriptionState } from '../../src/state/subscription-state.js';

/**
 * RFC 6121 A.2.1–A.3.4 as the RFC has them: stanza by stanza, each existing state with the new one where it changes.
 * Outbound `subscribed` where it is a pre-approval (A.2.3) changes no state.
 */
const RFC: Record<'out' | 'in', Record<SubscriptionStanza, string>> = {
  out: {
    subscribe: 'None > None + Pending Out; None + Pending In > None + Pending Out+In; From > From + Pending Out',
    unsubscribe: 'None + Pending Out > None; None + Pending Out+In > None + Pending In; To > None; To + Pending In > None + Pending In; From + Pending Out > From; Both > From',
    subscribed: 'None + Pending In > From; None + Pending Out+In > From + Pending Out; To + Pending In > Both',
    unsubscribed: 'None + Pending In > None; None + Pending Out+In > None + Pending Out; To + Pending In > To; From > None; From + Pending Out > None + Pending Out; Both > To',
  },
  in: {
    subscribe: 'None > None + Pending In; None + Pending Out > None + Pending Out+In; To > To + Pending In',
    unsubscribe: 'None + Pending In > None; None + Pending Out+In > None + Pending Out; To + Pending In > To; From > None; From + Pending Out > None + Pending Out; Both > To',
    subscribed: 'None + Pending Out > To; None + Pending Out+In > To + Pending In; From + Pending Out > Both',
    unsubscribed: 'None + Pending Out > None; None + Pending Out+In > None + Pending In; To > None; To + Pending In > None + Pending In; From + Pending Out > From; Both > From',
  },
};

const states = Object.keys(subscriptionTable) as SubscriptionState[];

describe('the subscription table (RFC 6121 A.2, A.3)', () => {
  it('has the nine states', () => {
    assert.equal(states.length, 9);
  });

  for (const direction of ['out', 'in'] as const) {
    for (const [stanza, changes] of Object.entries(RFC[direction]) as [SubscriptionStanza, string][]) {
      const expected = new Map(changes.split('; ').map((change) => change.split(' > ') as [string, string]));
      for (const state of states) {
        it(`${direction}, ${stanza} in “${state}” ${expected.has(state) ? `leads to “${expected.get(state)}”` : 'changes nothing'}`, () => {
          assert.equal(subscriptionTable[state][direction][stanza], expected.get(state));
        });
      }
    }
  }
});

/** How the server and a waiting request tell of each state. */
const facts: Record<SubscriptionState, SubscriptionFacts> = {
  None: { item: { subscription: 'none' }, requested: false },
  'None + Pending Out': { item: { subscription: 'none', ask: 'subscribe' }, requested: false },
  'None + Pending In': { item: { subscription: 'none' }, requested: true },
  'None + Pending Out+In': { item: { subscription: 'none', ask: 'subscribe' }, requested: true },
  To: { item: { subscription: 'to' }, requested: false },
  'To + Pending In': { item: { subscription: 'to' }, requested: true },
  From: { item: { subscription: 'from' }, requested: false },
  'From + Pending Out': { item: { subscription: 'from', ask: 'subscribe' }, requested: false },
  Both: { item: { subscription: 'both' }, requested: false },
};

const actions: Record<SubscriptionState, string> = {
  None: 'request, pre-approve',
  'None + Pending Out': 'cancel-request, pre-approve',
  'None + Pending In': 'request, approve, deny',
  'None + Pending Out+In': 'cancel-request, approve, deny',
  To: 'unsubscribe, pre-approve',
  'To + Pending In': 'unsubscribe, approve, deny',
  From: 'request, revoke',
  'From + Pending Out': 'cancel-request, revoke',
  Both: 'unsubscribe, revoke',
};

describe('what a user can do', () => {
  for (const state of states) {
    it(`in “${state}” is ${actions[state]}`, () => {
      assert.equal(subscriptionState(facts[state]), state);
      assert.equal(subscriptionActions(facts[state], true).join(', '), actions[state]);
      assert.equal(subscriptionActions(facts[state], false).join(', '), actions[state].replace(', pre-approve', ''));
    });
  }

  it('to somebody who is no contact is to ask; and to answer, if they ask', () => {
    assert.deepEqual(subscriptionActions({ requested: false }, false), ['request']);
    assert.deepEqual(subscriptionActions({ requested: true }, false), ['request', 'approve', 'deny']);
  });

  it('after an approval in advance is to take it back', () => {
    const approved = { item: { subscription: 'none', approved: true }, requested: false } as const;
    assert.deepEqual(subscriptionActions(approved, true), ['request', 'cancel-pre-approval']);
  });

  it('does not include asking whom one sees, nor answering who sees one: what says so is outdated', () => {
    assert.equal(subscriptionState({ item: { subscription: 'both', ask: 'subscribe' }, requested: true }), 'Both');
    assert.equal(subscriptionState({ item: { subscription: 'from' }, requested: true }), 'From');
    assert.deepEqual(subscriptionActions({ item: { subscription: 'from' }, requested: true }, true), ['request', 'revoke']);
  });
});
