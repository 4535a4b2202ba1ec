import { readAddress } from '../../state/address.js';
import { words } from '../messages/messages.js';
import { numberWords } from '../words.js';

/** How much the user has not read yet, by bare address. */
export type UnreadCounts = ReadonlyMap<string, number> | Readonly<Record<string, number>>;

/** Beyond this a count is no number any more that anybody reads. */
const MOST = 99;

/** The counts by prepared address; what is no count above 0 is left out. */
export function readUnread(counts: UnreadCounts | null | undefined): ReadonlyMap<string, number> {
  const entries: Iterable<readonly [string, unknown]> = counts instanceof Map ? counts : Object.entries(counts ?? {});
  const read = new Map<string, number>();
  for (const [address, count] of entries) {
    const jid = readAddress(address);
    if (jid !== undefined && typeof count === 'number' && count >= 1) read.set(jid, Math.floor(count));
  }
  return read;
}

/** "3", "99+". */
export function unreadBadge(count: number): string {
  return count > MOST ? words().rows.beyond(numberWords(MOST)) : numberWords(count);
}

/** "3 unread", for assistive technology. */
export function unreadLabel(count: number): string {
  const { unread, unreadBeyond } = words().rows;
  return count > MOST ? unreadBeyond(numberWords(MOST)) : unread(count);
}
