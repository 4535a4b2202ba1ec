import type { Contact } from '../../state/contact.js';
import type { SubscriptionAction } from '../../state/subscription-state.js';
import { refusalText } from '../error-words.js';
import { words } from '../messages/messages.js';

/** One direction of a subscription: how it stands, and which actions are about it. */
export interface Side {
  readonly text: string;
  readonly actions: readonly SubscriptionAction[];
}

const aboutTheirs: readonly SubscriptionAction[] = ['request', 'cancel-request', 'unsubscribe'];

/** Whether we see their presence. */
export function theirSide(contact: Contact, actions: readonly SubscriptionAction[]): Side {
  return { text: theirText(contact), actions: actions.filter((action) => aboutTheirs.includes(action)) };
}

/** Whether they see ours. */
export function ourSide(contact: Contact, actions: readonly SubscriptionAction[]): Side {
  return { text: ourText(contact), actions: actions.filter((action) => !aboutTheirs.includes(action)) };
}

function theirText({ item, requestError }: Contact): string {
  const { theirs } = words().card.sharing;
  if (item?.subscription === 'both' || item?.subscription === 'to') return theirs.seen;
  if (!item?.ask) return theirs.unseen;
  return requestError ? theirs.undelivered(refusalText(requestError)) : theirs.asked;
}

function ourText({ item, requested, directed }: Contact): string {
  const { ours } = words().card.sharing;
  if (seesUs({ item })) return ours.seen;
  if (requested) return ours.requested;
  if (directed) return ours.directed;
  return item?.approved ? ours.approved : ours.unseen;
}

/** Whether the server shows them our presence. */
export function seesUs({ item }: Pick<Contact, 'item'>): boolean {
  return item?.subscription === 'both' || item?.subscription === 'from';
}
