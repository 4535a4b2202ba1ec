import puppeteer, { type Browser, type LaunchOptions } from 'puppeteer-core';
import { findChrome } from '../../scripts/programs.mjs';
import { MissingProgramError } from './server-process.js';

/** For every runner that drives a browser: a real Chromium that talks to this machine only. */
export function chromeOptions(): LaunchOptions {
  const executablePath = findChrome();
  if (!executablePath) throw new MissingProgramError('No Chrome or Chromium found (Debian: apt-get install chromium; or set CHROME_PATH)');
  // Chromium's sandbox needs user namespaces, which root and most containers do not have
  const sandboxless = process.getuid?.() === 0 || process.env['CI'] === 'true';
  return {
    executablePath,
    headless: true,
    args: [
      ...(sandboxless ? ['--no-sandbox'] : []),
      '--disable-dev-shm-usage',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-domain-reliability',
      '--disable-sync',
      '--no-first-run',
      '--no-pings',
      '--force-color-profile=srgb',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
    ],
  };
}

/** For end-to-end tests and benches. The caller closes it. */
export function launchChrome(options: LaunchOptions = {}): Promise<Browser> {
  const { args = [], ...defaults } = chromeOptions();
  return puppeteer.launch({ ...defaults, ...options, args: [...args, ...(options.args ?? [])] });
}
