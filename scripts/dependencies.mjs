// Makes `npm start` and `npm test` work on a fresh clone.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';

/** Installs node_modules if it is missing or not what the lock file says. @returns whether it is there now */
export function installDependencies() {
  if (isInstalled()) return true;
  console.log('Installing dependencies …');
  return npm('ci', '--include=dev') || npm('install', '--include=dev');
}

/** @param {string[]} args */
function npm(...args) {
  const [program = '', ...rest] = npmCommand(...args);
  return spawnSync(program, rest, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/** @param {string[]} args */
export function npmCommand(...args) {
  // set by npm itself, and free of a shell on Windows; without it (`node scripts/start.mjs`) the npm of the path
  const script = process.env['npm_execpath'];
  return script?.endsWith('npm-cli.js') ? [process.execPath, script, ...args] : ['npm', ...args];
}

/** By content, not by date: git and npm touch both files for other reasons. */
function isInstalled() {
  const installed = packages('node_modules/.package-lock.json');
  if (!installed) return false;
  const locked = packages('package-lock.json') ?? {};
  return Object.entries(locked).every(
    // optional ones are for other platforms
    ([path, entry]) => path === '' || entry.optional || entry.link || installed[path]?.version === entry.version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, link?: boolean }> | undefined}
 */
function packages(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')).packages : undefined;
}

/** The Node that everything here needs; an older one fails with words that help nobody. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if ((major === 20 && minor >= 19) || (major === 22 && minor >= 13) || major >= 24) return;
  console.error(`Node ${process.versions.node} will not do: 20.19, 22.13, or 24 or later is needed.`);
  process.exit(1);
}
