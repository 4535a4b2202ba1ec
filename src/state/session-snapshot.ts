import { StanzaError } from '../protocol/errors.js';
import type { AccountState } from './account-state.js';
import type { OwnPresenceSender, OwnPresenceState } from './own-presence.js';
import { readPresenceRecord, writePresenceRecord, type KeptPresence } from './kept-presence.js';
import type { KeptRoster } from './roster-cache.js';
import type { ViewSettings } from './view-settings.js';

type Entries<T> = readonly (readonly [jid: string, value: T])[];

/**
 * All that is known of a session, for a page that goes on with it: plain data that survives structured cloning and
 * JSON. Times are in ms since 1970. Nothing in it signs anybody in.
 */
export interface SessionSnapshot {
  readonly format: 1;
  /** The account's prepared bare address. */
  readonly jid: string;
  readonly roster: KeptRoster & { readonly format: 1 };
  readonly presences: Entries<KeptPresence>;
  /** Whether our own server has said of its people what it has to say. */
  readonly settled: boolean;
  readonly presence: OwnPresenceState;
  /** Who asks to see our presence. */
  readonly requests: Entries<{ readonly nick?: string | undefined; readonly status?: string | undefined }>;
  /** Why our requests failed. */
  readonly requestErrors: Entries<{ readonly condition: string; readonly text?: string | undefined; readonly type?: string | undefined }>;
  readonly nicks: Entries<string>;
  /** To whom we show ourselves for now, and whether we were available to everybody then. */
  readonly directed: Entries<boolean>;
  /** Whom the server blocks for us; `null` where it cannot; absent: it has not said yet. */
  readonly blocked?: readonly string[] | null;
}

/** What a session is made of. */
export interface SessionParts {
  readonly account: AccountState;
  readonly own: OwnPresenceSender;
  readonly view: ViewSettings;
}

export function takeSnapshot(jid: string, { account, own, view }: SessionParts): SessionSnapshot {
  const { roster, presences, requests, requestErrors, nicks, directed, blockList } = account;
  return {
    format: 1,
    jid,
    roster: { format: 1, ...roster.snapshot(), view: view.snapshot() },
    presences: presences.entries().map(([of, record]) => [of, writePresenceRecord(record)]),
    settled: account.isSettled,
    presence: own.state,
    requests: requests.all().map(({ jid: from, nick, status }) => [from, { nick, status }]),
    requestErrors: requestErrors.entries().map(([to, { condition, text, type }]) => [to, { condition, text, type }]),
    nicks: nicks.entries(),
    directed: directed.entries(),
    ...(blockList.supported === undefined ? {} : { blocked: blockList.supported ? blockList.all() : null }),
  };
}

/**
 * Makes a session of a snapshot's account what the snapshot says, all of it.
 *
 * @returns whether another presence was chosen here meanwhile, which the server has yet to be told
 */
export function applySnapshot(snapshot: SessionSnapshot, { account, own, view }: SessionParts): boolean {
  account.forgetSession();
  account.replaceRoster(snapshot.roster);
  account.presences.restore(snapshot.presences.map(([jid, kept]) => [jid, readPresenceRecord(kept)]));
  for (const [jid, words] of snapshot.requests) account.requests.receive(jid, words);
  for (const [jid, { condition, text, type }] of snapshot.requestErrors) account.requestErrors.set(jid, new StanzaError(condition, text, type));
  for (const [jid, nick] of snapshot.nicks) account.nicks.set(jid, nick);
  for (const [to, wasAvailable] of snapshot.directed) account.directed.begin(to, wasAvailable);
  if (snapshot.blocked !== undefined) account.blockList.supported = snapshot.blocked !== null;
  account.blockList.replace(snapshot.blocked ?? []);
  view.restore(snapshot.roster.view);
  return own.restore(snapshot.presence);
}
