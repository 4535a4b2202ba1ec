import type { Account } from './account.js';
import type { BlockList } from './block-list.js';
import type { Core } from './core.js';
import { deliverTo, presenceStanza, recipientsOf } from './deliver.js';
import { parseJid } from './jid.js';
import { answerProbe } from './probes.js';
import { areWeSubscribedTo, isSubscribedToUs, type RosterItem } from './roster.js';
import type { Session } from './session.js';
import { readdress } from './xml.js';

/** XEP-0191, "User Blocks JID": whoever of them sees us, sees us go. Call it before they are blocked. */
export function hideFrom(core: Core, account: Account, list: BlockList): void {
  for (const viewer of subscribersIn(core, account, list)) {
    for (const { jid } of account.availableSessions) deliverTo(core, viewer, presenceStanza('unavailable', jid, viewer.account.jid));
  }
  for (const session of account.sessions.values()) takeBackDirected(core, session, list);
}

/** XEP-0191, "User Unblocks JID": they see us as we are, we see them, and what they asked is put again. Call it when they are unblocked. */
export function showTo(core: Core, account: Account, list: BlockList): void {
  for (const viewer of subscribersIn(core, account, list)) showPresence(core, account, viewer);
  for (const session of account.availableSessions) probe(core, session, list);
  for (const request of account.requests.values()) {
    const from = parseJid(request.attrs.from ?? '');
    if (from !== undefined && list.concerns(from)) for (const session of account.availableSessions) deliverTo(core, session, request);
  }
}

/** The available resources on the list whose users are subscribed to the account. */
function subscribersIn(core: Core, account: Account, list: BlockList): Session[] {
  const resourcesOf = ({ jid }: RosterItem): Session[] => core.account(jid)?.availableSessions ?? [];
  return account.roster.items().filter(isSubscribedToUs).flatMap(resourcesOf).filter(({ address }) => list.matches(address));
}

function showPresence(core: Core, account: Account, viewer: Session): void {
  for (const { presence } of account.availableSessions) {
    if (presence !== undefined) deliverTo(core, viewer, readdress(presence.stanza, { to: viewer.account.jid }));
  }
}

function takeBackDirected(core: Core, session: Session, list: BlockList): void {
  for (const { to } of session.directed.values()) {
    for (const viewer of recipientsOf(core, to)) {
      if (list.matches(viewer.address)) deliverTo(core, viewer, presenceStanza('unavailable', session.jid, to.full));
    }
    if (list.matches(to)) session.directed.delete(to.full);
  }
}

function probe(core: Core, session: Session, list: BlockList): void {
  for (const item of session.account.roster.items().filter(areWeSubscribedTo)) {
    const contact = parseJid(item.jid);
    if (contact !== undefined && list.concerns(contact)) answerProbe(core, session, contact);
  }
}
