import type { Session } from '../../state/session.js';

/** What can be answered to somebody who asks to see our presence. */
export interface Answer {
  /** On the button. */
  readonly label: string;
  readonly kind: 'grant' | 'refuse';
  readonly look: 'primary' | 'danger' | 'plain';
  /** While it is done, in words: "Approving ann@im.example". */
  readonly doing: (who: string) => string;
  /** Once it is done. */
  readonly done: (who: string) => string;
  readonly carryOut: (session: Session, jid: string) => Promise<void>;
}

const approve: Answer = {
  label: 'Approve',
  kind: 'grant',
  look: 'plain',
  doing: (who) => `Approving ${who}`,
  done: (who) => `${who} may see your presence now.`,
  carryOut: (session, jid) => session.approveSubscription(jid),
};

const approveAndAsk: Answer = {
  label: 'Approve and ask back',
  kind: 'grant',
  look: 'plain',
  doing: (who) => `Approving ${who} and asking back`,
  done: (who) => `${who} may see your presence now, and is asked to show you theirs.`,
  carryOut: async (session, jid) => {
    await session.approveSubscription(jid);
    await session.requestSubscription(jid);
  },
};

const deny: Answer = {
  label: 'Deny',
  kind: 'refuse',
  look: 'plain',
  doing: (who) => `Denying ${who}`,
  done: (who) => `${who} was turned down.`,
  carryOut: (session, jid) => session.denySubscription(jid),
};

const denyAndBlock: Answer = {
  label: 'Deny and block',
  kind: 'refuse',
  look: 'danger',
  doing: (who) => `Blocking ${who}`,
  done: (who) => `${who} was turned down and blocked.`,
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
