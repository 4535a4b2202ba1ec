// `npm run bench:dragging`: how long the frames are while contacts are dragged over a list of 5,000 in 60 groups, in a
// real Chromium, with the real mouse: one contact, one while 100 changes a second come in, and all that are in the list.
// A bar that is missed ends it with exit code 1.
import type { CDPSession, Page } from 'puppeteer-core';
import { launchChrome } from '../support/chrome.js';
import { buildPages } from './build-pages.js';
import { startReplayServer } from './replay-server.js';
import { summarize } from './report.js';
import { writeScenario } from './scenario.js';

/** The 95th percentile of a frame may take so long, in ms. */
const LIMIT = 33;
const SWEEPS = 12;
/** The list as the page has it. */
const LIST = { width: 360, height: 800 };

const scenario = writeScenario();
const server = await startReplayServer(await buildPages(['ours']), scenario);
const browser = await launchChrome();

/** The list with everything shown. */
async function openList(): Promise<{ page: Page; sendChanges: () => void }> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.evaluateOnNewDocument(`globalThis.benchExpectation = ${JSON.stringify(scenario.expectation)};`);
  const stream = server.nextStream();
  await page.goto(`${server.origin}/ours.html`);
  await page.evaluate("bench.reached('burst')");
  const replay = await stream;
  return { page, sendChanges: () => replay.sendChanges() };
}

/** The main thread's CPU time so far, in ms: the same on a busy machine. */
async function cpuTime(cdp: CDPSession): Promise<number> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000;
}

/** Carries what is under the pointer up and down the list, over its edges too, and gives the times between frames. */
async function drag(page: Page): Promise<number[]> {
  const x = LIST.width / 2;
  await page.mouse.move(x, 100);
  await page.mouse.down();
  await page.mouse.move(x + 10, 110, { steps: 3 });
  await page.evaluate(`(() => {
    globalThis.frames_ = [];
    let before;
    const note = (time) => {
      if (before !== undefined) frames_.push(time - before);
      before = time;
      globalThis.frameRequest = requestAnimationFrame(note);
    };
    globalThis.frameRequest = requestAnimationFrame(note);
  })()`);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const to = sweep % 2 === 0 ? LIST.height + 20 : 60;
    await page.mouse.move(x + (sweep % 3) * 20, to, { steps: 60 });
  }
  const frames = (await page.evaluate('cancelAnimationFrame(frameRequest), frames_')) as number[];
  await page.keyboard.press('Escape');
  await page.mouse.up();
  return frames;
}

async function selectAll(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  await page.mouse.click(LIST.width / 2, 100);
  for (let press = 0; press < 2; press++) await page.keyboard.press('a');
  await page.keyboard.up('Control');
}

const runs: Readonly<Record<string, (list: Awaited<ReturnType<typeof openList>>) => Promise<void>>> = {
  'one contact': () => Promise.resolve(),
  'one contact, 100 changes/s': ({ sendChanges }) => Promise.resolve(sendChanges()),
  'all 5,000': ({ page }) => selectAll(page),
};

try {
  for (const [name, prepare] of Object.entries(runs)) {
    const list = await openList();
    await prepare(list);
    const cdp = await list.page.createCDPSession();
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    const before = await cpuTime(cdp);
    const frames = (await drag(list.page)).sort((a, b) => a - b);
    const cpu = ((await cpuTime(cdp)) - before) / frames.length;
    const p95 = frames[Math.floor(frames.length * 0.95)] ?? NaN;
    const { median, max } = summarize(frames);
    console.log(`${p95 <= LIMIT ? 'ok    ' : 'NOT OK'} dragging ${name}: frame p50 ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms of ${LIMIT}, longest ${max.toFixed(1)} ms, of ${frames.length}; ${cpu.toFixed(1)} CPU ms each`);
    if (!(p95 <= LIMIT)) process.exitCode = 1;
    await list.page.close();
  }
} finally {
  await browser.close();
  await server.close();
}
