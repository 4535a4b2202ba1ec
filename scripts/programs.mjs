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
  const multiarch = existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.includes('-linux-')) : [];
  return [...multiarch.map((name) => join('/usr/lib', name)), '/usr/lib/erlang/lib', '/usr/lib'];
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
