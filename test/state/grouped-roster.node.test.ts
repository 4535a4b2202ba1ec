import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Availability, Contact } from '../../src/state/contact.js';
import { GroupedRoster, type PendingMove } from '../../src/state/grouped-roster.js';

/** A roster that a test changes as it likes. */
class Source {
  readonly contacts = new Map<string, Contact>();

  contact(jid: string): Contact {
    return this.contacts.get(jid) ?? { jid, name: jid, availability: 'unknown', resources: [] };
  }

  set(jid: string, groups: readonly string[], availability: Availability = 'unavailable', name = jid): string {
    this.contacts.set(jid, { jid, name, availability, resources: [], item: { jid, subscription: 'both', groups } });
    return jid;
  }
}

function setUp(fill: (source: Source) => void = () => undefined) {
  const source = new Source();
  fill(source);
  const roster = new GroupedRoster(source);
  roster.update(source.contacts.keys());
  return { source, roster };
}

/** `Friends 1/2: mary, stuart` a line; no group is `–`. */
const picture = (roster: GroupedRoster) => roster.groups.map(({ name, size, contacts, online }) => `${name ?? '–'} ${online}/${size}: ${contacts.join(', ')}`);

describe('the roster in groups', () => {
  it('has the groups by name, numbers by their size, and those in no group last', () => {
    const { roster } = setUp((source) => {
      source.set('a', ['Team 10']);
      source.set('b', ['team 9']);
      source.set('c', []);
      source.set('d', ['Ärzte', 'Zoo']);
    });
    assert.deepEqual(roster.groups.map(({ name }) => name), ['Ärzte', 'team 9', 'Team 10', 'Zoo', null]);
  });

  it('has whom one can ask first, then by name', () => {
    const { roster } = setUp((source) => {
      const states: Availability[] = ['unknown', 'unavailable', 'dnd', 'xa', 'away', 'available', 'chat'];
      for (const [index, state] of states.entries()) source.set(`p${index}`, ['G'], state, state);
      source.set('second', ['G'], 'available', 'A second one');
    });
    assert.deepEqual(roster.groups[0]!.contacts, ['second', 'p5', 'p6', 'p4', 'p3', 'p2', 'p1', 'p0']);
    assert.equal(roster.groups[0]!.online, 6);
  });

  it('has a contact in each of its groups, and counts those online in each', () => {
    const { roster } = setUp((source) => {
      source.set('mary', ['Coworker', 'Football'], 'dnd');
      source.set('stuart', ['Football']);
    });
    assert.deepEqual(picture(roster), ['Coworker 1/1: mary', 'Football 1/2: mary, stuart']);
  });

  it('keeps people of one name in a stable order', () => {
    const { roster } = setUp((source) => {
      for (const jid of ['c', 'a', 'b']) source.set(jid, [], 'available', 'Sam');
    });
    assert.deepEqual(roster.groups[0]!.contacts, ['a', 'b', 'c']);
  });

  it('takes group names as they are: __proto__, numbers, spaces at the end, case', () => {
    const names = ['__proto__', 'constructor', '1', '01', 'Friends', 'Friends ', 'friends', 'toString'];
    const { source, roster } = setUp((source) => {
      for (const name of names) source.set(`in ${name}|`, [name]);
    });
    assert.deepEqual(new Set(roster.groups.map(({ name }) => name)), new Set(names));
    for (const { name, contacts } of roster.groups) assert.deepEqual(contacts, [`in ${name}|`]);
    source.set('in __proto__|', []);
    roster.update(['in __proto__|']);
    assert.ok(!roster.groups.some(({ name }) => name === '__proto__'));
    assert.equal(({} as Record<string, unknown>)['contacts'], undefined);
  });

  it('loses a group with its last member, and a contact with its item', () => {
    const { source, roster } = setUp((source) => {
      source.set('mary', ['Coworker']);
      source.set('stuart', ['Football']);
    });
    source.contacts.delete('mary');
    roster.update(['mary', 'stranger']);
    assert.deepEqual(picture(roster), ['Football 0/1: stuart']);
  });

  it('leaves the pictures of groups that nothing touched alone', () => {
    const { source, roster } = setUp((source) => {
      source.set('mary', ['Coworker']);
      source.set('stuart', ['Football']);
    });
    const [coworker, football] = roster.groups;
    source.set('mary', ['Coworker'], 'available');
    roster.update(['mary', 'stuart']);
    assert.notEqual(roster.groups[0], coworker);
    assert.equal(roster.groups[1], football);
  });

  it('starts anew with another roster', () => {
    const { source, roster } = setUp((source) => source.set('mary', ['Coworker']));
    source.contacts.clear();
    roster.reset([]);
    assert.deepEqual(picture(roster), []);
    roster.reset([source.set('stuart', [])]);
    assert.deepEqual(picture(roster), ['– 0/1: stuart']);
  });
});

describe('the picture of a move that waits for the server', () => {
  const roster = (groups: string[], move: PendingMove | undefined) => {
    const set = setUp((source) => source.set('mary', groups));
    set.roster.setPending('mary', move);
    return { ...set, picture: () => picture(set.roster) };
  };

  it('shows the contact where it will be', () => {
    assert.deepEqual(roster(['Coworker', 'Football'], { from: 'Coworker', to: 'Friends', copy: false }).picture(), ['Football 0/1: mary', 'Friends 0/1: mary']);
    assert.deepEqual(roster(['Coworker'], { from: 'Coworker', to: 'Friends', copy: true }).picture(), ['Coworker 0/1: mary', 'Friends 0/1: mary']);
  });

  it('shows one that leaves its last group among those in none, and the other way', () => {
    assert.deepEqual(roster(['Coworker'], { from: 'Coworker', to: null, copy: false }).picture(), ['– 0/1: mary']);
    assert.deepEqual(roster([], { from: null, to: 'Coworker', copy: false }).picture(), ['Coworker 0/1: mary']);
  });

  it('shows it once in a group it is in already', () => {
    assert.deepEqual(roster(['Coworker', 'Football'], { from: 'Coworker', to: 'Football', copy: false }).picture(), ['Football 0/1: mary']);
  });

  it('ends where the server says', () => {
    const { roster: list, picture: seen } = roster(['Coworker'], { from: 'Coworker', to: 'Friends', copy: false });
    list.setPending('mary', undefined);
    assert.deepEqual(seen(), ['Coworker 0/1: mary']);
    assert.equal(list.pendingMove('mary'), undefined);
  });

  it('stays while presence comes in', () => {
    const { source, roster: list, picture: seen } = roster(['Coworker'], { from: 'Coworker', to: 'Friends', copy: false });
    source.set('mary', ['Coworker'], 'away');
    list.update(['mary']);
    assert.deepEqual(seen(), ['Friends 1/1: mary']);
  });

  it('of somebody who is removed meanwhile shows nobody', () => {
    const { source, roster: list, picture: seen } = roster(['Coworker'], { from: 'Coworker', to: 'Friends', copy: false });
    source.contacts.delete('mary');
    list.update(['mary']);
    assert.deepEqual(seen(), []);
  });
});

describe('updating the roster in groups', () => {
  /** Repeatable chance (mulberry32). */
  function chance(seed: number): (choices: number) => number {
    return (choices) => {
      seed = (seed + 0x6d2b79f5) | 0;
      let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
      return ((mixed ^ (mixed >>> 14)) >>> 0) % choices;
    };
  }
  const GROUPS = ['Friends', 'Friends ', '__proto__', '9', '10', 'Ärzte'];
  const STATES: Availability[] = ['chat', 'available', 'away', 'xa', 'dnd', 'unavailable', 'unknown'];
  const NAMES = ['Ann', 'ann', 'Zoë', 'Bob 9', 'Bob 10', ''];

  for (let seed = 1; seed <= 20; seed++) {
    it(`gives the same as building it from scratch, edit after edit (seed ${seed})`, () => {
      const pick = chance(seed);
      const { source, roster } = setUp();
      const moves = new Map<string, PendingMove>();
      const edit = (jid: string) => {
        const action = pick(6);
        if (action === 0) source.contacts.delete(jid);
        else if (action === 1) moves.set(jid, { from: [null, ...GROUPS][pick(7)]!, to: [null, ...GROUPS][pick(7)]!, copy: pick(2) === 0 });
        else if (action === 2) moves.delete(jid);
        else source.set(jid, GROUPS.filter(() => pick(4) === 0), STATES[pick(7)], NAMES[pick(6)]);
        if (action === 1 || action === 2) roster.setPending(jid, moves.get(jid));
      };
      for (let step = 0; step < 150; step++) {
        const touched = Array.from({ length: 1 + pick(4) }, () => `p${pick(15)}`);
        for (const jid of touched) edit(jid);
        roster.update(touched);
        const scratch = new GroupedRoster(source);
        for (const [jid, move] of moves) scratch.setPending(jid, move);
        scratch.update(source.contacts.keys());
        assert.deepEqual(picture(roster), picture(scratch), `step ${step}`);
      }
    });
  }
});
