import type { XmppConnection } from '../src/index.js';

/** The page's connections, in document order. */
export function connections(): XmppConnection[] {
  return [...document.querySelectorAll('xmpp-connection')];
}

export function signInAll(password: string): void {
  for (const connection of connections()) connection.credentials = { password };
}
