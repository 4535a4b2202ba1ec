// Finds the programs that the tests drive. Plain JavaScript, because `npm test` asks before anything is installed.
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

// Debian keeps some servers in sbin, which is not in everybody's path
const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin', '/opt/homebrew/bin', '/opt/homebrew/sbin'];

/**
 * Absolute path of the first of these names (or paths) that can be run.
 * @param {readonly string[]} names
 * @returns {string | undefined}
 */
function findProgram(...names) {
  const paths = names.flatMap((name) => (/[/\\]/.test(name) ? [name] : folders.map((folder) => join(folder, name))));
  return paths.find(isExecutable);
}

/** A Chrome or Chromium: CHROME_PATH, else the usual names and places. */
export function findChrome() {
  const given = process.env['CHROME_PATH'];
  if (given) return findProgram(given);
  return findProgram(
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  );
}

/** A Firefox: FIREFOX_PATH, else the usual names and places. */
export function findFirefox() {
  const given = process.env['FIREFOX_PATH'];
  if (given) return findProgram(given);
  return findProgram('firefox-esr', 'firefox', '/Applications/Firefox.app/Contents/MacOS/firefox', 'C:\\Program Files\\Mozilla Firefox\\firefox.exe');
}

/**
 * WebKitGTK's driver, the small browser that comes with its library, and an X server without a screen.
 * @returns {{ driver: string, browser: string, xvfb: string } | undefined}
 */
export function findWebKit() {
  const driver = findProgram('WebKitWebDriver');
  const xvfb = findProgram('Xvfb');
  const libraries = multiarchFolders().flatMap((path) => ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) => join(path, name, 'MiniBrowser')));
  const browser = findProgram(...libraries);
  return driver && browser && xvfb ? { driver, browser, xvfb } : undefined;
}

export function findProsody() {
  return findProgram('prosody');
}

/**
 * ejabberd is started by `erl` itself; `libraries` is the folder for ERL_LIBS, EJABBERD_LIBS names it on unusual systems.
 * @returns {{ erl: string, libraries: string } | undefined}
 */
export function findEjabberd() {
  const erl = findProgram('erl');
  const libraries = ejabberdFolders().find((path) => existsSync(path) && readdirSync(path).some((name) => name.startsWith('ejabberd-')));
  return erl && libraries ? { erl, libraries } : undefined;
}

function ejabberdFolders() {
  const given = process.env['EJABBERD_LIBS'];
  if (given) return [given];
  return [...multiarchFolders(), '/usr/lib/erlang/lib', '/usr/lib'];
}

function multiarchFolders() {
  const names = existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.includes('-linux-')) : [];
  return names.map((name) => join('/usr/lib', name));
}

/** @param {string} path */
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
