import { bareJid } from '../protocol/jid.js';
import { readScramKey, type SaslOutcome, type ScramKey } from '../protocol/sasl/credentials.js';
import type { ConnectionFailure, StreamState } from '../protocol/stream.js';
import { isRecord } from './is-record.js';

/** What somebody types to sign in. */
export interface SignInRequest {
  /** The account, `name@company.org`. */
  readonly jid: string;
  readonly password: string;
  /** Whether this browser signs in by itself at the next visit. It keeps a key for that, not the password. */
  readonly stay?: boolean | undefined;
}

/** What a browser keeps of who stays signed in. */
export interface KeptSignIn {
  readonly jid: string;
  readonly scramKey: ScramKey;
}

/** Where a browser keeps it. It may refuse, lose or garble anything. */
export interface SignInStorage {
  load(): Promise<unknown>;
  save(kept: KeptSignIn): Promise<void>;
  remove(): Promise<void>;
}

/** Of a stream's state what matters here. */
export type SignInState = Pick<StreamState, 'connectionStatus' | 'failure'>;

/** What the page says about it. */
export interface SignInPage {
  /** The account, where the page knows it. */
  readonly jid?: string | undefined;
  /** Whether the page gives the credentials, too: then nobody is asked. */
  readonly signsIn: boolean;
}

/** Stream errors that other credentials may mend (RFC 6120 §4.9.3): no such domain, and an account that is gone. */
const MENDED_BY_SIGNING_IN: ReadonlySet<string | undefined> = new Set(['host-unknown', 'not-authorized']);

/**
 * Who signs in, where the page leaves that to its user: what they typed, for as long as the page is open, or what this
 * browser keeps of the last visit.
 */
export class SignIn {
  #known: SignInRequest | KeptSignIn | undefined;
  #isRecalled = false;
  #isAccepted = false;
  #recalls = 0;
  #allowsWeaker = false;
  /** Of what was typed, as soon as it has been accepted, or of what was kept. */
  #scramKey: ScramKey | undefined;

  constructor(
    private readonly storage: SignInStorage | undefined,
    private readonly page: () => SignInPage = () => ({ signsIn: false }),
  ) {}

  /** The account and its password or key; `undefined` while nobody signs in here. */
  get credentials(): SignInRequest | KeptSignIn | undefined {
    return this.#known;
  }

  /** Who signed in here, by typing or by having stayed signed in: their bare address; `undefined` where the page signs in itself. */
  get account(): string | undefined {
    return this.page().signsIn ? undefined : bareJid(this.#known?.jid);
  }

  /** What signs other tabs in while this one is signed in; `undefined` where there is no key, and the password alone does. */
  get shared(): KeptSignIn | undefined {
    const { account: jid } = this;
    const scramKey = this.#scramKey;
    return jid !== undefined && scramKey ? { jid, scramKey } : undefined;
  }

  /** The account that somebody signs in as, as far as that is known. */
  get jid(): string | undefined {
    return this.#known?.jid ?? this.page().jid;
  }

  /** Whether somebody has typed something of which no server has said yet that it is right. */
  get isUnproven(): boolean {
    return this.#known !== undefined && 'password' in this.#known && !this.#isAccepted;
  }

  /** Whether a weaker mechanism than the server's usual one is taken this time. */
  get allowsWeaker(): boolean {
    return this.#allowsWeaker;
  }

  /** Whether nothing can happen before somebody types something, or they may still have to mend what they typed. */
  isNeeded({ connectionStatus, failure }: SignInState): boolean {
    if (!this.#isRecalled || connectionStatus === 'online' || this.page().signsIn) return false;
    if (!this.#known || (connectionStatus === 'offline' && failure && isMendedBySigningIn(failure))) return true;
    return this.isUnproven;
  }

  /** Looks up who stays signed in with the connection as the page describes it now. */
  async recall(): Promise<void> {
    const recall = ++this.#recalls;
    const kept = readKeptSignIn(await this.storage?.load().catch(() => undefined));
    if (recall !== this.#recalls) return;
    this.#isRecalled = true;
    if (this.#known) return;
    this.#known = kept;
    this.#scramKey = kept?.scramKey;
  }

  give(request: SignInRequest): void {
    this.#known = request;
    this.#isRecalled = true;
    this.#isAccepted = false;
    this.#scramKey = undefined;
  }

  /** At the user's own wish; the server is then held to what it offers now, until it offers more again. */
  allowWeaker(): void {
    this.#allowsWeaker = true;
  }

  /** The server has accepted what was given. */
  async accept({ scramKey }: SaslOutcome): Promise<void> {
    const known = this.#known;
    this.#allowsWeaker = false;
    if (!known) return;
    this.#isAccepted = true;
    this.#scramKey = scramKey;
    if (!('password' in known)) return;
    const jid = bareJid(known.jid);
    // What cannot be kept is asked for next time.
    if (known.stay && scramKey && jid !== undefined) await this.storage?.save({ jid, scramKey }).catch(() => undefined);
    else await this.#remove();
  }

  /** The server does not take what was kept: it is of no use any more. */
  async refuse(): Promise<void> {
    if (this.#known && 'scramKey' in this.#known) await this.#remove();
  }

  /** Nobody is signed in here any more. */
  async forget(): Promise<void> {
    this.#known = this.#scramKey = undefined;
    this.#isAccepted = false;
    this.#allowsWeaker = false;
    await this.#remove();
  }

  async #remove(): Promise<void> {
    await this.storage?.remove().catch(() => undefined);
  }
}

function isMendedBySigningIn({ kind, condition, final }: ConnectionFailure): boolean {
  return final && (kind !== 'stream-error' || MENDED_BY_SIGNING_IN.has(condition));
}

/** Reads what was kept; anything that we would not have written ourselves is nothing. */
function readKeptSignIn(data: unknown): KeptSignIn | undefined {
  if (!isRecord(data)) return undefined;
  const { jid, scramKey } = data;
  const key = readScramKey(scramKey);
  return typeof jid === 'string' && jid === bareJid(jid) && key ? { jid, scramKey: key } : undefined;
}
