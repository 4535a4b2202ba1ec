import { BLOCKING_NS, readBlockPush } from '../protocol/blocking.js';
import { readRosterPush, ROSTER_NS, type RosterPush } from '../protocol/roster.js';
import type { Stream } from '../protocol/stream.js';
import type { XmlElement } from '../protocol/xml.js';
import type { AccountState } from './account-state.js';
import { isOurAccount } from './answers.js';
import { isSubscribedTo } from './contact.js';
import { noteBlocking } from './fetch-block-list.js';

/** Takes in what the server states anew: roster items, and whom it blocks. @param kept called when the roster has changed */
export function answerPushes(stream: Stream, account: AccountState, kept: () => void): void {
  stream.answer('set', ROSTER_NS, (iq) => receivePush(account, iq, kept));
  stream.answer('set', BLOCKING_NS, (iq) => receiveBlockPush(account, iq));
}

function receivePush(account: AccountState, iq: XmlElement, kept: () => void): undefined | null {
  // RFC 6121 §2.1.6: only our own account may push, and nobody else learns that we are here.
  if (!isOurAccount(account, iq.attrs.from)) return null;
  const push = readRosterPush(iq);
  if (!push) return undefined;
  const { jid, item } = push;
  if (endsPresence(account, push)) account.presences.forget(jid);
  account.roster.apply(push);
  kept();
  if (item) account.requests.settleBy(item);
  if (!item?.ask) account.requestErrors.delete(jid);
  account.touch([jid]);
  return undefined;
}

/** XEP-0191 §3.3: to be believed like a roster push. */
function receiveBlockPush(account: AccountState, iq: XmlElement): undefined | null {
  if (!isOurAccount(account, iq.attrs.from)) return null;
  const push = readBlockPush(iq);
  if (push) noteBlocking(account, account.blockList.apply(push));
  return undefined;
}

/** What is known ends with the subscription; and what came before one was an acknowledgement, unless somebody is there. */
function endsPresence(account: AccountState, { jid, item }: RosterPush): boolean {
  const before = isSubscribedTo(account.roster.get(jid));
  const after = isSubscribedTo(item);
  const online = (account.presences.get(jid)?.resources.length ?? 0) > 0;
  // One's own account is no contact, whatever a roster says of it.
  return jid !== account.jid && (!item || (before && !after) || (!before && after && !online));
}
