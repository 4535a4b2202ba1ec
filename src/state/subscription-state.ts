import type { RosterItem } from '../protocol/roster.js';

/** RFC 6121 A.1: the nine states, as the user stands to a contact. Pending out: we asked; pending in: they asked. */
export type SubscriptionState =
  | 'None' | 'None + Pending Out' | 'None + Pending In' | 'None + Pending Out+In'
  | 'To' | 'To + Pending In' | 'From' | 'From + Pending Out' | 'Both';

/** The four stanzas of the handshake (RFC 6121 §3). */
export type SubscriptionStanza = 'subscribe' | 'subscribed' | 'unsubscribe' | 'unsubscribed';

type Transitions = Readonly<Partial<Record<SubscriptionStanza, SubscriptionState>>>;

/**
 * RFC 6121 A.2 (out: what we send) and A.3 (in: what they send), held by the server and shown by us. A stanza that is
 * not listed leaves the state as it is; outbound, it is then nothing for a user to do. A `subscribed` without a request
 * is a pre-approval (§3.4), which is no state of its own.
 */
export const subscriptionTable: Readonly<Record<SubscriptionState, { readonly out: Transitions; readonly in: Transitions }>> = {
  None: {
    out: { subscribe: 'None + Pending Out' },
    in: { subscribe: 'None + Pending In' },
  },
  'None + Pending Out': {
    out: { unsubscribe: 'None' },
    in: { subscribe: 'None + Pending Out+In', subscribed: 'To', unsubscribed: 'None' },
  },
  'None + Pending In': {
    out: { subscribe: 'None + Pending Out+In', subscribed: 'From', unsubscribed: 'None' },
    in: { unsubscribe: 'None' },
  },
  'None + Pending Out+In': {
    out: { unsubscribe: 'None + Pending In', subscribed: 'From + Pending Out', unsubscribed: 'None + Pending Out' },
    in: { unsubscribe: 'None + Pending Out', subscribed: 'To + Pending In', unsubscribed: 'None + Pending In' },
  },
  To: {
    out: { unsubscribe: 'None' },
    in: { subscribe: 'To + Pending In', unsubscribed: 'None' },
  },
  'To + Pending In': {
    out: { unsubscribe: 'None + Pending In', subscribed: 'Both', unsubscribed: 'To' },
    in: { unsubscribe: 'To', unsubscribed: 'None + Pending In' },
  },
  From: {
    out: { subscribe: 'From + Pending Out', unsubscribed: 'None' },
    in: { unsubscribe: 'None' },
  },
  'From + Pending Out': {
    out: { unsubscribe: 'From', unsubscribed: 'None + Pending Out' },
    in: { unsubscribe: 'None + Pending Out', subscribed: 'Both', unsubscribed: 'From' },
  },
  Both: {
    out: { unsubscribe: 'From', unsubscribed: 'To' },
    in: { unsubscribe: 'To', unsubscribed: 'From' },
  },
};

/** What the state is told by: the item as the server last stated it, and whether a request of theirs waits here. */
export interface SubscriptionFacts {
  readonly item?: Pick<RosterItem, 'subscription' | 'ask' | 'approved'> | undefined;
  readonly requested: boolean;
}

/** The state those facts amount to. An `ask` beside a subscription we have, or a request of somebody who sees us, is outdated. */
export function subscriptionState({ item, requested }: SubscriptionFacts): SubscriptionState {
  const asked = item?.ask === 'subscribe';
  switch (item?.subscription) {
    case 'both':
      return 'Both';
    case 'to':
      return requested ? 'To + Pending In' : 'To';
    case 'from':
      return asked ? 'From + Pending Out' : 'From';
    default:
      if (asked) return requested ? 'None + Pending Out+In' : 'None + Pending Out';
      return requested ? 'None + Pending In' : 'None';
  }
}

/** What a user can do about a subscription. */
export type SubscriptionAction =
  /** Ask to see their presence (§3.1). */
  | 'request'
  /** Take the request back (§3.1.2, §3.3). */
  | 'cancel-request'
  /** No longer see theirs (§3.3). */
  | 'unsubscribe'
  /** Grant what they asked for (§3.1.4). */
  | 'approve'
  | 'deny'
  /** Take back the permission to see ours (§3.2). */
  | 'revoke'
  /** Grant it before they ask (§3.4), and take that back. */
  | 'pre-approve'
  | 'cancel-pre-approval';

/** The actions that are legal in the state of those facts; pre-approval only where the server offers it. */
export function subscriptionActions(facts: SubscriptionFacts, canPreApprove: boolean): readonly SubscriptionAction[] {
  const { out } = subscriptionTable[subscriptionState(facts)];
  const { item, requested } = facts;
  const actions: SubscriptionAction[] = [];
  if (out.subscribe) actions.push('request');
  if (out.unsubscribe) actions.push(item?.ask ? 'cancel-request' : 'unsubscribe');
  if (requested && out.subscribed) actions.push('approve', 'deny');
  else if (out.unsubscribed) actions.push('revoke');
  else if (canPreApprove) actions.push(item?.approved ? 'cancel-pre-approval' : 'pre-approve');
  return actions;
}
