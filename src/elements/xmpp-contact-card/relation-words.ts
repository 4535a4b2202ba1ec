import type { Contact } from '../../state/contact.js';
import type { SubscriptionAction } from '../../state/subscription-state.js';
import { refusalText } from '../error-words.js';

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
  if (item?.subscription === 'both' || item?.subscription === 'to') return 'You see their presence.';
  if (!item?.ask) return 'You do not see their presence.';
  if (requestError) return `Your request to see their presence could not be delivered: ${refusalText(requestError)}`;
  return 'You asked to see their presence. They have not answered yet.';
}

function ourText({ item, requested, directed }: Contact): string {
  if (seesUs({ item })) return 'They see your presence.';
  if (requested) return 'They ask to see your presence.';
  if (directed) return 'They see your presence for now, until you go offline.';
  if (item?.approved) return 'They do not see your presence yet. You allowed it in advance: they only need to ask.';
  return 'They do not see your presence.';
}

/** Whether the server shows them our presence. */
export function seesUs({ item }: Pick<Contact, 'item'>): boolean {
  return item?.subscription === 'both' || item?.subscription === 'from';
}
