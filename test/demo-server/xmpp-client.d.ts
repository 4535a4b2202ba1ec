// @xmpp/client ships no types.
import type { Attributes, Child, Element } from '../../demo/server/xml.js';

export interface XmppClient {
  readonly iqCaller: { get(payload: Element): Promise<Element | undefined> };
  readonly reconnect: { stop(): void };
  start(): Promise<{ toString(): string }>;
  stop(): Promise<unknown>;
  send(stanza: Element): Promise<void>;
  on(event: 'stanza', listener: (stanza: Element) => void): void;
  on(event: 'disconnect', listener: (reason: { clean: boolean }) => void): void;
  on(event: 'error', listener: (error: Error) => void): void;
}

export function client(options: { service: string; domain: string; username: string; password: string; resource: string }): XmppClient;
export function xml(name: string, attrs?: Attributes, ...children: Child[]): Element;
