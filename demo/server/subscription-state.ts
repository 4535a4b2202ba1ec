import type { Account } from './account.js';
import type { RosterItem } from './roster.js';
import { type State, STATES } from './subscription-table.js';
import type { Element } from './xml.js';

/** Where the account stands with a contact. */
export function stateOf(account: Account, jid: string): State {
  const item = account.roster.get(jid);
  const subscription = item?.subscription ?? 'none';
  // The table has no pending marks beside what is already granted.
  const ask = item?.ask === 'subscribe' && (subscription === 'none' || subscription === 'from');
  const pendingIn = account.requests.has(jid) && (subscription === 'none' || subscription === 'to');
  const found = stateNames.find((name) => {
    const state = STATES[name];
    return state.subscription === subscription && state.ask === ask && state.pendingIn === pendingIn;
  });
  return found ?? 'None';
}

const stateNames = Object.keys(STATES) as State[]; // its own keys, nothing else

/** Writes the state; pushes only when it shows in the roster (a request that waits does not, RFC 6121 §3.1.3). */
export function enterState(account: Account, jid: string, name: State, request?: Element): void {
  const { subscription, ask, pendingIn } = STATES[name];
  if (!pendingIn) account.requests.delete(jid);
  else if (request !== undefined) account.requests.set(jid, request);
  const old = account.roster.get(jid);
  if (subscription === (old?.subscription ?? 'none') && ask === (old?.ask === 'subscribe')) return;
  const { ask: _, ...rest } = old ?? newItem(jid);
  account.putItem({ ...rest, subscription, ...(ask && { ask: 'subscribe' as const }) });
}

/** RFC 6121 §3.4.2: shown in the roster as `approved`. */
export function setPreApproval(account: Account, jid: string, isApproved: boolean): void {
  const old = account.roster.get(jid);
  if ((old?.approved ?? false) === isApproved) return;
  const { approved: _, ...rest } = old ?? newItem(jid);
  account.putItem({ ...rest, ...(isApproved && { approved: true as const }) });
}

function newItem(jid: string): RosterItem {
  return { jid, subscription: 'none', groups: [] };
}
