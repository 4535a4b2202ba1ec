import type { ConnectionFailure } from '../protocol/stream.js';

/** Where servers have their WebSocket when nobody moves it: Prosody and Openfire, ejabberd, MongooseIM. */
const USUAL_PATHS = ['/xmpp-websocket', '/ws', '/ws/', '/websocket', '/ws-xmpp'];
/** In ms. */
const TIMEOUT_MS = 5_000;
/** RFC 6455 §7.4.1. */
const TLS_HANDSHAKE = 1015;

/**
 * Why no WebSocket opens at that address: browsers do not say. It is asked whether anything answers there at all, and
 * whether there is a WebSocket where servers usually have one.
 *
 * @returns `undefined` when there is one after all, or nothing can be found out
 */
export async function whyUnreachable(service: string): Promise<ConnectionFailure | undefined> {
  const page = new URL(service.replace(/^ws/, 'http'));
  const answer = await answers(page);
  if (answer === 'unknown') return undefined;
  const fault = { kind: 'unreachable', final: false } as const;
  if (answer === 'no') return page.protocol === 'https:' ? { ...fault, condition: await tlsFault(service), url: `${page.origin}/` } : undefined;
  const candidates = [service, ...USUAL_PATHS.map((path) => new URL(path, service).href).filter((url) => url !== service)];
  const ends = await Promise.all(candidates.map(endOf));
  const found = candidates.find((_url, index) => ends[index] === 'opened');
  if (found === service) return undefined;
  return found === undefined ? { ...fault, condition: 'not-enabled', url: service } : { ...fault, condition: 'wrong-path', url: service, instead: found };
}

/** `unknown` where the page's policy forbids to ask. */
async function answers(url: URL): Promise<'yes' | 'no' | 'unknown'> {
  let isForbidden = false;
  const note = ({ blockedURI }: SecurityPolicyViolationEvent): void => void (isForbidden ||= blockedURI.startsWith(url.origin));
  document.addEventListener('securitypolicyviolation', note);
  const asked = fetch(url, { mode: 'no-cors', credentials: 'omit', cache: 'no-store', signal: AbortSignal.timeout(TIMEOUT_MS) });
  const isThere = await asked.then(() => true, () => false);
  // The event comes in a task of its own.
  if (!isThere) await new Promise((resolve) => setTimeout(resolve));
  document.removeEventListener('securitypolicyviolation', note);
  return isThere ? 'yes' : isForbidden ? 'unknown' : 'no';
}

/** Firefox alone tells a handshake that failed from nobody there; elsewhere both are the same to a page. */
async function tlsFault(service: string): Promise<'bad-certificate' | 'no-tls'> {
  return (await endOf(service)) === TLS_HANDSHAKE ? 'bad-certificate' : 'no-tls';
}

/** What becomes of a WebSocket to that address: it opens, or the code with which it ends. */
function endOf(url: string): Promise<number | 'opened' | undefined> {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, 'xmpp');
    const end = (how?: number | 'opened'): void => {
      clearTimeout(timer);
      socket.close();
      resolve(how);
    };
    const timer = setTimeout(end, TIMEOUT_MS);
    socket.onopen = () => end('opened');
    socket.onclose = ({ code }) => end(code);
  });
}
