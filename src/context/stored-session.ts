import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import { soon } from './soon.js';

/** Acknowledgements wait until it is stored, and connecting until it is deleted, but no longer than so many ms. */
const STORE_TIMEOUT_MS = 3_000;

let opened: UseStore | undefined;

/** Not `localStorage`: that is written to the disk minutes later, and a browser that crashes would bring an older session back. */
function store(): UseStore {
  return (opened ??= createStore('xmpp-elements-sessions', 'sessions'));
}

/** Opens the database ahead of its use, which takes longer than reading from it. */
export function openStoredSessions(): void {
  void storedSession('');
}

/** Replaces the session that is stored under that key; `undefined` deletes it. @returns whether one is stored, perhaps */
export async function storeSession(key: string, value: unknown): Promise<boolean> {
  // Made into text at once: whoever asks for it measures how long that takes.
  const text = value === undefined ? undefined : JSON.stringify(value);
  // What takes longer may come about all the same.
  return (await soon(write(key, text), STORE_TIMEOUT_MS)) ?? true;
}

async function write(key: string, text: string | undefined): Promise<boolean> {
  try {
    await (text === undefined ? del(key, store()) : set(key, text, store()));
    return text !== undefined;
  } catch {
    // What could not be replaced would be gone on with.
    return text !== undefined && write(key, undefined);
  }
}

/** What was stored last; `undefined` where there is nothing, or nothing that makes sense. */
export async function storedSession(key: string): Promise<unknown> {
  try {
    return JSON.parse(String(await soon(get<unknown>(key, store())))) as unknown;
  } catch {
    return undefined;
  }
}
