import { ContextRoot, createContext, type ContextEvent } from '@lit/context';
import type { Session } from '../state/session.js';

/** Carries the session of the nearest connection. The session is stable; what changes is subscribed to. */
export const sessionContext = createContext<Session | undefined>('xmpp-session');

/** What can stand for the whole page: an element with a session. */
export type SessionProvider = Element & { readonly session: Session };

type Deliver = (session: Session | undefined, unsubscribe: () => void) => void;

/** Elements outside every connection get the page's first one, whichever upgraded first. */
class PageSessions {
  readonly #providers = new Set<SessionProvider>();
  readonly #requests = new Map<Deliver, () => void>();
  #listening = false;
  #first: Session | undefined;

  /** @returns its undo */
  add(provider: SessionProvider): () => void {
    this.listen();
    this.#providers.add(provider);
    this.#settle();
    return () => {
      this.#providers.delete(provider);
      this.#settle();
    };
  }

  /** Starts answering; nothing is touched before an element is in use. */
  listen(): void {
    if (this.#listening) return;
    this.#listening = true;
    // Requests that a connection further up could answer once it is upgraded are asked again then.
    new ContextRoot().attach(document.documentElement);
    document.addEventListener('context-request', (event) => {
      const { context, callback, subscribe = false } = event as unknown as ContextEvent<typeof sessionContext>;
      if (context === sessionContext) this.#answer(callback, subscribe);
    });
  }

  #answer(deliver: Deliver, subscribe: boolean): void {
    // When a request is asked again its consumer ends the former one, which must not end this one.
    const unsubscribe = (): void => {
      if (this.#requests.get(deliver) === unsubscribe) this.#requests.delete(deliver);
    };
    if (subscribe) this.#requests.set(deliver, unsubscribe);
    deliver(this.#first, unsubscribe);
  }

  #settle(): void {
    const first = [...this.#providers].reduce((a: SessionProvider | undefined, b) => (a && precedes(a, b) ? a : b), undefined)?.session;
    if (first === this.#first) return;
    this.#first = first;
    for (const [deliver, unsubscribe] of [...this.#requests]) deliver(first, unsubscribe);
  }
}

function precedes(a: Element, b: Element): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

export const pageSessions = new PageSessions();
