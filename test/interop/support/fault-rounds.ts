import { expect } from 'chai';
import { seededRandom, type Random } from '../../../demo/server/random.js';
import type { Peer } from '../../support/browser/peer.js';
import { serverCommand, type ServerKind } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import { faultKinds, isOnline, PATIENCE } from './fault-kinds.js';
import { FaultyOffice, PEOPLE, type Person } from './faulty-office.js';

/** What became of an edit of George's. */
interface Edit {
  readonly person: Person;
  /** A name or a group that nothing else ever gets. */
  readonly mark: string;
  outcome?: 'done' | Error;
}

/** Faults one after the other, on one page that lives through all of them. */
class Rounds {
  readonly counts = { done: 0, reported: 0 };
  readonly #status = new Map<Person, string>();
  #edits: Edit[] = [];
  #edited = 0;

  constructor(
    private readonly office: FaultyOffice,
    private readonly random: Random,
  ) {}

  async begin(): Promise<void> {
    this.office.session.connect();
    await this.#everybodyIsThere();
    await this.#settled();
  }

  async round(kind: string): Promise<void> {
    this.#edits = [];
    const people = shuffled(PEOPLE, this.random);
    const meanwhile = async (): Promise<void> => {
      this.#edit(people[1]!);
      await this.#others(people[2]!, people[3]!);
      this.#edit(people[4]!);
    };
    if (kind !== 'cut during bind') this.#edit(people[0]!);
    await faultKinds[kind]!(this.office, meanwhile, this.random);
    await this.#everybodyIsThere();
    await this.#settled();
    await this.office.network.apply({ kind: 'heal' });
    await this.#isTrue();
  }

  /** George renames somebody, or moves them to another group. */
  #edit(person: Person): void {
    const { session } = this.office;
    const mark = `${this.random.pick(['Name', 'Group'])} ${++this.#edited}`;
    const jid = this.office.jid(person);
    const edit: Edit = { person, mark };
    const [group = null] = session.contact(jid).item?.groups ?? [];
    const asked = mark.startsWith('Name') ? session.renameContact(jid, mark) : session.moveContact(jid, group, mark);
    asked.then(() => (edit.outcome = 'done'), (error: unknown) => (edit.outcome = error as Error));
    this.#edits.push(edit);
  }

  /** What others do: somebody says something else, somebody goes or comes, and George's other client renames somebody. */
  async #others(person: Person, renamed: Person): Promise<void> {
    const status = `Busy ${++this.#edited}`;
    await this.#try(async () => {
      await this.office.peer(person)?.presence({ show: 'dnd', status });
      this.#status.set(person, status);
    });
    await this.#try(async () => {
      if (this.random.chance(0.5)) await this.office.logOut(renamed);
      const jid = this.office.jid(renamed);
      const groups = this.office.session.contact(jid).item?.groups ?? [];
      await this.office.peer('george')?.setItem({ jid, name: `Theirs ${++this.#edited}`, groups });
    });
  }

  /** Their server may be away, too. */
  async #try(act: () => Promise<unknown>): Promise<void> {
    await Promise.race([act().catch(() => undefined), new Promise((resolve) => setTimeout(resolve, 2_000))]);
  }

  /** The clients of others are there, or there again. */
  async #everybodyIsThere(): Promise<void> {
    for (const who of ['george', ...PEOPLE.slice(0, 3)] as const) {
      if (await this.#isThere(who)) continue;
      if (who !== 'george') this.#status.delete(who);
      await this.office.logIn(who);
    }
    for (const who of PEOPLE.slice(3)) if (!(await this.#isThere(who))) await this.office.logOut(who);
  }

  /** Whether that client has a connection still. */
  #isThere(who: Person | 'george'): Promise<boolean> {
    const answered = this.office.peer(who)?.ping().then(() => true, () => false) ?? false;
    return Promise.race([answered, new Promise<boolean>((resolve) => setTimeout(resolve, 3_000, false))]);
  }

  /** Nothing hangs: the page is online and ready, and every edit has an end. */
  async #settled(): Promise<void> {
    const { session } = this.office;
    // What the page does on the event `online`, or when somebody looks at it.
    session.wake();
    await until(() => isOnline(this.office) && session.ready && session.presence.confirmed, 'the session is there again', PATIENCE);
    await until(() => this.#edits.every(({ outcome }) => outcome !== undefined), 'every edit has an end', PATIENCE);
  }

  async #isTrue(): Promise<void> {
    await this.#rosterIsTrue();
    await this.#presenceIsTrue();
    await this.#editsAreThere();
    await this.#pageIsSeen();
    expect(this.office.environment.errors).to.deep.equal([]);
  }

  async #rosterIsTrue(): Promise<void> {
    const shown = () => JSON.stringify(this.office.session.contacts().map(({ item }) => [item!.jid, item!.name ?? '', [...item!.groups].sort()]).sort());
    let stored = '';
    const look = async () => (stored = JSON.stringify((await this.office.stored()).map(({ jid, name, groups }) => [jid, name ?? '', groups]).sort()));
    await look();
    await until(() => shown() === stored, () => `the list ${shown()} is the server’s ${stored}`);
    await look();
    expect(shown()).to.equal(stored);
  }

  async #presenceIsTrue(): Promise<void> {
    for (const person of PEOPLE) {
      const peer = this.office.peer(person);
      const contact = () => this.office.session.contact(this.office.jid(person));
      const resources = () => contact().resources.map(({ resource }) => resource).join();
      const wanted = peer ? 'desk' : '';
      await until(() => resources() === wanted, () => `${person}, who is ${wanted || 'away'}, is not ${resources() || 'away'}`);
      const status = this.#status.get(person);
      if (peer && status !== undefined) await until(() => contact().status === status, () => `${person} says ${status}, not ${contact().status}`);
      await until(() => contact().reason === undefined, () => `${person} is not unknown (${contact().reason})`);
    }
  }

  /** What was done is there, what was refused or given up was said, and nothing was done twice. */
  async #editsAreThere(): Promise<void> {
    const stored = await this.office.stored();
    const pushes = this.office.peer('george')!.received.map(String);
    for (const { person, mark, outcome } of this.#edits) {
      const item = stored.find(({ jid }) => jid === this.office.jid(person));
      if (outcome === 'done') expect([item?.name, ...(item?.groups ?? [])], `${mark} of ${person} was done`).to.include(mark);
      this.counts[outcome === 'done' ? 'done' : 'reported']++;
      expect(pushes.filter((push) => push.includes('jabber:iq:roster') && push.includes(`${mark}<`) || push.includes(`"${mark}"`)).length, `${mark} was set`).to.be.at.most(1);
    }
  }

  /** Others see one page of George’s, and no ghost of it. */
  async #pageIsSeen(): Promise<void> {
    const page = `${this.office.jid('george')}/page`;
    for (const person of PEOPLE.slice(0, 3)) {
      const peer = this.office.peer(person) as Peer;
      await peer.ping();
      await until(() => peer.presencesFrom(page).at(-1)?.attrs.type === undefined && peer.presencesFrom(page).length > 0, `${person} sees the page`);
    }
  }
}

function shuffled<T>(items: readonly T[], random: Random): readonly T[] {
  return items.map((item) => ({ item, key: random.next() })).sort((a, b) => a.key - b.key).map(({ item }) => item);
}

/** All faults in turn, in an order and with everything else by chance from a seed. */
export function describeFaults(kind: ServerKind): void {
  it(`a page on ${kind} lives through faults: what it shows is true, no edit is lost or doubled, nobody is a ghost, nothing hangs`, async function () {
    const { faults: rounds, seed } = await serverCommand('chance', {});
    this.timeout(60_000 + rounds * 60_000);
    await serverCommand('expect-console', { pattern: 'WebSocket' });
    const random = seededRandom(seed);
    const office = await FaultyOffice.open({ kind, instance: 'faulty' });
    const course = new Rounds(office, random);
    await course.begin();
    const kinds = shuffled(Object.keys(faultKinds), random);
    for (let round = 0; round < rounds; round++) {
      const fault = kinds[round % kinds.length]!;
      await course.round(fault).catch((error: unknown) => {
        throw new Error(`--seed=${seed}, round ${round + 1}, ${fault}: ${error instanceof Error ? error.stack : String(error)}`);
      });
    }
    await serverCommand('print', { line: `${kind}: ${rounds} rounds of faults from --seed=${seed}: ${JSON.stringify({ ...office.streams, ...course.counts })}` });
    await office.close();
  });
}
