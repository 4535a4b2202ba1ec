import { writeFileSync } from 'node:fs';
import type { Browser, CDPSession, Target } from 'puppeteer-core';
import type { Moment, ProbeReport } from './pages/probe.js';
import type { Expectation, Milestone } from './scenario.js';
import type { TraceEvent } from './trace.js';

const TIMEOUT_MS = 60_000;
/** The browser is quiet when all its processes together worked less than this share of the time, looked at so often. */
const QUIET = { share: 0.05, every: 250, ms: 10_000 };
const VIEWPORT = { width: 1280, height: 900, deviceScaleFactor: 1, mobile: false };

/** In ms since some moment. */
interface Cpu {
  readonly cpu: number;
  readonly script: number;
}

/**
 * A tab that is driven by bare CDP: puppeteer's `Page` has the network domain report every WebSocket frame, which costs
 * the page as much as reading it.
 */
export class Tab {
  /** What it showed wrongly. */
  readonly problems: string[] = [];
  /** Rejects with what it wrote on its console or left uncaught. */
  readonly #failed: Promise<never>;

  private constructor(
    private readonly cdp: CDPSession,
    private readonly driver: CDPSession,
  ) {
    this.#failed = new Promise((_, reject) => {
      cdp.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => reject(new Error(exception?.description ?? text)));
      cdp.on('Runtime.consoleAPICalled', ({ type, args }) => {
        if (type === 'error' || type === 'warning') reject(new Error(args.map(({ value }) => String(value)).join(' ')));
      });
    });
    // Nobody may be waiting when it happens.
    this.#failed.catch(() => undefined);
  }

  static async open(browser: Browser, browserContextId: string, expectation: Expectation): Promise<Tab> {
    const driver = await browser.target().createCDPSession();
    const url = 'about:blank#bench';
    const { targetId } = await driver.send('Target.createTarget', { url, ...(browserContextId && { browserContextId }) });
    const target = await browser.waitForTarget((candidate) => idOf(candidate) === targetId);
    const tab = new Tab(await target.createCDPSession(), driver);
    await tab.#prepare(expectation);
    return tab;
  }

  async navigate(url: string): Promise<void> {
    const loaded = new Promise((resolve) => this.cdp.once('Page.domContentEventFired', resolve));
    await this.cdp.send('Page.navigate', { url });
    await loaded;
  }

  /**
   * Waits until the browser has nothing left to do. After a navigation it starts a process in reserve for the next one,
   * which takes most of a second of CPU time: as much as a page.
   */
  async quiet(): Promise<void> {
    const deadline = Date.now() + QUIET.ms;
    for (let before = await this.#busyTime(); Date.now() < deadline; ) {
      await new Promise((resolve) => setTimeout(resolve, QUIET.every));
      const now = await this.#busyTime();
      if (now - before < QUIET.share * QUIET.every) return;
      before = now;
    }
  }

  async evaluate(expression: string): Promise<unknown> {
    const { result, exceptionDetails } = await this.cdp.send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  }

  /** @throws Error when the page fails before, or takes too long */
  async reached(moment: Moment): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise((_, reject) => {
      timer = setTimeout(() => reject(new Error(`“${moment}” was not reached in ${TIMEOUT_MS / 1000} s`)), TIMEOUT_MS);
    });
    await Promise.race([late, this.#failed, this.evaluate(`bench.reached('${moment}')`)]);
    clearTimeout(timer);
  }

  /** Notes what the page got wrong. */
  async check(milestone: Milestone): Promise<void> {
    const problems = (await this.evaluate(`bench.check(${JSON.stringify(milestone)})`)) as readonly string[];
    this.problems.push(...problems);
  }

  async report(): Promise<ProbeReport> {
    return (await this.evaluate('bench.report()')) as ProbeReport;
  }

  async metrics(): Promise<Cpu> {
    const { metrics } = await this.cdp.send('Performance.getMetrics');
    const ms = (wanted: string) => (metrics.find(({ name }) => name === wanted)?.value ?? NaN) * 1000;
    return { cpu: ms('TaskDuration'), script: ms('ScriptDuration') };
  }

  /** What the browser's threads did meanwhile: their tasks, and the moments that the probe marked. */
  async traced(act: () => Promise<void>): Promise<TraceEvent[]> {
    const events: TraceEvent[] = [];
    const complete = new Promise((resolve) => this.cdp.once('Tracing.tracingComplete', resolve));
    this.cdp.on('Tracing.dataCollected', ({ value }) => events.push(...(value as TraceEvent[])));
    await this.cdp.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: ['toplevel', 'blink.user_timing'], excludedCategories: ['*'] },
    });
    await act();
    await this.cdp.send('Tracing.end');
    await complete;
    return events;
  }

  async size(): Promise<{ elements: number; heap: number }> {
    await this.cdp.send('HeapProfiler.collectGarbage');
    const { usedSize } = await this.cdp.send('Runtime.getHeapUsage');
    return { elements: Number(await this.evaluate('bench.countElements()')), heap: usedSize / 1024 / 1024 };
  }

  /** Writes a CPU profile of what is done, if there is a file to write it to. */
  async profiled(file: string | undefined, act: () => Promise<void>): Promise<void> {
    if (!file) return act();
    await this.cdp.send('Profiler.enable');
    await this.cdp.send('Profiler.setSamplingInterval', { interval: 100 });
    await this.cdp.send('Profiler.start');
    await act();
    const { profile } = await this.cdp.send('Profiler.stop');
    writeFileSync(file, JSON.stringify(profile));
  }

  /** Of all the browser's processes, in ms. */
  async #busyTime(): Promise<number> {
    const { processInfo } = await this.driver.send('SystemInfo.getProcessInfo');
    return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime * 1000, 0);
  }

  async #prepare(expectation: Expectation): Promise<void> {
    await this.cdp.send('Page.enable');
    await this.cdp.send('Runtime.enable');
    await this.cdp.send('Emulation.setDeviceMetricsOverride', VIEWPORT);
    await this.cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: `globalThis.benchExpectation = ${JSON.stringify(expectation)};` });
    // CPU time, not the wall's: what others do on the machine does not count.
    await this.cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  }
}

/** Puppeteer knows it, and says it only here. */
function idOf(target: Target): string {
  return (target as unknown as { _targetId: string })._targetId;
}
