import type { Subscription } from '../../demo/server/roster.js';
import type { DemoServer } from '../../demo/server/server.js';
import { xml } from '../../demo/server/xml.js';

/** RFC 6121 A.1: the nine states, by what the roster has and, after "+", what waits. */
export const STATES = ['None', 'None+Out', 'None+In', 'None+Out+In', 'To', 'To+In', 'From', 'From+Out', 'Both'] as const;
export type State = (typeof STATES)[number];

/** Where the other of the two is. */
export const MIRROR: Readonly<Record<State, State>> = {
  'None': 'None', 'None+Out': 'None+In', 'None+In': 'None+Out', 'None+Out+In': 'None+Out+In',
  'To': 'From', 'To+In': 'From+Out', 'From': 'To', 'From+Out': 'To+In', 'Both': 'Both',
};

/** Puts the user there, whatever the contact's roster says. */
export function enter(server: DemoServer, user: string, contact: string, state: State, approved = false): void {
  const account = server.account(user)!;
  const [name, ...waiting] = state.split('+');
  const subscription = name!.toLowerCase() as Subscription;
  const ask = waiting.includes('Out') && ({ ask: 'subscribe' } as const);
  account.roster.put({ jid: contact, subscription, ...ask, ...(approved && { approved }), groups: [] });
  if (waiting.includes('In')) account.requests.set(contact, xml('presence', { xmlns: 'jabber:client', type: 'subscribe', from: contact, to: user }));
}

export function stateOf(server: DemoServer, user: string, contact: string): State {
  const item = server.roster(user).find(({ jid }) => jid === contact);
  const subscription = item?.subscription ?? 'none';
  const name = subscription[0]!.toUpperCase() + subscription.slice(1);
  return [name, item?.ask && 'Out', server.requests(user).includes(contact) && 'In'].filter(Boolean).join('+') as State;
}

/** What of a state the roster shows: a request that waits it does not. */
export function shown(state: State): string {
  return state.replace('+In', '');
}
