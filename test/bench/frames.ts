// `npm run bench:frames`: how long the frames are while contacts are dragged, the list is scrolled and searched, with
// 5,000 contacts in 60 groups, in a real Chromium, with the real mouse, wheel and keys. A bar that is missed ends it
// with exit code 1.
import type { CDPSession, Page } from 'puppeteer-core';
import { launchChrome } from '../support/chrome.js';
import { buildPages } from './build-pages.js';
import { startReplayServer } from './replay-server.js';
import { summarize } from './report.js';
import { writeScenario } from './scenario.js';

/** The 95th percentile of a frame may take so long, and that of an answer after its key; in ms. */
const LIMITS = { frame: 33, answer: 50 };
const SWEEPS = 12;
/** The list as the page has it. */
const LIST = { width: 360, height: 800 };
const SEARCHES = ['zoe', 'bauer', 'engineering be', 'so er', 'meeting', 'o’neill', 'xyzzy'];

const scenario = writeScenario();
const server = await startReplayServer(await buildPages(['ours']), scenario);
const browser = await launchChrome();

interface List {
  readonly page: Page;
  readonly sendChanges: () => void;
}

interface Run {
  readonly prepare?: (list: List) => Promise<void>;
  readonly act: (page: Page) => Promise<void>;
}

/** The list with everything shown. */
async function openList(): Promise<List> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  // What the compiler wraps functions in is not there in the page.
  await page.evaluateOnNewDocument('globalThis.__name = (wrapped) => wrapped;');
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

/** In the page: the times between frames, and from each key in the search box to the frame that shows another number of rows. */
function watch(): void {
  const frames: number[] = [];
  const answers: number[] = [];
  const list = document.querySelector('xmpp-roster')?.shadowRoot?.querySelector('[part~=list]');
  let before: number | undefined;
  let key: number | undefined;
  const note = (time: number): void => {
    if (before !== undefined) frames.push(time - before);
    before = time;
    requestAnimationFrame(note);
  };
  requestAnimationFrame(note);
  addEventListener('input', ({ timeStamp }) => (key = timeStamp), { capture: true });
  const answered = (): void => {
    const asked = key;
    key = undefined;
    // What is painted with the next frame is there when a message posted in it arrives.
    if (asked !== undefined) requestAnimationFrame(() => setTimeout(() => answers.push(performance.now() - asked)));
  };
  if (list) new MutationObserver(answered).observe(list, { attributes: true, attributeFilter: ['aria-rowcount', 'role'] });
  Object.assign(globalThis, { watched: { frames, answers } });
}

/** Carries what is under the pointer up and down the list, over its edges too. */
async function drag(page: Page): Promise<void> {
  const x = LIST.width / 2;
  await page.mouse.move(x, 160);
  await page.mouse.down();
  await page.mouse.move(x + 10, 170, { steps: 3 });
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const to = sweep % 2 === 0 ? LIST.height + 20 : 60;
    await page.mouse.move(x + (sweep % 3) * 20, to, { steps: 60 });
  }
  await page.keyboard.press('Escape');
  await page.mouse.up();
}

/** With the wheel, a little and a lot at a time, down and up again. */
async function scroll(page: Page): Promise<void> {
  await page.mouse.move(LIST.width / 2, 400);
  for (const by of [40, 120, 600, 3_000, -3_000, -600, -120, -40]) for (let turn = 0; turn < 40; turn++) await page.mouse.wheel({ deltaY: by });
}

/** Types what is sought, and takes it away again letter by letter. */
async function search(page: Page): Promise<void> {
  await page.focus('xmpp-roster >>> [part=search]');
  for (const text of SEARCHES) {
    await page.keyboard.type(text, { delay: 80 });
    for (let letter = 0; letter < text.length; letter++) await page.keyboard.press('Backspace', { delay: 80 });
  }
}

async function selectAll({ page }: List): Promise<void> {
  await page.keyboard.down('Control');
  await page.mouse.click(LIST.width / 2, 160);
  for (let press = 0; press < 2; press++) await page.keyboard.press('a');
  await page.keyboard.up('Control');
}

const changing = { prepare: ({ sendChanges }: List) => Promise.resolve(sendChanges()) };

const runs: Readonly<Record<string, Run>> = {
  'dragging one contact': { act: drag },
  'dragging one contact, 100 changes/s': { ...changing, act: drag },
  'dragging all 5,000': { prepare: selectAll, act: drag },
  scrolling: { act: scroll },
  'scrolling, 100 changes/s': { ...changing, act: scroll },
  searching: { act: search },
  'searching, 100 changes/s': { ...changing, act: search },
};

function judge(name: string, what: keyof typeof LIMITS, times: readonly number[]): void {
  if (times.length === 0) return;
  const p95 = [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? NaN;
  const { median, max } = summarize([...times]);
  const isReached = p95 <= LIMITS[what];
  console.log(`${isReached ? 'ok    ' : 'NOT OK'} ${name}: ${what} p50 ${median.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms of ${LIMITS[what]}, longest ${max.toFixed(1)} ms, of ${times.length}`);
  if (!isReached) process.exitCode = 1;
}

async function measure(name: string, { prepare, act }: Run): Promise<void> {
  const list = await openList();
  await prepare?.(list);
  const cdp = await list.page.createCDPSession();
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  await list.page.evaluate(watch);
  const before = await cpuTime(cdp);
  await act(list.page);
  const cpu = (await cpuTime(cdp)) - before;
  const { frames, answers } = (await list.page.evaluate('watched')) as Record<'frames' | 'answers', number[]>;
  judge(name, 'frame', frames);
  judge(name, 'answer', answers);
  console.log(`       ${(cpu / frames.length).toFixed(1)} CPU ms a frame`);
  await list.page.close();
}

try {
  const wanted = process.argv.slice(2);
  for (const [name, run] of Object.entries(runs)) if (wanted.length === 0 || wanted.some((word) => name.includes(word))) await measure(name, run);
} finally {
  await browser.close();
  await server.close();
}
