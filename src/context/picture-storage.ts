import { clear, createStore, delMany, get, keys, set, update, type UseStore } from 'idb-keyval';
import type { PictureStorage } from '../state/picture-cache.js';

/** What is kept at most; the oldest go first. */
const MAX_COUNT = 500;
const MAX_BYTES = 16 * 1024 * 1024;
/** The record that says what is there, oldest first: id and bytes. */
const INDEX = 'index';

type Index = (readonly [id: string, size: number])[];

let opened: UseStore | undefined;

/** A database of its own: the other one's version is not to be changed for it. */
function store(): UseStore {
  return (opened ??= createStore('xmpp-elements-pictures', 'pictures'));
}

function pictureKey(id: string): string {
  return `picture ${id}`;
}

/** The browser's own database. */
export const pictureStorage: PictureStorage = {
  load: async (id) => get<unknown>(pictureKey(id), store()),
  save,
  loadIds: async (account) => get<unknown>(`account ${account}`, store()),
  saveIds: async (account, ids) => set(`account ${account}`, ids, store()),
  clear: async () => clear(store()),
};

async function save(id: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await set(pictureKey(id), bytes, store());
  await update<Index>(INDEX, (index) => bounded([...readIndex(index).filter(([other]) => other !== id), [id, bytes.length]]), store());
  const kept = new Set(readIndex(await get<Index>(INDEX, store())).map(([one]) => pictureKey(one)));
  // Also what another tab saved between its two writes: it is asked for anew, at worst.
  const stale = (await keys<string>(store())).filter((key) => key.startsWith(pictureKey('')) && !kept.has(key));
  if (stale.length > 0) await delMany(stale, store());
}

function readIndex(index: unknown): Index {
  return Array.isArray(index) ? (index as Index) : [];
}

function bounded(index: Index): Index {
  let bytes = index.reduce((sum, [, size]) => sum + size, 0);
  let first = 0;
  for (; index.length - first > MAX_COUNT || bytes > MAX_BYTES; first++) bytes -= index[first]?.[1] ?? 0;
  return index.slice(first);
}
