import type { Presence } from '../protocol/presence.js';
import type { RosterItem } from '../protocol/roster.js';

/** Somebody asks to see our presence (RFC 6121 §3.1.3). */
export interface SubscriptionRequest {
  readonly jid: string;
  /** What they call themselves (XEP-0172): a claim. */
  readonly nick?: string | undefined;
  /** Their words. */
  readonly status?: string | undefined;
}

/** A stranger may ask as often as they like; this many are kept. */
const MAX_REQUESTS = 500;

/** The requests that wait for the user, one an address; the server repeats them at each log-in. */
export class SubscriptionRequests {
  readonly #requests = new Map<string, SubscriptionRequest>();

  all(): SubscriptionRequest[] {
    return [...this.#requests.values()];
  }

  has(jid: string): boolean {
    return this.#requests.has(jid);
  }

  receive(jid: string, { nick, status }: Pick<Presence, 'nick' | 'status'>): void {
    if (this.#requests.size >= MAX_REQUESTS && !this.#requests.has(jid)) return;
    this.#requests.set(jid, { jid, nick, status });
  }

  settle(jid: string): void {
    this.#requests.delete(jid);
  }

  /** Approved by another client: a push says they see us. One with `none` or `to` says nothing of the request (RFC 6121 A.1). */
  settleBy({ jid, subscription }: RosterItem): void {
    if (subscription === 'from' || subscription === 'both') this.settle(jid);
  }

  /** @returns puts back those that wait now */
  hold(): () => void {
    const waiting = this.all();
    return () => {
      for (const request of waiting) this.#requests.set(request.jid, request);
    };
  }

  clear(): void {
    this.#requests.clear();
  }
}
