// What `npm test` runs, in this order. A stage is a name, the test files it takes (none: a check that counts as one), and commands.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { npmCommand } from './dependencies.mjs';

const node = process.execPath;
const minutes = 60_000;

/** @typedef {import('./system-packages.mjs').Program} Program */

/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {number} timeout ms
 * @property {((file: string) => boolean)=} takes
 * @property {(files: string[], resultFile: string) => string[][]} commands run one after the other until one fails
 * @property {Program[]=} needs
 * @property {boolean=} aside goes on beside the stages that follow, after what is aside already
 */

/** @param {string} file */
const isEndToEnd = (file) => file.startsWith('test/e2e/') || file.startsWith('test/bench/');
/** @param {string} file */
const isNodeTest = (file) => file.endsWith('.node.test.ts') || file.startsWith('test/demo-server/');
/** @param {string} file */
const isBrowserTest = (file) => !isNodeTest(file) && !isEndToEnd(file);
/** For servers more than for the page. @param {string} file */
const waits = (file) => ['interop', 'hostile', 'protocol'].some((folder) => file.startsWith(`test/${folder}/`));

/** What runs in Firefox and in WebKit too: moving contacts, of each element how it looks and what keys do, and tabs that share a stream. */
const everywhere = new Set([
  'test/elements/one-script.test.ts',
  'test/elements/roster-drag.test.ts',
  'test/elements/roster-keyboard.test.ts',
  'test/elements/xmpp-connection.test.ts',
  'test/elements/xmpp-contact-card.test.ts',
  'test/elements/xmpp-presence-badge.test.ts',
  'test/elements/xmpp-roster.test.ts',
  'test/elements/xmpp-sign-in.test.ts',
  'test/elements/xmpp-status-picker.test.ts',
  'test/elements/xmpp-subscription-requests.test.ts',
  'test/interop/moving.test.ts',
  'test/protocol/tab-stream.test.ts',
]);

/** @param {'chromium' | 'firefox' | 'webkit'} browser @param {string[]} options @returns {Stage['commands']} */
const browserTests = (browser, ...options) => (files) => [[node, '--import', 'tsx', 'test/support/wtr-run.ts', `--browser=${browser}`, ...options, ...files]];

/**
 * In Node 20 the time limit is also one of a whole file.
 * @type {Stage['commands']}
 */
const nodeTests = (files, resultFile) => [
  [
    node, '--import', 'tsx', '--test', '--test-timeout=240000', '--test-concurrency=2', '--test-reporter=spec', '--test-reporter-destination=stdout',
    '--test-reporter=./scripts/counting-reporter.mjs', `--test-reporter-destination=${resultFile}`, ...files,
  ],
];

/** @type {Stage[]} */
export const stages = [
  { name: 'lint', timeout: 5 * minutes, aside: true, commands: () => [npmCommand('run', 'lint')] },
  { name: 'types', timeout: 5 * minutes, commands: () => [npmCommand('run', 'types')] },
  { name: 'node', timeout: 5 * minutes, takes: (file) => isNodeTest(file) && !isEndToEnd(file), commands: nodeTests },
  {
    name: 'build',
    timeout: 5 * minutes,
    commands: () => [npmCommand('run', 'build'), npmCommand('run', 'size')],
  },
  {
    name: 'browser',
    timeout: 18 * minutes,
    needs: ['chromium'],
    takes: (file) => isBrowserTest(file) && !waits(file),
    commands: browserTests('chromium'),
  },
  {
    name: 'servers',
    timeout: 18 * minutes,
    needs: ['chromium'],
    takes: (file) => isBrowserTest(file) && waits(file),
    commands: browserTests('chromium', '--concurrency=3'),
  },
  { name: 'webkit', timeout: 12 * minutes, needs: ['webkit'], takes: (file) => everywhere.has(file), commands: browserTests('webkit') },
  { name: 'firefox', timeout: 12 * minutes, aside: true, needs: ['firefox'], takes: (file) => everywhere.has(file), commands: browserTests('firefox') },
  { name: 'e2e', timeout: 18 * minutes, needs: ['chromium'], takes: isEndToEnd, commands: nodeTests },
];

/** All test files, with forward slashes, sorted. */
export function testFiles() {
  const names = readdirSync('test', { recursive: true, encoding: 'utf8' }).map((name) => join('test', name).replaceAll('\\', '/'));
  return names.filter((name) => name.endsWith('.test.ts')).sort();
}

/**
 * The servers that a test file speaks of: `startProsody(…)`, `{ kind: 'prosody' }`.
 * @param {string} file
 * @returns {('prosody' | 'ejabberd')[]}
 */
export function neededServers(file) {
  const text = readFileSync(file, 'utf8');
  /** @type {('prosody' | 'ejabberd')[]} */
  const names = ['prosody', 'ejabberd'];
  return names.filter((name) => new RegExp(`start${name}|['"\`]${name}['"\`]`, 'i').test(text));
}
