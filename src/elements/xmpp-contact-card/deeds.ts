import type { Session } from '../../state/session.js';
import type { SubscriptionAction } from '../../state/subscription-state.js';
import { untilPushed } from './until-pushed.js';

/** Something a user can do about a contact, in words. */
export interface Deed {
  /** On the button. */
  readonly label: string;
  /** While it is done: "Asking to see their presence". */
  readonly doing: string;
  /** When it has taken effect: "Request sent." */
  readonly done: string;
  /** `false`: it was sent, and nothing is known of its effect. */
  readonly run: (session: Session, jid: string) => Promise<void | boolean>;
}

/** Carries out a deed and says what came of it. @returns whether it happened */
export type Perform = (deed: Pick<Deed, 'doing' | 'done' | 'run'>) => Promise<boolean>;

export const subscriptionDeeds: Readonly<Record<SubscriptionAction, Deed>> = {
  request: {
    label: 'Ask to see theirs',
    doing: 'Asking to see their presence',
    done: 'Request sent.',
    run: (session, jid) => session.requestSubscription(jid),
  },
  'cancel-request': {
    label: 'Withdraw request',
    doing: 'Withdrawing your request',
    done: 'Request withdrawn.',
    run: (session, jid) => session.unsubscribe(jid),
  },
  unsubscribe: {
    label: 'Stop seeing theirs',
    doing: 'Giving up their presence',
    done: 'You no longer see their presence.',
    run: (session, jid) => untilPushed(session, jid, () => session.unsubscribe(jid)),
  },
  approve: {
    label: 'Allow',
    doing: 'Allowing them to see your presence',
    done: 'They may see your presence.',
    run: (session, jid) => session.approveSubscription(jid),
  },
  deny: {
    label: 'Decline',
    doing: 'Declining their request',
    done: 'Request declined.',
    run: (session, jid) => session.denySubscription(jid),
  },
  revoke: {
    label: 'Stop sharing yours',
    doing: 'Hiding your presence from them',
    done: 'They no longer see your presence.',
    run: (session, jid) => untilPushed(session, jid, () => session.cancelSubscription(jid)),
  },
  'pre-approve': {
    label: 'Allow in advance',
    doing: 'Allowing them in advance',
    done: 'Allowed in advance.',
    run: (session, jid) => session.preApproveSubscription(jid),
  },
  'cancel-pre-approval': {
    label: 'No longer allow in advance',
    doing: 'Taking back what was allowed in advance',
    done: 'No longer allowed in advance.',
    run: (session, jid) => session.cancelSubscription(jid),
  },
};

export const showForNow: Deed = {
  label: 'Show my presence to them for now',
  doing: 'Showing them your presence',
  done: 'They see your presence for now.',
  run: (session, jid) => session.sendDirectedPresence(jid),
};

export const stopShowing: Deed = {
  label: 'Stop showing it',
  doing: 'Hiding your presence from them',
  done: 'They no longer see your presence.',
  run: (session, jid) => session.endDirectedPresence(jid),
};

export const addContact: Deed = {
  label: 'Add to contacts',
  doing: 'Adding them to your contacts',
  done: 'Added to your contacts, and asked to see their presence.',
  run: (session, jid) => session.addContact(jid),
};

export const unblock: Deed = {
  label: 'Unblock',
  doing: 'Unblocking them',
  done: 'No longer blocked.',
  run: (session, jid) => session.unblockContact(jid),
};
