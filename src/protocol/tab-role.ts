import type { StanzaRouter } from './stanza-router.js';
import type { StreamResumption } from './stream-resumption.js';
import type { StreamState } from './stream.js';
import type { TabMessage, TabWords } from './tab-messages.js';
import type { XmlElement } from './xml.js';

/** What a role knows of the stream whose role it is. */
export interface TabPort {
  /** This tab's name. */
  readonly id: string;
  readonly router: StanzaRouter;
  state(): StreamState;
  /** Whether anybody looks at this tab. */
  isActive(): boolean;
  setState(state: StreamState): void;
  post(words: TabWords): void;
  /** Replaces the session that is stored for the next page, or deletes it; `undefined` where there is none to go on with it. */
  readonly store?: ((session: KeptSession | undefined) => Promise<boolean>) | undefined;
}

/** A stanza that a tab wishes to be sent. */
export interface Wish {
  readonly tab: string;
  /** Counts the wishes of that tab. */
  readonly number: number;
  readonly stanza: string;
}

/** What a tab does for its stream: it holds the socket, or follows the one that does. */
export interface TabRole {
  connect(): void;
  wake(): void;
  /** Called while online. */
  send(stanza: XmlElement): void;
  setActive(active: boolean): void;
  receive(message: TabMessage): void;
  /** Closes the stream for all tabs, or has it closed; settles when that is done. */
  close(farewell?: XmlElement): Promise<void>;
}

/** A session that waits for a tab to go on with it. */
export interface KeptSession {
  readonly resumption: StreamResumption;
  /** All that was known of it at that moment. */
  readonly snapshot: unknown;
}

/** What the next holder goes on with. */
export interface Handover {
  readonly resumption?: StreamResumption | undefined;
  /** All that is known of the session, where this tab does not know it. */
  readonly snapshot?: unknown;
  /** Whether this tab knows the session, so that nobody notices that it went from hand to hand. */
  readonly isLive: boolean;
  /** Wishes of this tab that nobody has sent yet. */
  readonly wishes: readonly Wish[];
  /** The last wish of each tab that was sent. */
  readonly sent: ReadonlyMap<string, number>;
}

/** A tab that was alone from the beginning. */
export const NOTHING_TO_TAKE_OVER: Handover = { isLive: false, wishes: [], sent: new Map() };
