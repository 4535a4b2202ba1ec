import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { SessionKeeper } from '../../src/protocol/session-keeper.js';
import type { KeptSession } from '../../src/protocol/tab-role.js';
import { MockEnvironment } from '../support/browser/mock-environment.js';

describe('keeping a session as it changes', () => {
  let environment: MockEnvironment;
  let keeper: SessionKeeper;
  /** What came in so far. */
  let inbound: number;
  /** The counts of what was stored, one after the other; `none`: it was deleted. */
  let writes: (number | 'none')[];
  /** The counts that were acknowledged. */
  let acknowledged: number[];
  let isReady: boolean;
  let keeps: boolean;
  /** How long the page takes to write it all down, in ms. */
  let cost: number;
  /** While it is set, the browser takes its time; calling it ends that. */
  let delays: (() => void)[] | undefined;

  beforeEach(async () => {
    environment = new MockEnvironment();
    [inbound, writes, acknowledged, isReady, keeps, cost, delays] = [0, [], [], true, true, 0, undefined];
    keeper = new SessionKeeper(environment, store, session);
    await calm();
  });

  function session(): KeptSession | undefined {
    const resumption = { id: 's', jid: 'george@im.example/office', inbound, outbound: 0, unacknowledged: [], features: [], takenAt: environment.now() };
    return isReady ? { resumption, snapshot: [] } : undefined;
  }

  async function store(value: KeptSession | undefined): Promise<boolean> {
    environment.advance(cost);
    writes.push(value?.resumption.inbound ?? 'none');
    if (delays) await new Promise<void>((resolve) => delays?.push(resolve));
    return keeps && value !== undefined;
  }

  function receive(count = 1): void {
    for (let n = 0; n < count; n++) {
      inbound++;
      keeper.noteChange();
    }
  }

  const ask = () => keeper.gate((count = inbound) => acknowledged.push(count));
  const calm = () => new Promise(setImmediate);
  async function pass(ms: number): Promise<void> {
    environment.advance(ms);
    await calm();
  }
  /** A session is stored, with one stanza. */
  async function stored(): Promise<void> {
    receive();
    await pass(5_000);
    assert.deepEqual(writes.splice(0), ['none', 1]);
  }

  it('deletes what the page before has left, and says nothing before that', async () => {
    delays = [];
    keeper = new SessionKeeper(environment, store, session);
    ask();
    await calm();
    assert.deepEqual([writes, acknowledged], [['none', 'none'], []]);
    for (const end of delays) end();
    await calm();
    assert.deepEqual(acknowledged, [0]);
  });

  it('acknowledges at once as long as nothing is stored', () => {
    receive(3);
    ask();
    assert.deepEqual(acknowledged, [3]);
  });

  it('acknowledges only what is stored, then', async () => {
    await stored();
    ask();
    assert.deepEqual(acknowledged, [1]);
    receive(2);
    ask();
    await pass(4_999);
    assert.deepEqual(acknowledged, [1]);
    await pass(1);
    assert.deepEqual([writes, acknowledged], [[3], [1, 3]]);
  });

  it('acknowledges what stood in it, not what came while it was being written', async () => {
    await stored();
    receive();
    ask();
    delays = [];
    await pass(5_000);
    receive(2);
    ask();
    assert.deepEqual([writes, acknowledged], [[2], []]);
    delays.pop()?.();
    delays = undefined;
    await calm();
    assert.deepEqual(acknowledged, [2]);
    await pass(5_000);
    assert.deepEqual([writes, acknowledged], [[2, 4], [2, 4]]);
  });

  it('stores once in five seconds, and only what is new', async () => {
    await stored();
    for (let second = 0; second < 10; second++) {
      receive();
      await pass(1_000);
    }
    assert.deepEqual(writes, [6, 11]);
    await pass(60_000);
    assert.equal(writes.length, 2);
  });

  it('stores half a second after a change that comes alone', async () => {
    await stored();
    await pass(60_000);
    receive();
    await pass(499);
    assert.deepEqual(writes, []);
    await pass(1);
    assert.deepEqual(writes, [2]);
  });

  it('is not put off by a clock that is set back', async () => {
    await stored();
    environment.sleep(-3_600_000);
    receive();
    ask();
    await pass(5_000);
    assert.deepEqual([writes, acknowledged], [[2], [2]]);
  });

  it('stores less often where it takes long, but often enough for servers', async () => {
    cost = 100;
    await stored();
    receive();
    await pass(9_800);
    assert.deepEqual(writes, []);
    cost = 1_000;
    await pass(200);
    assert.deepEqual(writes, [2]);
    receive();
    await pass(20_000);
    assert.deepEqual(writes, [2, 3]);
  });

  it('acknowledges at once where the browser stores nothing', async () => {
    keeps = false;
    receive();
    await pass(5_000);
    receive();
    ask();
    assert.deepEqual(acknowledged, [2]);
  });

  it('deletes it while stanzas pour in, and acknowledges at once; stores again then', async () => {
    await stored();
    receive(100);
    ask();
    receive(150);
    await calm();
    assert.deepEqual([writes, acknowledged], [['none'], [251]]);
    receive(1_000);
    ask();
    assert.deepEqual(acknowledged, [251, 1_251]);
    await pass(5_000);
    assert.deepEqual(writes, ['none', 1_251]);
  });

  it('does so where they pour in while it is being written, too', async () => {
    delays = [];
    receive();
    await pass(5_000);
    receive(600);
    ask();
    delays.pop()?.();
    delays = undefined;
    await calm();
    assert.deepEqual([writes, acknowledged], [['none', 1, 'none'], [601]]);
  });

  it('stores at once when the connection is lost, so that resuming says no more than is stored', async () => {
    await stored();
    receive(2);
    keeper.storeNow();
    ask();
    assert.deepEqual(acknowledged, []);
    await calm();
    assert.deepEqual([writes, acknowledged], [[3], [3]]);
  });

  it('deletes what cannot be gone on with any more', async () => {
    await stored();
    isReady = false;
    receive();
    ask();
    await pass(5_000);
    assert.deepEqual([writes, acknowledged], [['none'], [2]]);
    await keeper.forget();
    assert.deepEqual(writes, ['none']);
  });

  it('deletes at the end what may be stored all the same, whatever the browser said of it', async () => {
    keeps = false;
    receive();
    await pass(5_000);
    assert.deepEqual(writes.splice(0), ['none', 1]);
    await keeper.forget();
    assert.deepEqual(writes, ['none']);
  });

  it('stores nothing any more after the page has gone', async () => {
    await stored();
    receive();
    delays = [];
    keeper.storeNow();
    receive();
    keeper.storeNow();
    keeper.stop();
    await calm();
    for (const end of delays) end();
    await pass(60_000);
    assert.deepEqual(writes, []);
  });
});
