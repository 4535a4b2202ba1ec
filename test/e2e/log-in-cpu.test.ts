import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import type { TraceEvent } from '../bench/trace.js';
import { startProsody } from '../support/prosody.js';
import { Site } from './support/site.js';
import { launch, Tab } from './support/tab.js';
import { temporaryFolder } from '../support/server-process.js';

/** Of CPU time on the page's main thread, in ms. */
const LONGEST_TASK = 50;

/** The CPU times of the main thread's tasks between the two marks, in ms, longest first. */
function tasksBetween(events: readonly TraceEvent[], begin: string, end: string): number[] {
  const [first, last] = [begin, end].map((mark) => events.find(({ name }) => name === mark));
  assert.ok(first && last, 'the marks are in the trace');
  const tasks = events.filter(({ name, pid, tid, ts }) => name.endsWith('RunTask') && pid === first.pid && tid === first.tid && ts >= first.ts && ts <= last.ts);
  return tasks.map(({ tdur = NaN }) => tdur / 1_000).sort((a, b) => b - a);
}

describe('logging in with 10,000 rounds of SCRAM', () => {
  it(`keeps the page’s main thread busy for no longer than ${LONGEST_TASK} ms at a time`, async (context) => {
    const server = await startProsody({ users: { george: 'pw-george' }, config: 'authentication = "internal_hashed"\ndefault_iteration_count = 10000' });
    const [browser, site, folder] = [await launch(), await Site.start(), temporaryFolder('trace')];
    const tab = await Tab.open(browser, site.page({ service: server.url, jid: 'george@localhost' }));
    const path = `${folder.path}/trace.json`;
    await tab.page.tracing.start({ path, categories: ['toplevel', 'blink.user_timing', 'disabled-by-default-devtools.timeline'] });
    await tab.page.evaluate(async () => {
      const connection = document.querySelector('xmpp-connection') as Element & { credentials: unknown; session: { ready: boolean; subscribe(listener: () => void): () => void } };
      const ready = new Promise<void>((resolve) => connection.session.subscribe(() => connection.session.ready && resolve()));
      performance.mark('log-in');
      connection.credentials = { password: 'pw-george' };
      await ready;
      // The list is painted, too.
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
      performance.mark('logged in');
    });
    await tab.page.tracing.stop();
    const { traceEvents } = JSON.parse(await readFile(path, 'utf8')) as { traceEvents: TraceEvent[] };
    const [longest = NaN, ...rest] = tasksBetween(traceEvents, 'log-in', 'logged in');
    context.diagnostic(`${rest.length + 1} tasks, the longest of ${longest.toFixed(1)} ms, all of them ${[longest, ...rest].reduce((sum, one) => sum + one, 0).toFixed(1)} ms`);
    assert.ok(longest < LONGEST_TASK, `a task of ${longest} ms`);
    assert.ok(server.log().includes('Authenticated as george@localhost'));
    await tab.assertSilent();
    await browser.close();
    await Promise.all([server.stop(), site.stop()]);
    folder.remove();
  });
});
