import { expect } from 'chai';
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

describe('a connection that is dead without a word', () => {
  for (const kind of ['prosody', 'ejabberd'] as const) {
    it(`to ${kind} is noticed within 10 s of an occasion, and within 60 s without one; then the page is there again`, async function () {
      this.timeout(120_000);
      await serverCommand('expect-console', { pattern: 'WebSocket' });
      const took = await Promise.all(Object.entries(occasions).map(async ([occasion, [happens, within]]) => {
        const office = await FaultyOffice.open({ kind, instance: 'half-open' });
        office.session.connect();
        await until(() => office.session.presence.confirmed, 'the page is there');
        await until(() => office.isQuiet, 'everything is said');
        await office.network.apply({ kind: 'half-open' });
        const since = performance.now();
        happens(office);
        await until(() => office.session.connectionStatus !== 'online', occasion, within * 1_000);
        const seconds = (performance.now() - since) / 1_000;
        await until(() => office.session.presence.confirmed && office.streams.resumed === 1, 'the stream goes on');
        await office.close();
        return `${occasion}: ${seconds.toFixed(1)} s`;
      }));
      await serverCommand('print', { line: `${kind}: a dead connection was noticed when ${took.join('; ')}` });
      expect(took).to.have.length(Object.keys(occasions).length);
    });
  }
});
