import type { Session } from '../../state/session.js';
import type { SubscriptionAction } from '../../state/subscription-state.js';
import type { Messages } from '../messages/messages.js';
import { untilPushed } from './until-pushed.js';

/** Something to be done about a contact, in words. */
export interface Doing {
  /** While it is done: "Asking to see their presence". */
  readonly doing: string;
  /** When it has taken effect: "Request sent." */
  readonly done: string;
  /** `false`: it was sent, and nothing is known of its effect. */
  readonly run: (session: Session, jid: string) => Promise<void | boolean>;
}

/** Something a user can do about a contact. */
export interface Deed extends Pick<Doing, 'run'> {
  /** What it is called, of the messages' `deeds`. */
  readonly name: keyof Messages['deeds'];
}

/** Carries out a deed and says what came of it. @returns whether it happened */
export type Perform = (deed: Doing) => Promise<boolean>;

export const subscriptionDeeds: Readonly<Record<SubscriptionAction, Deed>> = {
  request: { name: 'request', run: (session, jid) => session.requestSubscription(jid) },
  'cancel-request': { name: 'cancel-request', run: (session, jid) => session.unsubscribe(jid) },
  unsubscribe: { name: 'unsubscribe', run: (session, jid) => untilPushed(session, jid, () => session.unsubscribe(jid)) },
  approve: { name: 'approve', run: (session, jid) => session.approveSubscription(jid) },
  deny: { name: 'deny', run: (session, jid) => session.denySubscription(jid) },
  revoke: { name: 'revoke', run: (session, jid) => untilPushed(session, jid, () => session.cancelSubscription(jid)) },
  'pre-approve': { name: 'pre-approve', run: (session, jid) => session.preApproveSubscription(jid) },
  'cancel-pre-approval': { name: 'cancel-pre-approval', run: (session, jid) => session.cancelSubscription(jid) },
};

export const showForNow: Deed = { name: 'showForNow', run: (session, jid) => session.sendDirectedPresence(jid) };

export const stopShowing: Deed = { name: 'stopShowing', run: (session, jid) => session.endDirectedPresence(jid) };

export const addContact: Deed = { name: 'addContact', run: (session, jid) => session.addContact(jid) };

export const unblock: Deed = { name: 'unblock', run: (session, jid) => session.unblockContact(jid) };
