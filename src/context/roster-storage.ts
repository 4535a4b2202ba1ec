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
