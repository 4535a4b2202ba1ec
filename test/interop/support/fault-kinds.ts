import type { Random } from '../../../demo/server/random.js';
import { serverCommand } from '../../support/browser/server-command.js';
import { until } from '../../support/browser/waiting.js';
import type { FaultyOffice } from './faulty-office.js';

/** One fault, from its beginning to where the network and the server are whole again. `meanwhile` is done in the middle of it. */
export type FaultKind = (office: FaultyOffice, meanwhile: () => Promise<void>, random: Random) => Promise<void>;

/** In ms, as the page promises (after a wake, an event or a user's action). */
const NOTICED = 10_000;
/** In ms: longer than the longest wait between two attempts. A session that is not there by then hangs. */
export const PATIENCE = 75_000;

export const isOnline = ({ session }: FaultyOffice) => session.connectionStatus === 'online';

/** Waits until the page knows that its connection is gone. */
async function noticed(office: FaultyOffice, since: number): Promise<void> {
  await until(() => !isOnline(office), 'the dead connection is noticed', NOTICED + 1_000);
  const took = performance.now() - since;
  if (took > NOTICED) throw new Error(`The dead connection was noticed after ${Math.round(took)} ms`);
}

/** On a busy machine it takes longer than a command may. */
async function restart(server: FaultyOffice['server']): Promise<void> {
  await serverCommand('restart-server', server).catch(() => serverCommand('restart-server', server));
}

const trap = (text: string): FaultKind => async ({ network, session }, meanwhile, random) => {
  await network.apply({ kind: 'cut-at', text, delivered: random.chance(0.5) });
  await network.apply({ kind: 'cut' });
  await meanwhile();
  await until(() => session.connectionStatus !== 'online', 'the cut is noticed');
};

export const faultKinds: Readonly<Record<string, FaultKind>> = {
  'cut': async ({ network }, meanwhile) => {
    await network.apply({ kind: 'cut' });
    await meanwhile();
  },
  'half-open': async (office, meanwhile) => {
    await office.network.apply({ kind: 'half-open' });
    const since = performance.now();
    await meanwhile();
    await noticed(office, since);
  },
  '10 s freeze': async ({ network }, meanwhile) => {
    const thawed = network.apply({ kind: 'freeze', ms: 10_000 });
    await meanwhile();
    await thawed;
  },
  'slow link': async ({ network }, meanwhile) => {
    await network.apply({ kind: 'slow', ms: 300 });
    await network.apply({ kind: 'cut' });
    await meanwhile();
  },
  'server restart': async ({ server }, meanwhile) => {
    const restarted = restart(server);
    await meanwhile();
    await restarted;
  },
  'server crash': async ({ server }, meanwhile) => {
    await serverCommand('crash-server', server);
    await meanwhile();
    await restart(server);
  },
  'cut during SASL': (office, meanwhile, random) => trap(random.pick(['<challenge', '<success', '<mechanism>']))(office, meanwhile, random),
  'cut during bind': async (office, meanwhile, random) => {
    // Only a stream that does not go on is bound.
    await office.session.disconnect();
    await office.network.apply({ kind: 'cut-at', text: 'urn:ietf:params:xml:ns:xmpp-bind', delivered: random.chance(0.5) });
    office.session.connect();
    await meanwhile();
  },
  'cut during resume': trap('<resumed'),
  'cut during a roster set': async (office, meanwhile, random) => {
    await office.network.apply(random.chance(0.5) ? { kind: 'cut-at-next-word' } : { kind: 'cut-at', text: 'jabber:iq:roster', delivered: random.chance(0.5) });
    await meanwhile();
    await until(() => !isOnline(office), 'the cut is noticed', NOTICED);
  },
  'wake after sleep': async (office, meanwhile, random) => {
    await office.network.apply({ kind: 'half-open' });
    office.environment.sleep(random.pick([20_000, 300_000]));
    const since = performance.now();
    await noticed(office, since);
    await meanwhile();
  },
};
