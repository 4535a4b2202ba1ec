import { ClientStream } from '../../../src/protocol/client-stream.js';
import type { LinkOptions } from '../../../src/protocol/link-options.js';
import type { Stream, StreamState } from '../../../src/protocol/stream.js';
import { MockEnvironment } from './mock-environment.js';
import { ScriptedServer } from './scripted-server.js';
import type { Script } from './server-script.js';
import type { StreamHarness } from './stream-acceptance.js';

/** A `ClientStream` in this page, a scripted server behind a real socket, and a clock that stands still. */
export interface ClientStreamFixture extends StreamHarness {
  readonly stream: ClientStream;
  readonly server: ScriptedServer;
  /** All states so far. */
  readonly states: readonly StreamState[];
}

export async function startClientStream(script: Partial<Script> = {}, options: Partial<LinkOptions> = {}): Promise<ClientStreamFixture> {
  const server = await ScriptedServer.start(script);
  const environment = new MockEnvironment();
  const credentials = { username: 'george', password: 'secret' };
  const stream = new ClientStream(() => ({ service: server.service, domain: 'im.example', credentials, ...options }), environment);
  const states: StreamState[] = [];
  stream.observe({ onState: (state) => states.push(state) });
  return {
    server, environment, stream, states,
    async goOnline() {
      const online = until(stream, ({ connectionStatus }) => connectionStatus === 'online');
      stream.connect();
      await online;
    },
    ...throughServer(stream, server),
    async end() {
      await stream.disconnect();
      server.end();
    },
  };
}

/** What a test does to a stream through its server. */
export function throughServer(stream: Stream, server: ScriptedServer): Pick<StreamHarness, 'receive' | 'nextSent' | 'cut'> {
  return {
    async receive(stanza) {
      const received = nextStanza(stream);
      await server.send(stanza);
      await received;
    },
    nextSent: () => server.nextStanza(),
    async cut() {
      const lost = until(stream, ({ connectionStatus }) => connectionStatus !== 'online');
      await server.cut();
      await lost;
    },
  };
}

/** Settles when the stream comes to such a state. */
export function until(stream: Stream, wanted: (state: StreamState) => boolean): Promise<StreamState> {
  return new Promise((resolve) => {
    const stop = stream.observe({
      onState: (state) => {
        if (!wanted(state)) return;
        stop();
        resolve(state);
      },
    });
  });
}

/** Settles when the stream has dealt with the next stanza. */
export function nextStanza(stream: Stream): Promise<void> {
  return new Promise((resolve) => {
    const stop = stream.observe({
      onStanza: (direction) => {
        if (direction !== 'in') return;
        stop();
        resolve();
      },
    });
  });
}
