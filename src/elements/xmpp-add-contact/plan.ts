import type { Session } from '../../state/session.js';
import { foreignText } from '../foreign-text.js';
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
export const planLabels: Readonly<Record<Plan['kind'], string>> = {
  add: 'Add contact',
  change: 'Update contact',
  ask: 'Ask to see presence',
  nothing: 'Add contact',
};

/** While it is done, in words. */
export function doingWords({ kind, jid }: Plan): string {
  const who = quoted(jid);
  return kind === 'add' ? `Adding ${who}` : kind === 'change' ? `Updating ${who}` : `Asking ${who}`;
}

/** Once it is done. */
export function doneWords({ kind, jid, name, groups, subscribe }: Plan): string {
  const who = foreignText(name) || quoted(jid);
  const asked = subscribe ? ' They are asked to show you their presence.' : '';
  if (kind === 'ask') return `${who} is asked to show you their presence.`;
  if (kind === 'nothing') return `${who} is in your contact list just like that. Nothing was changed.`;
  if (kind === 'change') return `${who} was updated.${asked}`;
  return `${who} was added${groups.length > 0 ? ` to ${listWords(groups.map(quoted))}` : ''}.${asked}`;
}
