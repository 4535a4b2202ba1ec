import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readCachedRoster, type RosterStorage } from '../../src/state/roster-cache.js';
import { ROSTER_VERSIONING_NS } from '../../src/protocol/roster.js';
import { resultOf } from '../support/browser/mock-stream.js';
import { parse } from '../support/browser/parse.js';
import { OnlineSession, OWN } from './online-session.js';

const GEORGE = 'george@im.example';
const MARY = '<item jid="mary@im.example" name="Mary" subscription="both"><group>Coworker</group></item>';
const STUART = '<item jid="stuart@im.example" subscription="to" ask="subscribe" approved="true"/>';
const VERSIONING = new Set([ROSTER_VERSIONING_NS]);

/** A browser's storage, as the test wants it. */
class MockStorage implements RosterStorage {
  readonly kept = new Map<string, unknown>();
  saves = 0;

  load(account: string): Promise<unknown> {
    return Promise.resolve(structuredClone(this.kept.get(account)));
  }

  save(account: string, roster: unknown): Promise<void> {
    this.saves++;
    this.kept.set(account, structuredClone(roster));
    return Promise.resolve();
  }

  remove(account: string): Promise<void> {
    this.kept.delete(account);
    return Promise.resolve();
  }
}

interface Visit {
  readonly online: OnlineSession;
  /** What the roster was asked for with: the `ver` attribute. */
  readonly asked: string | undefined;
}

/** A visit to the page, up to its session; the roster get is answered with that. */
async function visit(storage: RosterStorage, answer: string | undefined, features: ReadonlySet<string> = VERSIONING, jid = OWN): Promise<Visit> {
  const online = new OnlineSession('', { storage });
  online.stream.respond = () => undefined;
  await online.stream.comeOnline(jid, features);
  const [get] = online.stream.sent;
  const asked = /ver="([^"]*)"/.exec(online.stream.take('iq')[0] ?? '')?.[1];
  if (answer !== undefined && get) online.stream.receive(resultOf(get, answer === '' ? undefined : parse(answer)));
  await new Promise(setImmediate);
  return { online, asked };
}

const roster = (items: string, ver?: string) => `<query xmlns="jabber:iq:roster"${ver === undefined ? '' : ` ver="${ver}"`}>${items}</query>`;
const names = ({ session }: OnlineSession) => session.contacts().map(({ name }) => name).sort();

/** A first visit that ended with this roster kept. */
async function keptFrom(answer: string): Promise<MockStorage> {
  const storage = new MockStorage();
  const { online } = await visit(storage, answer);
  online.environment.advance(1_000);
  await new Promise(setImmediate);
  return storage;
}

describe('roster versioning (RFC 6121 §2.6)', () => {
  it('is not spoken of where the server does not offer it', async () => {
    const { asked } = await visit(await keptFrom(roster(MARY, 'v1')), roster(MARY), new Set());
    assert.equal(asked, undefined);
  });

  it('begins with an empty version', async () => {
    const { asked } = await visit(new MockStorage(), roster(MARY, 'v1'));
    assert.equal(asked, '');
  });

  it('asks the next time with the version that was kept', async () => {
    const { asked } = await visit(await keptFrom(roster(MARY, 'v1')), '');
    assert.equal(asked, 'v1');
  });

  it('keeps the list at an empty result: it is current', async () => {
    const { online } = await visit(await keptFrom(roster(MARY + STUART, 'v1')), '');
    assert.deepEqual(names(online), ['Mary', 'stuart@im.example']);
    assert.deepEqual(online.session.contact('stuart@im.example').item, { jid: 'stuart@im.example', subscription: 'to', ask: 'subscribe', approved: true, groups: [] });
    assert.deepEqual(online.session.contact('mary@im.example').item?.groups, ['Coworker']);
  });

  it('empties the list at a query without items: the roster is empty', async () => {
    const { online } = await visit(await keptFrom(roster(MARY, 'v1')), roster('', 'v2'));
    assert.deepEqual(names(online), []);
  });

  it('replaces what was kept by a full result: what is missing from it is gone', async () => {
    const storage = await keptFrom(roster(MARY + STUART, 'v1'));
    const { online } = await visit(storage, roster(STUART, 'v2'));
    assert.deepEqual(names(online), ['stuart@im.example']);
    online.environment.advance(1_000);
    const { online: next, asked } = await visit(storage, '');
    assert.equal(asked, 'v2');
    assert.deepEqual(names(next), ['stuart@im.example']);
  });

  it('keeps the version of the last push, together with its item', async () => {
    const storage = await keptFrom(roster(MARY, 'v1'));
    const { online } = await visit(storage, '');
    online.receive(`<iq type="set" id="p1">${roster(STUART, 'v2')}</iq>`);
    online.environment.advance(1_000);
    const { online: next, asked } = await visit(storage, '');
    assert.equal(asked, 'v2');
    assert.deepEqual(names(next), ['Mary', 'stuart@im.example']);
  });

  it('is left alone by a push without a version, and by a forged one', async () => {
    const storage = await keptFrom(roster(MARY, 'v1'));
    const { online } = await visit(storage, '');
    online.push(STUART);
    online.receive(`<iq type="set" id="p2" from="eve@evil.example">${roster('<item jid="eve@evil.example"/>', 'forged')}</iq>`);
    online.environment.advance(1_000);
    const { online: next, asked } = await visit(storage, '');
    assert.equal(asked, 'v1');
    assert.deepEqual(names(next), ['Mary', 'stuart@im.example']);
  });

  it('takes any text for a version', async () => {
    const { asked } = await visit(await keptFrom(roster(MARY, '&lt;&amp;&quot;é ')), '');
    assert.equal(asked, '&lt;&amp;&quot;é ');
  });

  it('goes on in the next session of the same page', async () => {
    const { online } = await visit(new MockStorage(), roster(MARY, 'v1'));
    online.stream.lose();
    await online.stream.comeOnline(OWN, VERSIONING);
    assert.match(online.stream.take('iq').join(), /ver="v1"/);
  });
});

describe('the roster that was kept', () => {
  it('is painted before the connection comes: names and groups, never presence', async () => {
    const storage = await keptFrom(roster(MARY, 'v1'));
    const online = new OnlineSession('', { storage });
    const changed: string[] = [];
    online.session.subscribe((jids) => changed.push(...jids));
    await online.session.restore('George@im.example/office');
    assert.deepEqual(names(online), ['Mary']);
    assert.ok(changed.includes('mary@im.example'));
    const { availability, reason } = online.session.contact('mary@im.example');
    assert.deepEqual([availability, reason], ['unknown', 'disconnected']);
    assert.equal(online.session.ready, false);
    assert.equal(online.session.disconnectedSince, undefined);
  });

  it('is that of the account alone', async () => {
    const storage = await keptFrom(roster(MARY, 'v1'));
    const { online, asked } = await visit(storage, roster(''), VERSIONING, 'paul@im.example/office');
    assert.equal(asked, '');
    assert.deepEqual(names(online), []);
  });

  it('never takes the place of what has come meanwhile', async () => {
    const storage = await keptFrom(roster(MARY, 'v1'));
    let give: (data: unknown) => void = () => undefined;
    const slow: RosterStorage = { ...storage, load: () => new Promise((resolve) => (give = resolve)), save: () => Promise.resolve(), remove: () => Promise.resolve() };
    const online = new OnlineSession(STUART, { storage: slow });
    const restored = online.session.restore(GEORGE);
    const begun = online.begin();
    await begun;
    online.environment.advance(1_000);
    await restored;
    await new Promise(setImmediate);
    assert.deepEqual(names(online), ['stuart@im.example']);
    give(storage.kept.get(GEORGE));
    await new Promise(setImmediate);
    assert.deepEqual(names(online), ['stuart@im.example']);
  });

  it('is written once for many pushes', async () => {
    const storage = new MockStorage();
    const { online } = await visit(storage, roster(MARY, 'v1'));
    for (let index = 0; index < 100; index++) online.push(`<item jid="p${index}@im.example" subscription="none"/>`);
    online.environment.advance(500);
    assert.equal(storage.saves, 1);
  });

  it('is forgotten when the page says so, also by what was about to be written', async () => {
    const storage = new MockStorage();
    const { online } = await visit(storage, roster(MARY, 'v1'));
    await online.session.forgetCache();
    online.environment.advance(10_000);
    assert.equal(storage.kept.size, 0);
  });

  it('stays forgotten when a push comes before the connection has ended', async () => {
    const storage = new MockStorage();
    const { online } = await visit(storage, roster(MARY, 'v1'));
    await online.session.forgetCache();
    online.push(STUART);
    online.environment.advance(10_000);
    assert.equal(storage.kept.size, 0);
  });

  it('is forgotten by who signs out before any server has let them in', async () => {
    const storage = await keptFrom(roster(MARY, 'v1'));
    const { session } = new OnlineSession('', { storage });
    await session.signIn.submit({ jid: GEORGE, password: 'secret', stay: false });
    await session.signOut();
    assert.equal(storage.kept.size, 0);
  });

  it('is not shown to somebody who cannot sign in', async () => {
    const storage = await keptFrom(roster(MARY, 'v1'));
    const online = new OnlineSession('', { storage });
    await online.session.restore(GEORGE);
    assert.deepEqual(names(online), ['Mary']);
    online.stream.lose({ kind: 'authentication', condition: 'not-authorized', final: true });
    assert.deepEqual(names(online), []);
    assert.equal(storage.kept.size, 1, 'a mistyped password costs nothing');
  });

  it('that this page has been let into stays on screen when the password is refused later', async () => {
    const { online } = await visit(await keptFrom(roster(MARY, 'v1')), '');
    online.stream.lose({ kind: 'authentication', condition: 'not-authorized', final: true });
    assert.deepEqual(names(online), ['Mary']);
  });

  it('is waited for by the session that is there, not by one that is over and had the same address', async () => {
    let give: (data: unknown) => void = () => undefined;
    const slow: RosterStorage = { load: () => new Promise((resolve) => (give = resolve)), save: () => Promise.resolve(), remove: () => Promise.resolve() };
    const online = new OnlineSession('', { storage: slow });
    online.stream.respond = () => undefined;
    await online.begin();
    online.stream.lose();
    await online.begin();
    give(undefined);
    await new Promise(setImmediate);
    assert.equal(online.stream.take('iq').length, 1, 'one roster get');
  });

  it('is done without where the browser refuses', async () => {
    const refuse = () => Promise.reject(new DOMException('no room', 'QuotaExceededError'));
    const { online, asked } = await visit({ load: refuse, save: refuse, remove: refuse }, roster(MARY, 'v1'));
    online.environment.advance(1_000);
    await online.session.forgetCache();
    assert.equal(asked, '');
    assert.deepEqual(names(online), ['Mary']);
  });

  const good = { format: 1, ver: 'v', items: [{ jid: 'mary@im.example', name: 'Mary', subscription: 'both', groups: ['A'] }] };
  it('is read back as it was written', () => {
    assert.deepEqual(readCachedRoster(good), { ver: 'v', items: good.items });
  });

  const [item] = good.items;
  const broken: Record<string, unknown> = {
    nothing: undefined, null: null, text: 'x', 'a number': 7, 'a list': [], 'another format': { ...good, format: 2 }, 'no items': { format: 1, ver: 'v' },
    'items of another kind': { ...good, items: 'x' }, 'an item that is none': { ...good, items: [item, null] }, 'a version that is no text': { ...good, ver: 1 },
    'an address unprepared': { ...good, items: [{ ...item, jid: 'Mary@im.example' }] }, 'a full address': { ...good, items: [{ ...item, jid: 'mary@im.example/x' }] },
    'no address': { ...good, items: [{ ...item, jid: undefined }] }, 'an address twice': { ...good, items: [item, item] },
    'an unknown subscription': { ...good, items: [{ ...item, subscription: 'remove' }] }, 'a name that is no text': { ...good, items: [{ ...item, name: {} }] },
    'groups that are none': { ...good, items: [{ ...item, groups: 'A' }] }, 'an empty group': { ...good, items: [{ ...item, groups: [''] }] },
    'a group twice': { ...good, items: [{ ...item, groups: ['A', 'A'] }] }, 'an unknown ask': { ...good, items: [{ ...item, ask: 'x' }] },
    'a polluted prototype': JSON.parse('{"__proto__":{"format":1,"items":[]}}') as unknown,
  };
  for (const [what, data] of Object.entries(broken)) {
    it(`with ${what} is no roster: the version is asked for anew`, async () => {
      const storage = new MockStorage();
      storage.kept.set(GEORGE, data);
      const { online, asked } = await visit(storage, roster(MARY, 'v1'));
      assert.equal(asked, '');
      assert.deepEqual(names(online), ['Mary']);
    });
  }
});
