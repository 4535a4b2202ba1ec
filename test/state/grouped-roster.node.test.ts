import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Availability, Contact } from '../../src/state/contact.js';
import { GroupedRoster, type PendingMove, type RosterArrangement } from '../../src/state/grouped-roster.js';
import { groupOfSection } from '../../src/state/sections.js';
import { MockEnvironment } from '../support/browser/mock-environment.js';

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
  const clock = new MockEnvironment();
  const roster = new GroupedRoster(source, clock);
  roster.update(source.contacts.keys());
  return { source, roster, clock };
}

/** `Friends 1/2: mary, stuart` a line; no group is `–`, other sections are in brackets. */
const picture = (roster: GroupedRoster) => roster.sections.map(({ id, size, contacts, online }) => `${titleOf(id)} ${online}/${size}: ${contacts.join(', ')}`);

function titleOf(id: Parameters<typeof groupOfSection>[0]): string {
  const group = groupOfSection(id);
  return group === undefined ? `[${id}]` : (group ?? '–');
}

describe('the roster in groups', () => {
  it('has the groups by name, numbers by their size, and those in no group last', () => {
    const { roster } = setUp((source) => {
      source.set('a', ['Team 10']);
      source.set('b', ['team 9']);
      source.set('c', []);
      source.set('d', ['Ärzte', 'Zoo']);
    });
    assert.deepEqual(roster.sections.map(({ id }) => groupOfSection(id)), ['Ärzte', 'team 9', 'Team 10', 'Zoo', null]);
  });

  it('has whom one can ask first, then by name', () => {
    const { roster } = setUp((source) => {
      const states: Availability[] = ['unknown', 'unavailable', 'dnd', 'xa', 'away', 'available', 'chat'];
      for (const [index, state] of states.entries()) source.set(`p${index}`, ['G'], state, state);
      source.set('second', ['G'], 'available', 'A second one');
    });
    assert.deepEqual(roster.sections[0]!.contacts, ['second', 'p5', 'p6', 'p4', 'p3', 'p2', 'p1', 'p0']);
    assert.equal(roster.sections[0]!.online, 6);
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
    assert.deepEqual(roster.sections[0]!.contacts, ['a', 'b', 'c']);
  });

  it('takes group names as they are: __proto__, numbers, spaces at the end, case', () => {
    const names = ['__proto__', 'constructor', '1', '01', 'favourites', 'ungrouped', 'group x', '–', 'No group', ' ', '🙂', 'مجموعة', 'x'.repeat(1023), 'Friends', 'Friends ', 'friends', 'toString'];
    const { source, roster } = setUp((source) => {
      for (const name of names) source.set(`in ${name}|`, [name]);
    });
    assert.deepEqual(new Set(roster.sections.map(({ id }) => groupOfSection(id))), new Set(names));
    for (const { id, contacts } of roster.sections) assert.deepEqual(contacts, [`in ${groupOfSection(id)}|`]);
    source.set('in __proto__|', []);
    roster.update(['in __proto__|']);
    assert.ok(!roster.sections.some(({ id }) => id === 'group __proto__'));
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
    const [coworker, football] = roster.sections;
    source.set('mary', ['Coworker'], 'available');
    roster.update(['mary', 'stuart']);
    assert.notEqual(roster.sections[0], coworker);
    assert.equal(roster.sections[1], football);
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
      const { source, roster, clock } = setUp();
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
        if (pick(3) === 0) clock.advance(10_000);
        if (pick(10) === 0) roster.hold(true);
        if (pick(5) > 0) continue;
        roster.hold(false);
        clock.advance(10_000);
        const scratch = new GroupedRoster(source, clock);
        for (const [jid, move] of moves) scratch.setPending(jid, move);
        scratch.update(source.contacts.keys());
        assert.deepEqual(picture(roster), picture(scratch), `step ${step}`);
      }
    });
  }
});

describe('sections besides the groups', () => {
  const plain: RosterArrangement = { sort: 'availability', favourites: new Set(), sections: new Set() };
  function office() {
    const set = setUp((source) => {
      source.set('mary', ['Coworker'], 'away');
      source.set('stuart', ['Coworker', 'Unavailable']);
      source.set('news', []);
    });
    const { source } = set;
    source.contacts.set('eve', { jid: 'eve', name: 'Eve', availability: 'unknown', resources: [], item: { jid: 'eve', subscription: 'none', ask: 'subscribe', groups: ['Coworker'] } });
    set.roster.update(['eve']);
    return set;
  }

  it('are not there unless they are asked for', () => {
    assert.deepEqual(picture(office().roster), ['Coworker 1/3: mary, stuart, eve', 'Unavailable 0/1: stuart', '– 0/1: news']);
  });

  it('are one for whom we have asked, and one for who is offline: they leave their groups', () => {
    const { roster } = office();
    roster.arrange({ ...plain, sections: new Set(['pending', 'unavailable']) });
    assert.deepEqual(picture(roster), ['Coworker 1/1: mary', '[pending] 0/1: eve', '[unavailable] 0/2: news, stuart']);
    roster.arrange(plain);
    assert.equal(picture(roster).length, 3);
  });

  it('have favourites on top, who stay in their groups', () => {
    const { roster, source } = office();
    roster.arrange({ ...plain, favourites: new Set(['stuart', 'mary', 'gone']) });
    assert.deepEqual(picture(roster), ['[favourites] 1/2: mary, stuart', 'Coworker 1/3: mary, stuart, eve', 'Unavailable 0/1: stuart', '– 0/1: news']);
    source.contacts.delete('mary');
    roster.update(['mary']);
    assert.equal(picture(roster)[0], '[favourites] 0/1: stuart');
    roster.arrange(plain);
    assert.deepEqual(picture(roster)[0], 'Coworker 0/2: stuart, eve');
  });

  it('order by name, or by who did something last, if that is wanted', () => {
    const { roster, source } = setUp((source) => {
      source.set('ann', ['G'], 'dnd');
      source.set('bob', ['G'], 'available');
      source.set('cleo', ['G'], 'available');
    });
    roster.arrange({ ...plain, sort: 'name' });
    assert.deepEqual(picture(roster), ['G 3/3: ann, bob, cleo']);
    roster.arrange({ ...plain, sort: 'activity' });
    source.contacts.set('cleo', { ...source.contact('cleo'), lastActivity: new Date(2_000) });
    source.contacts.set('ann', { ...source.contact('ann'), lastActivity: new Date(1_000) });
    roster.update(['ann', 'cleo']);
    assert.deepEqual(picture(roster), ['G 3/3: cleo, ann, bob']);
  });
});

describe('a list that is calm', () => {
  function team() {
    return setUp((source) => {
      for (const jid of ['ann', 'bob', 'cleo']) source.set(jid, ['G'], 'available');
    });
  }

  it('leaves whoever goes in their place for ten seconds, counted as gone at once', () => {
    const { roster, source, clock } = team();
    roster.update([source.set('ann', ['G'], 'unavailable')]);
    assert.deepEqual(picture(roster), ['G 2/3: ann, bob, cleo']);
    clock.advance(9_999);
    assert.deepEqual(picture(roster), ['G 2/3: ann, bob, cleo']);
    clock.advance(1);
    assert.deepEqual(picture(roster), ['G 2/3: bob, cleo, ann']);
  });

  it('moves nobody who is back before, and begins anew when they go again', () => {
    const { roster, source, clock } = team();
    roster.update([source.set('ann', ['G'], 'unavailable')]);
    clock.advance(8_000);
    roster.update([source.set('ann', ['G'], 'available')]);
    clock.advance(1_000);
    roster.update([source.set('ann', ['G'], 'unavailable')]);
    clock.advance(9_000);
    assert.deepEqual(picture(roster), ['G 2/3: ann, bob, cleo']);
    clock.advance(1_000);
    assert.deepEqual(picture(roster), ['G 2/3: bob, cleo, ann']);
  });

  it('says when time alone has moved somebody', () => {
    const { source, clock } = team();
    let changes = 0;
    const roster = new GroupedRoster(source, clock, () => changes++);
    roster.update(source.contacts.keys());
    roster.update([source.set('ann', ['G'], 'unavailable')]);
    clock.advance(20_000);
    assert.equal(changes, 1);
    roster.update([source.set('bob', ['G'], 'unavailable')]);
    roster.close();
    clock.advance(20_000);
    assert.equal(changes, 1);
  });

  it('keeps everybody’s place while it is held, has the new ones last, and settles afterwards', () => {
    const { roster, source } = team();
    assert.deepEqual(picture(roster), ['G 3/3: ann, bob, cleo']);
    roster.hold(true);
    roster.update([source.set('ann', ['G'], 'dnd'), source.set('aaron', ['G'], 'chat'), source.set('cleo', ['G'], 'available', 'A Cleo')]);
    assert.deepEqual(picture(roster), ['G 4/4: ann, bob, cleo, aaron']);
    source.contacts.delete('bob');
    roster.update(['bob']);
    assert.deepEqual(picture(roster), ['G 3/3: ann, cleo, aaron']);
    roster.hold(false);
    assert.deepEqual(picture(roster), ['G 3/3: cleo, aaron, ann']);
  });

  it('moves nobody to another section while it is held', () => {
    const { roster, source, clock } = team();
    roster.arrange({ sort: 'availability', favourites: new Set(), sections: new Set(['unavailable']) });
    roster.hold(true);
    roster.update([source.set('ann', ['G'], 'unavailable')]);
    clock.advance(30_000);
    assert.deepEqual(picture(roster), ['G 2/3: ann, bob, cleo']);
    roster.hold(false);
    assert.deepEqual(picture(roster), ['G 2/2: bob, cleo', '[unavailable] 0/1: ann']);
  });
});
