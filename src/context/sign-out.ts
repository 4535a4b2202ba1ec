import { bareJid } from '../protocol/jid.js';
import type { Session } from '../state/session.js';

/** Written for a moment, so that the other tabs of the origin hear of it. */
const KEY = 'xmpp-elements signed-out';

const sessions = new Set<WeakRef<Session>>();

/** Whoever signs out in one tab is signed out in all of them. */
export function followSignOuts(session: Session): void {
  if (sessions.size === 0) window.addEventListener('storage', hear);
  sessions.add(new WeakRef(session));
}

export function tellSignedOut(jid: string): void {
  try {
    localStorage.setItem(KEY, jid);
    localStorage.removeItem(KEY);
  } catch {
    // Where nothing can be stored, tabs know nothing of each other.
  }
  signOutHere(jid);
}

function hear({ key, newValue }: StorageEvent): void {
  if (key === KEY && newValue !== null) signOutHere(newValue);
}

/** All connections of this page: to them nobody else tells it. */
function signOutHere(jid: string): void {
  for (const reference of sessions) {
    const session = reference.deref();
    if (!session) sessions.delete(reference);
    else if ((session.jid ?? bareJid(session.signIn.jid)) === jid) void session.signOut({ onlyHere: true });
  }
}
