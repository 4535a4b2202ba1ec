import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { childElements, element, namespaceOf, textOf, type XmlElement } from '../../src/protocol/xml.js';
import { firstOf, refusalOf, resultOf } from '../support/browser/mock-stream.js';
import { OnlineSession } from './online-session.js';

const PRIVATE = 'jabber:iq:private';
const ROSTER = ['Alpha', 'Beta', 'Gamma'].map((group) => `<item jid="${group.toLowerCase()}@im.example" subscription="both"><group>${group}</group></item>`).join('');

/** The account's private storage, as one server keeps it for all pages. */
class Store {
  readonly kept = new Map<string, XmlElement>();
  sets = 0;
  refuses: 'get' | 'set' | undefined;

  /** What is kept of the list's view. */
  get view(): Record<string, unknown> | undefined {
    const kept = this.kept.get('view xmpp-elements:roster-view');
    return kept && (JSON.parse(textOf(kept)) as Record<string, unknown>);
  }

  keep(name: string, ns: string, text: string): void {
    this.kept.set(`${name} ${ns}`, element(name, { xmlns: ns }, text));
  }

  readonly respond = (iq: XmlElement): XmlElement | undefined => {
    const [query] = childElements(iq);
    const [entry] = query && namespaceOf(query) === PRIVATE ? childElements(query) : [];
    if (!entry) return undefined;
    if (this.refuses === iq.attrs.type || this.refuses === 'get') return refusalOf(iq, 'service-unavailable');
    const key = `${entry.name} ${entry.attrs.xmlns}`;
    if (iq.attrs.type === 'get') return resultOf(iq, element('query', { xmlns: PRIVATE }, this.kept.get(key) ?? entry));
    this.sets++;
    this.kept.set(key, entry);
    return resultOf(iq);
  };
}

/** A page of the account that shows a list. */
async function page(store = new Store(), storage?: ConstructorParameters<typeof OnlineSession>[1]) {
  const online = new OnlineSession(ROSTER, storage);
  online.stream.respond = firstOf(store.respond, online.stream.respond);
  const { session, stream } = online;
  session.viewSettings.load();
  await online.begin();
  await new Promise(setImmediate);
  const written = async () => {
    online.environment.advance(500);
    await new Promise(setImmediate);
  };
  return { store, online, session, stream, view: session.viewSettings, written };
}

describe('how the list is shown', () => {
  it('is asked for after the roster and presence, and only by who shows a list', async () => {
    const online = new OnlineSession(ROSTER);
    await online.begin();
    await new Promise(setImmediate);
    assert.ok(!online.stream.take().some((xml) => xml.includes(PRIVATE)));
    online.session.viewSettings.load();
    online.session.viewSettings.load();
    assert.equal(online.stream.take().filter((xml) => xml.includes(PRIVATE)).length, 2);
    const { stream } = await page();
    const sent = stream.take();
    assert.ok(sent.findIndex((xml) => xml.includes(PRIVATE)) > sent.findIndex((xml) => xml.startsWith('<presence')));
  });

  it('is the same at the next sign-in, on whatever page', async () => {
    const { store, view, session, written } = await page();
    view.setCollapsed(['group Alpha', 'ungrouped'], true);
    view.setFavourite('Beta@IM.example', true);
    view.setAnnounced('Alpha@IM.example', true);
    view.setSort('activity');
    view.setFilter('online');
    session.moveGroup('Gamma', 'Alpha');
    assert.equal(store.sets, 0);
    await written();
    assert.equal(store.sets, 1);
    const other = (await page(store)).view;
    assert.deepEqual([...other.collapsed], ['group Alpha', 'ungrouped']);
    assert.deepEqual([[...other.favourites], [...other.announced]], [['beta@im.example'], ['alpha@im.example']]);
    assert.deepEqual([other.sort, other.filter, other.order], ['activity', 'online', ['Gamma', 'Alpha', 'Beta']]);
  });

  it('keeps what another page has written meanwhile', async () => {
    const store = new Store();
    const [one, two] = [await page(store), await page(store)];
    one.view.setCollapsed(['group Alpha'], true);
    two.view.setCollapsed(['group Beta'], true);
    two.view.setFavourite('alpha@im.example', true);
    await one.written();
    await two.written();
    const { view } = await page(store);
    assert.deepEqual([[...view.collapsed], [...view.favourites]], [['group Alpha', 'group Beta'], ['alpha@im.example']]);
  });

  it('is written once for changes in quick succession, and again for what changes while it is written', async () => {
    const { store, online, view, written } = await page();
    store.keep('view', 'xmpp-elements:roster-view', '{}');
    for (const sort of ['name', 'activity', 'name'] as const) view.setSort(sort);
    online.environment.advance(500);
    view.setFilter('online');
    await new Promise(setImmediate);
    assert.deepEqual([store.sets, store.view?.['sort'], store.view?.['filter']], [1, 'name', 'everyone']);
    await written();
    assert.deepEqual([store.sets, store.view?.['filter']], [2, 'online']);
  });

  it('keeps what was changed before the server’s came, and while there was no connection', async () => {
    const store = new Store();
    const first = await page(store);
    first.view.setSort('name');
    await first.written();
    const { view, online, stream, written } = await page(store);
    stream.lose();
    view.setCollapsed(['group Beta'], true);
    first.view.setFilter('online');
    await first.written();
    await online.begin();
    await new Promise(setImmediate);
    await written();
    assert.deepEqual([view.sort, view.filter, [...view.collapsed]], ['name', 'online', ['group Beta']]);
    assert.deepEqual(store.view?.['collapsed'], ['group Beta']);
  });

  for (const [what, text] of Object.entries({ garbage: '{"collapsed"', 'another shape': '[1, 2]', nothing: '', numbers: '{"collapsed": 7, "favourites": [1, "no address@"], "order": "Alpha", "sort": "size", "filter": null}' })) {
    it(`is as ever where ${what} is kept`, async () => {
      const store = new Store();
      store.keep('view', 'xmpp-elements:roster-view', text);
      const { view, online, written } = await page(store);
      assert.deepEqual([view.collapsed.size, view.favourites.size, view.order, view.sort, view.filter], [0, 0, undefined, 'availability', 'everyone']);
      view.setSort('name');
      await written();
      assert.equal(store.view?.['sort'], 'name');
      assert.deepEqual(online.environment.errors, []);
    });
  }

  it('keeps what a later version may have added', async () => {
    const store = new Store();
    store.keep('view', 'xmpp-elements:roster-view', '{"sort": "name", "zoom": 2}');
    const { view, written } = await page(store);
    view.setFilter('online');
    await written();
    assert.deepEqual([store.view?.['zoom'], store.view?.['sort'], store.view?.['filter']], [2, 'name', 'online']);
  });

  it('is no longer than a stanza may be: the oldest is forgotten', async () => {
    const { store, view, written } = await page();
    const names = Array.from({ length: 3_000 }, (_, index) => `group Group number ${index}` as const);
    view.setCollapsed(names, true);
    await written();
    const kept = store.view?.['collapsed'] as string[];
    assert.ok(kept.length > 100 && JSON.stringify(store.view).length < 40_000);
    assert.equal(kept.at(-1), names.at(-1));
  });

  for (const refuses of ['get', 'set'] as const) {
    it(`is this browser’s matter where the server refuses a ${refuses}: nothing is lost, nobody is bothered`, async () => {
      const store = new Store();
      store.refuses = refuses;
      const { view, online, written } = await page(store);
      view.setSort('name');
      await written();
      assert.equal(view.sort, 'name');
      assert.deepEqual(online.environment.errors, []);
      online.stream.take();
      view.setFilter('online');
      await written();
      assert.deepEqual(online.stream.take(), []);
    });
  }

  it('tells listeners of each change', async () => {
    const { view, session } = await page();
    let told = 0;
    session.subscribe(() => told++);
    view.setSort('name');
    assert.equal(told, 1);
  });

  it('knows odd names as they are', async () => {
    const { view, store, written } = await page();
    const names = ['group __proto__', 'group ', 'group \u0000\u001f\ud800 "', `group ${'x'.repeat(1023)}`, 'group 🙂', 'group favourites', 'favourites'] as const;
    view.setCollapsed(names, true);
    await written();
    assert.deepEqual([...(await page(store)).view.collapsed], [...names]);
  });
});

describe('what is painted before there is a connection', () => {
  it('is as it was at the last visit', async () => {
    const kept = new Map<string, unknown>();
    const storage = { load: async (account: string) => kept.get(account), save: async (account: string, roster: unknown) => void kept.set(account, structuredClone(roster)), remove: async () => undefined };
    const store = new Store();
    store.keep('roster', 'roster:delimiter', '::');
    const { view, online } = await page(store, { storage });
    view.setCollapsed(['group Alpha'], true);
    online.environment.advance(500);
    const next = new OnlineSession(ROSTER, { storage });
    await next.session.restore('george@im.example');
    assert.deepEqual([...next.session.viewSettings.collapsed], ['group Alpha']);
    assert.equal(next.session.viewSettings.delimiter, '::');
    await next.begin('stuart@im.example/office');
    assert.deepEqual([...next.session.viewSettings.collapsed], []);
  });
});

describe('the order of groups by hand', () => {
  it('puts one before another or last, as often as one likes, and goes back to names', async () => {
    const { session, view } = await page();
    session.moveGroup('Alpha', null);
    assert.deepEqual(view.order, ['Beta', 'Gamma', 'Alpha']);
    session.moveGroup('Gamma', 'Beta');
    assert.deepEqual(view.order, ['Gamma', 'Beta', 'Alpha']);
    session.moveGroup('Beta', 'nobody’s');
    assert.deepEqual(view.order, ['Gamma', 'Alpha', 'Beta']);
    view.orderGroupsByName();
    assert.equal(view.order, undefined);
  });

  it('follows a group to its new name', async () => {
    const { session, view } = await page();
    session.moveGroup('Gamma', 'Alpha');
    view.setCollapsed(['group Gamma'], true);
    view.renameGroup('Gamma', 'Delta');
    assert.deepEqual([view.order, [...view.collapsed]], [['Delta', 'Alpha', 'Beta'], ['group Delta']]);
  });

  it('keeps the groups within a group that is renamed where and as they were', async () => {
    const store = new Store();
    store.keep('roster', 'roster:delimiter', '::');
    store.keep('view', 'xmpp-elements:roster-view', JSON.stringify({ collapsed: ['group Work::Far', 'group Workshop', 'ungrouped'], order: ['Work::Far', 'Work::Near', 'Workshop', 'Work'] }));
    const { view } = await page(store);
    view.renameGroup('Work', 'Office');
    assert.deepEqual(view.order, ['Office::Far', 'Office::Near', 'Workshop', 'Office']);
    assert.deepEqual([...view.collapsed], ['group Office::Far', 'group Workshop', 'ungrouped']);
  });
});

describe('the delimiter of groups (XEP-0083)', () => {
  for (const [kept, read] of [['::', '::'], ['/', '/'], ['', undefined], ['a', undefined], ['7', undefined], ['ab', 'ab']] as const) {
    it(`“${kept}” is ${read ?? 'none'}`, async () => {
      const store = new Store();
      store.keep('roster', 'roster:delimiter', kept);
      assert.equal((await page(store)).view.delimiter, read);
    });
  }
});
