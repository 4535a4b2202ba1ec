import { ConnectionFailedError } from '../protocol/client-stream.js';
import { isSecureService, type LinkOptions } from '../protocol/link-options.js';
import { bareJid, parseJid, type Jid } from '../protocol/jid.js';
import type { SaslCredentials } from '../protocol/sasl/credentials.js';
import type { KeptSignIn, SignIn } from '../state/sign-in.js';
import { serviceOfDomain } from './known-services.js';
import { rememberMechanism, strongestMechanism } from './sign-in-storage.js';

interface CredentialsBase {
  /** The account, where the element does not name it. */
  readonly jid?: string;
  /** The only SASL mechanism to be used: with a password `SCRAM-SHA-256`, `PLAIN` …, with a token `OAUTHBEARER` or `PLAIN`. */
  readonly mechanism?: string;
}

/** What signs a user in: a password, or a token that somebody has issued for them. */
export type Credentials = CredentialsBase & ({ readonly password: string } | { readonly token: string });

/** Credentials, or where to get them: asked anew at each attempt, so that short-lived ones are fresh. */
export type CredentialsSource = Credentials | (() => Credentials | Promise<Credentials>);

/** What the author of a page says about a connection. */
export interface ConnectionSettings {
  /** A `wss:` URL, or a path on the page's own server; absent: found through host-meta (XEP-0156). */
  readonly service?: string | undefined;
  readonly jid?: string | undefined;
  readonly domain?: string | undefined;
  readonly anonymous: boolean;
  readonly resource?: string | undefined;
  /** Whether the connection is this element's alone, and not shared with other tabs. */
  readonly isSeparate?: boolean | undefined;
  readonly credentials?: CredentialsSource | undefined;
  /** Same-origin JSON `{ "jid": …, "password": … }`, or `"token"`; `"mechanism"` if it matters. */
  readonly credentialsUrl?: string | undefined;
}

/** Whether there is something to sign in with. */
export function canSignIn({ anonymous, credentials, credentialsUrl }: ConnectionSettings): boolean {
  return anonymous || credentials !== undefined || credentialsUrl !== undefined;
}

/** What a page may have set, right or wrong. */
type Given = CredentialsSource | null | undefined;

/** Whose credentials those are, if they say it without being asked: a prepared bare address. */
export function addressIn(given: Given): string | undefined {
  const { jid } = partsOf(given);
  return typeof jid === 'string' ? bareJid(jid.trim()) : undefined;
}

/** Whether those are other credentials. Frameworks make a new object, and a new function, each time they render. */
export function areOthers(given: Given, before: Given): boolean {
  if (!given || !before || typeof given !== typeof before) return given !== before;
  const [now, then] = [partsOf(given), partsOf(before)];
  return (['jid', 'password', 'token', 'mechanism'] as const).some((part) => now[part] !== then[part]);
}

function partsOf(given: Given): Readonly<Partial<Record<'jid' | 'password' | 'token' | 'mechanism', unknown>>> {
  return typeof given === 'object' && given !== null ? given : {};
}

/** Settles where an attempt goes and as whom. @throws ConnectionFailedError in words that help */
export async function linkOptions(settings: ConnectionSettings, signIn: SignIn): Promise<LinkOptions> {
  const { resource } = settings;
  if (settings.anonymous) {
    const domain = settings.domain ?? fail('An anonymous connection needs the attribute “domain”.');
    return { service: await serviceOf(settings, domain), domain, resource };
  }
  const given = await credentialsOf(settings, signIn);
  const account = accountOf(given.jid ?? settings.jid, resource);
  const domain = settings.domain ?? account.domain;
  const [service, strongest] = await Promise.all([serviceOf(settings, domain), signIn.allowsWeaker ? undefined : strongestMechanism(domain)]);
  return {
    service, domain, strongest,
    accountDomain: account.domain,
    resource: resource ?? (account.resource || undefined),
    credentials: saslCredentials(account.local, given),
    signedIn: (outcome) => {
      void rememberMechanism(domain, outcome);
      void signIn.accept(outcome);
    },
  };
}

function saslCredentials(username: string, given: Credentials | KeptSignIn): SaslCredentials {
  if ('scramKey' in given) return { username, scramKey: given.scramKey };
  const { mechanism } = given;
  return 'token' in given ? { username, token: given.token, mechanism } : { username, password: given.password, mechanism };
}

function accountOf(jid: string | undefined, resource: string | undefined): Jid {
  const account = jid === undefined ? undefined : parseJid(jid.trim());
  if (!account?.local) return fail(jid ? `“${jid}” is no XMPP address; it should look like name@company.org.` : 'No XMPP address was given.');
  return resource === undefined ? account : { ...account, resource };
}

/** What the page gives comes first. */
async function credentialsOf({ credentials, credentialsUrl }: ConnectionSettings, signIn: SignIn): Promise<Credentials | KeptSignIn> {
  if (credentials === undefined && credentialsUrl !== undefined) return fetchCredentials(credentialsUrl);
  if (credentials === undefined) return signIn.credentials ?? fail('No credentials were given.');
  const given: unknown = typeof credentials === 'function' ? await ask(credentials) : credentials;
  return isCredentials(given) ? given : fail('“credentials” holds no object with a “password” or a “token”.');
}

/** Such a function asks a server more often than not, and that may be there again in a moment. */
async function ask(credentials: () => unknown): Promise<unknown> {
  try {
    return await credentials();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    throw new ConnectionFailedError({ kind: 'unreachable', condition: 'credentials-failed', text, final: false });
  }
}

async function fetchCredentials(url: string): Promise<Credentials> {
  const target = new URL(url, document.baseURI);
  if (target.origin !== location.origin) return fail('“credentials-url” must be on the page’s own server.');
  const response = await fetch(target, { credentials: 'same-origin', cache: 'no-store', headers: { accept: 'application/json' } }).catch(() => undefined);
  // The page's server may be restarting like any other: worth another try.
  if (!response || response.status >= 500) throw new ConnectionFailedError({ kind: 'unreachable', condition: 'no-credentials', url: target.pathname, final: false });
  if (response.status === 401 || response.status === 403) throw new ConnectionFailedError({ kind: 'configuration', condition: 'page-sign-in', url: target.pathname, final: true });
  if (!response.ok) return fail(`${target.pathname} answered ${response.status}.`);
  const read: unknown = await response.json().catch(() => undefined);
  return isCredentials(read) ? read : fail(`${target.pathname} holds no JSON with a “password” or a “token”.`);
}

function isCredentials(read: unknown): read is Credentials {
  if (typeof read !== 'object' || read === null) return false;
  const { jid, password, token, mechanism } = read as Record<string, unknown>;
  const isText = (value: unknown): boolean => value == null || typeof value === 'string';
  return [jid, password, token, mechanism].every(isText) && (typeof password === 'string' || typeof token === 'string');
}

async function serviceOf({ service }: ConnectionSettings, domain: string): Promise<string> {
  const url = service === undefined ? await serviceOfDomain(domain) : absolute(service);
  return isSecureService(url) ? url : fail(`“${url}” is refused: over plain ws: anybody on the way could read along. Use wss:.`);
}

/** A path means the page's own server, with the WebSocket scheme that matches the page's. */
function absolute(service: string): string {
  const url = URL.canParse(service, document.baseURI) ? new URL(service, document.baseURI) : fail(`“${service}” is no URL.`);
  if (url.protocol === 'http:' || url.protocol === 'https:') url.protocol = url.protocol.replace('http', 'ws');
  if (url.protocol !== 'ws:' && url.protocol !== 'wss:') fail(`“${service}” is no WebSocket URL.`);
  return url.href;
}

function fail(text: string): never {
  throw new ConnectionFailedError({ kind: 'configuration', text, final: true });
}
