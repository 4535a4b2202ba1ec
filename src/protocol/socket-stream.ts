import type { ClientStreamOptions } from './client-stream.js';
import type { StreamResumption } from './stream-resumption.js';
import type { Stream } from './stream.js';

/** A stream with a socket of its own. */
export interface SocketStream extends Pick<Stream, 'state' | 'connect' | 'wake' | 'disconnect' | 'send' | 'setActive'> {
  /** What it takes to go on with it elsewhere; `undefined` where the server does not keep it. */
  readonly resumption: StreamResumption | undefined;
  /** Lets the socket go and leaves the stream to whoever goes on with it; `undefined`: closes it, nobody can. */
  detach(): StreamResumption | undefined;
}

export type OpenSocket = (options: ClientStreamOptions) => SocketStream;
