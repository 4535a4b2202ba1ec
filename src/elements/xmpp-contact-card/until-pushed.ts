import type { RosterItem } from '../../protocol/roster.js';
import type { Session } from '../../state/session.js';

/** How long after the server's "done" its push may take, in ms; then the card shows what the roster says. */
const PUSH_WAIT_MS = 5_000;

/**
 * Carries out what changes a roster item; rejects with the command's error.
 *
 * @returns whether the server has stated the item anew
 */
export async function untilPushed(session: Session, jid: string, edit: () => Promise<void>): Promise<boolean> {
  const before = session.contact(jid).item;
  await edit();
  return stated(session, jid, before);
}

function stated(session: Session, jid: string, before: RosterItem | undefined): Promise<boolean> {
  const isStated = () => session.contact(jid).item !== before;
  if (isStated()) return Promise.resolve(true);
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      unsubscribe();
      resolve(isStated());
    };
    const timer = setTimeout(end, PUSH_WAIT_MS);
    const unsubscribe = session.subscribe(() => {
      if (isStated()) end();
    }, jid);
  });
}
