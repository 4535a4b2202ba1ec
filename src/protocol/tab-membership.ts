import type { TabChannel, TabGroup } from './tab-group.js';
import type { TabMessage, TabWords } from './tab-messages.js';

/** One tab's being among the others, from coming to going. */
export class TabMembership {
  readonly #channel: TabChannel;
  #giveUp: () => void = () => undefined;
  #hasLeft = false;

  constructor(
    readonly group: TabGroup,
    receive: (message: TabMessage) => void,
  ) {
    this.#channel = group.open(receive);
  }

  post(words: TabWords): void {
    if (!this.#hasLeft) this.#channel.post({ ...words, from: this.group.id });
  }

  /** Waits for the right to hold the socket; calls back when all that the last holder said has been heard. */
  elect(elected: () => void): void {
    this.#giveUp = this.group.elect(() => void this.#channel.settled().then(elected));
  }

  leave(): void {
    this.#hasLeft = true;
    this.#channel.close();
    this.#giveUp();
  }
}
