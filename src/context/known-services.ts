import { createStore, del, get, set, type UseStore } from 'idb-keyval';
import { ConnectionFailedError } from '../protocol/client-stream.js';
import { findService } from '../protocol/host-meta.js';

/** What was found is good for a day, in ms, unless nothing answers there. */
const LIFETIME_MS = 86_400_000;
/** A server that takes longer does not answer, in ms. */
const TIMEOUT_MS = 10_000;

interface Known {
  readonly service: string;
  readonly foundAt: number;
}

let opened: UseStore | undefined;

function store(): UseStore {
  return (opened ??= createStore('xmpp-elements-services', 'services'));
}

/** The WebSocket of a domain, as it is known from the last time or found now. @throws ConnectionFailedError */
export async function serviceOfDomain(domain: string): Promise<string> {
  const known = await Promise.resolve().then(() => get<Known>(domain, store())).catch(() => undefined);
  if (known && /^wss:\/\//.test(known.service) && Date.now() - known.foundAt < LIFETIME_MS) return known.service;
  const found = await findService(domain, ask);
  if ('lookUps' in found) throw new ConnectionFailedError({ kind: 'unreachable', condition: 'no-service', url: domain, lookUps: found.lookUps, final: false });
  // What cannot be kept is found again next time.
  await Promise.resolve().then(() => set(domain, { service: found.service, foundAt: Date.now() }, store())).catch(() => undefined);
  return found.service;
}

/** Nothing answered there: it is looked up anew. */
export async function forgetService(domain: string): Promise<void> {
  await Promise.resolve().then(() => del(domain, store())).catch(() => undefined);
}

function ask(url: string, mode: RequestMode = 'cors'): Promise<Response> {
  return fetch(url, { mode, credentials: 'omit', signal: AbortSignal.timeout(TIMEOUT_MS) });
}
