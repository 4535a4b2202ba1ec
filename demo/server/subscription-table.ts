// RFC 6121 Appendix A: the nine states of a subscription, seen from one of the two accounts, and what each stanza does to them.

export type SubscriptionType = 'subscribe' | 'subscribed' | 'unsubscribe' | 'unsubscribed';

export type State = 'None' | 'None+Out' | 'None+In' | 'None+Out+In' | 'To' | 'To+In' | 'From' | 'From+Out' | 'Both';

/** A.1: the states as the roster stores them; `pendingIn` is kept beside the roster. */
export const STATES = {
  'None': { subscription: 'none', ask: false, pendingIn: false },
  'None+Out': { subscription: 'none', ask: true, pendingIn: false },
  'None+In': { subscription: 'none', ask: false, pendingIn: true },
  'None+Out+In': { subscription: 'none', ask: true, pendingIn: true },
  'To': { subscription: 'to', ask: false, pendingIn: false },
  'To+In': { subscription: 'to', ask: false, pendingIn: true },
  'From': { subscription: 'from', ask: false, pendingIn: false },
  'From+Out': { subscription: 'from', ask: true, pendingIn: false },
  'Both': { subscription: 'both', ask: false, pendingIn: false },
} as const;

export interface Step {
  /** Outbound: is it routed to the contact? Inbound: is it delivered to the user? */
  readonly pass: boolean;
  /** Absent: no change. */
  readonly state?: State;
  /** What the server does instead of passing it on. */
  readonly instead?: 'answer subscribed' | 'pre-approve' | 'withdraw pre-approval';
}

type Table = Readonly<Record<SubscriptionType, Readonly<Record<State, Step>>>>;

const pass = (state?: State): Step => (state === undefined ? { pass: true } : { pass: true, state });
const ignore: Step = { pass: false };
const answer: Step = { pass: false, instead: 'answer subscribed' };
const preApprove: Step = { pass: false, instead: 'pre-approve' };
const withdraw: Step = { pass: false, instead: 'withdraw pre-approval' };

/** A.2: what our own user sends. */
export const OUTBOUND: Table = {
  subscribe: {
    'None': pass('None+Out'),
    'None+Out': pass(),
    'None+In': pass('None+Out+In'),
    'None+Out+In': pass(),
    'To': pass(),
    'To+In': pass(),
    'From': pass('From+Out'),
    'From+Out': pass(),
    'Both': pass(),
  },
  unsubscribe: {
    'None': pass(),
    'None+Out': pass('None'),
    'None+In': pass(),
    'None+Out+In': pass('None+In'),
    'To': pass('None'),
    'To+In': pass('None+In'),
    'From': pass(),
    'From+Out': pass('From'),
    'Both': pass('From'),
  },
  subscribed: {
    'None': preApprove,
    'None+Out': preApprove,
    'None+In': pass('From'),
    'None+Out+In': pass('From+Out'),
    'To': preApprove,
    'To+In': pass('Both'),
    'From': ignore,
    'From+Out': ignore,
    'Both': ignore,
  },
  unsubscribed: {
    'None': withdraw,
    'None+Out': withdraw,
    'None+In': pass('None'),
    'None+Out+In': pass('None+Out'),
    'To': withdraw,
    'To+In': pass('To'),
    'From': pass('None'),
    'From+Out': pass('None+Out'),
    'Both': pass('To'),
  },
};

/** §3.4.2: where a request leads that was approved before it came. */
export const PRE_APPROVED: Partial<Record<State, State>> = { 'None': 'From', 'None+Out': 'From+Out', 'To': 'Both' };

/** A.3: what a contact sends to our user. */
export const INBOUND: Table = {
  subscribe: {
    'None': pass('None+In'),
    'None+Out': pass('None+Out+In'),
    'None+In': ignore,
    'None+Out+In': ignore,
    'To': pass('To+In'),
    'To+In': ignore,
    'From': answer,
    'From+Out': answer,
    'Both': answer,
  },
  unsubscribe: {
    'None': ignore,
    'None+Out': ignore,
    'None+In': pass('None'),
    'None+Out+In': pass('None+Out'),
    'To': ignore,
    'To+In': pass('To'),
    'From': pass('None'),
    'From+Out': pass('None+Out'),
    'Both': pass('To'),
  },
  subscribed: {
    'None': ignore,
    'None+Out': pass('To'),
    'None+In': ignore,
    'None+Out+In': pass('To+In'),
    'To': ignore,
    'To+In': ignore,
    'From': ignore,
    'From+Out': pass('Both'),
    'Both': ignore,
  },
  unsubscribed: {
    'None': ignore,
    'None+Out': pass('None'),
    'None+In': ignore,
    'None+Out+In': pass('None+In'),
    'To': pass('None'),
    'To+In': pass('None+In'),
    'From': ignore,
    'From+Out': pass('From'),
    'Both': pass('From'),
  },
};
