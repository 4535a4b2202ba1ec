import { findWebKit } from '../../scripts/programs.mjs';
import { answers, freePort, MissingProgramError, startProcess } from './server-process.js';
import { WebDriverSession } from './webdriver.js';

export interface WebKitDriver {
  /** A browser of its own, with nothing stored. WebKit's driver has one at a time. */
  open(): Promise<WebDriverSession>;
  stop(): Promise<void>;
}

/** WebKitGTK on a screen of its own, since it has no mode without one. */
export async function startWebKit(): Promise<WebKitDriver> {
  const found = findWebKit();
  if (!found) throw new MissingProgramError('No WebKit found (Debian: apt-get install webkit2gtk-driver xvfb)');
  const { screen, display } = await startScreen(found.xvfb);
  const port = await freePort();
  // its sandbox needs user namespaces, which root and most containers do not have
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', NO_AT_BRIDGE: '1' };
  const driver = startProcess({ command: found.driver, args: [`--port=${port}`], env }, () => undefined);
  const base = `http://127.0.0.1:${port}`;
  await driver.whenReady(() => answers(`${base}/status`));
  const capabilities = {
    browserName: 'MiniBrowser',
    pageLoadStrategy: 'none',
    'webkitgtk:browserOptions': { binary: found.browser, args: ['--automation'] },
  };
  return {
    open: () => WebDriverSession.open(base, capabilities),
    async stop() {
      await driver.end();
      await screen.end();
    },
  };
}

/** Larger than any page of the tests. The X server chooses the first free number and writes it to its output. */
async function startScreen(xvfb: string) {
  let number = '';
  const screen = startProcess({ command: xvfb, args: ['-displayfd', '1', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'] }, (output) => {
    number += output;
  });
  await screen.whenReady(() => Promise.resolve(/^\d+\s/m.test(number)));
  return { screen, display: `:${/^(\d+)\s/m.exec(number)?.[1]}` };
}
