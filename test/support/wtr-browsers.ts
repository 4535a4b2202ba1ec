import type { BrowserLauncher } from '@web/test-runner';
import { chromeOptions } from './chrome.js';
import { firefoxOptions } from './firefox.js';
import { FreshContextLauncher, type Report } from './wtr-puppeteer.js';
import { WebKitLauncher } from './wtr-webkit.js';

const launchers: Readonly<Record<string, (report: Report) => BrowserLauncher>> = {
  chromium: (report) => new FreshContextLauncher('Chromium', chromeOptions(), report),
  // one page at a time: only the one in front has the focus
  firefox: (report) => new FreshContextLauncher('Firefox', firefoxOptions(), report, 1),
  webkit: (report) => new WebKitLauncher(report),
};

/** @throws {Error} for a browser the tests do not know */
export function launcher(name: string, report: Report): BrowserLauncher {
  const make = launchers[name];
  if (!make) throw new Error(`No browser ${name}; there are ${Object.keys(launchers).join(', ')}`);
  return make(report);
}
