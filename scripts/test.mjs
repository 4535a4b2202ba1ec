// `npm test`, `npm test -- roster` (file names, or a stage's name). Prepares what is missing, runs every stage, adds up.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { checkNode, installDependencies } from './dependencies.mjs';
import { installMissing } from './system-packages.mjs';
import { neededServers, stages, testFiles } from './test-stages.mjs';

/** @typedef {import('./test-stages.mjs').Stage} Stage */
/** @typedef {import('./system-packages.mjs').Program} Program */

/** Its own for each run and stage: some go on at the same time. @param {Stage} stage */
const resultFileOf = ({ name }) => `.cache/test-result-${process.pid}-${name}.jsonl`;
const isCi = process.env['CI'] === 'true';
const filters = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const failures = [];

checkNode();
process.chdir(resolve(import.meta.dirname, '..'));
mkdirSync('.cache', { recursive: true });
if (installDependencies()) await runAll();
else fail('npm could not install the dependencies');
finish();

async function runAll() {
  const plans = stages.map(planned).filter((plan) => plan !== undefined);
  const missing = installMissing([...new Set(plans.flatMap(({ stage, files }) => [...(stage.needs ?? []), ...files.flatMap(neededServers)]))]);
  let aside = Promise.resolve();
  for (const plan of plans) {
    if (plan.stage.aside) aside = aside.then(() => runStage(plan, missing)).catch((error) => fail(`${plan.stage.name}: ${error}`));
    else await runStage(plan, missing);
  }
  await aside;
}

/** @param {{ stage: Stage, files: string[] }} plan @param {Program[]} missing */
async function runStage({ stage, files }, missing) {
  if (!stage.aside) heading(stage.name);
  const [possible, impossible] = split(files, (file) => lacks(stage, file, missing).length === 0);
  for (const file of impossible) leaveOut(stage, file, lacks(stage, file, missing));
  const start = Date.now();
  if (possible.length > 0 || !stage.takes) await run(stage, possible);
  console.log(`(${stage.name} took ${Math.round((Date.now() - start) / 1000)} s)`);
}

/**
 * What of a stage is to be run, or undefined for nothing.
 * @param {Stage} stage
 * @returns {{ stage: Stage, files: string[] } | undefined}
 */
function planned(stage) {
  const { takes, name } = stage;
  const chosen = filters.length === 0 || filters.includes(name);
  if (!takes) return chosen || (name === 'build' && needsBuild()) ? { stage, files: [] } : undefined;
  const files = testFiles().filter((file) => takes(file) && (chosen || filters.some((filter) => file.includes(filter))));
  return files.length > 0 ? { stage, files } : undefined;
}

/** The pages that load the finished script need one. */
function needsBuild() {
  return stages.some((stage) => stage.name !== 'node' && stage.takes && planned(stage));
}

/** @param {Stage} stage @param {string} file @param {string[]} missing */
function lacks(stage, file, missing) {
  return [...(stage.needs ?? []), ...neededServers(file)].filter((name) => missing.includes(name));
}

/** @param {Stage} stage @param {string[]} files */
async function run(stage, files) {
  rmSync(resultFileOf(stage), { force: true });
  for (const command of stage.commands(files, resultFileOf(stage))) {
    const problem = await execute(command, stage);
    if (stage.takes) return addResult(stage, files, problem);
    if (problem) return fail(`${stage.name}: ${problem}`);
  }
  total.passed += 1;
}

/** @param {Stage} stage @param {string[]} files @param {string | undefined} problem */
function addResult(stage, files, problem) {
  const resultFile = resultFileOf(stage);
  const lines = existsSync(resultFile) ? readFileSync(resultFile, 'utf8').split('\n').filter(Boolean) : [];
  /** @type {{ outcome: 'passed' | 'failed' | 'skipped', file: string }[]} */
  const results = lines.map((line) => JSON.parse(line));
  rmSync(resultFile, { force: true });
  for (const { outcome } of results) total[outcome] += 1;
  const failed = results.filter(({ outcome }) => outcome === 'failed');
  for (const file of new Set(failed.map((result) => result.file))) {
    failures.push(`${stage.name}: ${relative('', file)}: ${failed.filter((result) => result.file === file).length} failed`);
  }
  for (const file of files) if (!results.some((result) => result.file === resolve(file))) fail(`${file}: no test ran`);
  if (problem && failed.length === 0) fail(`${stage.name}: ${problem}`);
}

/**
 * What is said aside is shown in one piece, at its end.
 * @param {string[]} command @param {Stage} stage @returns {Promise<string | undefined>} what went wrong
 */
function execute([program = '', ...args], stage) {
  const { timeout, aside } = stage;
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: ['ignore', aside ? 'pipe' : 'inherit', aside ? 'pipe' : 'inherit'], env: { ...process.env, RESULT_FILE: resultFileOf(stage) } });
    const said = keepWords(child, stage);
    let isLate = false;
    const end = setTimeout(() => {
      isLate = true;
      child.kill('SIGTERM');
    }, timeout);
    const kill = setTimeout(() => child.kill('SIGKILL'), timeout + 20_000);
    child.once('error', (error) => done(error.message));
    // Whoever it has left behind may keep the pipes.
    child.once('exit', () => setTimeout(() => [child.stdout, child.stderr].forEach((stream) => stream?.destroy()), 2_000).unref());
    child.once(aside ? 'close' : 'exit', (code, signal) => {
      clearTimeout(end);
      clearTimeout(kill);
      said();
      done(isLate ? `took longer than ${timeout / 60_000} minutes` : code === 0 ? undefined : `exit code ${code ?? signal}`);
    });
  });
}

/** @param {import('node:child_process').ChildProcess} child @param {Stage} stage @returns {() => void} shows what it has said */
function keepWords({ stdout, stderr }, { name, aside }) {
  /** @type {Buffer[]} */
  const words = [];
  for (const stream of [stdout, stderr]) stream?.on('data', (data) => words.push(data));
  return () => {
    if (!aside) return;
    heading(name);
    process.stdout.write(Buffer.concat(words));
  };
}

/** @param {Stage} stage @param {string} file @param {string[]} names */
function leaveOut({ name }, file, names) {
  const reason = `${name}: ${file}: needs ${names.join(' and ')}`;
  if (isCi) return fail(reason);
  total.skipped += 1;
  console.log(`- skipped: ${reason}`);
}

/** @param {string} reason */
function fail(reason) {
  total.failed += 1;
  failures.push(reason);
  console.log(`✗ ${reason}`);
}

/** @param {string} name */
function heading(name) {
  console.log(`\n── ${name} ${'─'.repeat(70 - name.length)}`);
}

/** @template T @param {T[]} items @param {(item: T) => boolean} test @returns {[T[], T[]]} */
function split(items, test) {
  return [items.filter(test), items.filter((item) => !test(item))];
}

function finish() {
  heading('result');
  for (const reason of failures) console.log(`✗ ${reason}`);
  console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;
}
