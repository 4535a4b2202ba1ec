import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createCompanyServer, DEMO_PASSWORD, GOVERNED_GROUP, NOT_PLAYED } from '../../demo/server/company.js';
import type { DemoServer } from '../../demo/server/server.js';
import { type Change, Simulation, type Timers } from '../../demo/server/simulation.js';
import { plain, TestClient } from './client.js';

const GEORGE = 'george@im.company.org';

/** Timers that go when they are told to. */
class ManualTimers implements Timers {
  readonly pending: { callback: () => void; ms: number }[] = [];

  set(callback: () => void, ms: number): unknown {
    const timer = { callback, ms };
    this.pending.push(timer);
    return timer;
  }

  clear(handle: unknown): void {
    this.pending.splice(this.pending.indexOf(handle as { callback: () => void; ms: number }), 1);
  }

  /** Runs the timer that was set first, and all that the people say because of it. */
  async runNext(server: DemoServer): Promise<number> {
    const timer = this.pending.shift()!;
    timer.callback();
    // Log-ins take a few turns; a whole log-in later everything said before has arrived.
    (await TestClient.open(server)).socket.close();
    await logInGeorge(server).then((george) => { george.socket.close(); });
    return timer.ms;
  }
}

async function logInGeorge(server: DemoServer): Promise<TestClient> {
  const client = await TestClient.open(server);
  client.send(plain('george', DEMO_PASSWORD));
  await client.next((element) => element.is('success'));
  await client.openStream(server.domain);
  await client.bind('office');
  return client;
}

function onlineShare(server: DemoServer): number {
  const people = server.accounts().filter((jid) => !NOT_PLAYED.includes(jid.split('@')[0]!));
  return people.filter((jid) => server.sessions(jid).some(({ isAvailable }) => isAvailable)).length / people.length;
}

interface Life {
  readonly server: DemoServer;
  readonly simulation: Simulation;
  readonly timers: ManualTimers;
  readonly changes: Change[];
  readonly waits: number[];
  /** The share of people online, at first and after each step. */
  readonly shares: number[];
}

async function live(seed: number, steps: number): Promise<Life> {
  const [server, timers] = [createCompanyServer(), new ManualTimers()];
  const [changes, waits, shares]: [Change[], number[], number[]] = [[], [], []];
  const simulation = new Simulation(server, { seed, timers, onChange: (change) => changes.push(change) });
  await simulation.start();
  shares.push(onlineShare(server));
  for (let step = 0; step < steps; step += 1) {
    waits.push(await timers.runNext(server));
    shares.push(onlineShare(server));
  }
  return { changes, waits, shares, server, timers, simulation };
}

test('George has contacts of every kind', () => {
  const roster = createCompanyServer().roster('george');
  const groups = new Set(roster.flatMap((item) => item.groups));
  assert.deepEqual([...groups].sort(), ['Board', 'Coworkers', 'Design', 'Football', 'Friends', 'IT Support']);
  assert.ok(roster.length >= 30);
  assert.ok(roster.filter((item) => item.groups.length === 2).length >= 3);
  assert.equal(roster.filter((item) => item.groups.length === 0).length, 2);
  for (const subscription of ['none', 'from', 'both']) assert.ok(roster.some((item) => item.subscription === subscription && !item.ask));
  assert.equal(roster.filter((item) => item.ask === 'subscribe').length, 1);
});

test('all accounts take the demo’s password, and no two rosters contradict each other', async () => {
  const server = createCompanyServer();
  await logInGeorge(server);
  const mirror = { none: 'none', to: 'from', from: 'to', both: 'both' } as const;
  for (const owner of server.accounts()) {
    for (const item of server.roster(owner)) {
      const back = server.roster(item.jid).find(({ jid }) => jid === owner);
      assert.equal(back?.subscription ?? 'none', mirror[item.subscription], `${owner} and ${item.jid}`);
    }
  }
});

test('the board is governed: George is refused in words', async () => {
  const george = await logInGeorge(createCompanyServer());
  const reply = await george.setRoster(`<item jid="stuart@im.company.org" name="Stuart"><group>${GOVERNED_GROUP}</group></item>`);
  assert.match(reply.getChild('error')?.getChildText('text') ?? '', /Board/);
});

test('somebody has been seen last some hours ago', () => {
  const server = createCompanyServer({ now: () => Date.UTC(2024, 4, 1) });
  assert.equal(server.lastSeen('tomas.novak'), Date.UTC(2024, 3, 30, 8));
});

test('from the first moment a good mix of people is there, and it stays so', async () => {
  const { shares, server } = await live(1, 60);
  for (const share of shares) assert.ok(share > 0.4 && share < 0.8, String(share));
  const shows = new Set(server.accounts().flatMap((jid) => server.sessions(jid).map(({ show }) => show ?? 'available')));
  assert.ok(shows.size >= 3);
});

test('the same seed gives the same life, another seed another one', async () => {
  const [one, again, other] = [await live(5, 25), await live(5, 25), await live(6, 25)];
  assert.deepEqual(again.changes, one.changes);
  assert.deepEqual(again.waits, one.waits);
  assert.notDeepEqual(other.changes, one.changes);
});

test('something changes every two to four seconds', async () => {
  const { waits, changes, shares } = await live(1, 30);
  assert.ok(waits.every((ms) => ms >= 2000 && ms <= 4000));
  assert.equal(changes.length, 30 + Math.round(shares[0]! * (createCompanyServer().accounts().length - NOT_PLAYED.length)));
});

test('a person who is asked approves after a moment, save the one who leaves George waiting', async () => {
  const { server, timers } = await live(1, 0);
  const george = await logInGeorge(server);
  george.send('<presence/>');
  await george.getRoster();
  const victor = 'victor.hugo.silva@im.company.org';
  server.sessions(victor).length > 0 || assert.fail('seed 1 has Victor online');
  george.send(`<presence type="subscribe" to="${victor}"/>`);
  await george.ping();
  await george.ping();
  timers.pending.find(({ ms }) => ms === 2500)?.callback();
  await george.presence(victor, 'subscribed');
  assert.equal(server.roster(GEORGE).find(({ jid }) => jid.startsWith('aoife'))?.ask, 'subscribe');
});

test('after stop everybody has left and nothing is planned', async () => {
  const { server, timers, simulation } = await live(1, 3);
  simulation.stop();
  await logInGeorge(server);
  assert.equal(onlineShare(server), 0);
  assert.deepEqual(timers.pending, []);
});

test('stop in the middle of the first log-ins leaves nobody behind', async () => {
  const server = createCompanyServer();
  const simulation = new Simulation(server, { timers: new ManualTimers() });
  const started = simulation.start();
  simulation.stop();
  await started;
  assert.equal(onlineShare(server), 0);
});
