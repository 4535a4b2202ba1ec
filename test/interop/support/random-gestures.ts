import { expect } from 'chai';
import { seededRandom, type Random } from '../../../demo/server/random.js';
import type { Session } from '../../../src/state/session.js';
import type { RosterHands } from '../../elements/roster-hands.js';
import { serverCommand, type ServerChoice } from '../../support/browser/server-command.js';
import { touch } from '../../support/browser/touch.js';
import { until } from '../../support/browser/waiting.js';
import { Memberships } from './memberships.js';
import { known, MovingFixture, type Member } from './moving-fixture.js';

const GROUPS = ['Alpha', 'Beta', 'Gamma', 'Delta'] as const;
const members: readonly Member[] = Array.from({ length: 10 }, (_, index) => ({
  user: `c${index}`, name: `C${index} <&>`, groups: [GROUPS[index % 4] ?? 'Alpha', ...(index % 3 === 0 ? ['Everybody'] : [])],
}));

/** One person's gestures on the list, while another page of theirs edits the same contacts at any moment. */
class Storm {
  readonly memberships: Memberships;

  constructor(
    private readonly fixture: MovingFixture,
    private readonly other: Session,
    private readonly random: Random,
  ) {
    this.memberships = new Memberships(members);
    fixture.roster.box.addEventListener('xmpp-contact-move', ({ detail }) => {
      this.memberships.noteMove(detail);
      // At the very moment: neither page knows of the other's set when it sends its own.
      this.#meddle(detail.jid);
    });
    this.#noteUndo();
  }

  async gesture(): Promise<void> {
    const { roster, session } = this.fixture;
    this.#meddle();
    await this.#try(this.random.pick([this.#drag, this.#drag, this.#drag, this.#copy, this.#byTouch, this.#byKeyboard, this.#several, this.#byMenu, this.#undo, this.#giveUp]));
    this.#meddle();
    // What the other page happens to take back at once looks as if the server did: here it is known better.
    for (const group of session.lockedGroups.keys()) session.unlockGroup(group);
    if (this.fixture.seen.dialog !== '') await this.#answer();
    await roster.press('Escape');
  }

  /** A push may take the row away from under the hand: then the hand lets go. */
  async #try(act: () => Promise<void>): Promise<void> {
    const { roster } = this.fixture;
    try {
      await act();
    } catch (error) {
      if (!(error instanceof Error && error.message.startsWith('There is not '))) throw error;
      await roster.press('Escape');
      await roster.release();
      await roster.letGo('Control');
      await touch('end');
    }
  }

  readonly #drag = async (): Promise<void> => {
    await this.#withContact(async (name, group) => {
      await this.fixture.roster.lift(name, group);
      this.#meddle();
      await this.#carrySomewhere();
      this.#meddle();
      await this.fixture.roster.release();
    });
  };

  readonly #copy = async (): Promise<void> => {
    await this.fixture.roster.hold('Control');
    await this.#drag();
    await this.fixture.roster.letGo('Control');
  };

  readonly #byTouch = async (): Promise<void> => {
    await this.#withContact(async (name, group) => {
      const { x, y, width, height } = this.fixture.roster.contact(name, group).box;
      await touch('start', x + width / 2, y + height / 2);
      this.#meddle();
      await until(() => this.fixture.roster.dragImage !== undefined, `${name} is lifted`);
      await this.fixture.seen.touchGroup(this.#someGroup());
      await this.fixture.seen.letGoByTouch();
    });
  };

  readonly #byKeyboard = async (): Promise<void> => {
    await this.#focusSomebody();
    await this.fixture.roster.press('Control+Enter', ...Array<string>(1 + Math.floor(this.random.between(0, 3))).fill('Tab'));
    this.#meddle();
    await this.fixture.roster.press('Enter');
  };

  readonly #several = async (): Promise<void> => {
    await this.#focusSomebody();
    await this.fixture.roster.press('Space', 'Shift+ArrowDown', 'Shift+ArrowDown');
    const [selected = ''] = this.fixture.seen.selected;
    const [name = '', group = ''] = selected.split(' in ');
    if (group === '' || group === 'no group') return;
    await this.fixture.roster.lift(name, group);
    await this.#carrySomewhere();
    this.#meddle();
    await this.fixture.roster.release();
  };

  readonly #byMenu = async (): Promise<void> => {
    await this.#withContact(async (name, group) => {
      await this.fixture.roster.rightClick(name, group);
      this.#meddle();
      const leave = this.fixture.seen.menu.find((line) => line.startsWith('Remove from') && !line.includes('favourites'));
      if (leave) await this.fixture.seen.chooseInMenu(leave);
    });
  };

  readonly #undo = async (): Promise<void> => {
    await this.#focusSomebody();
    await this.fixture.roster.press('Control+z');
  };

  readonly #giveUp = async (): Promise<void> => {
    await this.#withContact(async (name, group) => {
      await this.fixture.roster.lift(name, group);
      await this.#carrySomewhere();
      await this.fixture.roster.press('Escape');
      await this.fixture.roster.release();
    });
  };

  /** Does it with a contact that is in the list just now; a push may take the row away on the way. */
  async #withContact(act: (name: string, group: string | null) => Promise<void>): Promise<void> {
    // What is on its way cannot be taken hold of.
    const [first, ...rest] = rowsOf(this.fixture.roster).filter(([name, group]) => !this.fixture.roster.contact(name, group).isBusy);
    if (first) await act(...this.random.pick([first, ...rest]));
  }

  async #focusSomebody(): Promise<void> {
    await this.#withContact(async (name, group) => {
      await this.fixture.roster.clickContact(name, group);
      await this.fixture.roster.press('Escape');
    });
  }

  async #carrySomewhere(): Promise<void> {
    if (this.random.chance(0.1)) await this.fixture.seen.carryToExtra('New group…');
    else await this.fixture.roster.carryTo(this.#someGroup());
  }

  #someGroup(): string | null {
    const [first, ...rest] = this.fixture.roster.groups().map(({ group }) => group);
    return first === undefined ? null : this.random.pick([first, ...rest]);
  }

  async #answer(): Promise<void> {
    const { seen, roster } = this.fixture;
    if (seen.choices.length > 0) await seen.enter(this.random.pick(GROUPS));
    else if (this.random.chance(0.5)) await seen.answer('Out of all groups');
    else await roster.press('Escape');
  }

  /** The other page moves, adds or takes out somebody; nobody waits for it. */
  #meddle(whom = this.random.pick(members.map(({ user }) => this.fixture.jid(user)) as [string, ...string[]])): void {
    if (!this.random.chance(0.4)) return;
    const { jid, item } = this.other.contact(whom);
    const from = this.random.chance(0.6) ? (item?.groups[0] ?? null) : null;
    const to = this.random.chance(0.8) ? this.random.pick(GROUPS) : null;
    this.memberships.noteMove({ jid, from, to, copy: false });
    this.memberships.pending.push(this.other.moveContact(jid, from, to));
  }

  #noteUndo(): void {
    const { session } = this.fixture;
    const undo = session.undoMove.bind(session);
    session.undoMove = (result, options) => {
      for (const outcome of result) if (outcome.status === 'moved') this.memberships.noteUndo(outcome);
      return undo(result, options);
    };
  }
}

/** `?seed=…` in the address of the test's page gives others. */
const SEED = Number(new URLSearchParams(location.search).get('seed') ?? 4);

export function survivesRandomGestures(server: ServerChoice): void {
  it(`leave both with the roster that ${server.kind} has, and nobody out of a group whom nobody took out (seed ${SEED})`, async function () {
    const { gestures } = await serverCommand('chance', {});
    this.timeout(30_000 + gestures * 1_000);
    const fixture = await MovingFixture.open(server, members);
    // Everybody is in sight, and the toast over nobody.
    for (const row of ['contact', 'group']) fixture.roster.element.style.setProperty(`--xmpp-roster-${row}-height`, '16px');
    fixture.roster.element.addEventListener('xmpp-contact-activate', (event) => event.preventDefault());
    const other = await fixture.otherPage();
    const storm = new Storm(fixture, other, seededRandom(SEED));
    for (let count = 0; count < gestures; count++) await storm.gesture();
    await Promise.all(storm.memberships.pending);
    await settles(fixture, other);
    expect(storm.memberships.lost(known(other)), 'memberships that nobody ended').to.deep.equal([]);
    expect(fixture.roster.events.filter(({ type }) => type === 'xmpp-contact-move').length, 'moves on the page').to.be.above(gestures / 4);
    await fixture.close();
  });
}

/** Both pages and the server have the same roster, and it stays so. */
async function settles(fixture: MovingFixture, other: Session): Promise<void> {
  const isSame = (): boolean => known(fixture.session).join() === known(other).join();
  const isCalm = (): boolean => rowsOf(fixture.roster).every(([name, group]) => !fixture.roster.contact(name, group).isBusy);
  await until(() => isSame() && isCalm(), 'both pages agree');
  const stored = await fixture.stored();
  await until(() => known(fixture.session).join() === stored.join() && known(other).join() === stored.join(), 'both pages agree with the server');
  expect(await fixture.stored()).to.deep.equal(stored);
  expect(rowsOf(fixture.roster).map(([name, group]) => `${name} in ${group}`).sort()).to.deep.equal(listed(stored));
}

function rowsOf(roster: RosterHands): (readonly [name: string, group: string | null])[] {
  return roster.groups().flatMap((seen) => seen.contacts().map((name) => [name, seen.group] as const));
}

/** The rows that a list of that roster has. */
function listed(stored: readonly string[]): string[] {
  return stored.flatMap((line) => {
    const [, name = '', groups = ''] = /^\S+: (.*) \[(.*)\]$/.exec(line) ?? [];
    return groups === '' ? [`${name} in null`] : groups.split(', ').map((group) => `${name} in ${group}`);
  }).sort();
}
