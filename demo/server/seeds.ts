import type { Account } from './account.js';
import type { Core } from './core.js';
import { presenceStanza } from './deliver.js';
import { parseJid } from './jid.js';
import type { RosterItem, Subscription } from './roster.js';

export interface ContactSeed {
  readonly jid: string;
  readonly name?: string;
  /** `none` by default */
  readonly subscription?: Subscription;
  readonly ask?: 'subscribe';
  readonly groups?: readonly string[];
}

const OTHER_SIDE: Readonly<Record<Subscription, Subscription>> = { none: 'none', to: 'from', from: 'to', both: 'both' };

/** Writes the item as if both users had long agreed: a seed never leaves the two rosters contradicting each other. */
export function seedContact(core: Core, account: Account, seed: ContactSeed): void {
  const jid = parseJid(seed.jid)?.bare;
  if (jid === undefined || jid === account.jid) throw new Error(`${seed.jid} cannot be a contact of ${account.jid}`);
  const { name, subscription = 'none', ask, groups = [] } = seed;
  account.putItem({ jid, ...(name && { name }), subscription, ...(ask && { ask }), groups });
  if (!jid.endsWith(`@${core.domain}`)) return;
  const contact = core.account(jid);
  // A probe would find out at the first log-in that there is nobody to see.
  if (contact === undefined) throw new Error(`There is no account ${jid}`);
  seedOtherSide(contact, account.jid, OTHER_SIDE[subscription]);
  if (ask !== undefined) contact.requests.set(account.jid, presenceStanza('subscribe', account.jid, jid));
}

function seedOtherSide(contact: Account, jid: string, subscription: Subscription): void {
  const old = contact.roster.get(jid);
  if (old === undefined && subscription === 'none') return;
  const item: RosterItem = old ?? { jid, subscription, groups: [] };
  contact.putItem({ ...item, subscription });
}
