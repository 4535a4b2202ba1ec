import type { StreamState } from './stream.js';
import type { StreamResumption } from './stream-resumption.js';

/** What tabs say to each other: stanzas, and who holds the socket. Never anything of the sign-in. */
export type TabMessage = { readonly from: string } & (
  /** To the one that holds the socket, by one that has come: what is known? */
  | { readonly kind: 'hello'; readonly active: boolean }
  /** The answer to the one named; while online with all that is known of the session. */
  | { readonly kind: 'welcome'; readonly to: string; readonly state: StreamState; readonly resumption: StreamResumption | undefined }
  /** This one holds the socket from now on. */
  | { readonly kind: 'holder' }
  /** The connection changed. */
  | { readonly kind: 'state'; readonly state: StreamState }
  /** The session is over: what was asked in it will not be answered, and these ids surely did not reach the server. */
  | { readonly kind: 'lost'; readonly unhandled: ReadonlySet<string | undefined> | undefined }
  /** Came in; with what it takes to go on, when that is new. */
  | { readonly kind: 'in'; readonly stanza: string; readonly resumption?: StreamResumption | undefined }
  /** Goes out, for the tab that wished it, by that number of its wishes. */
  | { readonly kind: 'out'; readonly stanza: string; readonly tab: string; readonly number: number; readonly resumption: StreamResumption | undefined }
  /** A wish to the one that holds the socket: to have this sent. */
  | { readonly kind: 'send'; readonly stanza: string; readonly number: number }
  /** Another wish: to have the next attempt at once, or to make sure that the server is still there. */
  | { readonly kind: 'connect' | 'wake' }
  /** Whether anybody looks at that tab. */
  | { readonly kind: 'active'; readonly active: boolean }
  /** All are to go offline, and to stay so; the one that holds the socket sends that, and closes the stream. */
  | { readonly kind: 'disconnect'; readonly farewell: string | undefined }
  /** The stream was closed. */
  | { readonly kind: 'closed' }
  /** That tab goes. */
  | { readonly kind: 'bye' }
);

type WithoutSender<Message> = Message extends TabMessage ? Omit<Message, 'from'> : never;
/** A message before it is said who says it. */
export type TabWords = WithoutSender<TabMessage>;
