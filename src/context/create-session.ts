import { ClientStream } from '../protocol/client-stream.js';
import type { Environment } from '../protocol/stream.js';
import { TabStream } from '../protocol/tab-stream.js';
import { isSessionSnapshot } from '../state/read-snapshot.js';
import { Session } from '../state/session.js';
import { SignIn } from '../state/sign-in.js';
import { rosterStorageOf } from './roster-storage.js';
import { pictureStorage } from './picture-storage.js';
import { canSignIn, type ConnectionSettings } from './connection-settings.js';
import { SharedConnection } from './shared-connection.js';
import { shareSignIn } from './shared-sign-in.js';
import { kindOf, signInStorage } from './sign-in-storage.js';
import { followSignOuts, tellSignedOut } from './sign-out.js';

/** The page's clock and chance. */
const environment: Environment = {
  now: () => Date.now(),
  setTimeout: (callback, ms) => window.setTimeout(callback, ms),
  clearTimeout: (handle) => window.clearTimeout(handle as number | undefined),
  random: () => Math.random(),
  isOnline: () => navigator.onLine,
  reportError: (error) => reportError(error),
};

/** A session over a WebSocket that is shared with other tabs; the settings are read at each attempt. */
export function createSession(settings: () => ConnectionSettings): Session {
  const signIn = new SignIn(signInStorage(settings), () => ({ jid: settings().jid, signsIn: canSignIn(settings()) }));
  const connection = new SharedConnection(settings, signIn, async () => {
    await session.leave();
    // Whoever joins the others of that account goes on with them.
    if (!session.stopped) queueMicrotask(() => session.connect());
  });
  const stream: TabStream = new TabStream({
    group: () => connection.group(),
    open: (options) => new ClientStream(() => connection.options(), environment, options),
    snapshot: () => session.snapshot(),
    isSnapshot: isSessionSnapshot,
    // What somebody has typed wrong is wrong, whoever else gets through.
    mayComeAlong: () => !signIn.isUnproven,
  }, environment);
  const storage = rosterStorageOf(() => settings().anonymous);
  const session: Session = new Session(stream, environment, { languages: navigator.languages, storage, pictures: pictureStorage, signIn, signedOut: tellSignedOut });
  session.subscribe(() => stream.offer());
  stream.observe({ onState: (state) => connection.note(state) });
  stream.observe({ onState: shareSignIn(() => (settings().isSeparate ? undefined : kindOf(settings())), () => signIn.shared) });
  followSignOuts(session);
  return session;
}
