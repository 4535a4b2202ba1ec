import { serverCommand } from '../support/browser/server-command.js';
import { until } from '../support/browser/waiting.js';
import { FaultyOffice } from './support/faulty-office.js';

/** What happens to a page whose network swallows everything, and how soon it has to notice, in s. */
const occasions: Readonly<Record<string, [happens: (office: FaultyOffice) => unknown, within: number]>> = {
  'the machine wakes up': [({ environment }) => environment.sleep(20_000), 10],
  'the browser is online again, or somebody looks at the page': [({ session }) => session.wake(), 10],
  'the user does something': [({ session }) => void session.setPresence({ show: 'away' }), 10],
  'nothing happens': [() => undefined, 60],
};
const kinds = ['prosody', 'ejabberd'] as const;

/** Settles when the dead connection was noticed in time and the stream goes on. @returns after how many seconds it was noticed */
async function noticed(kind: (typeof kinds)[number], occasion: string): Promise<number> {
  const [happens, within] = occasions[occasion]!;
  const office = await FaultyOffice.open({ kind, instance: 'half-open' });
  office.session.connect();
  await until(() => office.session.presence.confirmed, 'the page is there');
  await until(() => office.isQuiet, 'everything is said');
  await office.network.apply({ kind: 'half-open' });
  const since = performance.now();
  happens(office);
  await until(() => office.session.connectionStatus !== 'online', `${occasion} on ${kind}`, within * 1_000);
  const seconds = (performance.now() - since) / 1_000;
  await until(() => office.session.presence.confirmed && office.streams.resumed === 1, 'the stream goes on');
  await office.close();
  return seconds;
}

describe('a connection that is dead without a word', () => {
  it('is noticed within 10 s of an occasion, and within 60 s without one; then the page is there again', async function () {
    this.timeout(120_000);
    await serverCommand('expect-console', { pattern: 'WebSocket' });
    await Promise.all(kinds.flatMap((kind) => Object.keys(occasions).map(async (occasion) => {
      const seconds = await noticed(kind, occasion);
      await serverCommand('print', { line: `${kind}: ${occasion}: a dead connection was noticed after ${seconds.toFixed(1)} s` });
    })));
  });
});
