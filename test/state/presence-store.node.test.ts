import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Presence } from '../../src/protocol/presence.js';
import { PresenceStore } from '../../src/state/presence-store.js';

const MARY = 'mary@im.example';
const now = Date.parse('2026-03-02T09:00:00Z');

/** A store that has received presence of Mary's, one after the other. */
function storeWith(...presences: (Partial<Presence> & { resource: string })[]): PresenceStore {
  const store = new PresenceStore();
  for (const presence of presences) store.receive(MARY, { type: 'available', priority: 0, ...presence }, now);
  return store;
}
const order = (store: PresenceStore) => store.get(MARY)?.resources.map(({ resource }) => resource);

describe('the presence of several resources', () => {
  it('counts by priority as a number: 10 before 9 before −1', () => {
    assert.deepEqual(order(storeWith({ resource: 'a', priority: 9 }, { resource: 'b', priority: -1 }, { resource: 'c', priority: 10 })), ['c', 'a', 'b']);
  });

  it('with equal priorities counts by the most available show', () => {
    const store = storeWith({ resource: 'dnd', show: 'dnd' }, { resource: 'away', show: 'away' }, { resource: 'chat', show: 'chat' }, { resource: 'xa', show: 'xa' }, { resource: 'plain' });
    assert.deepEqual(order(store), ['chat', 'plain', 'away', 'xa', 'dnd']);
  });

  it('with equal priorities and shows counts by the newest', () => {
    assert.deepEqual(order(storeWith({ resource: 'old' }, { resource: 'new' })), ['new', 'old']);
    assert.deepEqual(order(storeWith({ resource: 'old' }, { resource: 'new' }, { resource: 'old' })), ['old', 'new']);
  });

  it('with a negative priority is available all the same (RFC 6121 §4.7.2.3)', () => {
    assert.deepEqual(order(storeWith({ resource: 'a', priority: -128 })), ['a']);
  });

  it('is replaced as a whole by the next of the same resource', () => {
    const store = storeWith({ resource: 'a', show: 'dnd', status: 'In a meeting', priority: 5 }, { resource: 'a' });
    assert.deepEqual(store.get(MARY)?.resources, [{ resource: 'a', show: undefined, status: undefined, priority: 0, idleSince: undefined }]);
  });

  it('tells resources apart exactly', () => {
    assert.deepEqual(order(storeWith({ resource: 'A' }, { resource: 'a' }, { resource: '__proto__' })), ['__proto__', 'a', 'A']);
  });

  it('is kept in records that do not change under their readers', () => {
    const store = storeWith({ resource: 'a' });
    const before = store.get(MARY);
    store.receive(MARY, { type: 'available', resource: 'b', priority: 0 }, now);
    assert.equal(before?.resources.length, 1);
    assert.notEqual(store.get(MARY), before);
  });

  it('stays bounded however many resources somebody claims to have', () => {
    const store = storeWith(...Array.from({ length: 1_000 }, (_, index) => ({ resource: `r${index}` })));
    assert.equal(order(store)?.length, 100);
    assert.equal(order(store)?.[0], 'r999');
  });
});

describe('going unavailable', () => {
  it('from a full address takes that resource alone', () => {
    assert.deepEqual(order(storeWith({ resource: 'a' }, { resource: 'b' }, { resource: 'a', type: 'unavailable' })), ['b']);
  });

  it('from the bare address takes them all (RFC 6121 §4.5.4)', () => {
    assert.deepEqual(order(storeWith({ resource: 'a' }, { resource: 'b' }, { resource: '', type: 'unavailable' })), []);
  });

  it('of a resource that was not there takes nothing', () => {
    assert.deepEqual(order(storeWith({ resource: 'a' }, { resource: 'b', type: 'unavailable' })), ['a']);
  });

  it('before our eyes is “last seen” now, with the words that were said', () => {
    const record = storeWith({ resource: 'a' }, { resource: 'a', type: 'unavailable', status: 'Gone home' }).get(MARY);
    assert.deepEqual(record, { resources: [], lastSeen: new Date(now), lastStatus: 'Gone home' });
  });

  it('some time ago is “last seen” when the server says so (XEP-0203)', () => {
    const delay = new Date('2026-03-01T17:00:00Z');
    assert.equal(storeWith({ resource: '', type: 'unavailable', delay }).get(MARY)?.lastSeen, delay);
    assert.equal(storeWith({ resource: 'a' }, { resource: 'a', type: 'unavailable', delay }).get(MARY)?.lastSeen, delay);
  });

  it('without a time, of somebody never seen, is no “last seen”', () => {
    assert.equal(storeWith({ resource: '', type: 'unavailable' }).get(MARY)?.lastSeen, undefined);
  });

  it('said again keeps what is known', () => {
    const delay = new Date('2026-03-01T17:00:00Z');
    const record = storeWith({ resource: 'a', type: 'unavailable', delay, status: 'Bye' }, { resource: 'a', type: 'unavailable' }).get(MARY);
    assert.deepEqual([record?.lastSeen, record?.lastStatus], [delay, 'Bye']);
  });

  it('is over when somebody comes back: the age of an available presence is no “last seen”', () => {
    const record = storeWith({ resource: '', type: 'unavailable', delay: new Date(0) }, { resource: 'a', delay: new Date(1) }).get(MARY);
    assert.deepEqual([record?.lastSeen, record?.lastStatus], [undefined, undefined]);
  });
});

describe('the presence store', () => {
  it('knows nothing of those it heard nothing of', () => assert.equal(new PresenceStore().get('__proto__'), undefined));

  it('forgets one address, or all of them', () => {
    const store = storeWith({ resource: 'a' });
    store.receive('stuart@im.example', { type: 'available', resource: 'b', priority: 0 }, now);
    store.forget(MARY);
    assert.equal(store.get(MARY), undefined);
    assert.deepEqual(store.clear(), ['stuart@im.example']);
    assert.equal(store.get('stuart@im.example'), undefined);
  });
});
