// Runs the browser tests named on the command line, in Chromium or as `--browser=firefox` or `--browser=webkit` says, and writes a JSON line per test,
// `{ outcome, file }`, to the file named by RESULT_FILE. `--faults=100`, `--gestures=200` and `--seed=7`: so many rounds of faults and random gestures, from that seed.
import { randomInt } from 'node:crypto';
import { appendFileSync } from 'node:fs';
import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { type Reporter, type TestSession, type TestSuiteResult, defaultReporter, startTestRunner } from '@web/test-runner';
import { a11ySnapshotPlugin } from '@web/test-runner-commands/plugins';
import { freePort } from './server-process.js';
import { ServerPool } from './server-pool.js';
import { launcher } from './wtr-browsers.js';
import { commandsPlugin } from './wtr-commands.js';
import { serveScriptTag } from './wtr-script-tag.js';
import { touchPlugin } from './wtr-touch.js';
import { emulationPlugin } from './wtr-emulation.js';
import { builtTests } from './wtr-built-tests.js';

const { positionals: files, values } = parseArgs({ allowPositionals: true, options: { browser: { type: 'string', default: 'chromium' }, concurrency: { type: 'string', default: '2' }, faults: { type: 'string', default: '4' }, gestures: { type: 'string', default: '60' }, seed: { type: 'string' } } });
const counts = { passed: 0, failed: 0, skipped: 0 };
const resultFile = process.env['RESULT_FILE'];
const problems = new Map<string, string[]>();
const expected = new Map<string, RegExp[]>();
const push = <Item>(lists: Map<string, Item[]>, key: string, item: Item) => lists.set(key, [...(lists.get(key) ?? []), item]);

if (!process.stdout.isTTY) withoutCursorMoves();
const servers = new ServerPool();
const built = await builtTests(files);
const runner = await startTestRunner({
  readCliArgs: false,
  readFileConfig: false,
  autoExitProcess: false,
  config: {
    files,
    port: await freePort(),
    concurrency: Number(values.concurrency),
    browserStartTimeout: 120_000,
    testFramework: { config: { timeout: 20_000 } },
    testsFinishTimeout: Math.max(240_000, Number(values.faults) * 30_000, Number(values.gestures) * 2_000),
    staticLogging: true,
    browsers: [launcher(values.browser, (sessionId, problem) => push(problems, sessionId, problem))],
    middleware: [noFavicon, serveScriptTag, built.serve],
    plugins: [a11ySnapshotPlugin(), touchPlugin(), emulationPlugin(), commandsPlugin({ servers, chance: { faults: Number(values.faults), gestures: Number(values.gestures), seed: Number(values.seed ?? randomInt(2 ** 31)) }, expectConsole: (sessionId, pattern) => push(expected, sessionId, pattern) })],
    reporters: [defaultReporter({ reportTestProgress: false }), countingReporter()],
  },
});
if (!runner) process.exit(1);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void runner.stop());
runner.on('stopped', () => void finish());

/** The runner's command line moves the cursor even where there is none, and fills logs with control codes. */
function withoutCursorMoves(): void {
  const write = process.stdout.write.bind(process.stdout);
  process.stdout.write = (text: Uint8Array | string) => write(typeof text === 'string' ? text.replace(/\x1b\[\d*[GAK]/g, '') : text);
}

/** Chromium asks for one with every page, and would complain on the console. */
function noFavicon(context: Parameters<typeof built.serve>[0], next: () => Promise<unknown>): unknown {
  if (context.path !== '/favicon.ico') return next();
  context.status = 204;
  return undefined;
}

async function finish(): Promise<void> {
  await servers.stop();
  built.remove();
  console.log(`\n${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${values.browser}`);
  process.exit(counts.failed > 0 ? 1 : 0);
}

function countingReporter(): Reporter {
  return {
    reportTestFileResults({ sessionsForTestFile, testFile }) {
      for (const session of sessionsForTestFile) countSession(session, relative('', testFile));
    },
  };
}

function countSession(session: TestSession, file: string): void {
  const results = session.testResults ? tests(session.testResults) : [];
  const outcomes = results.map((test) => (test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'));
  // a file that did not load, or holds no test, must not pass in silence
  const didRun = results.length > 0 && (session.passed || outcomes.includes('failed'));
  if (!didRun) outcomes.push('failed');
  const loud = unexpectedProblems(session.id);
  if (loud.length > 0) outcomes.push('failed');
  for (const outcome of outcomes) count(outcome, session.testFile);
  const seconds = results.reduce((sum, { duration = 0 }) => sum + duration, 0) / 1_000;
  console.log(`${outcomes.includes('failed') ? '✗' : '✓'} ${file}: ${results.length} tests in ${seconds.toFixed(1)} s${didRun ? '' : ', did not run'}`);
  if (loud.length > 0) console.log(`  ✗ the console is silent and nothing asks another machine\n${loud.map((line) => `      ${line}`).join('\n')}`);
}

function count(outcome: keyof typeof counts, file: string): void {
  counts[outcome] += 1;
  if (resultFile) appendFileSync(resultFile, `${JSON.stringify({ outcome, file })}\n`);
}

function tests({ suites, tests: own }: TestSuiteResult): TestSuiteResult['tests'] {
  return [...own, ...suites.flatMap(tests)];
}

function unexpectedProblems(sessionId: string): string[] {
  const patterns = expected.get(sessionId) ?? [];
  return (problems.get(sessionId) ?? []).filter((problem) => !patterns.some((pattern) => pattern.test(problem)));
}
