import type { LinkOptions } from '../protocol/link-options.js';
import { ConnectionFailedError } from '../protocol/client-stream.js';
import { bareJid, parseJid } from '../protocol/jid.js';
import type { StreamState } from '../protocol/stream.js';
import type { TabGroup } from '../protocol/tab-group.js';
import type { SignIn } from '../state/sign-in.js';
import { canSignIn, linkOptions, type ConnectionSettings } from './connection-settings.js';
import { forgetService } from './known-services.js';
import { placeOf } from './sign-in-storage.js';
import { hasTabs, tabGroup } from './tab-group.js';
import { whyUnreachable } from './why-unreachable.js';

/** Credentials that were asked for are good for an attempt so long, in ms. */
const FRESH_MS = 10_000;

/** No WebSocket opened, and why is not known, or was the last time. */
const UNEXPLAINED: ReadonlySet<string | undefined> = new Set([undefined, 'no-tls', 'bad-certificate', 'not-enabled', 'wrong-path']);

/** With whom a connection is shared, and what an attempt at it takes. */
export class SharedConnection {
  /** Asked for to learn whose account it is, and good for the attempt that follows. */
  #asked: { readonly options: Promise<LinkOptions>; readonly at: number } | undefined;

  /** As whom this connection has signed in since it joined its group. */
  #account: string | undefined;
  #isUnreached = false;
  #wasOnline = false;

  constructor(
    private readonly settings: () => ConnectionSettings,
    private readonly signIn: SignIn,
    /** Called when the page signs in as another account than it has joined its group for; settles when it has left it. */
    private readonly becameAnother: () => Promise<void>,
  ) {}

  /** Credentials are asked for anew at each attempt. */
  async options(): Promise<LinkOptions> {
    const asked = this.#asked;
    this.#asked = undefined;
    const options = await (asked && Date.now() - asked.at < FRESH_MS ? asked.options : linkOptions(this.settings(), this.signIn));
    if (this.#isUnreached) await this.#explain(options);
    const account = accountIn(options);
    if (this.#account !== undefined && account !== this.#account) await this.becameAnother();
    this.#account = account;
    return options;
  }

  /** As the stream tells. */
  note({ connectionStatus, failure }: StreamState): void {
    this.#wasOnline ||= connectionStatus === 'online';
    if (failure) this.#isUnreached = failure.kind === 'unreachable' && UNEXPLAINED.has(failure.condition) && !this.#wasOnline;
  }

  /** A server that has never been reached may not be where the page says it is. @throws ConnectionFailedError */
  async #explain({ service, domain }: LinkOptions): Promise<void> {
    const failure = await whyUnreachable(service);
    if (failure && this.settings().service === undefined) await forgetService(domain);
    if (failure) throw new ConnectionFailedError(failure);
  }

  /** The tabs that show the same account at the same server under the same resource name. */
  async group(): Promise<TabGroup | undefined> {
    this.#asked = this.#account = undefined;
    const settings = this.settings();
    if (settings.isSeparate) return undefined;
    const account = settings.anonymous ? 'anonymous' : (this.#accountOf(settings) ?? (await this.#askForAccount()));
    const name = `${placeOf(settings)}${account} ${resourceOf(settings) ?? ''}`;
    // Whether what was typed is right is for the server to say, not for a tab that is signed in already.
    return this.signIn.isUnproven && (await hasTabs(name)) ? undefined : tabGroup(name);
  }

  #accountOf(settings: ConnectionSettings): string | undefined {
    const { credentials, jid } = settings;
    const given = canSignIn(settings) ? credentials : this.signIn.credentials;
    return bareJid(((typeof given === 'object' ? given.jid : undefined) ?? jid)?.trim());
  }

  /** Whoever names no account is asked who is to be signed in. */
  async #askForAccount(): Promise<string> {
    const options = linkOptions(this.settings(), this.signIn);
    this.#asked = { options, at: Date.now() };
    this.#account = accountIn(await options);
    return this.#account;
  }
}

function accountIn({ credentials, domain }: LinkOptions): string {
  return `${credentials?.username ?? ''}@${domain}`;
}

function resourceOf({ resource, jid }: ConnectionSettings): string | undefined {
  return resource ?? (jid === undefined ? undefined : parseJid(jid.trim())?.resource);
}
