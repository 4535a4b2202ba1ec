import { MovingSeen } from './moving-seen.js';
import { RosterHarness } from './roster.harness.js';

/** Moving in a list whose server is the test. */
export class MovingHarness extends MovingSeen {
  /** A list that is connected, and what can be seen of moving in it. */
  static async online(...list: Parameters<typeof RosterHarness.online>): Promise<{ roster: RosterHarness; seen: MovingHarness }> {
    const roster = await RosterHarness.online(...list);
    return { roster, seen: new MovingHarness(roster) };
  }

  private constructor(private readonly harness: RosterHarness) {
    super(harness);
  }

  /** Answers all roster sets as a server that takes them, oldest first, until there are no more. @returns what was set */
  async serve(): Promise<string[]> {
    const taken: string[] = [];
    for (let sets = this.harness.account.sets(); sets.length > 0; sets = this.harness.account.sets()) {
      for (const set of sets) {
        taken.push(`${set.jid?.split('@')[0]}: ${[...set.groups].sort().join(', ')}`);
        set.push();
        set.accept();
      }
      await this.harness.settled();
    }
    return taken;
  }
}
