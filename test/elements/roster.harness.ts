import { MockAccount, type Item } from '../support/browser/mock-account.js';
import type { SessionOptions } from '../../src/state/session-options.js';
import { RosterHands, type Size } from './roster-hands.js';

interface Look extends Size {
  /** Whether the search box is there; else the list is the element's first tab stop. */
  readonly search?: boolean;
  /** Where the session keeps things. */
  readonly session?: SessionOptions;
}

/** A contact list with an account of its own. */
export class RosterHarness extends RosterHands {
  private constructor(readonly account: MockAccount) {
    super(account.provider());
  }

  /** Connected, with these contacts, nobody's presence known yet. */
  static async online(items: readonly Item[], look?: Look): Promise<RosterHarness> {
    const harness = await RosterHarness.offline(look);
    await harness.account.comeOnline(items);
    await harness.settled();
    return harness;
  }

  static async offline({ session, search = false, ...size }: Look = {}): Promise<RosterHarness> {
    const harness = new RosterHarness(new MockAccount(undefined, session));
    harness.element.noSearch = !search;
    await harness.show(size);
    return harness;
  }
}
