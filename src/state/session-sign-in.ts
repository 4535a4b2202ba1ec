import type { SignIn, SignInRequest, SignInState } from './sign-in.js';

/** What signing in does to a session. */
interface Connecting extends SignInState {
  readonly stopped: boolean;
  connect(): void;
  disconnect(): Promise<void>;
  restore(jid: string): Promise<void>;
}

/** Signing in with what somebody types, and what becomes of it; `<xmpp-sign-in>` is made of this. */
export class SessionSignIn {
  /** Whether there is a form that could ask. */
  #isAwaited = false;

  constructor(
    private readonly signIn: SignIn,
    private readonly session: Connecting,
    private readonly changed: () => void,
  ) {}

  /** Whether a form is to be shown: only where `recall()` has been asked, and found nobody. */
  get needed(): boolean {
    return this.signIn.isNeeded(this.session);
  }

  /** Whether somebody has typed something here, or stays signed in. */
  get given(): boolean {
    return this.signIn.credentials !== undefined;
  }

  /** Who signed in with what they typed, now or at a former visit, and can sign out again: their bare address. */
  get account(): string | undefined {
    return this.signIn.account;
  }

  /** The account, as far as it is known: by the page, by what was typed, or from the last visit. */
  get jid(): string | undefined {
    return this.signIn.jid;
  }

  /** Signs in by itself whoever stays signed in with this browser; else a form is `needed`. */
  async recall(): Promise<void> {
    this.#isAwaited = true;
    await this.signIn.recall();
    const { jid } = this.signIn.credentials ?? {};
    const { connectionStatus, failure, stopped } = this.session;
    if (jid !== undefined && connectionStatus === 'offline' && !failure && !stopped) {
      void this.session.restore(jid);
      this.session.connect();
    }
    this.changed();
  }

  /** The page describes the connection otherwise than before: somebody else may stay signed in with that one. */
  async recallAnew(): Promise<void> {
    if (this.#isAwaited && !this.given) await this.recall();
  }

  /** Signs in with what somebody typed. Whether it was right shows in the session's `connectionStatus` and `failure`. */
  async submit(request: SignInRequest): Promise<void> {
    this.signIn.give(request);
    if (this.session.connectionStatus !== 'offline') await this.session.disconnect();
    this.session.connect();
  }

  /** Tries again, at the user's own wish, although the server offers only weaker mechanisms than it used to. */
  submitWeaker(): void {
    this.signIn.allowWeaker();
    this.session.connect();
  }

  /** Forgets who was signed in; `session.signOut()` is the whole of it. */
  forget(): Promise<void> {
    return this.signIn.forget();
  }

  noteState({ failure }: SignInState): void {
    if (failure?.kind === 'authentication' && failure.final) void this.signIn.refuse();
  }
}
