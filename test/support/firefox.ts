import type { LaunchOptions } from 'puppeteer-core';
import { findFirefox } from '../../scripts/programs.mjs';
import { MissingProgramError } from './server-process.js';

/** A real Firefox, driven by WebDriver BiDi. */
export function firefoxOptions(): LaunchOptions {
  const executablePath = findFirefox();
  if (!executablePath) throw new MissingProgramError('No Firefox found (Debian: apt-get install firefox-esr; or set FIREFOX_PATH)');
  return {
    browser: 'firefox',
    executablePath,
    headless: true,
    extraPrefsFirefox: {
      // as on any desktop; a machine without a screen has a coarse pointer
      'ui.primaryPointerCapabilities': 6,
      'ui.allPointerCapabilities': 6,
    },
  };
}
