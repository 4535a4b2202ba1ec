import { after, afterEach, before, beforeEach } from 'node:test';
import type { Browser } from 'puppeteer-core';
import { Office } from './office.js';
import { launch } from './tab.js';

/**
 * A browser for the suite, and an office for each of its tests: to be called once in a `describe`.
 *
 * @param kind its name in a test file tells `npm test` what the file needs
 * @param begin what each test begins with
 */
export function withOffice(kind: Parameters<typeof Office.open>[0], begin: (office: Office) => Promise<void>): void {
  let browser: Browser;
  let office: Office;
  before(async () => {
    browser = await launch();
  });
  after(() => browser.close());
  beforeEach(async () => {
    office = await Office.open(kind, browser);
    await begin(office);
  });
  afterEach(() => office.close());
}
