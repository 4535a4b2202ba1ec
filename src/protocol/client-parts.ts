import { Client } from '@xmpp/client-core';
import iqCaller from '@xmpp/iq/caller.js';
import middleware from '@xmpp/middleware';
import resourceBinding from '@xmpp/resource-binding';
import sasl, { type SaslFactory } from '@xmpp/sasl';
import streamFeatures from '@xmpp/stream-features';
import websocket from '@xmpp/websocket';
import type { XmppClient } from '@xmpp/client';

/** Carries out one mechanism. */
export type RunMechanism = (credentials: { readonly username: string }, mechanism: string) => Promise<void>;

export interface ClientPartsOptions {
  readonly domain: string;
  readonly resource?: string | undefined;
  /** The deadline of each step, in ms. */
  readonly timeout: number;
  readonly saslFactory: SaslFactory;
  /** Called with the mechanisms that both sides know, best first. */
  readonly authenticate: (run: RunMechanism, mechanisms: readonly string[]) => Promise<void>;
}

/**
 * `@xmpp/client` put together from those of its parts that a page uses: no DNS look-ups, no reconnecting of its own, no
 * second sign-in protocol, no stream management. It is half the size, and nothing has to be switched off again.
 */
export function createClient({ domain, resource, timeout, saslFactory, authenticate }: ClientPartsOptions): XmppClient {
  const entity = new Client({ domain, timeout });
  websocket({ entity });
  const routes = middleware({ entity });
  const features = streamFeatures({ middleware: routes });
  // In the order of negotiation.
  const caller = iqCaller({ middleware: routes, entity });
  sasl({ streamFeatures: features, saslFactory }, authenticate);
  resourceBinding({ iqCaller: caller, streamFeatures: features }, resource);
  return entity;
}
