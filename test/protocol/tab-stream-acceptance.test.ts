import { throughServer } from '../support/browser/client-stream-fixture.js';
import { describeStream, type StreamHarness } from '../support/browser/stream-acceptance.js';
import { TestTab } from '../support/browser/tab-stream-fixture.js';

function harnessOf(tab: TestTab, others: readonly TestTab[] = []): StreamHarness {
  const { server, stream, environment } = tab;
  return {
    stream, environment,
    goOnline: () => tab.goOnline(),
    ...throughServer(stream, server),
    async end() {
      for (const one of [tab, ...others]) await one.stream.disconnect();
      server.end();
    },
  };
}

async function startFollower(): Promise<StreamHarness> {
  const holder = await TestTab.start();
  await holder.goOnline();
  const tab = holder.beside();
  // All tabs answer alike: the one that holds the socket says so.
  const { stream } = tab;
  const answer = stream.answer.bind(stream);
  stream.answer = (type, ns, handler) => {
    const stops = [holder.stream.answer(type, ns, handler), answer(type, ns, handler)];
    return () => stops.forEach((stop) => stop());
  };
  return {
    ...harnessOf(tab, [holder]),
    async goOnline() {
      if (holder.stream.state.connectionStatus === 'offline') await holder.goOnline();
      await tab.goOnline();
    },
  };
}

describeStream('TabStream by itself', async () => harnessOf(await TestTab.start({}, '')));
describeStream('TabStream that holds the socket', async () => harnessOf(await TestTab.start()));
describeStream('TabStream that follows', startFollower);
