// The browsers, Prosody and ejabberd: found, or installed where that can be done without asking.
import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { findChrome, findEjabberd, findFirefox, findProsody, findWebKit } from './programs.mjs';

/** @typedef {'chromium' | 'firefox' | 'webkit' | 'prosody' | 'ejabberd'} Program */

/** @type {Record<Program, () => unknown>} */
const finders = { chromium: findChrome, firefox: findFirefox, webkit: findWebKit, prosody: findProsody, ejabberd: findEjabberd };

/** @type {Record<Program, string[]>} */
const debian = { chromium: ['chromium'], firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb'], prosody: ['prosody'], ejabberd: ['ejabberd'] };
/** @type {Partial<Record<Program, string>>} */
const homebrew = { chromium: '--cask chromium', firefox: '--cask firefox', prosody: 'prosody', ejabberd: 'ejabberd' };

const elsewhere = {
  chromium: 'Chrome or Chromium (or set CHROME_PATH)',
  firefox: 'Firefox (or set FIREFOX_PATH)',
  webkit: 'WebKitGTK with its driver, and Xvfb (on Linux only)',
  prosody: 'Prosody, https://prosody.im/download',
  ejabberd: 'ejabberd with Erlang in the path, https://www.ejabberd.im (EJABBERD_LIBS: the folder that holds ejabberd-<version>/ebin)',
};

/** @param {Program[]} wanted @returns {Program[]} what is still missing after trying */
export function installMissing(wanted) {
  const missing = findMissing(wanted);
  if (missing.length === 0) return [];
  aptInstall(missing.flatMap((name) => debian[name]));
  const left = findMissing(missing);
  if (left.length > 0) explain(left);
  return left;
}

/** @param {Program[]} wanted */
function findMissing(wanted) {
  return wanted.filter((name) => !finders[name]());
}

/** @param {Program[]} missing */
function explain(missing) {
  console.log('\nMissing on this machine; the tests that need them are left out:');
  for (const name of missing) console.log(`  ${elsewhere[name]}`);
  console.log(`  Debian and Ubuntu: sudo apt-get install --no-install-recommends ${missing.flatMap((name) => debian[name]).join(' ')}`);
  if (process.platform === 'darwin') for (const name of missing) if (homebrew[name]) console.log(`  macOS: brew install ${homebrew[name]}`);
}

/** @param {string[]} names */
function aptInstall(names) {
  if (!existsSync('/usr/bin/apt-get')) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return;
  console.log(`Installing ${names.join(', ')} …`);
  /** @param {string[]} command */
  const asRoot = (...command) => {
    const [program = '', ...args] = isRoot ? command : ['sudo', '-n', ...command];
    return spawnSync(program, args, { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
  };
  withoutServices(isRoot, () => {
    asRoot('apt-get', 'update');
    asRoot('env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '--no-install-recommends', ...names);
  });
}

/**
 * The packages would start their servers on the standard ports; the tests start their own. (A person with sudo gets the package's default.)
 * @param {boolean} isRoot
 * @param {() => void} install
 */
function withoutServices(isRoot, install) {
  const policy = '/usr/sbin/policy-rc.d';
  const isOurs = isRoot && !existsSync(policy);
  if (isOurs) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    install();
  } finally {
    if (isOurs) rmSync(policy);
  }
}
