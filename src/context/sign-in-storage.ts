import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import type { SaslOutcome } from '../protocol/sasl/credentials.js';
import type { SignInStorage } from '../state/sign-in.js';
import type { ConnectionSettings } from './connection-settings.js';
import { signInOfTabs } from './shared-sign-in.js';
import { soon } from './soon.js';

let opened: UseStore | undefined;

/** A database of its own: the others' versions are not to be changed for it. */
function store(): UseStore {
  return (opened ??= createStore('xmpp-elements-sign-in', 'sign-in'));
}

/** Which server a page connects to, as it describes it; ends with a space. */
export function placeOf({ service, domain = '' }: ConnectionSettings): string {
  return `${service === undefined ? '' : new URL(service, document.baseURI).href} ${domain} `;
}

/** What kind of connection a page has, as it describes it. */
export function kindOf(settings: ConnectionSettings): string {
  return `kept ${placeOf(settings)}${settings.jid ?? ''}`;
}

/**
 * Who stays signed in, or is signed in in another tab now, one record for each kind of connection that this origin's pages have: its server and account as
 * the page states them. The key in it cannot be read by scripts.
 */
export function signInStorage(settings: () => ConnectionSettings): SignInStorage {
  const key = (): string => kindOf(settings());
  return {
    load: async () => {
      const kept = await soon(Promise.resolve().then(() => get<unknown>(key(), store()))).catch(() => undefined);
      return kept ?? (settings().isSeparate ? undefined : signInOfTabs(key(), placeOf(settings())));
    },
    save: async (kept) => set(key(), kept, store()),
    remove: async () => del(key(), store()),
  };
}

/** The strongest mechanism that a domain's server is known to offer for passwords. */
export async function strongestMechanism(domain: string): Promise<string | undefined> {
  const known = await soon(Promise.resolve().then(() => get<unknown>(mechanismKey(domain), store()))).catch(() => undefined);
  return typeof known === 'string' ? known : undefined;
}

export async function rememberMechanism(domain: string, { strongest }: SaslOutcome): Promise<void> {
  // What cannot be kept protects nobody next time, as in a private window.
  if (strongest !== undefined) await Promise.resolve().then(() => set(mechanismKey(domain), strongest, store())).catch(() => undefined);
}

function mechanismKey(domain: string): string {
  return JSON.stringify(['mechanism', domain]);
}
