import { ClientStream } from '../protocol/client-stream.js';
import type { Environment } from '../protocol/stream.js';
import { Session } from '../state/session.js';
import { rosterStorage } from './roster-storage.js';
import { pictureStorage } from './picture-storage.js';
import { linkOptions, type ConnectionSettings } from './connection-settings.js';

/** The page's clock and chance. */
const environment: Environment = {
  now: () => Date.now(),
  setTimeout: (callback, ms) => window.setTimeout(callback, ms),
  clearTimeout: (handle) => window.clearTimeout(handle as number | undefined),
  random: () => Math.random(),
  isOnline: () => navigator.onLine,
  reportError: (error) => reportError(error),
};

/** A session over a WebSocket; the settings are read at each attempt. */
export function createSession(settings: () => ConnectionSettings): Session {
  const stream = new ClientStream(() => linkOptions(settings()), environment);
  return new Session(stream, environment, { languages: navigator.languages, storage: rosterStorage, pictures: pictureStorage });
}
