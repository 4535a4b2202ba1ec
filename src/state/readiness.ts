import { NotConnectedError } from '../protocol/errors.js';

interface Waiting {
  readonly action: string;
  readonly resolve: () => void;
  readonly reject: (error: Error) => void;
}

/** Whether there is a session with its roster; what was to be done without one waits for the next. */
export class Readiness {
  #isReady = false;
  /** Whether a session is being sought. */
  #isSought = false;
  #sessions = 0;
  #accounts = 0;
  #waiting: Waiting[] = [];

  get isReady(): boolean {
    return this.#isReady;
  }

  /** Which session it is; another number in the next. */
  get session(): number {
    return this.#sessions;
  }

  /** Which account it is; another number for the next. */
  get account(): number {
    return this.#accounts;
  }

  /** The session has its roster, goes on, or cannot be reached for now. */
  become(isReady: boolean): void {
    this.#isReady = isReady;
    this.#isSought = true;
    if (isReady) for (const { resolve } of this.#waiting.splice(0)) resolve();
  }

  /** The session is over. @param isSought whether another one follows */
  end(isSought: boolean): void {
    this.#isReady = false;
    this.#isSought = isSought;
    this.#sessions++;
    if (!isSought) this.#giveUp();
  }

  /** Another account: what was to be done as the one before is not done as this one. */
  changeAccount(): void {
    this.#accounts++;
    this.#giveUp();
  }

  /** Settles when there is a session; rejects with NotConnectedError when none is sought. */
  wait(action: string): Promise<void> {
    if (this.#isReady) return Promise.resolve();
    if (!this.#isSought) return Promise.reject(new NotConnectedError(action));
    return new Promise((resolve, reject) => this.#waiting.push({ action, resolve, reject }));
  }

  #giveUp(): void {
    for (const { action, reject } of this.#waiting.splice(0)) reject(new NotConnectedError(action));
  }
}
