import type { Session } from '../../state/session.js';
import { foreignText } from '../foreign-text.js';
import { words } from '../messages/messages.js';
import { listWords, quoted } from '../words.js';

/** What stands in the form, but for the address. */
export interface Wish {
  readonly name: string;
  readonly groups: readonly string[];
  readonly subscribe: boolean;
  /** What goes along with the request to see their presence. */
  readonly message: string;
}

/** What submitting the form would do. */
export interface Plan extends Wish {
  readonly jid: string;
  readonly kind: 'add' | 'change' | 'ask' | 'nothing';
  /** Whether there is something to ask them for. */
  readonly canAsk: boolean;
}

/** Whoever is a contact already keeps what is not typed anew: groups are added, and only an empty name leaves the name. */
export function planFor(session: Session, jid: string, { name, groups, subscribe, message }: Wish): Plan {
  const { item } = session.contact(jid);
  const canAsk = session.subscriptionActions(jid).includes('request');
  if (!item) return { jid, kind: 'add', canAsk, name, groups, subscribe, message };
  const asks = subscribe && canAsk;
  const plan = { jid, canAsk, name: name || (item.name ?? ''), groups: [...new Set([...item.groups, ...groups])], subscribe: asks, message };
  const changes = plan.name !== (item.name ?? '') || plan.groups.length !== item.groups.length;
  return { ...plan, kind: changes ? 'change' : asks ? 'ask' : 'nothing' };
}

export async function carryOut(session: Session, { jid, kind, name, groups, subscribe, message }: Plan): Promise<void> {
  const plainly = subscribe && message === '';
  if (kind === 'add' || kind === 'change') await session.addContact(jid, { name, groups, subscribe: plainly });
  else if (plainly) await session.requestSubscription(jid);
  if (subscribe && !plainly) await session.requestSubscription(jid, { status: message });
}

/** On the button. */
export function planLabel(kind: Plan['kind']): string {
  return words().addContact.submit[kind];
}

/** While it is done, in words. */
export function doingWords({ kind, jid }: Plan): string {
  return words().addContact.doing[kind === 'nothing' ? 'ask' : kind](quoted(jid));
}

/** Once it is done. */
export function doneWords({ kind, jid, name, groups, subscribe }: Plan): string {
  const { done } = words().addContact;
  const who = foreignText(name) || quoted(jid);
  if (kind === 'ask' || kind === 'nothing') return done[kind](who);
  const added = kind === 'add' ? done.add(who, listWords(groups.map(quoted))) : done.change(who);
  return subscribe ? `${added} ${done.asked}` : added;
}
