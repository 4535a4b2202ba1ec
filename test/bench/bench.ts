import { launchChrome } from '../support/chrome.js';
import { buildPages, type PageName } from './build-pages.js';
import { measurePage, warmUpPage, type Measurement } from './measure.js';
import { startReplayServer } from './replay-server.js';
import type { Results } from './report.js';
import { writeScenario, type Sizes } from './scenario.js';

export interface BenchOptions {
  readonly pages: readonly PageName[];
  readonly rounds: number;
  readonly sizes?: Sizes;
  /** Folder for CPU profiles; scripts stay readable then. */
  readonly profile?: string | undefined;
  /** Told of what is under way. */
  readonly progress?: (what: string) => void;
}

/** A page that is left must be gone, or the next begins in another process with other counters. */
const measuredChrome = { args: ['--disable-features=BackForwardCache'], protocolTimeout: 120_000 };

/** Builds the pages, and takes them through the scenario in turn, A B C A B C, one browser for all rounds. */
export async function runBench({ pages, rounds, sizes, profile, progress = () => undefined }: BenchOptions): Promise<Results> {
  const scenario = writeScenario(sizes);
  progress('building the pages');
  const files = await buildPages(pages, { minify: profile === undefined });
  const server = await startReplayServer(files, scenario);
  const browser = await launchChrome(measuredChrome);
  try {
    const results: Partial<Record<PageName, Measurement[]>> = {};
    for (const page of pages) {
      progress(`warming up: ${page}`);
      await warmUpPage(browser, server, { page, expectation: scenario.expectation });
    }
    for (let round = 1; round <= rounds; round++) {
      for (const page of pages) {
        progress(`round ${round} of ${rounds}: ${page}`);
        (results[page] ??= []).push(await measurePage(browser, server, { page, expectation: scenario.expectation, profile }));
      }
    }
    return results;
  } finally {
    await browser.close();
    await server.close();
  }
}
