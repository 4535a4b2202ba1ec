import type { Session } from '../../state/session.js';
import type { Messages } from '../messages/messages.js';

/** What can be answered to somebody who asks to see our presence. */
export interface Answer {
  /** What it is called, of the messages' `requests`. */
  readonly name: keyof Messages['requests'] & ('approve' | 'approveAndAsk' | 'deny' | 'denyAndBlock');
  readonly kind: 'grant' | 'refuse';
  readonly look: 'primary' | 'danger' | 'plain';
  readonly carryOut: (session: Session, jid: string) => Promise<void>;
}

const approve: Answer = {
  name: 'approve',
  kind: 'grant',
  look: 'plain',
  carryOut: (session, jid) => session.approveSubscription(jid),
};

const approveAndAsk: Answer = {
  name: 'approveAndAsk',
  kind: 'grant',
  look: 'plain',
  carryOut: async (session, jid) => {
    await session.approveSubscription(jid);
    await session.requestSubscription(jid);
  },
};

const deny: Answer = {
  name: 'deny',
  kind: 'refuse',
  look: 'plain',
  carryOut: (session, jid) => session.denySubscription(jid),
};

const denyAndBlock: Answer = {
  name: 'denyAndBlock',
  kind: 'refuse',
  look: 'danger',
  carryOut: async (session, jid) => {
    await session.denySubscription(jid);
    await session.blockContact(jid);
  },
};

/**
 * The answers that make sense now, what one most likely wants first.
 *
 * @param isDoubtful whether none of them is to stand out
 */
export function answersTo(session: Session, jid: string, isDoubtful: boolean): readonly Answer[] {
  const asks = session.subscriptionActions(jid).includes('request');
  const [likely = approve, ...others] = asks ? [approveAndAsk, approve] : [approve];
  const look = isDoubtful ? 'plain' : 'primary';
  return [{ ...likely, look }, ...others, deny, ...(session.canBlock ? [denyAndBlock] : [])];
}
