import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isUnchanged, moveBetween, regrouped, renamed } from '../../src/state/roster-edits.js';
import { RosterStore } from '../../src/state/roster-store.js';
import type { RosterItem } from '../../src/protocol/roster.js';

const mary: RosterItem = { jid: 'mary@im.example', name: 'Mary', subscription: 'both', groups: ['Coworker', 'Football'] };
const stuart: RosterItem = { jid: 'stuart@im.example', subscription: 'none', groups: [] };

describe('the roster store', () => {
  it('is replaced by a result as a whole: what is missing is gone', () => {
    const store = new RosterStore();
    store.replace({ items: [mary, stuart], ver: '1' });
    store.replace({ items: [stuart], ver: '2' });
    assert.deepEqual([...store.items()], [stuart]);
    assert.equal(store.get('mary@im.example'), undefined);
    assert.equal(store.ver, '2');
  });

  it('is empty after an empty result', () => {
    const store = new RosterStore();
    store.replace({ items: [mary] });
    store.replace({ items: [] });
    assert.equal([...store.items()].length, 0);
  });

  it('takes a pushed item as a whole: name and groups that are left out are gone (RFC 6121 §2.1.6)', () => {
    const store = new RosterStore();
    store.replace({ items: [mary] });
    const bare: RosterItem = { jid: mary.jid, subscription: 'both', groups: [] };
    store.apply({ jid: mary.jid, item: bare });
    assert.deepEqual(store.get(mary.jid), bare);
  });

  it('keeps the records that a push does not name', () => {
    const store = new RosterStore();
    store.replace({ items: [mary, stuart] });
    store.apply({ jid: stuart.jid, item: { ...stuart, name: 'Stuart' } });
    assert.equal(store.get(mary.jid), mary);
  });

  it('loses what a push removes, and minds no unknown one', () => {
    const store = new RosterStore();
    store.replace({ items: [mary] });
    store.apply({ jid: 'nobody@im.example' });
    store.apply({ jid: mary.jid });
    assert.equal([...store.items()].length, 0);
  });

  it('keeps its version when a push has none', () => {
    const store = new RosterStore();
    store.replace({ items: [], ver: 'ver1' });
    store.apply({ jid: mary.jid, item: mary });
    assert.equal(store.ver, 'ver1');
    store.apply({ jid: mary.jid, ver: '' });
    assert.equal(store.ver, '');
  });

  it('has room for any address', () => {
    const store = new RosterStore();
    for (const jid of ['__proto__', 'constructor', 'toString']) {
      assert.equal(store.get(jid), undefined);
      store.apply({ jid, item: { ...stuart, jid } });
      assert.equal(store.get(jid)?.jid, jid);
    }
  });
});

describe('moving a contact (RFC 6121 §2.4)', () => {
  it('leaves one group and joins another, and keeps name and other groups', () => {
    assert.deepEqual(regrouped(mary, moveBetween('Coworker', 'Friends')), { jid: mary.jid, name: 'Mary', groups: ['Football', 'Friends'] });
  });

  it('copies when it leaves none', () => {
    assert.deepEqual(regrouped(mary, moveBetween(null, 'Friends')).groups, ['Coworker', 'Football', 'Friends']);
  });

  it('to “no group” ends that one membership alone', () => {
    assert.deepEqual(regrouped(mary, moveBetween('Coworker', null)).groups, ['Football']);
  });

  it('into a group it is in already only leaves the other', () => {
    assert.deepEqual(regrouped(mary, moveBetween('Coworker', 'Football')).groups, ['Football']);
  });

  it('within one group, or out of one it is not in, changes nothing', () => {
    assert.ok(isUnchanged(mary, regrouped(mary, moveBetween('Coworker', 'Coworker'))));
    assert.ok(isUnchanged(mary, regrouped(mary, moveBetween('Friends', null))));
    assert.ok(isUnchanged(mary, regrouped(mary, moveBetween(null, null))));
  });

  it('takes groups byte for byte', () => {
    const item = { ...mary, groups: ['Friends ', '__proto__', '1'] };
    assert.deepEqual(regrouped(item, moveBetween('Friends', 'friends')).groups, ['Friends ', '__proto__', '1', 'friends']);
  });

  it('never states a name that is not there', () => {
    assert.ok(!('name' in regrouped(stuart, moveBetween(null, 'Friends'))));
  });
});

describe('renaming a contact', () => {
  it('keeps the groups', () => assert.deepEqual(renamed(mary, 'Mary B.'), { jid: mary.jid, name: 'Mary B.', groups: ['Coworker', 'Football'] }));

  it('to nothing leaves the name out (RFC 6121 §2.4.1)', () => {
    assert.deepEqual(renamed(mary, ''), { jid: mary.jid, groups: ['Coworker', 'Football'] });
    assert.ok(!isUnchanged(mary, renamed(mary, '')));
    assert.ok(isUnchanged(stuart, renamed(stuart, '')));
  });

  it('to what it is called changes nothing, in whatever order the groups come', () => {
    assert.ok(isUnchanged(mary, { jid: mary.jid, name: 'Mary', groups: ['Football', 'Coworker'] }));
    assert.ok(!isUnchanged(mary, { jid: mary.jid, name: 'mary', groups: ['Football', 'Coworker'] }));
  });
});
