// What is used of @xmpp/client 0.14.0 and of its parts, internals included; the versions are pinned for their sake.
declare module '@xmpp/client' {
  interface XmlParserElement {
    readonly name: string;
    readonly attrs: Record<string, string | undefined>;
    children: (XmlParserElement | string)[];
    readonly parent: XmlParserElement | null;
    is(name: string, ns?: string): boolean;
    getChild(name: string, ns?: string): XmlParserElement | undefined;
    text(): string;
    toString(): string;
  }

  interface Mechanism {
    readonly name: string;
    readonly clientFirst: boolean;
    response(credentials: { readonly username: string }): string | Promise<string>;
    challenge(message: string): void;
  }

  /** The platform's WebSocket. */
  interface RawSocket {
    /** 0 while connecting. */
    readonly readyState: number;
    close(): void;
    addEventListener(type: 'open', listener: () => void): void;
  }

  interface XmppClient {
    readonly jid: { toString(): string } | null;
    readonly status: string;
    readonly socket: { readonly socket: RawSocket | null } | null;
    readonly saslFactory: { _mechs: { name: string; mech: new () => Mechanism }[] };
    readonly reconnect: { stop(): void };
    connect(service: string): Promise<unknown>;
    open(options: { domain: string }): Promise<unknown>;
    start(): Promise<unknown>;
    stop(): Promise<unknown>;
    send(element: XmlParserElement): Promise<void>;
    on(event: 'error', listener: (error: Error & { condition?: string; text?: string }) => void): void;
    on(event: 'online', listener: (jid: { toString(): string }) => void): void;
    on(event: 'disconnect', listener: () => void): void;
    write(text: string): Promise<void>;
    _onData(frame: string): void;
  }

  interface ClientOptions {
    service: string;
    domain: string;
    resource?: string | undefined;
    timeout?: number;
    userAgent: XmlParserElement;
    credentials(
      authenticate: (credentials: { username: string; password: string }, mechanism: string) => Promise<void>,
      mechanisms: string[],
    ): Promise<void>;
  }

  export function client(options: ClientOptions): XmppClient;
  export function xml(
    name: string,
    attrs?: Record<string, string | undefined>,
    ...children: readonly (XmlParserElement | string)[]
  ): XmlParserElement;
  export type { ClientOptions, Mechanism, XmlParserElement, XmppClient };
}

declare module '@xmpp/client-core' {
  import type { XmppClient } from '@xmpp/client';
  export const Client: new (options: { domain: string; timeout: number }) => XmppClient;
  export { xml } from '@xmpp/client';
}

declare module '@xmpp/websocket' {
  import type { XmppClient } from '@xmpp/client';
  export default function websocket(parts: { entity: XmppClient }): void;
}

declare module '@xmpp/middleware' {
  import type { XmppClient } from '@xmpp/client';
  export interface Middleware {
    use(route: unknown): void;
  }
  export default function middleware(parts: { entity: XmppClient }): Middleware;
}

declare module '@xmpp/stream-features' {
  import type { Middleware } from '@xmpp/middleware';
  export interface StreamFeatures {
    use(name: string, ns: string, negotiate: unknown): void;
  }
  export default function streamFeatures(parts: { middleware: Middleware }): StreamFeatures;
}

declare module '@xmpp/iq/caller.js' {
  import type { XmppClient } from '@xmpp/client';
  import type { Middleware } from '@xmpp/middleware';
  export interface IqCaller {
    request(iq: unknown): Promise<unknown>;
  }
  export default function iqCaller(parts: { middleware: Middleware; entity: XmppClient }): IqCaller;
}

declare module '@xmpp/resource-binding' {
  import type { IqCaller } from '@xmpp/iq/caller.js';
  import type { StreamFeatures } from '@xmpp/stream-features';
  export default function resourceBinding(parts: { iqCaller: IqCaller; streamFeatures: StreamFeatures }, resource?: string): void;
}

declare module '@xmpp/sasl' {
  import type { Mechanism } from '@xmpp/client';
  import type { StreamFeatures } from '@xmpp/stream-features';
  export interface SaslFactory {
    /** Best first. */
    readonly _mechs: readonly { readonly name: string }[];
    create(names: readonly string[]): Mechanism | null;
  }
  export default function sasl(
    parts: { streamFeatures: StreamFeatures; saslFactory: SaslFactory },
    onAuthenticate: (
      run: (credentials: { readonly username: string }, mechanism: string) => Promise<void>,
      mechanisms: readonly string[],
    ) => Promise<void>,
  ): void;
}
