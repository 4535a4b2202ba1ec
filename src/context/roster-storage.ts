import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import type { RosterStorage } from '../state/roster-cache.js';

let opened: UseStore | undefined;

/** Opened at the first use, and again after it could not be: private windows and full disks may refuse. */
function store(): UseStore {
  return (opened ??= createStore('xmpp-elements', 'rosters'));
}

/** The browser's own database: one record an account, its items and their version in one write. */
export const rosterStorage: RosterStorage = {
  load: async (account) => get<unknown>(account, store()),
  save: async (account, roster) => set(account, roster, store()),
  remove: async (account) => del(account, store()),
};

/** The same where a page may be nobody's: an anonymous account does not come back, and what is kept of it would stay for ever. */
export function rosterStorageOf(isAnonymous: () => boolean): RosterStorage {
  return {
    ...rosterStorage,
    load: async (account) => (isAnonymous() ? undefined : rosterStorage.load(account)),
    save: async (account, roster) => (isAnonymous() ? undefined : rosterStorage.save(account, roster)),
  };
}
