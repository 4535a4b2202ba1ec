import type { Browser } from 'puppeteer-core';
import type { PageName } from './build-pages.js';
import type { ProbeReport } from './pages/probe.js';
import type { Replay, ReplayServer } from './replay-server.js';
import type { Expectation } from './scenario.js';
import { Tab } from './tab.js';
import { longestTaskCpu } from './trace.js';

/** What one page took in one round. Times in ms. */
export interface Measurement {
  /** From navigation until a contact's row was painted; where there are none, until the roster had come. */
  readonly firstRow: number;
  /** From navigation until the burst’s last presence was painted; where nothing is, until its frame was counted. */
  readonly allShown: number;
  /** The same from the moment the server handed the burst's first presence to its socket. */
  readonly burst: number;
  /** The main thread's CPU time from navigation until all was shown, and the scripts' share. */
  readonly loadCpu: number;
  readonly loadScript: number;
  /** The same during the changes. */
  readonly changesCpu: number;
  readonly changesScript: number;
  /** Of the tasks begun once the roster was parsed, by the clock; 0 when none took more than 50 ms. */
  readonly longestTask: number;
  /** The CPU time of the longest of them, up to the end of the burst: the same on a busy machine. */
  readonly longestTaskCpu: number;
  /** Of all tasks, parsing the roster among them. */
  readonly longestTaskEver: number;
  /** After a collection, with everything shown, in MB. */
  readonly heap: number;
  /** Through open shadow roots. */
  readonly elements: number;
  /** From frame to frame during the changes. */
  readonly frameP50: number;
  readonly frameP95: number;
}

export interface MeasureOptions {
  readonly page: PageName;
  readonly expectation: Expectation;
  /** Where to write a CPU profile of the page up to the milestone, and another of the changes. The numbers suffer. */
  readonly profile?: string | undefined;
}

/** Takes one page through the scenario, and a second time through the burst to trace its tasks, which costs the page time. */
export async function measurePage(browser: Browser, server: ReplayServer, options: MeasureOptions): Promise<Measurement> {
  const timed = await inTab(browser, server, options, (tab) => measureTab(tab, server, options));
  const traced = await inTab(browser, server, options, (tab) => tab.traced(() => showBurst(tab, server, options.page)));
  return { ...timed, longestTaskCpu: longestTaskCpu(traced) };
}

/** Takes a page to the end of the burst and measures nothing: what runs for the first time is slow in the browser, the server and the disk. */
export async function warmUpPage(browser: Browser, server: ReplayServer, options: MeasureOptions): Promise<void> {
  await inTab(browser, server, options, (tab) => showBurst(tab, server, options.page));
}

/** A browser context of its own: nothing in the cache, a process that no other page was in. */
async function inTab<T>(browser: Browser, { origin }: ReplayServer, { page, expectation }: MeasureOptions, use: (tab: Tab) => Promise<T>): Promise<T> {
  const context = await browser.createBrowserContext();
  try {
    const tab = await Tab.open(browser, context.id ?? '', expectation);
    // From one page to the next of the same server the process stays, and so do its counters.
    await tab.navigate(`${origin}/blank.html`);
    await tab.quiet();
    const result = await use(tab);
    if (tab.problems.length > 0) throw new Error(`${page}: ${tab.problems.join('; ')}`);
    return result;
  } finally {
    await context.close();
  }
}

async function showBurst(tab: Tab, server: ReplayServer, page: PageName): Promise<void> {
  await tab.navigate(`${server.origin}/${page}.html`);
  await tab.reached('burst');
}

async function measureTab(tab: Tab, server: ReplayServer, { page, expectation, profile }: MeasureOptions): Promise<Omit<Measurement, 'longestTaskCpu'>> {
  const start = await tab.metrics();
  const replay = server.nextStream();
  await tab.profiled(profile && `${profile}/${page}-load.cpuprofile`, () => showBurst(tab, server, page));
  const shown = await tab.metrics();
  await tab.check(expectation.burst);
  const { elements, heap } = await tab.size();
  const settled = await tab.metrics();
  await tab.profiled(profile && `${profile}/${page}-changes.cpuprofile`, () => bustle(tab, replay));
  const end = await tab.metrics();
  await tab.check(expectation.end);
  const report = await tab.report();
  return {
    ...moments(report, await (await replay).burstSent),
    loadCpu: shown.cpu - start.cpu,
    loadScript: shown.script - start.script,
    changesCpu: end.cpu - settled.cpu,
    changesScript: end.script - settled.script,
    heap,
    elements,
    frameP50: percentile(report.frames, 0.5),
    frameP95: percentile(report.frames, 0.95),
  };
}

async function bustle(tab: Tab, replay: Promise<Replay>): Promise<void> {
  await tab.evaluate('bench.recordFrames()');
  (await replay).sendChanges();
  await tab.reached('end');
}

function moments({ times, longTasks, timeOrigin }: ProbeReport, burstSent: number): Pick<Measurement, 'firstRow' | 'allShown' | 'burst' | 'longestTask' | 'longestTaskEver'> {
  const { roster = NaN, 'first-row': firstRow = NaN, burst: allShown = NaN } = times;
  const longest = (since: number) => Math.max(0, ...longTasks.filter(({ start }) => start >= since).map(({ duration }) => duration));
  return { firstRow, allShown, burst: timeOrigin + allShown - burstSent, longestTask: longest(roster), longestTaskEver: longest(0) };
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}
