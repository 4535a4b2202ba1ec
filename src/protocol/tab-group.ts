import type { TabMessage } from './tab-messages.js';

/** How the tabs hear each other. */
export interface TabChannel {
  /** Says something to all the others. */
  post(message: TabMessage): void;
  /** Settles when everything that others had said by now has been heard. */
  settled(): Promise<void>;
  close(): void;
}

/** The tabs of one browser and one origin that show the same account, as the platform brings them together. */
export interface TabGroup {
  /** Names this tab among them; random. */
  readonly id: string;
  open(receive: (message: TabMessage) => void): TabChannel;
  /**
   * Waits for the right to hold the socket, which one of them has at a time. It passes on when the one who has it gives
   * it back, is closed, or crashes.
   *
   * @returns gives it back, or waits no longer
   */
  elect(elected: () => void): () => void;
  /** Whether others wait for that right. */
  hasOthers(): Promise<boolean>;
  /** Leaves something for the next tab that is elected, which may be this one after a reload. @returns whether it will be there */
  keep(value: unknown): boolean;
  /** Stores the same while the page lives, in case that it crashes; `undefined` deletes it. @returns whether something is stored then */
  store(value: unknown): Promise<boolean>;
  /** What was stored last; it stays. */
  stored(): Promise<unknown>;
  /** What was left, once: whoever is elected takes it away. */
  take(): unknown;
}
